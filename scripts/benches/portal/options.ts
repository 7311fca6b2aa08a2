import { parseArgs } from 'node:util'
import { OverturnError } from '../../../packages/core/src/errors.ts'
import { wholeFlag } from '../flags.ts'

export interface PortalOptions {
  claims: number
  /** How often each screen is opened. */
  runs: number
}

/** The flags of `npm run bench -- portal`. Throws `invalid_input` that names the flag. */
export function readPortalOptions(flags: readonly string[]): PortalOptions {
  const values = parsed(flags)
  return { claims: wholeFlag('claims', values.claims, 1_000, 10_000_000), runs: wholeFlag('runs', values.runs, 1, 100) }
}

function parsed(flags: readonly string[]) {
  try {
    return parseArgs({ args: [...flags], options: { claims: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '5' } }, strict: true })
      .values
  } catch (cause) {
    throw new OverturnError('invalid_input', (cause as Error).message, { cause })
  }
}
