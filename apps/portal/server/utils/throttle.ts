/** Slows down guessing: after `limit` failures an address has to wait until `seconds` have passed since the first of them. */
export interface Throttle {
  /** Whole seconds to wait; 0 when the address may try. */
  wait(address: string, now: number): number
  /** Counts a failure; the function takes it back, where it was counted before it was known to be none. */
  fail(address: string, now: number): () => void
  forgive(address: string): void
}

export function createThrottle({ limit, seconds, remembered = 10_000 }: { limit: number; seconds: number; remembered?: number }): Throttle {
  const failures = new Map<string, { count: number; until: number }>()
  const current = (address: string, now: number) => {
    const entry = failures.get(address)
    return entry && entry.until > now ? entry : undefined
  }
  return {
    wait(address, now) {
      const entry = current(address, now)
      return entry && entry.count >= limit ? Math.ceil((entry.until - now) / 1000) : 0
    },
    fail(address, now) {
      const entry = current(address, now) ?? { count: 0, until: now + seconds * 1000 }
      entry.count++
      failures.delete(address)
      failures.set(address, entry)
      // A flood of addresses must not fill the memory: the oldest are forgotten first.
      if (failures.size > remembered) failures.delete(failures.keys().next().value!)
      return () => {
        entry.count--
        if (entry.count === 0 && failures.get(address) === entry) failures.delete(address)
      }
    },
    forgive: (address) => void failures.delete(address),
  }
}
