/** Slows down guessing: after `limit` failures an address has to wait until `seconds` have passed since the first of them. */
export interface Throttle {
  /** Whole seconds to wait; 0 when the address may try. */
  wait(address: string, now: number): number
  fail(address: string, now: number): void
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
      const count = (current(address, now)?.count ?? 0) + 1
      const until = current(address, now)?.until ?? now + seconds * 1000
      failures.delete(address)
      failures.set(address, { count, until })
      // A flood of addresses must not fill the memory: the oldest are forgotten first.
      if (failures.size > remembered) failures.delete(failures.keys().next().value!)
    },
    forgive: (address) => void failures.delete(address),
  }
}
