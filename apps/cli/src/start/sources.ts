import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../../', import.meta.url))
export const portal = join(root, 'apps', 'portal')

/** What a build makes or does not read. */
const SKIPPED = new Set(['node_modules', '.nuxt', '.output', 'test'])

/** One fingerprint of everything that the built portal is made of: a build with another one is old. */
export function hashSources(): string {
  const hash = createHash('sha256')
  for (const file of [...filesBelow(portal), ...filesBelow(join(root, 'packages', 'core', 'src')), join(root, 'package-lock.json')]) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []))
}
