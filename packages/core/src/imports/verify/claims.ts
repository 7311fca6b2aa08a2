import type { TenantDatabase } from '../../db/tenant.ts'
import { percentOf } from '../../measures/dashboard/rules.ts'
import { dollars } from '../../money.ts'
import type { Raw } from '../formats/portal-json/values.ts'
import { claimMismatches, sumsOf, type ClaimSums } from './claims.sql.ts'
import { expectedClaim, isDenied, type ExpectedClaim } from './expected-claim.ts'
import type { Mismatches } from './mismatches.ts'
import { checkOf, type Check, type Difference } from './schemas.ts'

type Figures = Pick<ClaimSums, 'claims' | 'billed' | 'paid' | 'adjudicated' | 'denied' | 'lines' | 'linesBilled' | 'appeals'>
const NONE: Figures = { claims: 0, billed: 0, paid: 0, adjudicated: 0, denied: 0, lines: 0, linesBilled: 0, appeals: 0 }

/** One side of the comparison: figures by heading. Integer cents, so that sums stay exact. */
class Side {
  readonly figures = new Map<string, Figures>()
  portalDenied = 0

  add({ status, reason, outcome, denialReason, ...figures }: ClaimSums): void {
    const headings = ['', `status ${status ?? 'not stated'}`, `read as ${outcome}`]
    if (reason !== null) headings.push(`reason "${reason}"`)
    if (denialReason !== null) headings.push(`reason read as "${denialReason}"`)
    for (const heading of headings) {
      const sum = this.figures.get(heading) ?? { ...NONE }
      for (const name of Object.keys(NONE) as (keyof Figures)[]) sum[name] += figures[name]
      this.figures.set(heading, sum)
    }
    if (isDenied(status)) this.portalDenied += figures.claims
  }

  of(heading: string): Figures {
    return this.figures.get(heading) ?? NONE
  }
}

/** Compares the claims of an export with those of the database, batch by batch; only their ids stay in memory. */
export class ClaimComparison {
  readonly ids = new Set<string>()
  #repeated = 0
  #withoutId = 0
  readonly #expected = new Side()
  readonly #actual = new Side()
  readonly #db: TenantDatabase
  readonly #mismatches: Mismatches

  constructor(db: TenantDatabase, mismatches: Mismatches) {
    this.#db = db
    this.#mismatches = mismatches
  }

  async take(objects: readonly Raw[]): Promise<void> {
    const all = objects.map(expectedClaim)
    const claims = all.filter((claim) => claim !== null)
    this.#withoutId += all.length - claims.length
    const fresh = claims.filter((claim) => this.#isFirst(claim))
    this.#mismatches.add('claim', await claimMismatches(this.#db, claims))
    for (const sums of await sumsOf(
      this.#db,
      fresh.map(({ id }) => id),
    ))
      this.#actual.add(sums)
  }

  /** Counts a claim at its first mention. */
  #isFirst(claim: ExpectedClaim): boolean {
    if (this.ids.has(claim.id)) {
      this.#repeated++
      return false
    }
    this.ids.add(claim.id)
    const decided = claim.outcome !== 'pending' && !claim.duplicate
    const appeals = Number(claim.fields.appealStatus !== null)
    this.#expected.add({ ...claim, claims: 1, adjudicated: Number(decided), denied: Number(decided && claim.outcome === 'denied'), appeals })
    return true
  }

  checks(): Check[] {
    const headings = new Set([...this.#expected.figures.keys(), ...this.#actual.figures.keys()])
    const rates = this.#portalRates()
    return [
      ...[...headings].sort().flatMap((heading) => this.#checksOf(heading)),
      checkOf('claim lines', this.#expected.of('').lines, this.#actual.of('').lines),
      checkOf('claim lines, billed', dollars(this.#expected.of('').linesBilled), dollars(this.#actual.of('').linesBilled)),
      checkOf('claims with an appeal', this.#expected.of('').appeals, this.#actual.of('').appeals),
      checkOf('claims without an id in the export', 0, this.#withoutId),
      checkOf('denial rate as the portal computes it', rates.expected, rates.actual),
      checkOf('approval rate as the portal computes it', approval(rates.expected), approval(rates.actual)),
    ]
  }

  #checksOf(heading: string): Check[] {
    const [expected, actual] = [this.#expected.of(heading), this.#actual.of(heading)]
    const name = heading === '' ? 'claims' : `claims, ${heading}`
    return [
      checkOf(name, expected.claims, actual.claims),
      checkOf(`${name}: billed`, dollars(expected.billed), dollars(actual.billed)),
      checkOf(`${name}: paid`, dollars(expected.paid), dollars(actual.paid)),
    ]
  }

  /** The guide's formula: denied claims by all claims, pending ones too. */
  #portalRates() {
    return {
      expected: percentOf(this.#expected.portalDenied, this.#expected.of('').claims),
      actual: percentOf(this.#actual.portalDenied, this.#actual.of('').claims),
    }
  }

  differences(): Difference[] {
    const { expected } = this.#portalRates()
    const { adjudicated, denied } = this.#actual.of('')
    const rows: Difference[] = [
      {
        name: 'denial rate',
        stated: expected,
        computed: percentOf(denied, adjudicated),
        reason: 'The portal divides the denied claims by all claims, pending ones too; Overturn by those that are decided, duplicates apart.',
      },
      {
        name: 'approval rate',
        stated: approval(expected),
        computed: percentOf(adjudicated - denied, adjudicated),
        reason: 'The portal takes 100 less the denial rate, which counts pending claims as approved; Overturn leaves out what is not decided.',
      },
    ]
    if (this.#repeated > 0) {
      rows.push({
        name: 'claims named again',
        stated: this.#repeated,
        computed: 0,
        reason: 'The export names these claims more than once; each is one claim here, and the last one taken in counts.',
      })
    }
    return rows.filter(({ stated, computed }) => stated !== computed)
  }
}

const approval = (denialRate: number | null) => (denialRate === null ? null : Math.round((100 - denialRate) * 100) / 100)
