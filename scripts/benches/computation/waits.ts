import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE_MS = 20

/** Another request while something else runs, again 20 ms after each answer. `stop` gives the longest wait in milliseconds and how often was asked. */
export function watch(ask: () => Promise<unknown>): { stop(): Promise<{ longestMs: number; asked: number }> } {
  let longestMs = 0
  let asked = 0
  const leaving = new AbortController()
  const asking = (async () => {
    while (!leaving.signal.aborted) {
      const since = performance.now()
      await ask()
      longestMs = Math.max(longestMs, performance.now() - since)
      asked++
      await sleep(PAUSE_MS)
    }
  })()
  // What it fails with is told when it is stopped.
  asking.catch(() => undefined)
  return {
    stop: async () => {
      leaving.abort()
      await asking
      return { longestMs, asked }
    },
  }
}
