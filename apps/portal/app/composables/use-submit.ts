/**
 * Something that a form sends: busy while it is under way, and the words of what went wrong, in `errors` for the fields of these `names`, the rest in
 * `problem`. `submit` says whether it went well; what is sent again before it has ended is not sent.
 */
export function useSubmit(names: readonly string[] = []) {
  const busy = ref(false)
  const problem = ref('')
  const errors = ref<Record<string, string>>({})
  async function submit(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = ''
    errors.value = {}
    try {
      await work()
      return true
    } catch (cause) {
      const said = formProblems(problemOf(cause), names)
      problem.value = said.problem
      errors.value = said.errors
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, errors, submit }
}
