import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { FileResult } from '../../../src/imports/run.ts'
import { emptySummary } from '../../../src/imports/summary.ts'
import { isAwaited } from '../../../src/imports/watch/names.ts'
import { noteOfProblem, noteOfResults } from '../../../src/imports/watch/note.ts'
import { makeShelves, shelve } from '../../../src/imports/watch/shelve.ts'

const root = mkdtempSync(join(tmpdir(), 'overturn shelves '))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let inbox = ''
let count = 0
beforeEach(async () => {
  inbox = join(root, String(count++))
  mkdirSync(inbox)
  await makeShelves(inbox)
})

function file(name: string, content = name): string {
  writeFileSync(join(inbox, name), content)
  return join(inbox, name)
}

describe('names', () => {
  it.each(['a.835', 'claims.csv.gz', 'no ending', 'part.835'])('of files that are meant: %s', (name) => expect(isAwaited(name)).toBe(true))
  it.each(['a.835.part', 'a.tmp', 'a.FILEPART', 'a.crdownload', 'a~', '.a.835', '.~lock.a#', '~$a.csv', 'Thumbs.db'])('of files that are not: %s', (name) =>
    expect(isAwaited(name)).toBe(false),
  )
})

describe('shelving', () => {
  it('moves a file and puts a note beside it, both for the owner only', async () => {
    const target = await shelve(inbox, file('a.835'), 'done', 'all well')
    expect(target).toBe(join(inbox, 'done', 'a.835'))
    expect(readFileSync(target!, 'utf8')).toBe('a.835')
    expect(readFileSync(`${target}.txt`, 'utf8')).toBe('all well')
    expect(existsSync(join(inbox, 'a.835'))).toBe(false)
    if (process.platform !== 'win32') expect([statSync(join(inbox, 'done')).mode & 0o777, statSync(`${target}.txt`).mode & 0o777]).toEqual([0o700, 0o600])
  })

  it('never writes over what is there, nor over a note', async () => {
    for (const content of ['one', 'two', 'three']) await shelve(inbox, file('a.835', content), 'done', `note of ${content}`)
    await shelve(inbox, file('b.835.txt'), 'done', 'note of a text')
    await shelve(inbox, file('b.835'), 'done', 'note of b')
    const done = join(inbox, 'done')
    expect(Object.fromEntries(readdirSync(done).map((name) => [name, readFileSync(join(done, name), 'utf8')]))).toEqual({
      'a.835': 'one',
      'a.835.txt': 'note of one',
      'a (2).835': 'two',
      'a (2).835.txt': 'note of two',
      'a (3).835': 'three',
      'a (3).835.txt': 'note of three',
      'b.835.txt': 'b.835.txt',
      'b.835.txt.txt': 'note of a text',
      'b (2).835': 'b.835',
      'b (2).835.txt': 'note of b',
    })
  })

  it('does nothing where somebody took the file away', async () => {
    expect(await shelve(inbox, join(inbox, 'gone.835'), 'rejected', 'note')).toBeNull()
    expect(readdirSync(join(inbox, 'rejected'))).toEqual([])
  })

  it('says so where it cannot write', async () => {
    rmSync(join(inbox, 'done'), { recursive: true })
    writeFileSync(join(inbox, 'done'), 'in the way')
    await expect(shelve(inbox, file('a.835'), 'done', 'note')).rejects.toMatchObject({ code: 'data_dir_unwritable' })
    expect(existsSync(join(inbox, 'a.835'))).toBe(true)
    await expect(makeShelves(inbox)).rejects.toMatchObject({ code: 'data_dir_unwritable' })
  })
})

describe('a note', () => {
  const now = new Date('2026-03-31T12:00:00Z')
  const issue = (number: number) => ({
    code: 'x12.bad-date',
    message: `Date ${number}`,
    remedy: 'Look it up.',
    where: { segment: number, byteOffset: 9, field: 'DTM02', record: 'PCN-77' },
  })
  const result: FileResult = { ...emptySummary('a.835', 'x12-835'), outcome: 'imported', importId: 7, merged: null, message: null }

  it('says what became of the file, and where what is wrong with it stands, without the claim', () => {
    const note = noteOfResults([{ ...result, rejected: [issue(3)], warnings: [issue(4)] }], now)
    expect(note).toBe(
      [
        'Overturn looked at this file on 2026-03-31T12:00:00.000Z.',
        '',
        'a.835: imported (import 7). Nothing of it was taken in.',
        'rejection x12.bad-date, segment 3, byte 9, DTM02: Date 3. Look it up.',
        'warning x12.bad-date, segment 4, byte 9, DTM02: Date 4. Look it up.',
        '',
      ].join('\n'),
    )
  })

  it('ends somewhere', () => {
    const note = noteOfResults([{ ...result, warnings: Array.from({ length: 501 }, (_, index) => issue(index)) }], now)
    expect(note.split('\n')).toHaveLength(2 + 1 + 500 + 1 + 1)
    expect(note).toContain('… and 1 more; "overturn imports 7" lists them.')
  })

  it('says why nothing could be tried', () => {
    expect(noteOfProblem('It did not work.', now)).toContain('kept nothing of it.\n\nIt did not work.\n')
  })
})
