import { parseArgs } from 'node:util'
import { OverturnError } from '../../../packages/core/src/errors.ts'
import { wholeFlag } from '../flags.ts'
import { engineNames, type EngineName } from '../imports/options.ts'

export const parts = ['questions', 'http', 'refresh', 'rebuild', 'import'] as const
export type Part = (typeof parts)[number]

export interface ComputationOptions {
  parts: readonly Part[]
  engine: EngineName
  /** Claims of each database, in ascending order. */
  claims: readonly number[]
  /** Of each question and each refresh; their median is told. */
  runs: number
  /** Of each endpoint. */
  requests: number
  /** Claims of the remittance, and of the import during which somebody waits. */
  remitted: number
  imported: number
  /** Where the figures go as JSON too; null for nowhere. */
  json: string | null
}

const flagTypes = {
  part: { type: 'string', multiple: true },
  engine: { type: 'string', default: 'embedded' },
  claims: { type: 'string', default: '10000,1000000' },
  runs: { type: 'string', default: '9' },
  requests: { type: 'string', default: '300' },
  remitted: { type: 'string', default: '1000' },
  imported: { type: 'string', default: '100000' },
  json: { type: 'string' },
} as const

/** The flags of `npm run bench -- computation`. Throws `invalid_input` that names the flag. */
export function readOptions(flags: readonly string[]): ComputationOptions {
  const values = parsed(flags)
  return {
    parts: parts.filter((name) => !values.part || chosen('part', values.part, parts).includes(name)),
    engine: chosen('engine', [values.engine], engineNames)[0]!,
    claims: [...new Set(values.claims.split(',').map((size) => wholeFlag('claims', size, 1_000, 10_000_000)))].sort((a, b) => a - b),
    runs: wholeFlag('runs', values.runs, 1, 100),
    requests: wholeFlag('requests', values.requests, 10, 100_000),
    remitted: wholeFlag('remitted', values.remitted, 10, 100_000),
    imported: wholeFlag('imported', values.imported, 100, 1_000_000),
    json: values.json ?? null,
  }
}

function parsed(flags: readonly string[]) {
  try {
    return parseArgs({ args: [...flags], options: flagTypes, strict: true }).values
  } catch (cause) {
    throw new OverturnError('invalid_input', (cause as Error).message, { cause })
  }
}

function chosen<Name extends string>(flag: string, wanted: readonly string[], known: readonly Name[]): Name[] {
  const unknown = wanted.find((name) => !known.some((one) => one === name))
  if (unknown !== undefined) throw new OverturnError('invalid_input', `--${flag}: "${unknown}" is not one of ${known.join(', ')}.`)
  return known.filter((name) => wanted.includes(name))
}
