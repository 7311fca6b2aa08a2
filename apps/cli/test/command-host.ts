import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A command line to run. */
export interface Question {
  id: string
  words: readonly string[]
  env: NodeJS.ProcessEnv
  cwd: string
}

export interface Answer {
  code: number
  /** What would have kept a process of its own alive when the command had ended. */
  left: string[]
}

/** Ends what a command printed, on both streams. */
export const endMark = (id: string) => `\u0000${id}\u0000`

const program = fileURLToPath(new URL('./command-process.ts', import.meta.url))

/** A process that runs one command line after the other: starting one for each takes longer than most commands do. */
export class CommandHost {
  readonly #child: ChildProcess
  readonly #said = { stdout: '', stderr: '' }
  #last: Promise<unknown> = Promise.resolve()

  constructor(env: NodeJS.ProcessEnv) {
    this.#child = fork(program, [], { env, execArgv: [], silent: true })
    for (const name of ['stdout', 'stderr'] as const) this.#child[name]!.setEncoding('utf8').on('data', (text: string) => (this.#said[name] += text))
  }

  /** What the command line printed and its exit code. Throws when the process ended, or when the command left something open. */
  run(command: Omit<Question, 'id'>): Promise<{ code: number; stdout: string; stderr: string }> {
    const result = this.#last.then(() => this.#ask({ ...command, id: randomUUID() }))
    this.#last = result.catch(() => undefined)
    return result
  }

  end(): void {
    this.#child.kill()
  }

  async #ask(question: Question): Promise<{ code: number; stdout: string; stderr: string }> {
    const line = `overturn ${question.words.join(' ')}`
    const answered = new Promise<Answer>((resolve, reject) => {
      const onClose = () => reject(new Error(`${line} ended the process of the commands: ${this.#said.stderr}`))
      this.#child.once('close', onClose).once('message', (answer: Answer) => {
        this.#child.off('close', onClose)
        resolve(answer)
      })
    })
    this.#child.send(question)
    const { code, left } = await answered
    const [stdout, stderr] = await Promise.all([this.#taken('stdout', question.id), this.#taken('stderr', question.id)])
    if (left.length > 0) throw new Error(`${line} left something open, so that its process would not end: ${left.join(', ')}`)
    return { code, stdout, stderr }
  }

  async #taken(name: 'stdout' | 'stderr', id: string): Promise<string> {
    while (!this.#said[name].includes(endMark(id))) await once(this.#child[name]!, 'data')
    const [text = '', rest = ''] = this.#said[name].split(endMark(id))
    this.#said[name] = rest
    return text
  }
}
