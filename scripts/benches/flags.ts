import { OverturnError } from '../../packages/core/src/errors.ts'

/** The whole number behind a flag. Throws `invalid_input` that names the flag and what it may be. */
export function wholeFlag(flag: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new OverturnError('invalid_input', `--${flag}: "${text}" is not a whole number from ${least} to ${most}.`)
}
