import { createHash } from 'node:crypto'
import { denialReasons } from '../adjudication/catalogue.ts'
import { describeReason } from '../adjudication/reasons.ts'
import { preventionOf } from '../patterns/texts.ts'
import { letterOf } from './claim.ts'

/** Answers to choose among, the right one with them. */
export const MOST_OPTIONS = 4

export interface Option {
  id: string
  text: string
}

/** A number that is the same for the same texts, and otherwise like chance. */
export const draw = (...texts: string[]): string => createHash('sha256').update(texts.join('\n')).digest('hex')

/** What would have prevented a denial for this reason, among what prevents others; in an order that is the case's own, so that it is the same each time it is asked. */
export function optionsOf(caseId: string, reason: string): Option[] {
  const { category } = describeReason(reason)
  const right = preventionOf(reason)
  // What prevents another denial of the same category might have helped here, too.
  const others = new Set(denialReasons.filter((other) => other.category !== category).map(({ label }) => preventionOf(label)))
  others.delete(right)
  const drawn = [...others].toSorted(by(caseId)).slice(0, MOST_OPTIONS - 1)
  return [right, ...drawn].toSorted(by(`${caseId} order`)).map((text, place) => ({ id: letterOf(place), text }))
}

/** The id of the right one. */
export const answerOf = (caseId: string, reason: string): string => optionsOf(caseId, reason).find(({ text }) => text === preventionOf(reason))!.id

const by = (seed: string) => (a: string, b: string) => (draw(seed, a) < draw(seed, b) ? -1 : 1)
