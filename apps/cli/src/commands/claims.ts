import { defineCommand } from 'citty'
import type { z } from 'zod'
import { exportClaims } from '@overturn/core/claims/export/operation'
import { listClaims } from '@overturn/core/claims/list'
import type { ClaimRow } from '@overturn/core/claims/schemas'
import type { Context } from '@overturn/core/context'
import { runAction, type Action, type Given } from '../actions.ts'
import { counted, money, pageLine, table, text, type Column } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printNote, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { sinkOf } from '../private-file.ts'

export const claimColumns: Column<ClaimRow>[] = [
  { title: 'Id', value: ({ id }) => id },
  { title: 'Control number', value: ({ patientControlNumber }) => text(patientControlNumber) },
  { title: 'Status', value: ({ status }) => status.replaceAll('_', ' ') },
  { title: 'Submitted', value: ({ submissionDate }) => text(submissionDate) },
  { title: 'Served', value: ({ dateOfService }) => text(dateOfService) },
  { title: 'Payer', value: ({ payerName, payerId }) => text(payerName ?? payerId) },
  { title: 'Billed', value: ({ billedAmount }) => money(billedAmount), right: true },
  { title: 'Paid', value: ({ paidAmount }) => money(paidAmount), right: true },
  { title: 'Denied', value: ({ deniedAmount }) => money(deniedAmount), right: true },
  { title: 'Reason', value: ({ denialReason }) => denialReason ?? '' },
]

const ACTIONS: Record<string, Action<void>> = { list: { run: list }, export: { run: exportAll } }

export default defineCommand({
  meta: { description: 'List claims, newest first; "overturn claims export" gives all that match as a file, de-identified unless --identified is said' },
  args: {
    action: { type: 'positional', required: false, description: 'list (if nothing is said) or export' },
    ...operationFlags(listClaims.input, [], {
      status: 'Only claims of this status',
      dateRange: 'Days up to today, two days such as 2026-01-01/2026-02-01 (the second is left out), or "all"',
      basis: 'Whether these are days of submission or of service',
      initial:
        'Only claims that the first decision paid, denied, or denied in part (any_denied: wholly or in part; decided: any), duplicates, or with none yet',
      payer: 'Only claims of the payer with this id',
      pattern: 'Only the denials of the pattern with this id',
      reason: 'Only claims denied for exactly this reason',
      policy: 'Only claims with a line that hits the policy with this id',
      policyCount: 'With --policy: only the claims that this count of it counts, in the period of its metrics',
      provider: 'Only claims of the billing provider with this id',
      servedBy: 'Only claims of the provider with this id who rendered the service, or else billed it',
      carc: 'Only claims denied with this adjustment reason code (CARC)',
      rarc: 'Only claims denied with this remark code (RARC)',
      procedureCode: 'Only claims with a line that bills this procedure',
      claimType: 'Only claims of this type',
      billedFrom: 'Only claims that charge at least so many dollars',
      deniedFrom: 'Only claims of which the first decision denied at least so many dollars',
      controlNumber: 'With list: only claims with exactly this patient control number',
      sort: 'With list: order of the list',
      page: 'With list: page of the list',
      limit: 'With list: claims per page, up to 200',
    }),
    ...operationFlags(exportClaims.input.pick({ format: true, identified: true }), [], {
      format: 'With export: a table, or a JSON document on each line',
      identified: 'With export: with names, birth dates, numbers and exact days, instead of years, days between dates, and ages',
    }),
    out: { type: 'string', valueHint: 'file', description: 'With export: write to this new file, readable by you only' },
    ...globalFlags,
  },
  run: ({ args }) => runAction(ACTIONS, args, { command: 'claims' }),
})

async function list(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(listClaims, context, inputFrom(listClaims.input, given))
  if (given['json']) printJson(found)
  else printResult(listText(found, given['date-range']))
}

function listText({ claims, pagination }: z.output<typeof listClaims.output>, dateRange: unknown): string {
  if (claims.length > 0) return `${table(claims, claimColumns)}\n\n${pageLine(pagination)}`
  if (pagination.total > 0) return `No claims on this page. ${pageLine(pagination)}.`
  return dateRange === 'all' ? 'No claims.' : 'No claims. --date-range all looks at every day.'
}

/** Part by part: there may be many. The first is read before the file is made: what was typed wrong leaves none behind. */
async function exportAll(context: Context, given: Given): Promise<void> {
  const input = inputFrom(exportClaims.input.omit({ after: true, key: true }), given)
  const out = given['out'] === undefined ? undefined : String(given['out'])
  let part = await performAsTyped(exportClaims, context, input)
  let claims = part.claimIds.length
  const sink = sinkOf(out)
  try {
    sink.part(part.content)
    while (part.next !== null) {
      part = await performAsTyped(exportClaims, context, { ...input, after: part.next, key: part.key })
      sink.part(part.content)
      claims += part.claimIds.length
    }
  } finally {
    sink.end()
  }
  if (out !== undefined) printNote(`${counted(claims, 'claim')} written to ${out}, ${part.identified ? 'with who the patients are' : 'de-identified'}.`)
}
