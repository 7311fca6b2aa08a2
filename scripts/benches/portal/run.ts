import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { createClient } from '@overturn/client'
import { ensurePortal } from '../../../apps/cli/src/start/portal-build.ts'
import { startPortal } from '../../../apps/cli/src/start/portal-process.ts'
import { launchChromium } from '../../../apps/portal/test/support/chromium.ts'
import { freePort } from '../../../apps/portal/test/support/free-port.ts'
import { listScreens, type Screen } from '../../../apps/portal/test/support/screens.ts'
import { postAuth, signIn } from '../../../apps/portal/test/support/sign-in.ts'
import { openEngine } from '../../../packages/core/src/db/embedded/engine.ts'
import { ensureAdministrator } from '../../../packages/core/src/identity/first-administrator.ts'
import { createToken } from '../../../packages/core/src/identity/tokens/create.ts'
import { perform } from '../../../packages/core/src/operation.ts'
import { timesOf, timesText } from '../computation/measure.ts'
import { openPractice } from '../computation/practice.ts'
import { startEngine } from '../imports/engines.ts'
import { describeMachine, machineText } from '../imports/machine.ts'
import { tempFolder } from '../imports/temp-folder.ts'
import { interactions } from './interactions.ts'
import { keptEngine, reopenPractice, type Opened } from './kept.ts'
import { readPortalOptions, type PortalOptions } from './options.ts'
import { prepareWork } from './prepare.ts'
import { ASKED_BEFORE_PAINT, visit } from './visits.ts'

const FIRST_PAINT_MS = 1_000
const INTERACTION_MS = 100
const FIRST_LOAD_KB = 250
const EMAIL = 'bench@overturn.local'
const PASSWORD = 'a password for this bench'

/** What somebody waits for in the portal over many claims on the embedded engine. Exit code 1 where a bar is missed. */
export async function runPortalBench(flags: readonly string[]): Promise<void> {
  const options = readPortalOptions(flags)
  console.log(machineText(describeMachine()))
  const folder = tempFolder()
  try {
    const isMade = options.dataDir === null || !existsSync(options.dataDir)
    const engine = options.dataDir === null ? (await startEngine('embedded', folder.path))! : keptEngine(options.dataDir)
    console.log(`${engine.label}, ${isMade ? `${options.claims} claims` : 'claims as they are'}, each screen opened ${options.runs} times`)
    const practice = isMade ? await openPractice(engine, options.claims) : await reopenPractice(engine)
    try {
      if (isMade) await prepareWork(practice.context)
      await withPortal(practice, folder.path, (address, cookie, screens) => measure(options, address, cookie, screens))
    } finally {
      await practice.drop()
      await engine.stop()
    }
  } finally {
    folder.remove()
  }
}

async function withPortal(
  { context, target }: Opened,
  folder: string,
  use: (address: string, cookie: string, screens: readonly Screen[]) => Promise<void>,
): Promise<void> {
  const { signal } = new AbortController()
  await ensurePortal(join(folder, 'portal-build.log'), signal, (message) => console.log(message))
  const made = await ensureAdministrator(context.database, { email: EMAIL, now: new Date() })
  const { token } = await perform(
    createToken,
    { ...context, actor: { id: 'cli', role: 'administrator' }, now: new Date() },
    { name: `bench ${randomBytes(4).toString('hex')}`, role: 'administrator' },
  )
  const engine = await openEngine(target.dataDir)
  const portal = await startPortal(
    await freePort(),
    {
      OVERTURN_SOCKET: engine.socket,
      DATABASE_URL: '',
      OVERTURN_SECRET: randomBytes(32).toString('hex'),
      OVERTURN_DATA_DIR: folder,
      OVERTURN_LOG_LEVEL: 'error',
      OVERTURN_RATE_LIMIT: '1000000',
    },
    signal,
  )
  try {
    if (made) {
      const first = await signIn(portal.address, EMAIL, made.password)
      await postAuth(portal.address, 'change-password', { currentPassword: made.password, newPassword: PASSWORD }, first)
    }
    const cookie = await signIn(portal.address, EMAIL, PASSWORD)
    await use(portal.address, cookie, await listScreens(createClient(portal.address, { token })))
  } finally {
    await portal.stop()
    await engine.stop()
  }
}

