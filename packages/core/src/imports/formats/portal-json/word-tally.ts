import type { WordRecord } from '../../records.ts'

/** Different words beyond this many are counted, not listed: a column of free text must not fill the memory. */
const LISTED = 5000
/** The mapping report is kept by its words: a longer one is counted, not listed. */
const LONGEST = 500

/** The foreign words of a file, each with what it was read as and how often it stood there. */
export class WordTally {
  /** Occurrences of words that came after the list was full. */
  unlisted = 0
  readonly #words = new Map<string, WordRecord>()

  /** True when the word is listed for the first time. */
  add(field: string, word: string, readAs: string | null): boolean {
    const key = `${field}\n${word}`
    const known = this.#words.get(key)
    if (known) known.occurrences++
    else if (this.#words.size >= LISTED || word.length > LONGEST) this.unlisted++
    else {
      this.#words.set(key, { kind: 'word', field, word, readAs, occurrences: 1 })
      return true
    }
    return false
  }

  records(): WordRecord[] {
    return [...this.#words.values()]
  }
}
