import { isWorthAsking } from './pairs.ts'
import type { Rows } from './rows.ts'
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
  /** Lines of the scope at hand bear its number, kinds of claims that of the walk which saw them. */
  readonly #lineMarks: Int32Array
  readonly #kindMarks: Int32Array
  #scope = 0
  #visit = 0
  /** The lines of the scope at hand are the first so many of these. */
  readonly #lines: Int32Array
  #size = 0
  /** Conditions that the claim at hand was counted for bear its number. */
  readonly #marks: Int32Array
  #claim = 0
  readonly #asked: Uint8Array
  readonly #denied: Int32Array
  readonly #population: Int32Array

  constructor(view: View) {
    this.#view = view
    this.#lineMarks = new Int32Array(view.lineWeights.length)
    this.#kindMarks = new Int32Array(view.weights.length)
    this.#lines = new Int32Array(view.lineWeights.length)
    this.#marks = new Int32Array(view.conditions.length)
    this.#asked = new Uint8Array(view.conditions.length)
    this.#denied = new Int32Array(view.conditions.length)
    this.#population = new Int32Array(view.conditions.length)
  }

  count(scope: readonly number[], remaining: Remaining): Candidate {
    let population = 0
    this.eachKind(scope, remaining.alive, (kind) => (population += this.#view.weights[kind]!))
    const { kinds, lines, counts } = remaining.denied
    let denied = 0
    for (let index = 0; index < kinds.length; index++) {
      if (remaining.alive[kinds[index]!] === 0) continue
      for (let at = lines.starts[index]!; at < lines.starts[index + 1]!; at++) {
        if (this.#lineMarks[lines.values[at]!] !== this.#scope) continue
        denied += counts[index]!
        break
      }
    }
    return { scope, population, denied }
  }

  /** Every kind of claim in the scope that is still looked at. */
  eachKind(scope: readonly number[], alive: Uint8Array, see: (kind: number) => void): void {
    this.#enter(scope)
    this.#eachKind(alive, see)
  }

  /** Of the lines of the scope at hand, or of every so many of them. */
  #eachKind(alive: Uint8Array, see: (kind: number) => void, step = 1): void {
    const { kindsWithLine, weights } = this.#view
    const visit = ++this.#visit
    for (let at = 0; at < this.#size; at += step) {
      const line = this.#lines[at]!
      for (let k = kindsWithLine.starts[line]!; k < kindsWithLine.starts[line + 1]!; k++) {
        const kind = kindsWithLine.values[k]!
        if (this.#kindMarks[kind] === visit || alive[kind] === 0 || weights[kind] === 0) continue
        this.#kindMarks[kind] = visit
        see(kind)
      }
    }
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
    this.#enter(scope)
    let lacks = this.#lacksAsked()
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

    const population = this.#population.fill(0)
    lacks = this.#lacksAsked()
    this.#eachKind(remaining.alive, (kind) => this.#add(population, this.#view.kinds, kind, this.#view.weights[kind]!, lacks))
    const found: Candidate[] = []
    for (let id = 0; id < asked.length; id++) {
      if (asked[id] === 1 && population[id]! >= minPopulation && population[id]! < parent.population)
        found.push({ scope: [...scope, id].toSorted((a, b) => a - b), population: population[id]!, denied: denied[id]! })
    }
    return found
  }

  /** For each condition asked about, the least share of the scope's claims that meets it, as far as some of its lines show: two standard errors under theirs. */
  #glance(alive: Uint8Array): Float64Array {
    const counts = this.#population.fill(0)
    const lacks = this.#lacksAsked()
    let all = 0
    const see = (kind: number) => {
      all += this.#view.weights[kind]!
      this.#add(counts, this.#view.kinds, kind, this.#view.weights[kind]!, lacks)
    }
    this.#eachKind(alive, see, Math.max(1, Math.floor(this.#size / GLANCE)))
    return Float64Array.from(counts, (count) => Math.max(0, count - 2 * Math.sqrt(count * (1 - count / all))) / all)
  }

  #meets(line: number, id: number): boolean {
    return ((this.#view.linesWith[id * this.#view.words + (line >> 5)]! >>> (line & 31)) & 1) === 1
  }

  #enter(scope: readonly number[]): void {
    const { linesWith, words, positive, modifiers } = this.#view
    const met = scope.filter((id) => id < positive).map((id) => id * words)
    const lacked = scope.filter((id) => id >= positive).map((id) => modifiers[id - positive]! * words)
    this.#scope++
    this.#size = 0
    for (let word = 0; word < words; word++) {
      let bits = -1
      for (const start of met) bits &= linesWith[start + word]!
      for (const start of lacked) bits &= ~linesWith[start + word]!
      for (; bits !== 0; bits &= bits - 1) {
        const line = (word << 5) + 31 - Math.clz32(bits & -bits)
        this.#lineMarks[line] = this.#scope
        this.#lines[this.#size++] = line
      }
    }
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
    const { positive, modifiers, lineWeights } = this.#view
    const lines = this.#lines.subarray(0, this.#size)
    const all = lines.reduce((sum, line) => sum + lineWeights[line]!, 0)
    for (const id of lacks) {
      let seen = 0
      for (const line of lines) if (this.#meets(line, modifiers[id - positive]!)) seen += lineWeights[line]!
      if (seen < minPopulation || !isWorthAsking(seen, all)) this.#asked[id] = 0
    }
  }

  /** Adds a claim, once, to every condition asked about that one of its lines in the scope meets. */
  #add(to: Int32Array, { starts, values }: Rows, row: number, weight: number, lacks: readonly number[]): void {
    const { lines, positive, modifiers } = this.#view
    const marks = this.#marks
    const asked = this.#asked
    const claim = ++this.#claim
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const line = values[at]!
      if (this.#lineMarks[line] !== this.#scope) continue
      for (let l = lines.starts[line]!; l < lines.starts[line + 1]!; l++) {
        const id = lines.values[l]!
        if (asked[id] !== 1 || marks[id] === claim) continue
        marks[id] = claim
        to[id]! += weight
      }
      for (const id of lacks) {
        if (marks[id] === claim || this.#meets(line, modifiers[id - positive]!)) continue
        marks[id] = claim
        to[id]! += weight
      }
    }
  }
}
