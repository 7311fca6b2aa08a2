/** Pauses between readings: at first as long as a small refresh takes, then longer and longer. After the last one somebody has to ask again. */
const PAUSES_MS = [3_000, 4_000, 6_000, 10_000, 15_000, 30_000, 60_000, 60_000] as const

/** Whether an answer says of itself that new data is still being counted: its numbers are about to change. */
export const isAboutToChange = (answer: unknown): boolean => (answer as { recomputing?: unknown } | null | undefined)?.recomputing === true

/**
 * Has read again what is about to change, until it is not. `next` is told every answer, the first one and each that follows; `stop` ends it.
 */
export function untilCounted(read: () => Promise<unknown>): { next(answer: unknown): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let readings = 0
  const stop = () => clearTimeout(timer)
  return {
    next(answer) {
      stop()
      const pause = PAUSES_MS[readings]
      if (!isAboutToChange(answer)) readings = 0
      else if (pause !== undefined) {
        readings++
        timer = setTimeout(() => void read(), pause)
      }
    },
    stop,
  }
}
