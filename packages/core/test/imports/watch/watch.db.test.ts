import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { importPaths } from '../../../src/imports/run.ts'
import { watchInbox, type Taken, type WatchOptions } from '../../../src/imports/watch/run.ts'
import { claim835, interchange, remittance, render } from '../../factories/x12.ts'
import { zip } from '../../factories/zip.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const remit = (number: number) =>
  render(
    interchange([
      remittance({ control: String(number).padStart(4, '0'), claims: [[`CLP*PCN-${number}*1*180*80*0*12*ICN-${number}*11*1`, ...claim835.slice(1)]] }),
    ]),
  )

describe('a watched inbox', () => {
  const use = useDatabase()
  let context: Context
  let inbox = ''
  let stop: () => Promise<void> = () => Promise.resolve()
  const taken: Taken[] = []

  beforeEach(async () => {
    context = await newContext(use.database)
    inbox = mkdtempSync(join(tmpdir(), 'overturn inbox '))
    taken.length = 0
  })
  afterEach(async () => {
    await stop()
    rmSync(inbox, { recursive: true, force: true })
  })

  function start(options: Partial<WatchOptions> = {}) {
    const controller = new AbortController()
    const ended = watchInbox(context, inbox, {
      settleMs: 150,
      rescanMs: 60_000,
      partial: false,
      now: () => context.now,
      onEvent: () => undefined,
      onTaken: (one) => void taken.push(one),
      ...options,
      signal: controller.signal,
    })
    stop = () => {
      controller.abort()
      return ended
    }
    return { controller, ended }
  }
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(inbox, name), content)
  const names = (shelf: string) => readdirSync(join(inbox, shelf)).sort()
  async function until(holds: () => boolean) {
    for (let waited = 0; !holds(); waited += 25) {
      if (waited > 20_000) throw new Error('not within 20 seconds')
      await sleep(25)
    }
  }

  it('takes what is there, then what arrives, moves it, and says beside it what became of it', async () => {
    put('first.835', remit(1))
    put('unfinished.835.part', remit(2))
    start()
    await until(() => taken.length === 1)
    put('letter.835', 'Dear payer, please find attached')
    put('second.835', remit(3))
    await until(() => taken.length === 3)
    renameSync(join(inbox, 'unfinished.835.part'), join(inbox, 'finished.835'))
    await until(() => taken.length === 4)
    expect(names('done')).toEqual(['finished.835', 'finished.835.txt', 'first.835', 'first.835.txt', 'second.835', 'second.835.txt'])
    expect(names('rejected')).toEqual(['letter.835', 'letter.835.txt'])
    expect(names('.')).toEqual(['done', 'rejected'])
    expect(readFileSync(join(inbox, 'done', 'first.835.txt'), 'utf8')).toMatch(
      /first\.835: imported \(import \d+\): new claims 1, changed claims 0, new decisions 1\./,
    )
    const note = readFileSync(join(inbox, 'rejected', 'letter.835.txt'), 'utf8')
    expect(note).toContain(
      'rejection file.refused: letter.835: the file does not begin with an ISA segment (X12), or as any other file that Overturn reads: it begins with plain text.',
    )
    expect(note).not.toContain('Dear payer')
    await stop()
    expect(await context.db.row(sql`select count(*) as claims from claims`)).toEqual({ claims: 3 })
    expect(await context.db.rows(sql`select day from service_days_to_recompute limit 1`)).toEqual([])
  })

  it('waits for a file until nobody writes to it any more', async () => {
    start({ settleMs: 600 })
    const whole = remit(1)
    const half = Math.floor(whole.length / 2)
    const file = await open(join(inbox, 'slow.835'), 'w')
    await file.write(whole.slice(0, half))
    await sleep(400)
    await file.write(whole.slice(half, half + 10))
    await sleep(400)
    await file.write(whole.slice(half + 10))
    await file.close()
    await until(() => taken.length === 1)
    expect(taken[0]).toMatchObject({ movedTo: join(inbox, 'done', 'slow.835'), results: [{ outcome: 'imported' }] })
  })

  it('moves a file that an earlier run imported and could not move any more', async () => {
    put('a.835', remit(1))
    await importPaths(context, [join(inbox, 'a.835')], { partial: false })
    start()
    await until(() => taken.length === 1)
    expect(taken[0]).toMatchObject({ movedTo: join(inbox, 'done', 'a.835'), results: [{ outcome: 'unchanged' }] })
    await stop()
    expect(await context.db.rows(sql`select day from service_days_to_recompute limit 1`)).toEqual([])
  })

  it('keeps both files of one name', async () => {
    start()
    put('a.835', remit(1))
    await until(() => taken.length === 1)
    put('a.835', remit(2))
    await until(() => taken.length === 2)
    expect(names('done')).toEqual(['a (2).835', 'a (2).835.txt', 'a.835', 'a.835.txt'])
  })

  it('rejects an archive of which it takes only a part, and says which', async () => {
    put(
      'month.zip',
      zip([
        { name: 'good.835', content: remit(1) },
        { name: 'locked.835', content: 'x', isEncrypted: true },
      ]),
    )
    start()
    await until(() => taken.length === 1)
    expect(names('rejected')).toEqual(['month.zip', 'month.zip.txt'])
    const note = readFileSync(join(inbox, 'rejected', 'month.zip.txt'), 'utf8')
    expect(note).toMatch(/good\.835: imported/)
    expect(note).toMatch(/locked\.835: refused/)
  })

  it('rejects a file of which nothing could be taken in, and keeps one of which something was', async () => {
    put('nothing.835', remit(1).toString().replace('*180*80*', '*180*eighty*'))
    put('warned.835', remit(2).toString().replace('DTM*472*20260401', 'DTM*472*99999999'))
    start()
    await until(() => taken.length === 2)
    expect(names('rejected')).toEqual(['nothing.835', 'nothing.835.txt'])
    expect(names('done')).toEqual(['warned.835', 'warned.835.txt'])
    expect(readFileSync(join(inbox, 'rejected', 'nothing.835.txt'), 'utf8')).toContain('Nothing of it was taken in.')
  })

  it('leaves a file in its place when it is stopped in the middle, and nothing of it in the database', async () => {
    put('a.835', remit(1))
    const { controller, ended } = start({
      onEvent: (event) => {
        if (event.type !== 'progress') return
        controller.abort()
        throw new Error('stopped')
      },
    })
    await ended
    expect(taken).toEqual([])
    expect(existsSync(join(inbox, 'a.835'))).toBe(true)
    expect(await context.db.rows(sql`select id from claims`)).toEqual([])
  })

  it('leaves a file for later while another process imports it', async () => {
    put('a.835', remit(1))
    let others = 0
    start({
      rescanMs: 200,
      onEvent: (event) => {
        if (event.type === 'started' && others++ === 0) throw Object.assign(new Error('the server went away'), { code: 'ECONNREFUSED' })
      },
    })
    await until(() => taken.length === 2)
    expect(taken[0]).toMatchObject({ movedTo: null, results: [], problem: expect.stringContaining('The database does not answer') })
    expect(taken[1]).toMatchObject({ movedTo: join(inbox, 'done', 'a.835'), results: [{ outcome: 'imported' }] })
  })

  it('needs a folder', async () => {
    const options: WatchOptions = { signal: AbortSignal.abort(), partial: false, now: () => context.now, onEvent: () => undefined, onTaken: () => undefined }
    await expect(watchInbox(context, join(inbox, 'nowhere'), options)).rejects.toMatchObject({ code: 'unreadable_file' })
    put('a.835', remit(1))
    await expect(watchInbox(context, join(inbox, 'a.835'), options)).rejects.toMatchObject({ code: 'invalid_input' })
  })
})
