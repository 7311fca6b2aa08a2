import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { scratch } from './scratch.ts'

const INSTALLED = '/usr/lib/postgresql'

/** The newest PostgreSQL server on this machine; null when there is none. */
export function postgresBinaries(): string | null {
  if (!existsSync(INSTALLED)) return null
  const versions = readdirSync(INSTALLED).filter((version) => existsSync(join(INSTALLED, version, 'bin', 'initdb')))
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  return newest ? join(INSTALLED, newest, 'bin') : null
}

/** Starts a throw-away server on a unix socket of its own. PostgreSQL refuses to run as root, so root lends it another user. */
export async function startPostgres(binaries: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(scratch(), 'overturn-pg-'))
  const user = process.getuid?.() === 0 ? ordinaryUser() : undefined
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  execFileSync(join(binaries, 'initdb'), ['-D', data, '-U', 'overturn', '-A', 'trust', '-E', 'UTF8', '--no-sync'], { ...user, stdio: 'ignore' })
  // Durability is off: the server lives as long as the tests.
  const settings = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100'].flatMap((setting) => [
    '-c',
    setting,
  ])
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-k', folder, ...settings], { ...user, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await untilReady(binaries, folder)
  return {
    url: `postgresql://overturn@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop: async () => {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The socket is there before the server takes connections, so ask until it says yes. */
async function untilReady(binaries: string, folder: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (spawnSync(join(binaries, 'pg_isready'), ['-h', folder, '-q']).status === 0) return
    await sleep(100)
  }
  throw new Error('PostgreSQL did not start within 30 seconds.')
}

function ordinaryUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString())
  return { uid: id('-u'), gid: id('-g') }
}
