import { mkdir, readdir } from 'node:fs/promises'
import { OverturnError } from '../errors.ts'
import { claimTally } from '../synthetic/claim-tally.ts'
import { generateGroup, type GroupOptions } from '../synthetic/group.ts'
import { clinicians, practices } from '../synthetic/providers.ts'
import type { PatternTruth, TruthFile } from '../synthetic/truth.ts'
import type { PackFormat, PackFormatName, TruthPart } from './format.ts'
import { formats } from './formats.ts'
import { unwritable, type WrittenFile } from './out-file.ts'
import { packRecords } from './records.ts'

export interface PackOptions extends GroupOptions {
  months: number
  format: PackFormatName
  /** Made where it is missing; must be empty, so that no file of another pack is taken for one of this. */
  folder: string
}

export interface Pack {
  files: WrittenFile[]
  truth: TruthFile
}

/** Claims between two calls of `onProgress`. */
const STEP = 1_000

/**
 * Writes an invented group as files of a format, and says what they hold. The same options give the same bytes. Throws `conflict` for a
 * folder that is not empty, `data_dir_unwritable` where it cannot be written, `invalid_input` for options out of range.
 */
export async function writePack({ format: name, folder, ...options }: PackOptions, onProgress: (claims: number) => void = () => {}): Promise<Pack> {
  const format = formats[name]
  const group = generateGroup(options)
  await emptyFolder(folder)
  const writer = format.writer({ folder, seed: options.seed })
  const tally = claimTally()
  let claims = 0
  try {
    for (const record of packRecords(group.records({ asExported: true }))) {
      if (record.kind === 'remittance' || record.kind === 'plb') tally.remittance(record)
      const said = record.kind === 'history' ? format.asSaid(record) : record
      if (said?.kind === 'history') tally.history(said.claim, said.decisions)
      if (record.kind === 'history' && ++claims % STEP === 0) onProgress(claims)
      if (said) await writer.take(said)
    }
    const files = await writer.finish()
    const { seed, asOf, months, patterns } = group.truth()
    return { files, truth: truthOf(format, { seed, asOf, months, ...tally.counts(), patterns }) }
  } finally {
    await writer.abandon()
  }
}

/** The counts less what the format does not bring. */
function truthOf({ name, absent, providersBy }: PackFormat, { cash, patterns, ...counted }: Omit<TruthFile, 'format'>): TruthFile {
  const without = <Part extends object>(part: Part, prefix = ''): Part =>
    Object.fromEntries(Object.entries(part).filter(([key]) => !absent.includes(`${prefix}${key}` as TruthPart))) as Part
  return { format: name, ...without(counted), patterns: providersBy === 'npi' ? patterns.map(withNpis) : patterns, cash: without(cash, 'cash.') }
}

const npis = new Map([...Object.values(practices), ...clinicians.map(({ record }) => record)].map(({ id, npi }) => [id, npi]))

/** A pattern as it is found in files that do not bring the group's own ids of providers. */
const withNpis = (pattern: PatternTruth): PatternTruth => ({
  ...pattern,
  scope: pattern.scope.map((condition) =>
    condition.field === 'provider' ? { ...condition, value: npis.get(String(condition.value)) ?? condition.value } : condition,
  ),
})

async function emptyFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    if ((await readdir(folder)).length === 0) return
  } catch (cause) {
    throw unwritable(folder, cause)
  }
  throw new OverturnError('conflict', `${folder} is not empty. Name a folder that is, or one that does not exist yet.`)
}
