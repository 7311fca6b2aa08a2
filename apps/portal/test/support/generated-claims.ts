import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const overturn = fileURLToPath(new URL('../../../cli/bin/overturn.js', import.meta.url))

/** Files of an invented group, as somebody would choose them in a form. */
export function generateClaims(claims: number, months: number): { names: readonly string[]; form(): FormData; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'overturn-generated-'))
  const words = ['generate', '--claims', String(claims), '--months', String(months), '--format', 'portal-json', '--out', folder, '--json']
  execFileSync(process.execPath, [overturn, ...words])
  const names = readdirSync(join(folder, 'claims'))
  return {
    names,
    form() {
      const form = new FormData()
      for (const name of names) form.append('files', new Blob([readFileSync(join(folder, 'claims', name))]), name)
      return form
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
