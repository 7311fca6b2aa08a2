import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { perform } from '../../../src/operation.ts'
import { refreshComputationOperation } from '../../../src/computation/operations.ts'
import { billing837, header835, interchange, claims837, remittance, render, subscriber837 } from '../../factories/x12.ts'
import { fingerprint } from '../fingerprint.ts'

/** A folder of files for the tests of one file. */
export function useFolder(): (name: string, content: string | Buffer) => string {
  const folder = mkdtempSync(join(tmpdir(), 'overturn-undo-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (name, content) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
}

/** One claim payment: CLP02 `status`, its first line paid, and a second line only where the payer adds one. */
export interface PaymentSpec {
  pcn: string
  status: string
  paid: number
  extraLine?: boolean
  member?: string
}

export function file835(trace: string, date: string, payments: readonly PaymentSpec[], control = '0001'): Buffer {
  const header = header835('0').map((segment) => segment.replace('TRACE-77', trace).replace('20260415', date))
  return render(interchange([remittance({ control, header, claims: payments.map(payment) })]))
}

function payment({ pcn, status, paid, extraLine = false, member = 'M-1001' }: PaymentSpec): string[] {
  const sign = status === '22' ? -1 : 1
  const line = (code: string, charge: number, amount: number) => [
    `SVC*HC:${code}*${sign * charge}*${sign * amount}**1`,
    'DTM*472*20260401',
    ...(charge === amount ? [] : [`CAS*CO*${amount === 0 ? '197' : '45'}*${sign * (charge - amount)}`]),
  ]
  const extra = extraLine ? line('93000', 60, 0) : []
  return [
    `CLP*${pcn}*${status}*${sign * (extraLine ? 180 : 120)}*${sign * paid}*0*12*ICN-${pcn}*11*1`,
    `NM1*QC*1*Testcase*Rowan${member && `****MI*${member}`}`,
    'DTM*232*20260401',
    ...line('99213', 120, paid),
    ...extra,
  ]
}

/** Claims of 120.00, one line each; `frequency` 7 replaces and 8 takes back. */
export interface SubmissionSpec {
  pcn: string
  frequency: string
  diagnosis: string
}

export function file837(day: string, submissions: readonly SubmissionSpec[], member = 'M-1001'): Buffer {
  const claims = submissions.map(({ pcn, frequency, diagnosis }) => [
    `CLM*${pcn}*120***11:B:${frequency}*Y*A*Y*Y`,
    ...(frequency === '1' ? [] : [`REF*F8*ICN-${pcn}`]),
    `HI*ABK:${diagnosis}`,
    'LX*1',
    'SV1*HC:99213:25*120*UN*1***1',
    'DTP*472*D8*20260401',
    'LX*2',
    'SV1*HC:36415*0*UN*1***1',
    'DTP*472*D8*20260401',
  ])
  const header = [`BHT*0019*00*B1*${day}*1200*CH`, 'NM1*41*2*Willow Billing*****46*S-1', 'NM1*40*2*Harbor Clearing*****46*R-1']
  return render(
    interchange([claims837({ header, levels: [...billing837, ...subscriber837.map((segment) => segment.replace('M-1001', member))], claims })], {
      version: '005010X222A2',
      functional: 'HC',
    }),
  )
}

const TABLES = [
  'claim_line_items',
  'claim_appeals',
  'claim_payers',
  'claim_submissions',
  'remittances',
  'adjudications',
  'adjudication_lines',
  'adjustments',
  'adjudication_remarks',
  'provider_level_adjustments',
  'match_queue',
  'import_changes',
  'staging_records',
  'pattern_evidence',
  'unresolved_references',
  'recovered_payments',
]

/** Every row that tells what claims are and count, the daily numbers computed; of payers and providers that they are there. */
export async function printOf(context: Context): Promise<Record<string, string | null>> {
  await perform(refreshComputationOperation, context, {})
  const parties = await context.db.row<{ ids: string }>(
    sql`select array_agg(id order by id)::text as ids from (select id from payers union all select id from providers) as party`,
  )
  return { ...(await fingerprint(context, TABLES)), claims: await claimsOf(context), days: await daysOf(context), parties: parties?.ids ?? null }
}

/** What days count, not which import made them count it: a day that lost its last claim is made anew when the claim comes back. */
async function daysOf({ db }: Context): Promise<string | null> {
  const days = await db.row<{ print: string | null }>(
    sql`select md5(string_agg((to_jsonb(d) - '{created_at,created_by}'::text[])::text, '|' order by metric_date, date_basis, payer_id)) as print from organization_daily_metrics d`,
  )
  return days?.print ?? null
}

/** Without the payer's number: where a submission may have said it, it stays. */
async function claimsOf({ db }: Context): Promise<string | null> {
  const claims = await db.row<{ print: string | null }>(
    sql`select md5(string_agg((to_jsonb(c) - 'payer_control_number')::text, '|' order by c.id)) as print from claims c`,
  )
  return claims?.print ?? null
}

export const importsOf = ({ db }: Context) =>
  db.rows<{ id: number; file: string; status: string }>(sql`select id, file_name as file, status from imports order by id`)
