import fc from 'fast-check'
import type { DecidedLine, DecisionFacts, Denial } from '../../src/adjudication/facts.ts'
import type { ClaimOutcome } from '../../src/adjudication/rules.ts'

const NO_DENIAL: Denial = { group: null, carc: null, rarc: null, reason: null, deniedAmount: 0 }

/** What a decision denies: 130.00 for want of an authorization, unless told otherwise. */
export const denialOf = (deniedAmount = 13_000): Denial => ({ group: 'CO', carc: '197', rarc: null, reason: 'Authorization absent', deniedAmount })

/** The outcome goes by what is paid of 130.00: nothing is denied, all is paid, less is partially denied. */
function outcomeOf(paid: number): { outcome: ClaimOutcome; denial: Denial } {
  if (paid === 0) return { outcome: 'denied', denial: denialOf() }
  return paid >= 13_000 ? { outcome: 'paid', denial: NO_DENIAL } : { outcome: 'partially_denied', denial: denialOf(13_000 - paid) }
}

/** A decision of the primary payer on a claim of 130.00, paid in cents. */
export function decision(id: number, decidedOn: string | null, paid: number, more: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    id,
    kind: 'original',
    rank: 'primary',
    payerId: 'harbor',
    payerControlNumber: 'ICN-1',
    isStatement: false,
    decidedOn,
    charge: 13_000,
    paid,
    patientResponsibility: null,
    allowed: null,
    duplicate: false,
    lines: [],
    ...outcomeOf(paid),
    ...more,
  }
}

/** Takes back what was paid; a reversal names no rank. */
export const reversal = (id: number, decidedOn: string | null, paid: number, more: Partial<DecisionFacts> = {}): DecisionFacts =>
  decision(id, decidedOn, -paid || 0, { kind: 'reversal', rank: null, charge: -13_000, outcome: null, denial: NO_DENIAL, ...more })

/** How a claim stands, as an export says it. */
export const statement = (id: number, decidedOn: string | null, paid: number, more: Partial<DecisionFacts> = {}): DecisionFacts =>
  decision(id, decidedOn, paid, { isStatement: true, payerControlNumber: null, ...more })

export const line = (claimLine: number | null, paid: number, denied = paid === 0): DecidedLine => ({
  claimLine,
  denied,
  duplicate: false,
  ...(denied ? { group: 'CO', carc: '197', rarc: null, reason: 'Authorization absent' } : { group: null, carc: null, rarc: null, reason: null }),
  paid,
  allowed: null,
})

const day = fc.constantFrom('2026-01-10', '2026-01-20', '2026-02-01', '2026-03-01', null)
const amount = fc.constantFrom(0, 4_000, 8_000, 13_000)

/** Any decisions of one claim, with ids of their own. */
export const decisions: fc.Arbitrary<DecisionFacts[]> = fc
  .array(
    fc.record({
      what: fc.constantFrom('original', 'original', 'reversal', 'statement', 'other'),
      day,
      amount,
      rank: fc.constantFrom('primary', 'primary', 'secondary', null),
      lines: fc.array(fc.tuple(fc.constantFrom(1, 1, 2, 3, null), amount), { maxLength: 3 }),
    }),
    { maxLength: 7 },
  )
  .map((told) =>
    told.map(({ what, day: on, amount: paid, rank, lines }, at) => {
      const more = {
        payerId: rank === 'secondary' ? 'second' : 'harbor',
        lines: lines.map(([number, part]) => line(number, what === 'reversal' ? -part || 0 : part)),
      }
      if (what === 'reversal') return reversal(at + 1, on, paid, more)
      if (what === 'statement') return statement(at + 1, on, paid, { ...more, rank })
      return decision(at + 1, on, paid, { ...more, rank, ...(what === 'other' ? { kind: 'predetermination', outcome: null } : {}) })
    }),
  )

/** The same in another order. */
export const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> => fc.shuffledSubarray([...items], { minLength: items.length })
