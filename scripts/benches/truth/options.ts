import { parseArgs } from 'node:util'
import { OverturnError } from '../../../packages/core/src/errors.ts'

export interface TruthOptions {
  /** Ids of the trials to run. */
  only: readonly string[]
  /** Of the full number of data sets, above 0 up to 1. */
  share: number
  /** Whether docs/evidence.md is written. */
  write: boolean
}

const flagTypes = { only: { type: 'string' }, share: { type: 'string', default: '1' }, write: { type: 'boolean', default: false } } as const

/** The flags of `npm run bench -- truth`. Throws `invalid_input` that names the flag. */
export function readOptions(flags: readonly string[], known: readonly string[]): TruthOptions {
  const values = parsed(flags)
  const wanted = values.only?.split(',') ?? known
  const unknown = wanted.find((id) => !known.includes(id))
  if (unknown !== undefined) throw new OverturnError('invalid_input', `--only: "${unknown}" is not one of ${known.join(', ')}.`)
  const share = /^\d*\.?\d+$/.test(values.share) ? Number(values.share) : Number.NaN
  if (!(share > 0 && share <= 1)) throw new OverturnError('invalid_input', `--share: "${values.share}" is not a number above 0, up to 1.`)
  if (values.write && share < 1) throw new OverturnError('invalid_input', '--write: evidence is written from all data sets; leave out --share.')
  return { only: known.filter((id) => wanted.includes(id)), share, write: values.write }
}

function parsed(flags: readonly string[]) {
  try {
    return parseArgs({ args: [...flags], options: flagTypes, strict: true }).values
  } catch (cause) {
    throw new OverturnError('invalid_input', (cause as Error).message, { cause })
  }
}
