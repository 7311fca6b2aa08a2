import { writeFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import { dateIn } from '@overturn/core/dates'
import { OverturnError } from '@overturn/core/errors'
import type { Database } from '@overturn/core/db/connect'
import { perform } from '@overturn/core/operation'
import { ensureOrganization, findOrganization } from '@overturn/core/organizations'
import { refreshComputationOperation } from '@overturn/core/patterns/operations'
import type { SyntheticGroup } from '@overturn/core/synthetic/group'
import { count } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { importGroup } from '../import-group.ts'
import { importProgress } from '../import-progress.ts'
import { printJson, printResult } from '../output.ts'
import { withContext } from '../session.ts'
import { DEMO } from '../start/demo.ts'

export default defineCommand({
  meta: { description: 'Invent a practice group and import it into the demonstration; the same options give the same group' },
  args: {
    claims: { type: 'string', valueHint: 'number', default: '20000', description: 'Claims to submit, up to 10,000,000' },
    seed: { type: 'string', valueHint: 'number', default: '1', description: 'Another seed, another group' },
    months: { type: 'string', valueHint: 'number', default: '18', description: 'Months of submissions up to --as-of' },
    truth: { type: 'string', valueHint: 'file', description: 'Write what the group holds, counted from its records, to this file' },
    ...globalFlags,
  },
  run: ({ args }) => {
    const [claims, seed, months] = [wholeNumber('claims', args.claims), wholeNumber('seed', args.seed), wholeNumber('months', args.months)]
    return withContext(
      args,
      async (context) => {
        const options = { claims, seed, months, asOf: dateIn(context.organization.timeZone, context.now) }
        const { result, group } = await importGroup(context, options, importProgress())
        await perform(refreshComputationOperation, context, {})
        if (args.truth) writeTruth(args.truth, group, result.outcome)
        if (args.json) printJson({ organization: context.organization.slug, ...options, outcome: result.outcome, merged: result.merged })
        else printResult(result.message ?? `${count(claims)} claims are in organization ${context.organization.slug}.`)
      },
      { create: true, choose: demonstration },
    )
  },
})

/** The demonstration, made when it is missing; another organization only when it is named. */
const demonstration = (database: Database, slug: string | null) => (slug === null ? ensureOrganization(database, DEMO) : findOrganization(database, slug))

function wholeNumber(flag: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new OverturnError('invalid_input', `--${flag}: "${text}" is not a whole number.`, { fields: [{ field: flag, message: 'must be a whole number' }] })
}

/** A group that was there already has not been read; its truth is counted from reading it now. */
function writeTruth(file: string, group: SyntheticGroup, outcome: string): void {
  if (outcome === 'unchanged') for (const batch of group.records()) void batch
  try {
    writeFileSync(file, `${JSON.stringify(group.truth(), null, 2)}\n`)
  } catch (cause) {
    throw new OverturnError('data_dir_unwritable', `${file} cannot be written (${(cause as NodeJS.ErrnoException).code}).`, { cause })
  }
}
