/** A mark every so often keeps the visit; half an hour without one ends it. */
const MARK_EVERY_MS = 10 * 60_000

/**
 * Marks that somebody is here, so that at the next visit it is known what is new. `here` is called by whatever somebody looks at; most calls do
 * nothing. It resolves once the visit has begun, and never fails: a visit that could not be marked is no reason to show less.
 */
export function useVisit() {
  const mark = useState<{ at: number; begun: Promise<unknown> } | null>('visit', () => null)
  function here(): Promise<unknown> {
    const now = Date.now()
    if (mark.value === null || now - mark.value.at > MARK_EVERY_MS)
      mark.value = {
        at: now,
        begun: apiClient()
          .POST('/visits')
          .catch(() => null),
      }
    return mark.value.begun
  }
  return { here }
}
