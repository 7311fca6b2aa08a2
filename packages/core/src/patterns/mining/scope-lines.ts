import { ConditionBits } from './condition-bits.ts'
import type { View } from './view.ts'

/** The lines that meet every condition of one scope, until the next is entered. */
export class ScopeLines {
  /** The first `size` of these, in ascending order. */
  readonly lines: Int32Array
  size = 0
  readonly #view: View
  readonly #bits: ConditionBits
  /** Lines of the scope bear its number. */
  readonly #marks: Int32Array
  #scope = 0

  constructor(view: View) {
    this.#view = view
    this.#bits = new ConditionBits(view)
    this.#marks = new Int32Array(view.lines.count)
    this.lines = new Int32Array(view.lines.count)
  }

  /** Goes through the lines of the condition that the fewest lines meet; a scope has one at least that lines meet. */
  enter(scope: readonly number[]): void {
    const { positive, linesWith } = this.#view
    const { starts, values } = linesWith
    const lengthOf = (id: number) => starts[id + 1]! - starts[id]!
    const rarest = scope.filter((id) => id < positive).reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a))
    const others = scope.filter((id) => id !== rarest)
    const all = (1 << others.length) - 1
    const [bits, marks, found, number] = [this.#bits, this.#marks, this.lines, ++this.#scope]
    bits.ask(others)
    let size = 0
    for (let at = starts[rarest]!, end = starts[rarest + 1]!; at < end; at++) {
      const line = values[at]!
      if (bits.of(line) !== all) continue
      marks[line] = number
      found[size++] = line
    }
    this.size = size
  }

  has(line: number): boolean {
    return this.#marks[line] === this.#scope
  }
}
