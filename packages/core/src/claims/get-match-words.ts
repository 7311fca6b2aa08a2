import type { matchBases } from '../db/schema/adjudications.ts'

/** How the claim of a decision was found, for a person to read. Matching begins with the patient control number; these say what settled it. */
export const matchWords: Record<(typeof matchBases)[number], string> = {
  payer_control_number: "found by the payer's control number",
  dates_and_charge: 'found by control number, day of service and charge',
  dates: 'found by control number and day of service; the charge differs',
  charge: 'found by control number and charge; one of the two names no day of service',
  alone: 'no claim was there: the claim was made from it',
  ambiguous: 'fits several claims equally well and waits to be told which',
  by_hand: 'assigned by hand',
}
