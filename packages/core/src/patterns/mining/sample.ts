import { procedureGroupOf } from '../../codes/groups.ts'
import type { ClaimShape, LineShape } from './claim-shape.ts'
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
 * Claims to be searched, encoded as they come: lines that meet the same conditions are one line, claims with the same lines are one kind of claim with
 * counts. Equal shapes may be added several times.
 */
export class Sample {
  readonly items = new Items()
  /** Conditions by line. */
  readonly lines = new GrowingRows()
  /** Lines by kind of claim. */
  readonly kinds = new GrowingRows()
  readonly early = new Ints()
  readonly later = new Ints()
  readonly denials = new Map<string, Denials>()
  #claims = 0
  /** What claims say for all their lines, which then need not be said again for each. */
  readonly #claimIds = new Map<string, number>()
  readonly #lineIds = new Map<string, number>()
  readonly #kindIds = new Map<string, number>()

  /** How many claims were added. */
  get claims(): number {
    return this.#claims
  }

  add(shape: ClaimShape): void {
    this.#claims += shape.count
    const said = shape.lines.length > 0 ? shape.lines : [NO_LINE]
    const families = new Set<string>()
    for (const { procedureCode } of said) {
      const family = procedureGroupOf(procedureCode)
      if (family !== null) families.add(family)
    }
    const about = numberOf(this.#claimIds, [shape.payer, shape.provider, shape.claimType, shape.submittedLaterThan, ...families].join(SEPARATOR))
    const lines = said.map((line) => this.#lineOf(shape, line, families, about))
    const kind = this.#kindOf([...new Set(lines)].toSorted((a, b) => a - b))
    const count = shape.later ? this.later : this.early
    count.increase(kind, shape.count)

    const denied = new Map<string, Set<number>>()
    said.forEach((line, index) => {
      const reason = line.reason ?? shape.reason
      if (reason !== null) denied.set(reason, (denied.get(reason) ?? new Set()).add(lines[index]!))
    })
    for (const [reason, on] of denied) this.#deny(reason, kind, [...on], shape)
  }

  #deny(reason: string, kind: number, lines: readonly number[], { later, count }: ClaimShape): void {
    let denials = this.denials.get(reason)
    if (!denials) this.denials.set(reason, (denials = new Denials()))
    denials.kinds.push(kind)
    denials.lines.add(lines)
    denials.early.push(later ? 0 : count)
    denials.later.push(later ? count : 0)
  }

  #lineOf(shape: ClaimShape, line: LineShape, families: ReadonlySet<string>, about: number): number {
    const { procedureCode, modifiers, diagnoses, placeOfService, renderingProvider } = line
    const key = `${about}|${procedureCode ?? ''}|${modifiers.join()}|${diagnoses.join()}|${placeOfService ?? ''}|${renderingProvider ?? ''}`
    let id = this.#lineIds.get(key)
    if (id === undefined) this.#lineIds.set(key, (id = this.lines.add(this.items.of(shape, line, families))))
    return id
  }

  #kindOf(lines: readonly number[]): number {
    const key = lines.join()
    let id = this.#kindIds.get(key)
    if (id === undefined) {
      this.#kindIds.set(key, (id = this.kinds.add(lines)))
      this.early.push(0)
      this.later.push(0)
    }
    return id
  }
}

const SEPARATOR = '\u001f'

function numberOf(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key)
  if (number === undefined) numbers.set(key, (number = numbers.size))
  return number
}
