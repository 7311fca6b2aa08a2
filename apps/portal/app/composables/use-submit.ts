/** Something that a form sends: busy while it is under way, and the words of what went wrong. Returns whether it went well. */
export function useSubmit() {
  const busy = ref(false)
  const problem = ref('')
  async function submit(work: () => Promise<unknown>): Promise<boolean> {
    busy.value = true
    problem.value = ''
    try {
      await work()
      return true
    } catch (error) {
      const { detail, fields = [] } = problemOf(error)
      problem.value = fields.length > 0 ? fields.map(({ field, message }) => `${field}: ${message}`).join('; ') : detail
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, submit }
}
