import { actionCategories } from '../adjudication/catalogue.ts'
import { describeReason } from '../adjudication/reasons.ts'
import { paidInWords, placeInWords } from './answers.ts'
import type { Prepared } from './prepare.ts'
import type { PaidLine } from './proof.sql.ts'
import { answerOf, optionsOf } from './question.ts'

export interface Hint {
  text: string
  /** With the last hint of a claim that is edited. */
  twin: PaidLine | null
}

const hint = (text: string, twin: PaidLine | null = null): Hint => ({ text, twin })

/** Every hint there is to a case, the least telling first. */
export const hintsOf = (caseId: string, prepared: Prepared): Hint[] =>
  prepared.edit ? hintsToEdit(prepared, prepared.edit) : hintsToQuestion(caseId, prepared.pattern.reason)

function hintsToEdit({ pattern: { reason } }: Prepared, { line, answer, twin }: NonNullable<Prepared['edit']>): Hint[] {
  const place = placeInWords(answer)
  const missing = answer.authorization || answer.conditions.some(({ op }) => op === 'lacks' || op === 'not')
  return [
    hint(
      answer.authorization ? 'Look at the claim as a whole, not at its lines.' : `Look at line ${line.lineNumber}; the denial is not about the other lines.`,
    ),
    hint(`Look at the ${place}: something there ${missing ? 'is missing' : 'does not fit'}. The payer says “${reason}”.`),
    hint(paidInWords(answer)),
    hint('This payer paid a claim for the same service. Compare it with the one that was denied.', twin),
  ]
}

const WHO: Record<(typeof actionCategories)[number], string> = {
  operational_system: 'Somebody would have had to do something before the claim went out: at the desk, or in the system.',
  documentation: 'It is about what stands in the record, or what was sent along with the claim.',
  coding_knowledge: 'It is about how the service was put down in codes.',
  coverage_blindspot: 'It is about what the plan covers, and when that is looked up.',
}

function hintsToQuestion(caseId: string, reason: string): Hint[] {
  const { category, action } = describeReason(reason)
  const answer = answerOf(caseId, reason)
  const wrong = optionsOf(caseId, reason).find(({ id }) => id !== answer)
  return [
    hint(`The payer says “${reason}”. Such denials are counted under ${category.replaceAll('-', ' ')}.`),
    ...(action === null ? [] : [hint(WHO[action])]),
    ...(wrong ? [hint(`It is not ${wrong.id}.`)] : []),
  ]
}
