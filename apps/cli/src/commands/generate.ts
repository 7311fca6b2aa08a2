import { writeFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import { dateIn, type IsoDate } from '@overturn/core/dates'
import { OverturnError } from '@overturn/core/errors'
import type { Database } from '@overturn/core/db/connect'
import { perform } from '@overturn/core/operation'
import { ensureOrganization, findOrganization } from '@overturn/core/organizations'
import { refreshComputationOperation } from '@overturn/core/computation/operations'
import type { TruthFile } from '@overturn/core/synthetic/truth'
import { packFormats, type PackFormatName } from '@overturn/core/writers/format'
import { writePack, type Pack } from '@overturn/core/writers/pack'
import { count, counted } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { importGroup } from '../import-group.ts'
import { importProgress } from '../import-progress.ts'
import { endProgress, printJson, printProgress, printResult } from '../output.ts'
import { momentOf, withContext } from '../session.ts'
import { DEMO } from '../start/demo.ts'

const args = {
  claims: { type: 'string', valueHint: 'number', default: '20000', description: 'Claims to submit, up to 10,000,000' },
  seed: { type: 'string', valueHint: 'number', default: '1', description: 'Another seed, another group' },
  months: { type: 'string', valueHint: 'number', default: '18', description: 'Months of submissions up to --as-of' },
  format: { type: 'string', valueHint: packFormats.join('|'), description: 'Write files of this format to --out instead of importing; needs no database' },
  out: { type: 'string', valueHint: 'folder', description: 'Folder for the files, empty or new' },
  truth: { type: 'string', valueHint: 'file', description: 'Write what the group holds, counted from its records, to this file' },
  ...globalFlags,
} as const

interface GroupFlags {
  claims: number
  seed: number
  months: number
}

export default defineCommand({
  meta: { description: 'Invent a practice group and import it into the demonstration, or write it as files; the same options give the same group' },
  args,
  run: async ({ args: flags }) => {
    const options = {
      claims: wholeNumber('claims', flags.claims),
      seed: wholeNumber('seed', flags.seed),
      months: wholeNumber('months', flags.months),
    }
    if (flags.format === undefined && flags.out === undefined) return importInvented(flags, options)
    const asOf = dateIn(DEMO.timeZone, momentOf(flags['as-of']))
    const { folder, format } = target(flags)
    const pack = await writeFiles({ ...options, asOf }, format, folder)
    if (flags.truth) writeTruth(flags.truth, pack.truth)
    if (flags.json) printJson({ format, folder, ...options, asOf, files: pack.files })
    else printResult(summary(pack, options.claims, folder, format))
  },
})

function importInvented(flags: { truth?: string; json?: boolean } & Parameters<typeof withContext>[0], group: GroupFlags): Promise<void> {
  return withContext(
    flags,
    async (context) => {
      const options = { ...group, asOf: dateIn(context.organization.timeZone, context.now) }
      const { result, group: invented } = await importGroup(context, options, importProgress())
      await perform(refreshComputationOperation, context, {})
      // A group that was there already has not been read; its truth is counted from reading it now.
      if (flags.truth && result.outcome === 'unchanged') for (const batch of invented.records()) void batch
      if (flags.truth) writeTruth(flags.truth, { format: 'synthetic', ...invented.truth() })
      if (flags.json) printJson({ organization: context.organization.slug, ...options, outcome: result.outcome, merged: result.merged })
      else printResult(result.message ?? `${count(options.claims)} claims are in organization ${context.organization.slug}.`)
    },
    { create: true, choose: demonstration },
  )
}

/** The demonstration, made when it is missing; another organization only when it is named. */
const demonstration = (database: Database, slug: string | null) => (slug === null ? ensureOrganization(database, DEMO) : findOrganization(database, slug))

/** Where files go, and in which format: the one needs the other. */
function target({ format, out }: { format?: string; out?: string }): { format: PackFormatName; folder: string } {
  const known = packFormats.find((name) => name === format)
  if (!known) throw wrong('format', format === undefined ? 'is missing beside --out' : `"${format}" is not one of ${packFormats.join(', ')}`)
  if (out === undefined) throw wrong('out', 'is missing beside --format; name a folder that is empty or new')
  return { format: known, folder: out }
}

async function writeFiles(options: GroupFlags & { asOf: IsoDate }, format: PackFormatName, folder: string): Promise<Pack> {
  try {
    return await writePack({ ...options, format, folder }, (claims) => printProgress(`${folder}: ${count(claims)} of ${count(options.claims)} claims`))
  } finally {
    endProgress()
  }
}

function summary({ files }: Pack, claims: number, folder: string, format: PackFormatName): string {
  const megabytes = (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1)
  return `${counted(claims, 'claim')} stand in ${counted(files.length, 'file')} of ${folder} (${megabytes} MB).${format === 'csv' ? ` To import them: overturn import ${folder} --confirm-mapping` : ''}`
}

function wholeNumber(flag: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw wrong(flag, `"${text}" is not a whole number`)
}

const wrong = (flag: string, what: string) => new OverturnError('invalid_input', `--${flag}: ${what}.`, { fields: [{ field: flag, message: what }] })

function writeTruth(file: string, truth: TruthFile): void {
  try {
    writeFileSync(file, `${JSON.stringify(truth, null, 2)}\n`)
  } catch (cause) {
    throw new OverturnError('data_dir_unwritable', `${file} cannot be written (${(cause as NodeJS.ErrnoException).code}).`, { cause })
  }
}
