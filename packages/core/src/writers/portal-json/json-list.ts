import { OutFile, type WrittenFile } from '../out-file.ts'

/** A JSON list, one object a line. */
export class JsonList {
  readonly #file: OutFile
  #count = 0

  private constructor(file: OutFile) {
    this.#file = file
  }

  static async create(folder: string, name: string): Promise<JsonList> {
    return new JsonList(await OutFile.create(folder, name))
  }

  async add(object: unknown): Promise<void> {
    await this.#file.write(`${this.#count++ === 0 ? '[' : ','}\n${JSON.stringify(object)}`)
  }

  async close(): Promise<WrittenFile> {
    await this.#file.write(this.#count === 0 ? '[]\n' : '\n]\n')
    return this.#file.close()
  }
}
