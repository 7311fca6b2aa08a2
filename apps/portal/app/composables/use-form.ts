/** What a form with several fields sends: as `useSubmit`, and what is wrong said by field, for those that the form has; the rest in `problem`. */
export function useForm(names: readonly string[]) {
  const busy = ref(false)
  const problem = ref('')
  const errors = ref<Record<string, string>>({})
  async function submit(work: () => Promise<unknown>): Promise<boolean> {
    busy.value = true
    problem.value = ''
    errors.value = {}
    try {
      await work()
      return true
    } catch (cause) {
      const { detail, fields = [] } = problemOf(cause)
      const known = fields.filter(({ field }) => names.includes(field))
      errors.value = Object.fromEntries(known.map(({ field, message }) => [field, `This ${message}.`]))
      if (known.length < fields.length || known.length === 0) problem.value = detail
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, errors, submit }
}
