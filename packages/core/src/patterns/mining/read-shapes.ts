import type { Slices } from '../../computation/slices.ts'
import type { IsoDate } from '../../dates.ts'
import { DAYS_TO_SUBMISSION } from '../scope/condition.ts'
import type { ClaimShape, LineShape } from './claim-shape.ts'
import { SEPARATOR, shapesOf, type ShapeRow } from './shapes.sql.ts'

export interface ShapesOf {
  organizationId: number
  /** Days of service. */
  days: readonly IsoDate[]
  /** Decisions after this day are not known yet. */
  decidedUntil: IsoDate
}

/**
 * Gives the shapes of the claims of those days to `see`, slice of days by slice of days; `later` is said by who asks, for all of them. A shape
 * comes once for each slice that holds it. What is in memory at a time are two slices: one is seen while the database reads the next, so that neither waits
 * for the other and nobody else for both.
 */
export async function readShapes(slices: Slices, { organizationId, days: every, decidedUntil }: ShapesOf, later: boolean, see: (shape: ClaimShape) => void) {
  let read: ShapeRow[] = []
  const seeRead = () => {
    for (const { claim, lines, count } of read) see({ ...claimOf(claim), lines: lines.split(SEPARATOR.line).map(lineOf), later, count })
    read = []
  }
  await slices.eachDay('service', every, async (tx, days) => {
    const reading = tx.rows<ShapeRow>(shapesOf(organizationId, { days, decidedUntil }))
    seeRead()
    read = await reading
  })
  seeRead()
}

function claimOf(text: string): Omit<ClaimShape, 'lines' | 'later' | 'count'> {
  const [payer, provider, claimType, exceeded, reason] = text.split(SEPARATOR.field) as [string, string, string, string, string]
  const submittedLaterThan = exceeded === '' ? null : (DAYS_TO_SUBMISSION[Number(exceeded) - 1] ?? 0)
  return { payer: said(payer), provider: said(provider), claimType: said(claimType), submittedLaterThan, reason: said(reason) }
}

function lineOf(text: string): LineShape {
  const [procedureCode, modifiers, diagnoses, placeOfService, renderingProvider, reason] = text.split(SEPARATOR.field) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return {
    procedureCode: said(procedureCode),
    modifiers: listOf(modifiers),
    diagnoses: listOf(diagnoses),
    placeOfService: said(placeOfService),
    renderingProvider: said(renderingProvider),
    reason: said(reason),
  }
}

const said = (text: string): string | null => (text === '' ? null : text)
const listOf = (text: string): readonly string[] => (text === '' ? [] : text.split(SEPARATOR.value))
