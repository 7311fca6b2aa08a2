import { parseArgs } from 'node:util'
import { OverturnError } from '../../../packages/core/src/errors.ts'
import { wholeFlag } from '../flags.ts'
import { engineNames, type EngineName } from '../imports/options.ts'

export interface LoadOptions {
  engine: EngineName
  claims: number
  /** Each asks something once a second. */
  users: number
  seconds: number
}

const flagTypes = {
  engine: { type: 'string', default: 'embedded' },
  claims: { type: 'string', default: '100000' },
  users: { type: 'string', default: '50' },
  seconds: { type: 'string', default: '120' },
} as const

/** The flags of `npm run bench -- load`. Throws `invalid_input` that names the flag. */
export function readLoadOptions(flags: readonly string[]): LoadOptions {
  const values = parsed(flags)
  const engine = engineNames.find((name) => name === values.engine)
  if (engine === undefined) throw new OverturnError('invalid_input', `--engine: "${values.engine}" is not one of ${engineNames.join(', ')}.`)
  return {
    engine,
    claims: wholeFlag('claims', values.claims, 1_000, 10_000_000),
    users: wholeFlag('users', values.users, 1, 1_000),
    seconds: wholeFlag('seconds', values.seconds, 5, 86_400),
  }
}

function parsed(flags: readonly string[]) {
  try {
    return parseArgs({ args: [...flags], options: flagTypes, strict: true }).values
  } catch (cause) {
    throw new OverturnError('invalid_input', (cause as Error).message, { cause })
  }
}
