import { sql } from 'drizzle-orm'
import { mark, named } from '../computation/marks.sql.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import { refreshAfterWrite } from '../jobs/refresh-after-write.ts'
import { defineOperation } from '../operation.ts'
import { noPayer } from './no-payer.ts'
import { setPayerWindowsInput, setPayerWindowsOutput } from './schemas.ts'
import { windowsOf, type PayerRow } from './sql.ts'

type Windows = Pick<PayerRow, 'appealWindowDays' | 'timelyFilingDays' | 'windowsSetBy' | 'windowsSetAt' | 'appealsAddress'>

export const setPayerWindows = defineOperation({
  name: 'payers.setWindows',
  kind: 'write',
  summary:
    "Says in how many days a payer's decision can be appealed, and a claim be filed or corrected, and where appeals are sent; what depends on it is computed again.",
  input: setPayerWindowsInput,
  output: setPayerWindowsOutput,
  async run(context, { id, appealWindowDays, timelyFilingDays, appealsAddress }) {
    const { db, organization, actor, now, log } = context
    const setsWindows = appealWindowDays !== undefined || timelyFilingDays !== undefined
    if (!setsWindows && appealsAddress === undefined)
      throw new OverturnError('invalid_input', 'Say at least one of appealWindowDays, timelyFilingDays and appealsAddress.', {
        fields: [{ field: 'appealWindowDays', message: 'or timelyFilingDays or appealsAddress is missing' }],
      })
    const { payer, claims } = await db.transaction(async (tx) => {
      const stored = await tx.row<Windows>(sql`
        update payers set appeal_window_days = coalesce(${appealWindowDays ?? null}, appeal_window_days), timely_filing_days = coalesce(${timelyFilingDays ?? null}, timely_filing_days),
          windows_set_by = case when ${setsWindows} then ${actor.id} else windows_set_by end, windows_set_at = case when ${setsWindows} then ${now} else windows_set_at end,
          appeals_address = case when ${appealsAddress !== undefined} then ${appealsAddress ?? null} else appeals_address end
        where organization_id = ${organization.id} and id = ${id}
        returning appeal_window_days as "appealWindowDays", timely_filing_days as "timelyFilingDays", windows_set_by as "windowsSetBy", windows_set_at as "windowsSetAt",
          appeals_address as "appealsAddress"`)
      if (!stored) throw noPayer(id, organization.name)
      return { payer: stored, claims: setsWindows ? await markOpenDenials(tx, organization.id, id) : 0 }
    })
    log.info({ payer: id, claims, by: actor.id }, 'payer windows set')
    if (claims > 0) await refreshAfterWrite(context)
    return { id, windows: windowsOf(payer), appealsAddress: payer.appealsAddress, claims }
  },
})

/** The payer's claims with something still denied: of no other does a last day follow. Nothing else of their days changes. */
async function markOpenDenials(tx: TenantTransaction, organizationId: number, payer: string): Promise<number> {
  const open = sql`
    from claims where organization_id = ${organizationId} and payer_id = ${payer} and denial_reason is not null and final_outcome in ('denied', 'partially_denied') and use = 'claim'`
  await mark(
    tx,
    organizationId,
    sql`select 'service' as date_basis, date_of_service as day, ${named(sql`count(*)`, sql`array_agg(id)`)} as claims, '{}'::text[] as payers ${open} group by date_of_service`,
    `payer:${payer}`,
  )
  return (await tx.row<{ claims: number }>(sql`select count(*)::int as claims ${open}`))!.claims
}
