import { ConditionBits, MOST_BITS } from './condition-bits.ts'
import { isWorthAsking } from './lacks.ts'
import type { Rows } from './rows.ts'
import { ScopeLines } from './scope-lines.ts'
import { logLikelihoodRatio } from './score.ts'
import type { Denied, View } from './view.ts'

/** A scope as numbers of conditions in ascending order, with its claims and those of them denied on a line in it. */
export interface Candidate {
  scope: readonly number[]
  population: number
  denied: number
}

/** The claims in which a reason is still looked for. */
export interface Remaining {
  denied: Denied
  /** By kind of claim: 1 while it is looked at. */
  alive: Uint8Array
  claims: number
  deniedClaims: number
}

/** So many lines of a scope, about, are looked at to see which further conditions are worth counting. */
const GLANCE = 2000
/** A further condition is counted when it may bring this much, in nats: less than it costs, because two may be needed. */
const GAIN = 1

/** Counts scopes of any size directly: the lines that meet every condition, then the claims that have such a line. */
export class ScopeCounter {
  readonly #view: View
  readonly #scope: ScopeLines
  readonly #bits: ConditionBits
  /** Kinds of claims bear the number of the walk which saw them; they are the first so many of `#kinds`. */
  readonly #kindMarks: Int32Array
  readonly #kinds: Int32Array
  #walk = 0
  /** Conditions that the claim at hand was counted for bear its number. */
  readonly #marks: Int32Array
  #claim = 0
  readonly #met: Int32Array
  readonly #asked: Uint8Array
  readonly #denied: Int32Array
  readonly #population: Int32Array

  constructor(view: View) {
    this.#view = view
    this.#scope = new ScopeLines(view)
    this.#bits = new ConditionBits(view)
    this.#kindMarks = new Int32Array(view.weights.length)
    this.#kinds = new Int32Array(view.weights.length)
    this.#marks = new Int32Array(view.conditions.length)
    this.#met = new Int32Array(view.positive)
    this.#asked = new Uint8Array(view.conditions.length)
    this.#denied = new Int32Array(view.conditions.length)
    this.#population = new Int32Array(view.conditions.length)
  }

  count(scope: readonly number[], remaining: Remaining): Candidate {
    this.#scope.enter(scope)
    let population = 0
    for (const kind of this.#kindsInScope(remaining.alive)) population += this.#view.weights[kind]!
    const { kinds, lines, counts } = remaining.denied
    let denied = 0
    for (let index = 0; index < kinds.length; index++) {
      if (remaining.alive[kinds[index]!] === 0) continue
      for (let at = lines.starts[index]!; at < lines.starts[index + 1]!; at++) {
        if (!this.#scope.has(lines.values[at]!)) continue
        denied += counts[index]!
        break
      }
    }
    return { scope, population, denied }
  }

  /** Every kind of claim in the scope that is still looked at, until the next scope is counted. */
  kindsIn(scope: readonly number[], alive: Uint8Array): Int32Array {
    this.#scope.enter(scope)
    return this.#kindsInScope(alive)
  }

  /** Of the lines of the scope at hand, or of every so many of them. */
  #kindsInScope(alive: Uint8Array, step = 1): Int32Array {
    const { kindsWithLine, weights } = this.#view
    const { starts, values } = kindsWithLine
    const { lines, size } = this.#scope
    const [marks, kinds, walk] = [this.#kindMarks, this.#kinds, ++this.#walk]
    let found = 0
    for (let at = 0; at < size; at += step) {
      const line = lines[at]!
      for (let k = starts[line]!, end = starts[line + 1]!; k < end; k++) {
        const kind = values[k]!
        if (marks[kind] === walk || alive[kind] === 0 || weights[kind] === 0) continue
        marks[kind] = walk
        kinds[found++] = kind
      }
    }
    return kinds.subarray(0, found)
  }

  /**
   * The scope with each further condition that may tell the denied from the paid better than it does itself: a scope that lies around the true one gains by
   * every true condition. Which ones may, a part of its lines shows beforehand.
   */
  extend(parent: Candidate, remaining: Remaining, { minPopulation, minDenied }: { minPopulation: number; minDenied: number }): Candidate[] {
    const { scope } = parent
    const denied = this.#denied.fill(0)
    const asked = this.#askBeside(scope)
    const { kinds, lines, counts } = remaining.denied
    this.#scope.enter(scope)
    const lacks = this.#lacksAsked()
    for (let index = 0; index < kinds.length; index++)
      if (remaining.alive[kinds[index]!] === 1 && counts[index]! > 0) this.#add(denied, lines, index, counts[index]!, lacks)
    const least = logLikelihoodRatio(parent, remaining) + GAIN
    const mayGain = (id: number, population: number) =>
      logLikelihoodRatio({ population: Math.max(denied[id]!, population), denied: denied[id]! }, remaining) > least
    const keep = (isKept: (id: number) => boolean) => asked.forEach((isAsked, id) => isAsked && !isKept(id) && (asked[id] = 0))
    keep((id) => denied[id]! >= minDenied && mayGain(id, minPopulation))
    if (!asked.includes(1)) return []
    const shares = this.#glance(remaining.alive)
    keep((id) => mayGain(id, Math.max(minPopulation, shares[id]! * parent.population)))
    this.#dropSettled(minPopulation)
    if (!asked.includes(1)) return []

    const population = this.#countKinds(this.#kindsInScope(remaining.alive))
    const found: Candidate[] = []
    for (let id = 0; id < asked.length; id++) {
      if (asked[id] === 1 && population[id]! >= minPopulation && population[id]! < parent.population)
        found.push({ scope: [...scope, id].toSorted((a, b) => a - b), population: population[id]!, denied: denied[id]! })
    }
    return found
  }

  /** For each condition asked about, the least share of the scope's claims that meets it, as far as some of its lines show: two standard errors under theirs. */
  #glance(alive: Uint8Array): Float64Array {
    const kinds = this.#kindsInScope(alive, Math.max(1, Math.floor(this.#scope.size / GLANCE)))
    const lacks = this.#lacksAsked()
    const counts = this.#population.fill(0)
    let all = 0
    for (const kind of kinds) {
      all += this.#view.weights[kind]!
      this.#add(counts, this.#view.kinds, kind, this.#view.weights[kind]!, lacks)
    }
    return Float64Array.from(counts, (count) => Math.max(0, count - 2 * Math.sqrt(count * (1 - count / all))) / all)
  }

  /** Conditions that may stand beside all of the scope; one missing modifier is enough for a scope. */
  #askBeside(scope: readonly number[]): Uint8Array {
    const { conditions, together, positive } = this.#view
    const side = conditions.length
    const asked = this.#asked.fill(1)
    for (const other of scope) for (let id = 0, cell = other * side; id < side; id++, cell++) asked[id]! &= together[cell]!
    return scope.some((id) => id >= positive) ? asked.fill(0, positive) : asked
  }

