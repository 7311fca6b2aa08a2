import type { AdjustmentRecord, DecisionLineRecord, DecisionRecord } from '../imports/records.ts'
import type { Cents } from '../money.ts'
import { Random, STREAM } from './random.ts'

/** What a payer's remittances leave out or change of the claim they answer. It never changes what was decided. */
export interface Habits {
  /** Share of claims of which the line control numbers (REF*6R) do not come back. */
  losesLineNumbers: number
  /** Modifiers that its system does not keep. */
  dropsModifiers: readonly string[]
  /** Share of claims of which a line of several units comes back as two. */
  splitsLines: number
  /** Days of service stand on the claim alone. */
  datesOnClaimOnly: boolean
  /** A decision after the first gets a control number of its own; the others keep the one of the first. */
  renumbers: boolean
}

const FAITHFUL: Habits = { losesLineNumbers: 0, dropsModifiers: [], splitsLines: 0, datesOnClaimOnly: false, renumbers: false }

const habits: Readonly<Record<string, Habits>> = {
  'northfield-health': { ...FAITHFUL, losesLineNumbers: 0.02 },
  'cascade-mutual': { ...FAITHFUL, dropsModifiers: ['95'], losesLineNumbers: 0.15 },
  'union-prairie-plan': { ...FAITHFUL, dropsModifiers: ['59'], splitsLines: 0.25 },
  'harbor-state-medicaid': { ...FAITHFUL, losesLineNumbers: 0.6, datesOnClaimOnly: true, dropsModifiers: ['LT', 'RT'] },
  'silver-oak-advantage': { ...FAITHFUL, dropsModifiers: ['GP'], losesLineNumbers: 0.1 },
  'federal-senior-plan': { ...FAITHFUL, renumbers: true },
}

/**
 * Says decisions as their payers send them. Claim `number` decides, with the seed, so that a reversal looks like what it takes back. A line
 * that is split keeps its control number: without it nobody could tell the halves from two lines.
 */
export function payerHabits(seed: number): (decisions: readonly DecisionRecord[], number: number) => DecisionRecord[] {
  const random = new Random()
  return (decisions, number) =>
    decisions.map((decision, index) => {
      const { losesLineNumbers, dropsModifiers, splitsLines, datesOnClaimOnly, renumbers } = habits[decision.payerId ?? ''] ?? FAITHFUL
      random.start(seed, STREAM.habits, number)
      const loses = random.chance(losesLineNumbers)
      const splits = random.chance(splitsLines) && !loses
      const lines = (splits ? decision.lines.flatMap(halves) : decision.lines).map((line, position) => ({
        ...line,
        lineNumber: position + 1,
        controlNumber: loses ? null : line.controlNumber,
        modifiers: dropsModifiers.length > 0 ? line.modifiers.filter((modifier) => !dropsModifiers.includes(modifier)) : line.modifiers,
        ...(datesOnClaimOnly && { serviceDate: null, serviceDateEnd: null }),
      }))
      const isLater = renumbers && index > 0 && decision.decisionKind === 'original'
      return { ...decision, payerControlNumber: isLater ? `${decision.payerControlNumber}R${index}` : decision.payerControlNumber, lines }
    })
}

/** A line of several units as two lines that add up to it, each in balance. */
function halves(line: DecisionLineRecord): DecisionLineRecord[] {
  const units = line.units ?? 1
  const first = Math.floor(units / 2)
  if (first < 1) return [line]
  const part = shareOut([...line.adjustments.map(({ amount }) => amount), line.paid], first / units)
  const allowed = line.allowed === null ? null : rounded(line.allowed, first / units)
  const half = (amounts: readonly Cents[], ownUnits: number, ownAllowed: Cents | null): DecisionLineRecord => {
    const charge = amounts.reduce((sum, amount) => sum + amount, 0)
    return {
      ...line,
      units: ownUnits,
      charge,
      paid: amounts.at(-1) ?? 0,
      allowed: ownAllowed,
      adjustments: line.adjustments.map((adjustment, index): AdjustmentRecord => ({ ...adjustment, amount: amounts[index] ?? 0 })),
      verdict: line.verdict.denied ? { ...line.verdict, deniedAmount: charge } : line.verdict,
    }
  }
  const rest = [...line.adjustments.map(({ amount }) => amount), line.paid].map((amount, index) => amount - (part[index] ?? 0))
  return [half(part, first, allowed), half(rest, units - first, line.allowed === null ? null : line.allowed - (allowed ?? 0))]
}

/** A share of each amount, by rounding their running sums: the parts add up to the share of the whole, and nothing stays nothing. */
function shareOut(amounts: readonly Cents[], share: number): Cents[] {
  let sum = 0
  let given = 0
  return amounts.map((amount) => {
    sum += amount
    const part = rounded(sum, share) - given
    given += part
    return part
  })
}

/** Rounded alike on both sides of zero, so that a reversal is the exact opposite; never -0. */
const rounded = (amount: Cents, share: number): Cents => Math.sign(amount) * Math.round(Math.abs(amount) * share) || 0
