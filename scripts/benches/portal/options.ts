import { parseArgs } from 'node:util'
import { OverturnError } from '../../../packages/core/src/errors.ts'
import { wholeFlag } from '../flags.ts'

export interface PortalOptions {
  claims: number
  /** How often each screen is opened. */
  runs: number
  /** Where the practice is kept for the next time; it is made when the folder does not exist. Null: in a folder that goes with the bench. */
  dataDir: string | null
}

/** The flags of `npm run bench -- portal`. Throws `invalid_input` that names the flag. */
export function readPortalOptions(flags: readonly string[]): PortalOptions {
  const values = parsed(flags)
  return { claims: wholeFlag('claims', values.claims, 1_000, 10_000_000), runs: wholeFlag('runs', values.runs, 1, 100), dataDir: values['data-dir'] ?? null }
}

function parsed(flags: readonly string[]) {
  try {
    const options = { claims: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '5' }, 'data-dir': { type: 'string' } } as const
    return parseArgs({ args: [...flags], options, strict: true }).values
  } catch (cause) {
    throw new OverturnError('invalid_input', (cause as Error).message, { cause })
  }
}
