import { randomUUID } from 'node:crypto'
import { OverturnError } from '../../errors.ts'
import { NOTHING } from './progress.ts'
import type { OpenUpload, UploadOutput } from './schemas.ts'

/** How many uploads of an organization may be under way: each keeps its files on the disk until it is done. */
const MOST_OPEN = 10
/** How many are remembered after their end, so that whoever comes back hears of it. */
const REMEMBERED = 100

/** One upload. What others see of it is in `now`; it is replaced at every change, never changed. */
export interface UploadTask extends OpenUpload {
  readonly id: string
  readonly organizationId: number
  /** Bytes of its files, as its sender says; 0 until these have their room. */
  expected: number
  now: UploadOutput
  readonly listeners: Set<(state: UploadOutput) => void>
  /** Its files, while they are kept for somebody to decide. */
  held: HeldFiles | null
}

export interface HeldFiles {
  received: Received
  /** Ends the import with the server. */
  signal: AbortSignal
  /** Nobody waits for a decision any more: neither the time limit nor the end of the server removes them. */
  release(): void
}

export interface Received {
  /** Of the upload; it goes when the upload is over. */
  folder: string
  paths: readonly string[]
}

const ENDS: readonly UploadOutput['state'][] = ['done', 'failed', 'discarded']
export const isOver = ({ state }: Pick<UploadOutput, 'state'>): boolean => ENDS.includes(state)

/**
 * The uploads of this process: they live as long as it does. What they have imported is in the database by then; what they have not is imported by
 * uploading it again.
 */
export class UploadTasks {
  readonly #tasks = new Map<string, UploadTask>()
  /** Of each organization the end of its last upload: the next one begins there. */
  readonly #turns = new Map<number, Promise<void>>()
  /** Those whose files are there: at work, or waiting for their turn. */
  readonly #line: UploadTask[] = []

  /** Throws `conflict` when the organization has too many under way. */
  open(organizationId: number, input: OpenUpload): UploadTask {
    if (this.#open(organizationId).length >= MOST_OPEN)
      throw new OverturnError('conflict', `${MOST_OPEN} uploads of this organization are under way. Wait until one of them is done.`)
    const id = randomUUID()
    const now: UploadOutput = {
      id,
      version: 1,
      state: 'receiving',
      preview: input.preview,
      ahead: 0,
      received: 0,
      heldUntil: null,
      progress: null,
      files: [],
      totals: NOTHING,
      problem: null,
    }
    const task: UploadTask = { ...input, id, organizationId, expected: 0, now, listeners: new Set(), held: null }
    this.#tasks.set(id, task)
    for (const old of [...this.#tasks.values()].filter(({ now }) => isOver(now)).slice(0, -REMEMBERED)) this.#tasks.delete(old.id)
    return task
  }

  /** Throws `not_found`, also for one of another organization. */
  find(organizationId: number, id: string): UploadTask {
    const task = this.#tasks.get(id)
    if (task?.organizationId === organizationId) return task
    throw new OverturnError('not_found', `There is no upload ${id}. It is known until Overturn is restarted; what it imported is in the list of imports.`)
  }

  /** Tells everybody who follows the upload what has changed. What is over stays as it is. */
  change(task: UploadTask, change: Partial<Omit<UploadOutput, 'id' | 'version'>>): void {
    if (isOver(task.now)) return
    task.now = { ...task.now, ...change, version: task.now.version + 1 }
    for (const listener of task.listeners) listener(task.now)
  }

  /** Bytes of the disk that all uploads under way may still take: what has not come of their files, and as much as these hold for what is imported. */
  stillTaking(): number {
    const open = [...this.#tasks.values()].filter(({ now }) => !isOver(now))
    return open.reduce((sum, { expected, now }) => sum + expected + Math.max(0, expected - now.received), 0)
  }

  /** Runs the work when its turn comes: one upload of an organization at a time, in the order in which this is called. Rejects only if `work` does. */
  async inTurn(task: UploadTask, work: () => Promise<void>): Promise<void> {
    const before = this.#turns.get(task.organizationId) ?? Promise.resolve()
    this.#line.push(task)
    const mine = before.then(work).finally(() => {
      this.#line.splice(this.#line.indexOf(task), 1)
      this.#count(task.organizationId)
    })
    // The next one's turn comes also when this one fails.
    const turn = mine.catch(() => undefined)
    this.#turns.set(task.organizationId, turn)
    this.change(task, { state: 'waiting' })
    this.#count(task.organizationId)
    await mine.finally(() => this.#turns.get(task.organizationId) === turn && this.#turns.delete(task.organizationId))
  }

  /** Settles when nothing is under way any more. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#turns.values())
  }

  #open(organizationId: number): UploadTask[] {
    return [...this.#tasks.values()].filter((task) => task.organizationId === organizationId && !isOver(task.now))
  }

  /** Says to everyone who waits how many come first. */
  #count(organizationId: number): void {
    const line = this.#line.filter((task) => task.organizationId === organizationId)
    for (const [ahead, task] of line.entries()) if (task.now.state === 'waiting' && task.now.ahead !== ahead) this.change(task, { ahead })
  }
}

export const uploadTasks = new UploadTasks()
