import { carcs } from './catalogue/carcs.ts'
import { rarcs } from './catalogue/rarcs.ts'
import { reasons, type ReasonText } from './catalogue/reasons.ts'

export * from './catalogue/kinds.ts'
export { carcs, type CarcRow } from './catalogue/carcs.ts'
export { rarcs, type RarcRow } from './catalogue/rarcs.ts'

/**
 * A reason of the catalogue with its codes. CARC and RARC numbers are facts; every label here is in our own words, because X12's wording is
 * X12's. A (CARC, RARC) pair names one reason; the RARC decides where the CARC says little (CARC 16 says only that something is missing).
 */
export interface DenialReason extends ReasonText {
  /** Codes in use come before retired ones. */
  carcs: readonly string[]
  /** RARCs that decide for this reason when they accompany a CARC that says little (16, 96, 125, 226, 252, A1). */
  rarcs: readonly string[]
}

const codesByReason = (rows: readonly { code: string; reason: string | null; retired?: boolean }[]) => {
  const inUseFirst = rows.toSorted((a, b) => Number(a.retired ?? false) - Number(b.retired ?? false))
  return Map.groupBy(inUseFirst, ({ reason }) => reason)
}
const carcsOf = codesByReason(carcs)
const rarcsOf = codesByReason(rarcs)

export const denialReasons: readonly DenialReason[] = Object.values<ReasonText>(reasons).map((reason) => ({
  ...reason,
  carcs: (carcsOf.get(reason.label) ?? []).map(({ code }) => code),
  rarcs: (rarcsOf.get(reason.label) ?? []).map(({ code }) => code),
}))
