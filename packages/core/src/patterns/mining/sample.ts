import { procedureGroupOf, procedureGroups } from '../../codes/groups.ts'
import type { ClaimShape, LineShape } from './claim-shape.ts'
import { DistinctRows } from './distinct-rows.ts'
import { Items } from './items.ts'
import { GrowingRows, Ints } from './rows.ts'

/** Claims denied for one reason: which kind of claim, on which of its lines, how many. */
export class Denials {
  readonly kinds = new Ints()
  readonly lines = new GrowingRows()
  readonly early = new Ints()
  readonly later = new Ints()
}

/** What a claim without lines says is said by one line that says nothing itself. */
const NO_LINE: LineShape = { procedureCode: null, modifiers: [], diagnoses: [], placeOfService: null, renderingProvider: null, reason: null }

/**
 * Claims to be searched, encoded as they come: equal lines of claims that say the same are one line, claims with the same lines are one kind of claim with
 * counts. A line is held as two numbers, one for what its claim says and one for what it says itself, because the lines of large practices are many while
 * either part of them is not. Equal shapes may be added several times.
 */
export class Sample {
  readonly items = new Items()
  /** Conditions that claims meet with all their lines, and those that lines meet by themselves. */
  readonly claimParts = new GrowingRows()
  readonly lineParts = new GrowingRows()
  /** Both parts by line: `[claim part, line part]`. */
  readonly lines = new DistinctRows()
  /** Lines by kind of claim. */
  readonly kinds = new DistinctRows()
  readonly early = new Ints()
  readonly later = new Ints()
  readonly denials = new Map<string, Denials>()
  #claims = 0
  /** Texts by number, and what claims and lines say as rows of these numbers: a part for each. */
  readonly #texts = new Map<string | null, number>()
  readonly #claimsSaid = new DistinctRows()
  readonly #linesSaid = new DistinctRows()
  /** Bit of the family of a procedure code. */
  readonly #families = new Map<string | null, number>()

  /** How many claims were added. */
  get claims(): number {
    return this.#claims
  }

  add(shape: ClaimShape): void {
    this.#claims += shape.count
    const said = shape.lines.length > 0 ? shape.lines : [NO_LINE]
    const claimPart = this.#claimPartOf(shape, said)
    const lines = said.map((line) => this.lines.numberOf([claimPart, this.#linePartOf(line)]))
    const kind = this.kinds.numberOf(distinct(lines))
    if (kind === this.early.length) {
      this.early.push(0)
      this.later.push(0)
    }
    const count = shape.later ? this.later : this.early
    count.increase(kind, shape.count)
    if (shape.reason !== null || said.some(({ reason }) => reason !== null)) this.#deny(shape, said, kind, lines)
  }

  #deny({ reason: ofAll, later, count }: ClaimShape, said: readonly LineShape[], kind: number, lines: readonly number[]): void {
    const denied = new Map<string, Set<number>>()
    said.forEach((line, index) => {
      const reason = line.reason ?? ofAll
      if (reason !== null) denied.set(reason, (denied.get(reason) ?? new Set()).add(lines[index]!))
    })
    for (const [reason, on] of denied) {
      let denials = this.denials.get(reason)
      if (!denials) this.denials.set(reason, (denials = new Denials()))
      denials.kinds.push(kind)
      denials.lines.add([...on])
      denials.early.push(later ? 0 : count)
      denials.later.push(later ? count : 0)
    }
  }

  #claimPartOf(shape: ClaimShape, lines: readonly LineShape[]): number {
    let families = 0
    for (const { procedureCode } of lines) families |= this.#familyOf(procedureCode)
    const { payer, provider, claimType, submittedLaterThan } = shape
    const part = this.#claimsSaid.numberOf([this.#textOf(payer), this.#textOf(provider), this.#textOf(claimType), submittedLaterThan ?? -1, families])
    if (part === this.claimParts.length)
      this.claimParts.add(
        this.items.ofClaim(
          shape,
          procedureGroups.filter((_, bit) => (families >> bit) & 1),
        ),
      )
    return part
  }

  #linePartOf(line: LineShape): number {
    const { procedureCode, modifiers, diagnoses, placeOfService, renderingProvider } = line
    const part = this.#linesSaid.numberOf([
      this.#textOf(procedureCode),
      this.#textOf(textOf(modifiers)),
      this.#textOf(textOf(diagnoses)),
      this.#textOf(placeOfService),
      this.#textOf(renderingProvider),
    ])
    if (part === this.lineParts.length) this.lineParts.add(this.items.ofLine(line))
    return part
  }

  #textOf(text: string | null): number {
    let number = this.#texts.get(text)
    if (number === undefined) this.#texts.set(text, (number = this.#texts.size))
    return number
  }

  #familyOf(code: string | null): number {
    let bit = this.#families.get(code)
    if (bit === undefined) {
      const family = procedureGroupOf(code)
      this.#families.set(code, (bit = family === null ? 0 : 1 << procedureGroups.indexOf(family)))
    }
    return bit
  }
}

const textOf = (values: readonly string[]): string | null => (values.length > 1 ? values.join() : (values[0] ?? null))

/** Each number once, in ascending order. */
function distinct(numbers: readonly number[]): readonly number[] {
  if (numbers.length === 1) return numbers
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}
