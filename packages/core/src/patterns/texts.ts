import { type PatternCategory, type Remedy } from '../adjudication/catalogue.ts'
import { describeReason } from '../adjudication/reasons.ts'

/** What usually prevents the denials of a category. */
export const PREVENTION: Record<PatternCategory, string> = {
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
    suggestedAction: category === 'unclassified' ? PREVENTION[category] : `${PREVENTION[category]} ${RECOVERY[remedy]}`,
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
