import { textAt, type Elements } from './fields.ts'

/** Billing provider, subscriber and patient are at 1, 2 and 3; the header of the transaction is at 0. */
export type Depth = 0 | 1 | 2 | 3
const DEPTHS = new Map<string, Depth>([
  ['20', 1],
  ['22', 2],
  ['23', 3],
])
const NAMES = new Map<Depth, string>([
  [1, 'billing provider (HL 20)'],
  [2, 'subscriber (HL 22)'],
  [3, 'patient (HL 23)'],
])

/** Where in the hierarchy of HL segments the reading stands. */
export class LevelPath {
  /** HL01 of the open level of each depth. */
  readonly #open = new Map<Depth, string | null>()
  readonly #told = new Set<Depth>()
  depth: Depth = 0

  /** By HL03; null where that is no level of an 837. */
  depthOf(hl: Elements): Depth | null {
    return DEPTHS.get(textAt(hl, 3) ?? '') ?? null
  }

  /** Opens a level and closes those below it. False where HL02 names another level than the one it follows; a blank HL02 names none. */
  open(depth: Depth, hl: Elements): boolean {
    const parent = textAt(hl, 2)
    const above = (depth - 1) as Depth
    for (const deeper of DEPTHS.values()) if (deeper >= depth) this.#open.delete(deeper)
    this.#open.set(depth, textAt(hl, 1))
    this.depth = depth
    return depth === 1 || parent === null || parent === this.#open.get(above)
  }

  /** The levels that a claim lacks and no claim before it lacked, in words. */
  newlyMissing(lacksPatient: boolean): string[] {
    const missing: Depth[] = []
    if (!this.#open.has(1)) missing.push(1)
    if (!this.#open.has(2)) missing.push(2)
    if (lacksPatient && !this.#open.has(3)) missing.push(3)
    return missing.flatMap((depth) => {
      if (this.#told.has(depth)) return []
      this.#told.add(depth)
      return NAMES.get(depth) ?? []
    })
  }
}
