import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { Cents } from '../../money.ts'
import type { OpenImport } from '../lifecycle.ts'
import { controlNumberOf } from '../merge/match/claims.ts'
import { firstRowId, lastRowId } from '../merge/slice.ts'
import { clpColumns, clpSource, isOfClaim, ownRemittanceId } from '../reconcile/rejects-sql.ts'
import { rejectedClaim, type ClpPiece } from '../reconcile/rules.ts'

interface Rejected extends ClpPiece {
  importId: number
  position: number
  isClaim: boolean
  /** The remittances that it can be of: of its own transaction, or (that had been known before) those that its import added to. */
  remittanceIds: number[]
  /** Whether these are all paid up: claim payments less provider adjustments are the payment. */
  balances: boolean
  /** Whether its transaction is its own remittance, or all of its file are meant. */
  isSure: boolean
}

/**
 * Rejections of other imports whose claim payment came with this one, because the corrected or the whole file followed: they are mended by it.
 * Damage to a transaction may have taken more than one claim payment, so it needs a payment that adds up, or a file that lost nothing.
 * `known`: the remittances of other imports that the file repeats or adds to; null where that is to be looked up. Returns how many were mended.
 */
export async function settleRejections({ db, id }: Pick<OpenImport, 'db' | 'id'>, known: readonly number[] | null): Promise<number> {
  if (known?.length === 0) return 0
  return db.transaction(async (tx) => {
    // An undo opens what is mended here; it waits until this is done.
    const mine = await tx.row(sql`select id from imports where organization_id = ${db.organizationId} and id = ${id} and status = 'complete' for share`)
    const remittanceIds = mine ? (known ?? (await joined(tx, db.organizationId, id))) : []
    const rejected = remittanceIds.length > 0 ? await readRejected(tx, db.organizationId, id, remittanceIds) : []
    if (rejected.length === 0) return 0
    const settled = await settledBy(tx, db.organizationId, id, rejected)
    if (settled.length === 0) return 0
    const [imports, positions] = [settled.map(({ importId }) => importId), settled.map(({ position }) => position)]
    return tx.run(sql`
      update import_rejections r set state = 'mended', mended_by_import = ${id}
      from unnest(${sql.param(imports)}::int8[], ${sql.param(positions)}::int[]) as s(import_id, position)
      where r.organization_id = ${db.organizationId} and r.import_id = s.import_id and r.position = s.position and r.state <> 'mended'`)
  })
}

async function joined(tx: TenantTransaction, organizationId: number, id: number): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(sql`
    select distinct remittance_id as id from adjudications where organization_id = ${organizationId} and id between ${firstRowId(id)} and ${lastRowId(id)}
      and remittance_id not between ${firstRowId(id)} and ${lastRowId(id)}`)
  return rows.map((row) => row.id)
}

/** Dismissed ones too: what has come is not missing, whoever looks. */
function readRejected(tx: TenantTransaction, organizationId: number, id: number, remittanceIds: readonly number[]): Promise<Rejected[]> {
  return tx.rows<Rejected>(sql`
    with known as (
      select r.id, r.import_id, r.payment_amount =
        (select coalesce(sum(a.paid_amount), 0) from adjudications a where a.organization_id = r.organization_id and a.remittance_id = r.id)
        - (select coalesce(sum(b.amount), 0) from provider_level_adjustments b where b.organization_id = r.organization_id and b.remittance_id = r.id) as balances
      from remittances r where r.organization_id = ${organizationId} and r.id = any(${sql.param(remittanceIds)}::int8[])),
    touched as (
      select import_id, id from known
      union
      select a.import_id, k.id from known k join adjudications a on a.organization_id = ${organizationId} and a.remittance_id = k.id),
    files as (
      select t.import_id, json_agg(k.id) as ids, bool_and(k.balances)
        and not exists (select from remittances o where o.organization_id = ${organizationId} and o.import_id = t.import_id and o.id not in (select id from known)) as balances
      from touched t join known k on k.id = t.id where t.import_id <> ${id} group by t.import_id)
    select r.import_id as "importId", r.position, ${isOfClaim} as "isClaim", ${clpColumns},
      case when own.id is null then f.ids else json_build_array(own.id) end as "remittanceIds", coalesce(k.balances, f.balances) as balances,
      k.id is not null or r.record = 'provider adjustment' as "isSure"
    from files f join import_rejections r on r.organization_id = ${organizationId} and r.import_id = f.import_id ${clpSource}
    left join remittances own on own.organization_id = r.organization_id and own.id = ${ownRemittanceId}
    left join known k on k.id = own.id
    where r.severity = 'rejection' and r.state <> 'mended' and (k.id is not null or own.id is null)
      and (r.record ~ 'transaction [0-9]{1,9}$' or r.record = 'provider adjustment')
    order by r.import_id, r.position`)
}

async function settledBy(tx: TenantTransaction, organizationId: number, id: number, rejected: readonly Rejected[]): Promise<Rejected[]> {
  const told = rejected.map((one) => ({ one, claim: rejectedClaim(one) }))
  const numbers = told.flatMap(({ claim }) => claim?.controlNumber ?? [])
  const brought = await tx.rows<{ id: number; remittanceId: number; controlNumber: string; charge: Cents }>(sql`
    select id, remittance_id as "remittanceId", patient_control_number as "controlNumber", (charge_amount * 100)::int8 as charge from adjudications
    where organization_id = ${organizationId} and id between ${firstRowId(id)} and ${lastRowId(id)}
      and remittance_id is not null and trim(patient_control_number) = any(${sql.param(numbers)}::text[]) order by id`)
  const { lost } = (await tx.row<{ lost: boolean }>(sql`
    select exists (select from import_rejections where organization_id = ${organizationId} and import_id = ${id} and severity = 'rejection') as lost`))!
  const byNumber = Map.groupBy(brought, ({ controlNumber }) => controlNumberOf(controlNumber))
  const taken = new Set<string>()
  // Those that say their charge choose first: a claim payment mends one rejection of each file.
  const rank = (claim: { charge: Cents | null } | null) => (claim && claim.charge !== null ? 0 : 1)
  const inTurn = told.toSorted((a, b) => rank(a.claim) - rank(b.claim))
  return inTurn.flatMap(({ one, claim }) => {
    if (!claim?.controlNumber) return one.isSure && one.balances ? [one] : []
    const fits = byNumber
      .get(claim.controlNumber)
      ?.find(
        (came) =>
          one.remittanceIds.includes(came.remittanceId) && (claim.charge === null || claim.charge === came.charge) && !taken.has(`${one.importId} ${came.id}`),
      )
    if (!fits || (!one.isClaim && !one.balances && lost)) return []
    taken.add(`${one.importId} ${fits.id}`)
    return [one]
  })
}