async function measure({ runs }: PortalOptions, address: string, cookie: string, screens: readonly Screen[]): Promise<void> {
  const browser = await launchChromium()
  try {
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } })
    const [name, value] = cookie.split('=', 2) as [string, string]
    await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }])
    const scripts = await firstLoad(context)
    const paints = await openAll(context, screens, runs)
    const longest = await interactAll(context)
    const bars: [string, boolean][] = [
      [
        `JavaScript of the first load under ${FIRST_LOAD_KB} kB, gzipped: ${scripts.first.toFixed(0)} kB; ${scripts.all.toFixed(0)} kB with what comes later`,
        scripts.first < FIRST_LOAD_KB,
      ],
      [`first paint of any screen under ${FIRST_PAINT_MS} ms: ${paints.firstPaint.toFixed(0)} ms at the slowest`, paints.firstPaint < FIRST_PAINT_MS],
      [`any screen shows its data within ${FIRST_PAINT_MS} ms: ${paints.shown.toFixed(0)} ms at the slowest`, paints.shown < FIRST_PAINT_MS],
      [`interaction under ${INTERACTION_MS} ms: ${longest.toFixed(0)} ms at the slowest`, longest < INTERACTION_MS],
    ]
    for (const [bar, isMet] of bars) console.log(`${isMet ? 'met   ' : 'MISSED'}  ${bar}`)
    if (bars.some(([, isMet]) => !isMet)) process.exitCode = 1
  } finally {
    await browser.close()
  }
}

/**
 * Kilobytes of the scripts that the dashboard loads in a browser that knows none of them, gzipped as the server would send them: those it asks for
 * before it first paints, and with those that come after (charts, and what is there for a click).
 */
async function firstLoad(context: BrowserContext): Promise<{ first: number; all: number }> {
  const page = await context.newPage()
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.set(response.url(), response.body())
  })
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  const early = new Set(await page.evaluate<string[]>(ASKED_BEFORE_PAINT))
  const sizes = await Promise.all([...bodies].map(async ([url, body]) => ({ url, kb: gzipSync(await body, { level: 9 }).length / 1000 })))
  await page.close()
  const sum = (of: typeof sizes) => of.reduce((total, { kb }) => total + kb, 0)
  return { first: sum(sizes.filter(({ url }) => early.has(url))), all: sum(sizes) }
}

/** Every screen so many times, one after the other in turns; the slowest medians. A first round, which is not counted, fills the caches. */
async function openAll(context: BrowserContext, screens: readonly Screen[], runs: number): Promise<{ firstPaint: number; shown: number }> {
  const visits = new Map(screens.map((screen) => [screen, [] as Awaited<ReturnType<typeof visit>>[]]))
  for (let run = -1; run < runs; run++)
    for (const [screen, of] of visits) {
      const seen = await visit(context, screen)
      if (run >= 0) of.push(seen)
    }
  const slowest = { firstPaint: 0, shown: 0 }
  for (const [{ name }, of] of visits) {
    const times = { firstPaint: timesOf(of.map(({ firstPaint }) => firstPaint)), shown: timesOf(of.map(({ shown }) => shown)) }
    console.log(`${name.padEnd(22)}first paint ${timesText(times.firstPaint).padEnd(24)}data ${timesText(times.shown)}`)
    slowest.firstPaint = Math.max(slowest.firstPaint, times.firstPaint.median)
    slowest.shown = Math.max(slowest.shown, times.shown.median)
  }
  return slowest
}

async function interactAll(context: BrowserContext): Promise<number> {
  const page: Page = await context.newPage()
  let slowest = 0
  for (const { what, measure: measured } of interactions) {
    const times = timesOf(await measured(page))
    console.log(`${what.padEnd(50)}${timesText(times)}`)
    slowest = Math.max(slowest, times.median)
  }
  await page.close()
  return slowest
}
