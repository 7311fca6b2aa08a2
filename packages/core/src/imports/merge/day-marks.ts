import { sql } from 'drizzle-orm'
import type { DerivedClaim } from '../../adjudication/derive.ts'
import type { StoredClaim } from '../../adjudication/load.ts'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { ClaimDraft } from './drafts.ts'

type Basis = 'submission' | 'service' | 'payment'

/** The days that an import's own claims touch; they are marked for computation in the transaction that shows the file. */
export class DayMarks {
  readonly #days = new Set<string>()

  add(basis: Basis, day: IsoDate | null): void {
    if (day !== null) this.#days.add(`${basis}|${day}`)
  }

  addClaim({ received, lines, decisions, appeals, derived }: ClaimDraft): void {
    this.add('submission', received.submissionDate)
    this.add('service', received.serviceDate)
    for (const { serviceDate } of lines) this.add('service', serviceDate)
    for (const { facts } of decisions) this.add('payment', facts.decidedOn)
    for (const { filedOn, decidedOn } of [...appeals, ...(derived?.closedAppeals ?? []).map((closed) => ({ filedOn: null, ...closed }))]) {
      this.add('service', filedOn)
      this.add('service', decidedOn)
    }
  }

  /** The days of a claim that is there; deriving it again moves none of them but those of appeals that it closes. */
  addStored({ submissionDate, serviceDate, lines, decisions, appeals }: StoredClaim, { closedAppeals }: DerivedClaim): void {
    this.add('submission', submissionDate)
    this.add('service', serviceDate)
    for (const line of lines) this.add('service', line.serviceDate)
    for (const { decidedOn } of decisions) this.add('payment', decidedOn)
    for (const { filedOn } of appeals) this.add('service', filedOn)
    for (const { decidedOn } of [...appeals, ...closedAppeals]) this.add('service', decidedOn)
  }

  async write(tx: TenantTransaction, organizationId: number, cause: string): Promise<void> {
    if (this.#days.size === 0) return
    const days = [...this.#days].sort().map((mark) => mark.split('|'))
    await tx.run(sql`
      insert into service_days_to_recompute (organization_id, date_basis, day, cause)
      select ${organizationId}, basis, day, ${cause} from unnest(${sql.param(days.map(([basis]) => basis))}::text[], ${sql.param(days.map(([, day]) => day))}::date[]) as m(basis, day)
      on conflict (organization_id, date_basis, day) do update set cause = excluded.cause, marked_at = clock_timestamp()`)
  }
}
