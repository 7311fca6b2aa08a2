/** A limit of so many requests a minute, for each of many callers apart. Who was idle may ask for a minute's worth at once. */
export interface RateLimit {
  /** Counts a request: 0 when it may go on, else the whole seconds after which one may. `now` in milliseconds. */
  take(caller: string, now: number): number
}

export function createRateLimit({ perMinute, remembered = 10_000 }: { perMinute: number; remembered?: number }): RateLimit {
  const perMs = perMinute / 60_000
  const callers = new Map<string, { left: number; at: number }>()
  return {
    take(caller, now) {
      const last = callers.get(caller)
      const left = last === undefined ? perMinute : Math.min(perMinute, last.left + Math.max(0, now - last.at) * perMs)
      const mayGoOn = left >= 1
      callers.delete(caller)
      callers.set(caller, { left: mayGoOn ? left - 1 : left, at: now })
      // A flood of callers must not fill the memory: who has been silent longest is forgotten first.
      if (callers.size > remembered) callers.delete(callers.keys().next().value!)
      return mayGoOn ? 0 : Math.ceil((1 - left) / perMs / 1000)
    },
  }
}
