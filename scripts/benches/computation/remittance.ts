import { sql } from 'drizzle-orm'
import { writeFileSync } from 'node:fs'
import type { Context } from '../../../packages/core/src/context.ts'
import { decimalText, type Cents } from '../../../packages/core/src/money.ts'
import { importPaths } from '../../../packages/core/src/imports/run.ts'
import { interchange, remittance, render } from '../../../packages/core/test/factories/x12.ts'

interface Open {
  id: string
  number: string
  control: string | null
  served: string
  lines: { number: number; procedure: string; charge: Cents }[]
}

/** Of a remittance, in percent: claims that were denied before and are paid now. */
const CORRECTED = 5
/** Of its first decisions, one in so many is a denial. */
const DENIED = 8

/**
 * What a payer sends for a week: first decisions on its oldest open claims, and corrections of some that it had denied during the last 60 days, as an
 * 835 that is imported like any other. Returns how many decisions it held.
 */
export async function importRemittance(context: Context, payer: string, claims: number, path: string): Promise<number> {
  const open = await openClaims(
    context,
    payer,
    sql`status = 'pending' and submission_date > current_date - 120`,
    sql`submission_date, id`,
    claims - Math.round((claims * CORRECTED) / 100),
  )
  const denied = await openClaims(
    context,
    payer,
    sql`status = 'denied' and appeal_status is null and first_decided_on > current_date - 60`,
    sql`first_decided_on, id`,
    Math.round((claims * CORRECTED) / 100),
  )
  const decided = [...open.map((claim, at) => payment(claim, payer, at % DENIED === 0)), ...denied.map((claim) => payment(claim, payer, false))]
  const total = decided.reduce((sum, { paid }) => sum + paid, 0)
  const day = context.now.toISOString().slice(0, 10).replaceAll('-', '')
  const header = [
    `BPR*I*${decimalText(total)}*C*CHK************${day}`,
    `TRN*1*WEEK-${payer}*1999999999`,
    `DTM*405*${day}`,
    `N1*PR*${payer}*XV*${payer}`,
    'N3*1 Invented Way',
    'N4*Nowhere*IA*50000',
    'N1*PE*Bench Practice*XX*1999999984',
  ]
  writeFileSync(path, render(interchange([remittance({ header, claims: decided.map(({ segments }) => segments) })])))
  const [file] = await importPaths(context, [path], { partial: false })
  if (file?.outcome !== 'imported' || !file.merged) throw new Error(`the remittance was not imported: ${file?.message}`)
  if (file.merged.newClaims > 0) throw new Error(`${file.merged.newClaims} decisions found no claim`)
  return file.merged.decisions
}

const openClaims = ({ db }: Context, payer: string, which: ReturnType<typeof sql>, order: ReturnType<typeof sql>, limit: number) =>
  db.rows<Open>(sql`
    select c.id, c.patient_control_number as number, c.payer_control_number as control, to_char(c.date_of_service, 'YYYYMMDD') as served,
           (select json_agg(json_build_object('number', l.line_number, 'procedure', l.procedure_code, 'charge', (l.billed_amount * 100)::int) order by l.line_number)
            from claim_line_items l where l.organization_id = ${db.organizationId} and l.claim_id = c.id) as lines
    from (select * from claims where organization_id = ${db.organizationId} and payer_id = ${payer} and ${which} order by ${order} limit ${limit}) c`)

/** Four fifths of each charge, or nothing for want of an authorization. */
function payment({ number, control, served, lines }: Open, payer: string, denied: boolean): { paid: Cents; segments: string[] } {
  const paidOf = (charge: Cents) => (denied ? 0 : charge - Math.floor(charge / 5))
  const sum = (of: (charge: Cents) => Cents) => lines.reduce((total, { charge }) => total + of(charge), 0)
  const paid = sum(paidOf)
  const segments = [
    `CLP*${number}*1*${decimalText(sum((charge) => charge))}*${decimalText(paid)}*0*12*${control ?? `${payer}-${number}`}*11*1`,
    'NM1*QC*1*Testcase*Rowan',
  ]
  for (const { number: line, procedure, charge } of lines) {
    const kept = charge - paidOf(charge)
    segments.push(
      `SVC*HC:${procedure}*${decimalText(charge)}*${decimalText(paidOf(charge))}**1`,
      `DTM*472*${served}`,
      `CAS*CO*${denied ? '197' : '45'}*${decimalText(kept)}`,
      `REF*6R*${number.slice(1)}-${line}`,
    )
  }
  return { paid, segments }
}
