import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import bundled from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const installed = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
/** What the package asks for and no browser of a person has: in a single process it dies with its first page, and the other lets pages read what is not theirs. */
const UNWANTED = ['--single-process', '--disable-web-security']

/** The system's Chromium where there is one, else the one inside the npm package. */
export async function launchChromium(): Promise<Browser> {
  if (existsSync(installed)) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] })
  // The package unpacks into the temporary folder under a fixed name: a folder per user, or the second user could not run the first one's.
  process.env.TMPDIR = join(tmpdir(), `overturn-browser-${userInfo().uid}`)
  mkdirSync(process.env.TMPDIR, { recursive: true })
  return chromium.launch({ executablePath: await bundled.executablePath(), args: bundled.args.filter((argument) => !UNWANTED.includes(argument)) })
}
