import type { DerivedClaim } from '../../adjudication/derive.ts'
import type { StoredClaim } from '../../adjudication/load.ts'
import { mark, marksOf, MOST_NAMED, type DayMark } from '../../computation/marks.sql.ts'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { ClaimDraft } from './drafts.ts'

type Basis = DayMark['basis']

/** An import of more claims marks whole days: to name them would take memory, and save nothing where a day is theirs. */
const MOST_CLAIMS = 20_000

/** What of a day is touched; nothing where it only counts appeals. */
interface Touched {
  claim?: string
  /** Null: unknown. */
  payer?: string | null
}

/** The days that an import's own claims touch, and what of them; they are marked for computation in the transaction that shows the file. */
export class DayMarks {
  readonly #days = new Map<string, { claims: Set<string>; payers: Set<string> }>()
  readonly #most: number
  #claims = 0

  constructor(most = MOST_CLAIMS) {
    this.#most = most
  }

  add(basis: Basis, day: IsoDate | null, { claim, payer }: Touched = {}): void {
    if (day === null) return
    const key = `${basis}|${day}`
    const known = this.#days.get(key) ?? { claims: new Set(), payers: new Set() }
    this.#days.set(key, known)
    if (claim !== undefined && this.#claims <= this.#most) known.claims.add(claim)
    if (payer !== undefined) known.payers.add(payer ?? '')
  }

  addClaim({ id, received, lines, decisions, appeals, derived }: ClaimDraft): void {
    const payer = received.payerId
    this.#count()
    this.add('submission', received.submissionDate, { payer })
    this.add('service', received.serviceDate, { claim: id, payer })
    for (const { serviceDate } of lines) this.add('service', serviceDate)
    for (const { facts } of decisions) this.add('payment', facts.decidedOn, { payer })
    for (const { filedOn, decidedOn } of [...appeals, ...(derived?.closedAppeals ?? []).map((closed) => ({ filedOn: null, ...closed }))]) {
      this.add('service', filedOn)
      this.add('service', decidedOn)
    }
  }

  /** The days of a claim that is there; deriving it again moves none of them but those of appeals that it closes. */
  addStored({ id, payerId: payer, submissionDate, serviceDate, lines, decisions, appeals }: StoredClaim, { closedAppeals }: DerivedClaim): void {
    this.#count()
    this.add('submission', submissionDate, { payer })
    this.add('service', serviceDate, { claim: id, payer })
    for (const line of lines) this.add('service', line.serviceDate)
    for (const { decidedOn } of decisions) this.add('payment', decidedOn, { payer })
    for (const { filedOn } of appeals) this.add('service', filedOn)
    for (const { decidedOn } of [...appeals, ...closedAppeals]) this.add('service', decidedOn)
  }

  async write(tx: TenantTransaction, organizationId: number, cause: string): Promise<void> {
    if (this.#days.size > 0) await mark(tx, organizationId, marksOf(this.#marks()), cause)
  }

  /** One claim more; with the first that is too many all days become whole. */
  #count(): void {
    this.#claims++
    if (this.#claims === this.#most + 1) for (const { claims } of this.#days.values()) claims.clear()
  }

  #marks(): DayMark[] {
    const isWhole = this.#claims > this.#most
    return [...this.#days].map(([key, { claims, payers }]): DayMark => {
      const [basis, day] = key.split('|') as [Basis, IsoDate]
      return { basis, day, claims: isWhole || claims.size > MOST_NAMED ? null : [...claims], payers: isWhole ? null : [...payers] }
    })
  }
}