  #lacksAsked(): number[] {
    const lacks: number[] = []
    for (let id = this.#view.positive; id < this.#asked.length; id++) if (this.#asked[id] === 1) lacks.push(id)
    return lacks
  }

  /** Missing modifiers that nearly all or hardly any of the scope's lines miss are not asked about. */
  #dropSettled(minPopulation: number): void {
    const lacks = this.#lacksAsked()
    if (lacks.length === 0) return
    const { positive, modifiers, lineWeights, lines: all } = this.#view
    const lines = this.#scope.lines.subarray(0, this.#scope.size)
    let claims = 0
    for (const line of lines) claims += lineWeights[line]!
    for (const id of lacks) {
      let seen = 0
      for (const line of lines) if (all.meets(line, modifiers[id - positive]!)) seen += lineWeights[line]!
      if (seen < minPopulation || !isWorthAsking(seen, claims)) this.#asked[id] = 0
    }
  }

  /**
   * Claims of these kinds by condition asked about, a few conditions at a time: first by which of them their lines in the scope meet, of which there are as
   * many cases as a byte has values, then by condition.
   */
  #countKinds(kinds: Int32Array): Int32Array {
    const population = this.#population.fill(0)
    const ids = [...this.#asked.keys()].filter((id) => this.#asked[id] === 1)
    for (let first = 0; first < ids.length; first += MOST_BITS) {
      const some = ids.slice(first, first + MOST_BITS)
      this.#bits.ask(some)
      const cases = this.#countCases(kinds)
      some.forEach((id, n) => cases.forEach((claims, met) => (met >> n) & 1 && (population[id]! += claims)))
    }
    return population
  }

  #countCases(kinds: Int32Array): Int32Array {
    const { weights } = this.#view
    const { starts, values } = this.#view.kinds
    const [scope, bits, cases] = [this.#scope, this.#bits, new Int32Array(1 << MOST_BITS)]
    for (let at = 0; at < kinds.length; at++) {
      const kind = kinds[at]!
      let met = 0
      for (let l = starts[kind]!, end = starts[kind + 1]!; l < end; l++) if (scope.has(values[l]!)) met |= bits.of(values[l]!)
      cases[met]! += weights[kind]!
    }
    return cases
  }

  /** Adds a claim, once, to every condition asked about that one of its lines in the scope meets. */
  #add(to: Int32Array, { starts, values }: Rows, row: number, weight: number, lacks: readonly number[]): void {
    const { lines, positive, modifiers } = this.#view
    const marks = this.#marks
    const asked = this.#asked
    const met = this.#met
    const claim = ++this.#claim
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const line = values[at]!
      if (!this.#scope.has(line)) continue
      const size = lines.conditionsOf(line, met)
      for (let l = 0; l < size; l++) {
        const id = met[l]!
        if (asked[id] !== 1 || marks[id] === claim) continue
        marks[id] = claim
        to[id]! += weight
      }
      for (let n = 0; n < lacks.length; n++) {
        const id = lacks[n]!
        if (marks[id] === claim || lines.meets(line, modifiers[id - positive]!)) continue
        marks[id] = claim
        to[id]! += weight
      }
    }
  }
}
