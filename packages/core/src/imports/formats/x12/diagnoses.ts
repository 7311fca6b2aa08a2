import { partsOf, textAt, type Elements } from './fields.ts'

/** HI qualifiers of diagnoses that are billed; the others name procedures, occurrences, conditions, groups and further reasons of a visit. */
const PRINCIPAL = new Set(['ABK', 'BK'])
const BILLED = new Set([...PRINCIPAL, 'ABF', 'BF'])
/** Far beyond the 25 that the guides allow. */
const MOST = 100

/** Diagnoses of a claim, collected from its HI segments. */
export class Diagnoses {
  readonly #asSent: string[] = []
  #principal: string | null = null

  take(elements: Elements, component: string): void {
    for (let index = 1; index < elements.length; index++) {
      const parts = partsOf(elements[index] ?? '', component)
      const qualifier = textAt(parts, 0) ?? ''
      const code = textAt(parts, 1)
      if (code === null || !BILLED.has(qualifier) || this.#asSent.length >= MOST) continue
      const diagnosis = dotted(code, qualifier)
      this.#asSent.push(diagnosis)
      if (PRINCIPAL.has(qualifier)) this.#principal ??= diagnosis
    }
  }

  /** The principal one first, each once. */
  all(): string[] {
    return [...new Set(this.#principal === null ? this.#asSent : [this.#principal, ...this.#asSent])]
  }

  /** The diagnoses that a line points to, in the order it does; a pointer counts the diagnoses as they were sent, from 1. */
  pointedTo(pointers: readonly string[]): string[] {
    return pointers.flatMap((pointer) => (/^\s*\d{1,2}\s*$/.test(pointer) ? (this.#asSent[Number(pointer) - 1] ?? []) : []))
  }
}

/**
 * Diagnoses go over the wire without their dot; kept with it, as people write them: after the third character, in ICD-9 (BK, BF) after
 * the fourth of a code that begins with E.
 */
function dotted(code: string, qualifier: string): string {
  const plain = code.replaceAll('.', '').toUpperCase()
  const stem = qualifier.startsWith('B') && plain.startsWith('E') ? 4 : 3
  return plain.length > stem ? `${plain.slice(0, stem)}.${plain.slice(stem)}` : plain
}
