import type { AdjustmentKind } from '../kinds.ts'
import type { ReasonKey } from '../reasons.ts'

/** What a code does: the reason for which it denies, or the kind of adjustment that denies nothing. */
type Meaning = ReasonKey | Exclude<AdjustmentKind, 'denial'>

/** A line of the code tables: number, what it does, label in our own words, and whether it was withdrawn from the published list. */
export type CarcLine = readonly [code: string, meaning: Meaning, label: string, retired?: 'retired']
