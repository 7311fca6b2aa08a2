import { count, money, percent } from './format.ts'

/** `deniedClaims` is "Denied claims". */
export const label = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase())

const isRate = (name: string) => name.endsWith('Rate')
const isMoney = (name: string) => name.endsWith('Amount') || name === 'cashRecovered'

/** A windowed number of the dashboard, by its name: a rate, money or a count. */
export function shown(name: string, value: number | null): string {
  if (isRate(name)) return percent(value)
  return isMoney(name) ? money(value) : count(value)
}

/** What a number moved by, with its sign; a rate in percentage points. */
export function shownChange(name: string, change: number | null): string {
  if (change === null || change === 0) return change === null ? shown(name, null) : '0'
  const size = Math.abs(change)
  return `${change > 0 ? '+' : '-'}${isRate(name) ? `${size.toFixed(2)} points` : shown(name, size)}`
}
