import { carcs, rarcs } from '../adjudication/catalogue.ts'
import { describeReason } from '../adjudication/reasons.ts'
import type { Denial } from './get-schemas.ts'

const labelBy = (rows: readonly { code: string; label: string }[]) => new Map(rows.map(({ code, label }) => [code, label]))
const carcLabels = labelBy(carcs)
const rarcLabels = labelBy(rarcs)

/** What a code says, in our words; null for a code outside the catalogue. */
export const carcLabel = (code: string): string | null => carcLabels.get(code) ?? null
export const rarcLabel = (code: string): string | null => rarcLabels.get(code) ?? null

/** The denial columns of a claim, line or decision, as every table names them. */
export interface DenialColumns {
  denialReason: string | null
  denialGroup: string | null
  denialCarc: string | null
  denialRarc: string | null
}

/** A denial with what the catalogue says of its reason; null where nothing was denied. */
export function denialOf({ denialReason, denialGroup, denialCarc, denialRarc }: DenialColumns): Denial | null {
  if (denialReason === null) return null
  const { category, action, remedy } = describeReason(denialReason)
  return { reason: denialReason, group: denialGroup, carc: denialCarc, rarc: denialRarc, category, action, remedy }
}
