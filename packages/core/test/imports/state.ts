import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'

type Row = Record<string, unknown>

/** What may differ with the order of the files: numbers made of an import's, when a row was written, and how a decision found its claim. */
const MADE = ['organization_id', 'id', 'import_id', 'claim_id', 'remittance_id', 'adjudication_id', 'created_at', 'match_basis', 'interchange_control']

/** Everything that files brought, in words of the files alone: claims go by their patient control number, payments by their trace number. */
export async function stateOf({ db }: Context): Promise<Record<string, Row[]>> {
  const found: Record<string, Row[]> = {}
  for (const [table, [key, join]] of Object.entries(tables)) {
    const rows = await db.rows<{ row: Row }>(sql`select ${key} || to_jsonb(t) - ${sql.param(MADE)}::text[] as row from ${sql.identifier(table)} t ${join}`)
    found[table] = rows.map(({ row }) => row).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  found.cash = await db.rows(sql`
    select a.payer_id as payer, sum(a.paid_amount) as paid, count(*) as decisions from adjudications a where kind in ('original', 'reversal') group by 1 order by 1`)
  return found
}

const claim = sql`jsonb_build_object('claim', c.patient_control_number)`
const ofClaim = sql`join claims c on c.organization_id = t.organization_id and c.id = t.claim_id`
const decision = sql`jsonb_build_object('claim', c.patient_control_number, 'decision', array[a.payer_id, a.kind, a.decided_on::text, a.paid_amount::text, a.status_code])`
const ofDecision = sql`join adjudications a on a.organization_id = t.organization_id and a.id = t.adjudication_id join claims c on c.organization_id = a.organization_id and c.id = a.claim_id`
const none = sql`'{}'::jsonb`
const byPayment = sql`jsonb_build_object('payment', array[r.trace_number, r.transaction_control])`
const payment = sql`left join remittances r on r.organization_id = t.organization_id and r.id = t.remittance_id`

const tables: Record<string, [SQL, SQL]> = {
  payers: [sql`jsonb_build_object('name', t.id)`, sql``],
  providers: [sql`jsonb_build_object('name', t.id)`, sql``],
  claims: [none, sql``],
  claim_line_items: [claim, ofClaim],
  claim_payers: [claim, ofClaim],
  claim_submissions: [claim, ofClaim],
  remittances: [none, sql``],
  provider_level_adjustments: [byPayment, payment],
  adjudications: [sql`${claim} || ${byPayment}`, sql`${ofClaim} ${payment}`],
  adjudication_lines: [decision, ofDecision],
  adjustments: [decision, ofDecision],
  adjudication_remarks: [decision, ofDecision],
}
