import { median } from '../imports/table.ts'

/** Milliseconds of several runs. */
export interface Times {
  median: number
  least: number
  most: number
}

export const timesOf = (ms: readonly number[]): Times => ({ median: median(ms), least: Math.min(...ms), most: Math.max(...ms) })

export async function seconds<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const since = performance.now()
  const result = await work()
  return { seconds: (performance.now() - since) / 1000, result }
}

/** Runs that are not counted: what a first run reads from disk and plans is no part of the question. */
const WARM_UP = 2

/** Each candidate in turn, so that what disturbs the machine disturbs all alike. */
export async function takeTurns<Name extends string>(candidates: Record<Name, () => Promise<unknown>>, runs: number): Promise<Record<Name, Times>> {
  const names = Object.keys(candidates) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let run = -WARM_UP; run < runs; run++) {
    for (const name of names) {
      const since = performance.now()
      await candidates[name]()
      if (run >= 0) times[name].push(performance.now() - since)
    }
  }
  return Object.fromEntries(names.map((name) => [name, timesOf(times[name])])) as Record<Name, Times>
}

/** The value that so many percent of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]!
}

export const text = (ms: number) => (ms < 10 ? ms.toFixed(2) : ms < 1000 ? ms.toFixed(0) : `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`)
export const timesText = ({ median, least, most }: Times) => `${text(median)} (${text(least)} to ${text(most)})`
