import { z } from 'zod'
import { reasonOfText } from '../../../adjudication/reasons.ts'
import type { Cents } from '../../../money.ts'
import type { IsoDate } from '../../../dates.ts'
import type { Place, Report } from './issues.ts'
import { readReason } from './reasons.ts'
import { date, id, isObject, key, maybeAmount, readObject, texts, wholeNumber } from './values.ts'

const schema = z.object({
  claimId: id,
  lineNumber: wholeNumber,
  dateOfService: date,
  denialDate: date,
  denialReason: key,
  denialCarc: key,
  denialRarc: key,
  procedureCode: key,
  modifier: key,
  modifiers: texts,
  diagnosisCode: key,
  billedAmount: maybeAmount,
})
const refusals = { claimId: 'portal.pattern.evidence-not-read' } as const

/** One denial that a pattern rests on. */
export interface Evidence {
  /** The claim as the export names it; no file may have brought it. */
  claimReference: string
  /** Line of the claim where it is stated; else the how-manieth evidence of this claim it is, from 0. */
  lineNumber: number
  serviceDate: IsoDate | null
  denialDate: IsoDate | null
  /** Canonical label where the text names one, else the text. */
  denialReason: string | null
  denialCarc: string | null
  denialRarc: string | null
  procedureCode: string | null
  modifiers: string[]
  diagnosisCode: string | null
  billed: Cents | null
}

/** The evidence of a pattern, each denial once. What cannot be read is told; it stays in what the pattern reported. */
export function readEvidence(items: unknown[], place: Place, report: Report): Evidence[] {
  const found = new Map<string, Evidence>()
  const said = new Set<string>()
  for (const [index, item] of items.entries()) {
    const path = `evidence[${index}].`
    const fields = isObject(item) ? readObject(schema, refusals, item, place, report, path)?.fields : null
    if (!isObject(item)) report.reject('portal.pattern.evidence-not-read', `evidence[${index}] is no object`, place, `evidence[${index}]`)
    if (!fields || said.has(JSON.stringify(item))) continue
    said.add(JSON.stringify(item))
    const { claimId, lineNumber, dateOfService, modifier, modifiers, denialReason, billedAmount, ...same } = fields
    readReason(denialReason, place, report)
    let line = lineNumber ?? 0
    while (found.has(`${claimId}\n${line}`)) line++
    found.set(`${claimId}\n${line}`, {
      ...same,
      claimReference: claimId,
      lineNumber: line,
      serviceDate: dateOfService,
      denialReason: reasonOfText(denialReason)?.label ?? null,
      modifiers: modifier === null ? modifiers : [...modifiers, modifier],
      billed: billedAmount,
    })
  }
  return [...found.values()]
}
