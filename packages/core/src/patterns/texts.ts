import { type PatternCategory, type Remedy } from '../adjudication/catalogue.ts'
import { reasons } from '../adjudication/catalogue/reasons.ts'
import { describeReason } from '../adjudication/reasons.ts'

/** What usually prevents the denials of a category. */
const PREVENTION: Record<PatternCategory, string> = {
  'modifier-missing': 'Check before sending whether the services of the visit need a modifier, and that the record supports the one that is used.',
  'code-mismatch': 'Check before sending that procedure, diagnosis, place and patient fit together, against the code sets of the day of service.',
  documentation: 'Keep a list of what this payer wants to see with these services, and send it with the claim.',
  authorization: 'Ask for the authorization when the visit is scheduled, and put its number and its limits on the claim.',
  'billing-error': 'Find the field that is wrong or missing on the denied claims, and stop claims with it before they are sent.',
  timing: 'Watch filing limits and benefit limits when scheduling and when sending, and send while there is time to correct.',
  'medical-necessity': 'Compare the record with the payer’s coverage rule before the service, and write down why the patient needs it.',
  'coding-specificity': 'Code the diagnosis as exactly as the record allows, to the last character that the code set asks for.',
  unclassified: 'Read a few of these denials, map their reason to a known one, and decide what to change from there.',
}

/** What prevents the denials of a reason of which its category says too little. */
const OF_REASON: Readonly<Record<string, string>> = {
  [reasons.bundled.label]:
    'Check before sending whether the payer’s bundling edits allow these codes on one day, and add a modifier for a distinct service only where the record supports it.',
  [reasons.providerNumber.label]: 'Check before sending that the claim carries the NPIs of who rendered and who billed, as the payer has them on file.',
  [reasons.provider.label]:
    'Check that the clinician is enrolled with this payer for the service and the place, and hold claims until the enrollment is complete.',
  [reasons.otherPayer.label]: 'Ask at each visit who covers it, and send the claim to the payer that is responsible on that day.',
  [reasons.coordination.label]: 'Ask at each visit for other insurance, and bill the payers in their order, with what the earlier one decided.',
  [reasons.patient.label]: 'Compare name, birth date and member number with the payer’s eligibility answer before sending.',
  [reasons.coverage.label]: 'Ask the payer before each visit whether coverage is in force.',
}

/** What usually prevents denials for this reason. */
export const preventionOf = (reason: string): string => OF_REASON[reason] ?? PREVENTION[describeReason(reason).category]

/** How the money of denials that have happened is usually got back. */
const RECOVERY: Record<Remedy, string> = {
  appeal: 'What is denied already is usually appealed, within the payer’s appeal window.',
  corrected_claim: 'What is denied already is usually sent again as a corrected claim, within the filing limit.',
  none: 'What is denied already is rarely recovered; the gain is in preventing it.',
}

/** The words of a pattern found by reason alone. They hold no counts, so that they never go out of date. */
export function textsOf(reason: string): { title: string; description: string; suggestedAction: string } {
  const { category, remedy } = describeReason(reason)
  return {
    title: reason,
    description: `Claims that payers denied at their first decision, wholly or in part, for the reason “${reason}”.`,
    suggestedAction: category === 'unclassified' ? preventionOf(reason) : `${preventionOf(reason)} ${RECOVERY[remedy]}`,
  }
}

/** The words of a pattern with a scope: the sentence and the reason. */
export function textsOfScope(reason: string, sentence: string): { title: string; description: string; suggestedAction: string } {
  return {
    title: `${sentence}: ${reason}`,
    description: `${sentence}, for the reason “${reason}”, more often than elsewhere.`,
    suggestedAction: textsOf(reason).suggestedAction,
  }
}
