import { chdir, cwd } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { runCli } from '../src/cli.ts'
import { endMark, type Answer, type Question } from './command-host.ts'

/** The process of a CommandHost: runs each command line as main.ts does, but stays for the next. */

const PATIENCE_MS = 5_000
const home = cwd()

async function answer({ id, words, env, cwd: folder }: Question): Promise<Answer> {
  const before = process.getActiveResourcesInfo()
  const settings = Object.keys(env).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, env)
  chdir(folder)
  try {
    const code = await runCli(words)
    return { code, left: await leftOpen(before) }
  } finally {
    chdir(home)
    for (const [name, value] of settings)
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    for (const stream of [process.stdout, process.stderr]) stream.write(endMark(id))
  }
}

/** What is open that was not open before; connections and engines may take a moment to close. */
async function leftOpen(before: readonly string[]): Promise<string[]> {
  for (let waited = 0; ; waited += 10) {
    const open = process.getActiveResourcesInfo()
    for (const one of before) if (open.includes(one)) open.splice(open.indexOf(one), 1)
    if (open.length === 0 || waited >= PATIENCE_MS) return open
    await sleep(10)
  }
}

process.on('message', async (question: Question) => process.send!(await answer(question)))
