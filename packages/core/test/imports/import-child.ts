import { once } from 'node:events'
import { writeSync } from 'node:fs'
import pg from 'pg'
import { openDatabase } from '../../src/db/connect.ts'
import { tenantDatabase } from '../../src/db/tenant.ts'
import { previewRecords } from '../../src/imports/preview.ts'
import { importPaths, importRecords, type ImportEvent } from '../../src/imports/run.ts'
import { beginUndo } from '../../src/imports/undo/begin.ts'
import { takeBack } from '../../src/imports/undo/take-back.ts'
import { silentLog } from '../../src/log.ts'
import { findOrganization } from '../../src/organizations.ts'
import { generateGroup } from '../../src/synthetic/group.ts'

/**
 * A process that works on imports, for tests that kill it or run several at once. It says `ready` and begins at a word on stdin.
 * stop PHASE CLAIMS: imports a group, and stands still once it is in the phase. preview CLAIMS: the same of a preview.
 * import PATH…: imports, and says why it could not. cycle N PATH…: imports and undoes the last file first, again and again, and kills itself
 * with the Nth statement that it sends; where that is 0 it does it once and says how many there were.
 */
const [target = '{}', slug = '', what = '', ...rest] = process.argv.slice(2)
const database = await openDatabase(JSON.parse(target) as { databaseUrl: string | null; dataDir: string })
const organization = await findOrganization(database, slug)
const context = {
  db: tenantDatabase(database, organization.id),
  database,
  organization,
  actor: { id: 'child', role: 'administrator' as const },
  now: new Date('2026-03-31T12:00:00Z'),
  log: silentLog,
}
say('ready')
await once(process.stdin, 'data')
process.stdin.destroy()
await act()
await database.close()

async function act(): Promise<void> {
  if (what === 'import') return void (await importPaths(context, rest, { partial: false }).catch((error: Error) => say(error.message)))
  if (what === 'cycle') return cycle(Number(rest[0]), rest.slice(1))
  const [phase, claims] = what === 'preview' ? ['merging', rest[0]] : rest
  const group = generateGroup({ seed: 11, claims: Number(claims), asOf: '2026-03-31' })
  const origin = { name: 'group', path: 'group', format: 'synthetic', sha256: `group-${claims}`, bytes: 0 }
  const stop = (event: ImportEvent) => event.type === 'progress' && event.phase === phase && standStill()
  await (what === 'preview' ? previewRecords : importRecords)(context, origin, group.records(), stop)
}

async function cycle(last: number, paths: readonly string[]): Promise<void> {
  let sent = 0
  const send = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    // Every other one goes out and is answered to nobody.
    if (++sent === last && last % 2 === 0) process.kill(process.pid, 'SIGKILL')
    const answer = send.apply(this, args)
    if (sent === last) process.kill(process.pid, 'SIGKILL')
    return answer
  } as typeof pg.Client.prototype.query
  for (let more = true; more; more = last > 0) {
    const files = await importPaths(context, paths, { partial: false })
    for (const { importId } of files.reverse()) await takeBack(database, (await beginUndo(context, importId as number)).open)
  }
  say(String(sent))
}

function say(line: string): void {
  writeSync(1, `${line}\n`)
}

function standStill(): void {
  say('there')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}
