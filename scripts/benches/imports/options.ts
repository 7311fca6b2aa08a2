import { parseArgs } from 'node:util'
import { OverturnError } from '../../../packages/core/src/errors.ts'
import { wholeFlag } from '../flags.ts'

export const parts = ['tokenizing', 'memory', 'merging'] as const
export type Part = (typeof parts)[number]
export const engineNames = ['embedded', 'postgresql'] as const
export type EngineName = (typeof engineNames)[number]

export interface BenchOptions {
  parts: readonly Part[]
  engines: readonly EngineName[]
  /** Of each file that is tokenized, at least. */
  megabytes: number
  /** Of each reader over each file; their median is told. */
  runs: number
  /** What one run of a reader may take. */
  limitSeconds: number
  /** Claims of each import, in ascending order. */
  claims: readonly number[]
  /** Where the figures go as JSON too; null for nowhere. */
  json: string | null
}

const LARGEST = 1_000_000

const flagTypes = {
  part: { type: 'string', multiple: true },
  engine: { type: 'string', multiple: true },
  megabytes: { type: 'string', default: '50' },
  runs: { type: 'string', default: '3' },
  limit: { type: 'string', default: '60' },
  claims: { type: 'string', default: '10000,100000' },
  full: { type: 'boolean', default: false },
  json: { type: 'string' },
} as const

/** The flags of `npm run bench -- imports`. Throws `invalid_input` that names the flag. */
export function readOptions(flags: readonly string[]): BenchOptions {
  const values = parsed(flags)
  const sizes = values.claims.split(',').map((size) => wholeFlag('claims', size, 100, 10_000_000))
  return {
    parts: chosen('part', values.part, parts),
    engines: chosen('engine', values.engine, engineNames),
    megabytes: wholeFlag('megabytes', values.megabytes, 1, 2_000),
    runs: wholeFlag('runs', values.runs, 1, 100),
    limitSeconds: wholeFlag('limit', values.limit, 1, 3_600),
    claims: [...new Set(values.full ? [...sizes, LARGEST] : sizes)].sort((a, b) => a - b),
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

function chosen<Name extends string>(flag: string, wanted: readonly string[] | undefined, known: readonly Name[]): readonly Name[] {
  const unknown = wanted?.find((name) => !known.some((one) => one === name))
  if (unknown !== undefined) throw new OverturnError('invalid_input', `--${flag}: "${unknown}" is not one of ${known.join(', ')}.`)
  return known.filter((name) => !wanted || wanted.includes(name))
}
