import { changesOf } from './changes.ts'
import { checkedOf, type CaseClaim, type LabClaim, type LabLine } from './claim.ts'
import { speaksOf, type Denying } from './answers.ts'

export interface EditedLine {
  sent: LabLine
  edited: LabLine
}

/**
 * Edited lines that a paid line can show: those that were denied for this reason. `beyond` are the numbers of the others; nothing that was paid says
 * that their change belongs to the fix. A claim has one list of diagnoses, so the change that a denied line has may stand on every line.
 */
export function shownLines(claim: CaseClaim, edited: LabClaim, own: Denying): { denied: EditedLine[]; beyond: number[] } {
  const sent = checkedOf(claim, claim.sent)
  const speaks = (at: number) => claim.denied.includes(sent.lines[at]!.lineNumber) && speaksOf(own, sent, sent.lines[at]!)
  const touched = new Set(changesOf(claim.sent, edited).flatMap(({ lineNumber }) => lineNumber ?? []))
  const lines = claim.sent.lines.flatMap((line, at) => {
    const now = edited.lines.find(({ lineNumber }) => lineNumber === line.lineNumber)
    return now && touched.has(line.lineNumber) ? [{ sent: line, edited: now, denied: speaks(at) }] : []
  })
  const denied = lines.filter((line) => line.denied)
  const isSameDiagnosis = (line: EditedLine) => sameButDiagnoses(line) && denied.some((other) => diagnosisChange(other) === diagnosisChange(line))
  return { denied, beyond: lines.filter((line) => !line.denied && !isSameDiagnosis(line)).map((line) => line.sent.lineNumber) }
}

const sorted = (values: readonly string[]) => [...new Set(values)].sort()

const sameButDiagnoses = ({ sent, edited }: EditedLine) =>
  JSON.stringify(sorted(sent.modifiers)) === JSON.stringify(sorted(edited.modifiers)) && sent.placeOfService === edited.placeOfService

const diagnosisChange = ({ sent: { diagnosisCodes: before }, edited: { diagnosisCodes: after } }: EditedLine): string =>
  JSON.stringify([sorted(after.filter((code) => !before.includes(code))), sorted(before.filter((code) => !after.includes(code)))])
