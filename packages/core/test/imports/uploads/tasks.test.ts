import { describe, expect, it } from 'vitest'
import { NOTHING, progressReader, withFile } from '../../../src/imports/uploads/progress.ts'
import type { UploadedFile } from '../../../src/imports/uploads/schemas.ts'
import { storableName } from '../../../src/imports/uploads/folder.ts'
import { UploadTasks } from '../../../src/imports/uploads/tasks.ts'

const input = { preview: false, partial: false, hold: false }

describe('uploads', () => {
  it('are imported one at a time within an organization, and beside those of others', async () => {
    const tasks = new UploadTasks()
    const [first, second, other] = [tasks.open(1, input), tasks.open(1, input), tasks.open(2, input)]
    const said: string[] = []
    const gates = new Map<string, () => void>()
    const work = (name: string) => async () => {
      said.push(`${name} begins`)
      await new Promise<void>((resolve) => gates.set(name, resolve))
      said.push(`${name} ends`)
    }
    const all = [tasks.inTurn(first, work('first')), tasks.inTurn(second, work('second')), tasks.inTurn(other, work('other'))]
    await new Promise((resolve) => setImmediate(resolve))
    expect(said).toEqual(['first begins', 'other begins'])
    expect([first.now.ahead, second.now.ahead, other.now.ahead]).toEqual([0, 1, 0])
    gates.get('first')!()
    await new Promise((resolve) => setImmediate(resolve))
    expect(said).toEqual(['first begins', 'other begins', 'first ends', 'second begins'])
    expect(second.now.ahead).toBe(0)
    gates.get('second')!()
    gates.get('other')!()
    await Promise.all(all)
    await tasks.settled()
  })

  it('go on with the next one when one fails', async () => {
    const tasks = new UploadTasks()
    const failing = tasks.inTurn(tasks.open(1, input), () => Promise.reject(new Error('no')))
    const next = tasks.inTurn(tasks.open(1, input), () => Promise.resolve())
    await expect(failing).rejects.toThrow('no')
    await expect(next).resolves.toBeUndefined()
  })

  it('are nobody else’s, and at most ten at a time', () => {
    const tasks = new UploadTasks()
    const mine = tasks.open(1, input)
    expect(tasks.find(1, mine.id)).toBe(mine)
    expect(() => tasks.find(2, mine.id)).toThrow('There is no upload')
    for (let more = 1; more < 10; more++) tasks.open(1, input)
    expect(() => tasks.open(1, input)).toThrow('under way')
    tasks.change(mine, { state: 'failed' })
    expect(tasks.open(1, input).now.state).toBe('receiving')
    expect(tasks.open(2, input).now.state).toBe('receiving')
  })

  it('keep room for what has not come of their files, and for what is imported of them', () => {
    const tasks = new UploadTasks()
    const [one, other] = [tasks.open(1, input), tasks.open(2, input)]
    one.expected = 100
    other.expected = 10
    tasks.change(one, { received: 70 })
    expect(tasks.stillTaking()).toBe(100 + 30 + 10 + 10)
    tasks.change(one, { state: 'failed' })
    expect(tasks.stillTaking()).toBe(20)
  })

  it('tell who follows every change, and none after the end', () => {
    const tasks = new UploadTasks()
    const task = tasks.open(1, input)
    const versions: number[] = []
    task.listeners.add(({ version }) => versions.push(version))
    tasks.change(task, { received: 5 })
    tasks.change(task, { state: 'done' })
    tasks.change(task, { received: 6 })
    expect([versions, task.now.received]).toEqual([[2, 3], 5])
  })

  it('are forgotten, the oldest first, once they are over and many', () => {
    const tasks = new UploadTasks()
    const all = Array.from({ length: 130 }, () => {
      const task = tasks.open(1, input)
      tasks.change(task, { state: 'done' })
      return task
    })
    expect(() => tasks.find(1, all[0]!.id)).toThrow('There is no upload')
    expect(tasks.find(1, all.at(-1)!.id)).toBe(all.at(-1))
  })
})

describe('progress', () => {
  it('says how fast it is and how long it will take', () => {
    let now = 0
    const read = progressReader(() => now)
    expect(read({ type: 'started', file: 'a.835', number: 1, of: 2 })).toMatchObject({ file: 'a.835', phase: 'reading', records: 0, secondsLeft: null })
    now = 4000
    const merging = read({ type: 'progress', file: 'a.835', phase: 'merging', records: 8000, bytes: 250, ofBytes: 1000 })
    expect(merging).toMatchObject({ number: 1, of: 2, phase: 'merging', recordsPerSecond: 2000, secondsLeft: 12 })
    now = 5000
    read({ type: 'progress', file: 'a.835', phase: 'publishing', records: 0 })
    now = 6000
    expect(read({ type: 'progress', file: 'a.835', phase: 'publishing', records: 500 })).toMatchObject({
      recordsPerSecond: 500,
      bytes: null,
      secondsLeft: null,
    })
  })
})

describe('the files of an upload', () => {
  const file = (outcome: UploadedFile['outcome'], number: number): UploadedFile => ({
    file: `${number}.835`,
    format: 'x12-835',
    outcome,
    importId: null,
    message: null,
    claims: 1,
    claimPayments: 1,
    deniedClaims: 0,
    newClaims: outcome === 'refused' ? null : 2,
    changedClaims: 1,
    newDecisions: 3,
    rejections: 1,
    warnings: 0,
    serviceFrom: null,
    serviceTo: null,
    payers: [],
    needsColumns: false,
    issues: [],
  })

  it('are counted all, and shown as far as one can read them: those that were refused before all', () => {
    let told = { files: [] as UploadedFile[], totals: NOTHING }
    for (let number = 0; number < 250; number++) told = withFile(told, file(number % 50 === 0 ? 'refused' : 'imported', number))
    expect(told.files).toHaveLength(100)
    expect(told.files.filter(({ outcome }) => outcome === 'refused')).toHaveLength(5)
    expect(told.files.at(-1)!.file).toBe('249.835')
    expect(told.totals).toMatchObject({ files: 250, imported: 245, refused: 5, newClaims: 490, newDecisions: 750, rejections: 250 })
  })
})

it.each([
  ['remit.835', 'remit.835'],
  ['C:\\remits\\june.835', 'june.835'],
  ['../../etc/passwd', 'passwd'],
  ['..', 'upload-3'],
  ['', 'upload-3'],
  ['a\nb\0.835', 'a?b?.835'],
  [`${'ä'.repeat(300)}.835`, /^ä{98}\.835$/],
])('the name %j is stored as %j', (given, stored) => {
  expect(storableName(given, 3)).toMatch(typeof stored === 'string' ? new RegExp(`^${stored.replaceAll(/[.?]/g, String.raw`\$&`)}$`) : stored)
})
