import type { IsoDate } from '../../dates.ts'
import { OutFile, type WrittenFile } from '../out-file.ts'
import { compactDate, segment, segmentCount } from './segments.ts'

export interface InterchangeFacts {
  /** Files of a pack are numbered; the number is the control number of interchange and group. */
  number: number
  /** GS01: HC for claims, HP for remittances. */
  purpose: 'HC' | 'HP'
  /** GS08. */
  version: string
  sender: string
  receiver: string
  /** The day on which the file was made. */
  date: IsoDate
}

/** One file with one interchange and one group. Counts and control numbers of the trailers are right by construction. */
export class InterchangeFile {
  readonly #file: OutFile
  readonly #facts: InterchangeFacts
  #transactions = 0
  #segments = 0
  #open: string | null = null

  private constructor(file: OutFile, facts: InterchangeFacts) {
    this.#file = file
    this.#facts = facts
  }

  static async create(folder: string, name: string, facts: InterchangeFacts): Promise<InterchangeFile> {
    const interchange = new InterchangeFile(await OutFile.create(folder, name), facts)
    await interchange.#openEnvelope()
    return interchange
  }

  /** ST; the transaction before it must have been ended. Returns its control number, which is its place in the file unless one is given. */
  async begin(set: '835' | '837', given: string | null = null): Promise<string> {
    this.#transactions++
    const control = given ?? String(this.#transactions).padStart(4, '0')
    this.#open = control
    this.#segments = 1
    // An 835 names its version in GS alone.
    await this.#file.write(segment('ST', set, control, set === '837' ? this.#facts.version : null))
    return control
  }

  /** Whole segments of the open transaction. */
  async write(text: string): Promise<void> {
    this.#segments += segmentCount(text)
    await this.#file.write(text)
  }

  async end(): Promise<void> {
    await this.#file.write(segment('SE', this.#segments + 1, this.#open))
    this.#open = null
  }

  async close(): Promise<WrittenFile> {
    const { number } = this.#facts
    await this.#file.write(segment('GE', this.#transactions, number) + segment('IEA', 1, ninefold(number)))
    return this.#file.close()
  }

  async #openEnvelope(): Promise<void> {
    const { number, purpose, version, sender, receiver, date } = this.#facts
    const day = compactDate(date) ?? ''
    const [from, to] = [sender, receiver].map((id) => id.slice(0, 15).toUpperCase()) as [string, string]
    const [nothing, wide] = [' '.repeat(10), (id: string) => id.padEnd(15)]
    // ISA15 T: nobody in here is real.
    await this.#file.write(
      segment('ISA', '00', nothing, '00', nothing, 'ZZ', wide(from), 'ZZ', wide(to), day.slice(2), '1200', '^', '00501', ninefold(number), 0, 'T', ':'),
    )
    await this.#file.write(segment('GS', purpose, from, to, day, '1200', number, 'X', version))
  }
}

const ninefold = (number: number) => String(number).padStart(9, '0')
