import type { IsoDate } from '../dates.ts'
import { OutFile, type WrittenFile } from './out-file.ts'

/** Files by month, for what comes in the order of its days: one is open at a time. */
export class MonthlyFiles {
  readonly #folder: string
  readonly #nameOf: (month: string) => string
  readonly #head: string
  readonly #written: WrittenFile[] = []
  #open: OutFile | null = null

  /** `head` is what each file begins with. */
  constructor(folder: string, nameOf: (month: string) => string, head = '') {
    this.#folder = folder
    this.#nameOf = nameOf
    this.#head = head
  }

  async write(day: IsoDate | null, text: string): Promise<void> {
    const name = this.#nameOf(day?.slice(0, 7) ?? 'undated')
    if (this.#open?.name !== name) {
      await this.#close()
      this.#open = await OutFile.create(this.#folder, name)
      await this.#open.write(this.#head)
    }
    await this.#open.write(text)
  }

  async finish(): Promise<WrittenFile[]> {
    await this.#close()
    return this.#written
  }

  async #close(): Promise<void> {
    if (this.#open) this.#written.push(await this.#open.close())
    this.#open = null
  }
}
