/** Who bears an adjustment, by its group code, in our own words. */
const groups: Record<string, string> = {
  CO: 'Provider bears it (CO)',
  PR: 'Patient owes it (PR)',
  OA: 'Other adjustment (OA)',
  PI: 'Payer initiated (PI)',
  CR: 'Correction (CR)',
}

/** Adjustments that are no denials, and so stand in no catalogue of denial reasons. */
const ordinary: Record<string, string> = {
  1: 'Deductible',
  2: 'Coinsurance',
  3: 'Copayment',
  23: 'Decision of an earlier payer',
  45: 'Above the contracted price',
  59: 'Reduced for several procedures at once',
  94: 'Paid more than charged',
  131: 'Negotiated discount',
  142: 'Monthly amount of the patient',
  144: 'Incentive',
  187: 'Paid from a spending account',
  237: 'Penalty set by law or regulation',
  253: 'Federal budget reduction',
}

export const groupInWords = (group: string) => groups[group] ?? group
export const adjustmentInWords = ({ label, carc }: { label: string | null; carc: string }) => label ?? ordinary[carc] ?? `Adjustment reason ${carc}`
