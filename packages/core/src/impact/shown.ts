import { dollars } from '../money.ts'
import type { Together } from './levels.ts'
import type { Entry } from './read.ts'
import type { Estimate } from './rules.ts'
import type { LedgerEntry } from './schemas.ts'
import type { Verified } from './verified.sql.ts'

const NO_PAYMENT: Verified = { amount: 0, payments: 0 }

/** Cents as dollars, a payment that is not there as none. */
export const verifiedShown = ({ amount, payments }: Verified = NO_PAYMENT) => ({ amount: dollars(amount), payments })

/** To one decimal; what is less keeps its first digit, for a bound that is shown as 0 says that it may be chance. */
function tenths(count: number): number {
  const rounded = Math.round(count * 10) / 10 + 0
  return rounded === 0 ? Number(count.toPrecision(1)) : rounded
}
const each = ({ low, estimate, high }: Estimate, shown: (number: number) => number): Estimate => ({
  low: shown(low),
  estimate: shown(estimate),
  high: shown(high),
})

/** Never a small positive number: an amount is named only where the whole interval is above 0, of denials and of dollars (of a sum the two can differ). */
export function avoidedShown({ state, denials, amount }: Pick<Together, 'state' | 'denials' | 'amount'>): LedgerEntry['avoided'] {
  return {
    state,
    amount: state === 'shown' && amount !== null && amount.low > 0 ? dollars(amount.estimate) : 0,
    denials: denials && each(denials, tenths),
    dollars: amount && each(amount, dollars),
  }
}

export function entryShown({ subject, impact, amount, ...entry }: Entry, verified: Verified | undefined, counted: boolean): LedgerEntry {
  return {
    level: entry.level,
    patternId: subject.id,
    title: subject.title,
    denialReason: subject.reason,
    scope: [...subject.scope],
    interventions: [...entry.interventions],
    intervention: entry.intervention,
    verified: verifiedShown(verified),
    avoided: avoidedShown({ state: impact.state, denials: impact.avoided, amount }),
    enoughOn: impact.enoughOn,
    counted,
  }
}
