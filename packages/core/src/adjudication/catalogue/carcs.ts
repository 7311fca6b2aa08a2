import { carcs0 } from './carcs/0-99.ts'
import { carcs100 } from './carcs/100-199.ts'
import { carcs200 } from './carcs/200-308.ts'
import { carcsOfLetters } from './carcs/letters.ts'
import type { CarcLine } from './carcs/table.ts'
import type { AdjustmentKind } from './kinds.ts'
import { reasons, type ReasonKey } from './reasons.ts'

/** A claim adjustment reason code. The numbers are facts of the published list; labels are in our own words. */
export interface CarcRow {
  code: string
  label: string
  kind: AdjustmentKind
  /** Label of the canonical reason for which it denies; null exactly where the kind is no denial. */
  reason: string | null
  /** Withdrawn from the list; still found in old remittances. */
  retired: boolean
}

const isReason = (meaning: CarcLine[1]): meaning is ReasonKey => Object.hasOwn(reasons, meaning)

function rowOf([code, meaning, label, retired]: CarcLine): CarcRow {
  const [kind, reason] = isReason(meaning) ? (['denial', reasons[meaning].label] as const) : ([meaning, null] as const)
  return { code, label, kind, reason, retired: retired !== undefined }
}

/** Every code of the published list as of August 2026, retired ones among them. */
export const carcs: readonly CarcRow[] = [...carcs0, ...carcs100, ...carcs200, ...carcsOfLetters].map(rowOf)
