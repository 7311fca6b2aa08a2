import type { AdjustmentRecord, ClaimLineRecord } from '../imports/records.ts'
import type { Cents } from '../money.ts'
import type { Denial } from './denials.ts'
import { payers, type Payer } from './payers.ts'
import { procedureGroupOf } from '../codes/groups.ts'
import { procedures } from './services.ts'

/** What a payer made of one line. Charge less adjustments is what it paid, to the cent. */
export interface LineOutcome {
  paid: Cents
  allowed: Cents | null
  adjustments: AdjustmentRecord[]
  remarks: string[]
}

/** What the insured owes on a claim, settled once, so that a second decision prices it the same way. */
export interface CostShare {
  /** The deductible is not used up yet: the patient owes the whole allowed amount. */
  deductible: boolean
}

const COPAY_GROUPS: ReadonlySet<string | null> = new Set(['office-visit', 'counseling', 'therapy'])
/** Laws and contracts give this to the patient in full. */
const FREE_GROUPS: ReadonlySet<string | null> = new Set(['preventive-visit'])

/** Each contract pays each procedure a little more or less than its average: a fixed share within 10 % of the payer's ratio. */
const fees = new Map(
  payers.map(({ id, payRatio }, index) => [
    id,
    new Map([...procedures.keys()].map((code, position) => [code, payRatio * (0.9 + (((position * 7 + index * 13) % 21) / 20) * 0.2)])),
  ]),
)

export function allowedFor(line: ClaimLineRecord, payer: Payer): Cents {
  return Math.round(line.billed * (fees.get(payer.id)?.get(line.procedureCode ?? '') ?? payer.payRatio))
}

/** Takes money off the line where there is some to take. */
function adjust(outcome: LineOutcome, group: string, carc: string, amount: Cents): void {
  if (amount === 0) return
  outcome.adjustments.push({ group, carc, amount, quantity: null })
  outcome.paid -= amount
}

/** Contract first, then deductible or copayment and coinsurance, then what the law withholds. */
export function payLine(line: ClaimLineRecord, payer: Payer, share: CostShare): LineOutcome {
  const outcome: LineOutcome = { paid: line.billed, allowed: allowedFor(line, payer), adjustments: [], remarks: [] }
  const group = procedureGroupOf(line.procedureCode)
  adjust(outcome, 'CO', '45', line.billed - (outcome.allowed ?? 0))
  if (!FREE_GROUPS.has(group)) {
    if (share.deductible) adjust(outcome, 'PR', '1', outcome.paid)
    else {
      if (line.lineNumber === 1 && COPAY_GROUPS.has(group)) adjust(outcome, 'PR', '3', Math.min(payer.copay, outcome.paid))
      adjust(outcome, 'PR', '2', Math.round(outcome.paid * payer.coinsurance))
    }
  }
  adjust(outcome, 'CO', '253', Math.round(outcome.paid * payer.sequestration))
  return outcome
}

export function denyLine(line: ClaimLineRecord, { group, carc, rarc }: Denial): LineOutcome {
  return { paid: 0, allowed: null, adjustments: [{ group, carc, amount: line.billed, quantity: null }], remarks: rarc === null ? [] : [rarc] }
}

/** A supplement pays what the first payer left to the patient; all else was settled there (CARC 23). */
export function supplementLine(line: ClaimLineRecord, primary: LineOutcome): LineOutcome {
  const left = primary.adjustments.reduce((sum, { group, amount }) => (group === 'PR' ? sum + amount : sum), 0)
  const outcome: LineOutcome = { paid: line.billed, allowed: primary.allowed, adjustments: [], remarks: [] }
  adjust(outcome, 'OA', '23', line.billed - left)
  return outcome
}

/** A predetermination promises and pays nothing: CARC 101 stands for what would be paid. */
export function promiseLine(line: ClaimLineRecord, payer: Payer): LineOutcome {
  const outcome: LineOutcome = { paid: line.billed, allowed: allowedFor(line, payer), adjustments: [], remarks: [] }
  adjust(outcome, 'CO', '45', line.billed - (outcome.allowed ?? 0))
  adjust(outcome, 'OA', '101', outcome.paid)
  return outcome
}
