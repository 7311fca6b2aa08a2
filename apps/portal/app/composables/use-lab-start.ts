/** Begins a case of a pattern, or of what is due, and goes there. */
export function useLabStart() {
  const { failed } = useNotices()
  /** What is being begun: the id of a pattern, or `due`. */
  const starting = ref<string | null>(null)
  async function start(pattern: string, replace = false): Promise<void> {
    starting.value = pattern
    try {
      const { data } = await apiClient().POST('/lab/cases', { body: { pattern } })
      await navigateTo(`/lab/${encodeURIComponent(data!.id)}`, { replace })
    } catch (cause) {
      failed(cause)
    } finally {
      starting.value = null
    }
  }
  return { starting, start }
}
