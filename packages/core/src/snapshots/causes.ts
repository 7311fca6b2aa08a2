import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'

/** What made days be computed, for a person to read. */
export interface Cause {
  cause: string
  text: string
  /** The file behind it, where one is. */
  importId: number | null
  fileName: string | null
}

const OF_IMPORT = /^(import|undo):(\d+)$/

const OF_PATTERN: Record<string, string> = {
  new: 'the pattern was found, and its days were computed',
  scope: 'the scope of the pattern moved, and its days were computed again',
  restored: 'the pattern was brought back, and its days were computed again',
}

const WORDS: Record<string, (detail: string) => string> = {
  match: (decision) => `decision ${decision} given to another claim`,
  appeal: (claim) => `appeal of claim ${claim}`,
  payer: (payer) => `the windows of payer ${payer} changed`,
  pattern: (which) => (Object.hasOwn(OF_PATTERN, which) ? OF_PATTERN[which]! : `pattern ${which} changed`),
  policy: (which) => (which === 'new' ? 'the policy came in, and its days were computed' : `policy ${which} changed`),
  organization: () => 'the time zone of the organization changed',
  rebuild: () => 'everything was computed again',
  unknown: () => 'not recorded: published before causes were kept',
}

/** A cause in words, `files` being the names of imports by their number. A cause of a kind that has no words yet stands for itself. */
export function describeCause(cause: string, files: ReadonlyMap<number, string>): Cause {
  const [, kind, number] = OF_IMPORT.exec(cause) ?? []
  if (kind !== undefined) {
    const importId = Number(number)
    const fileName = files.get(importId) ?? null
    const file = `${fileName ?? 'a file'} (import ${importId})`
    return { cause, text: kind === 'import' ? file : `${file} was undone`, importId, fileName }
  }
  const [name = '', ...detail] = cause.split(':')
  const words = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined
  return { cause, text: words?.(detail.join(':')) ?? cause, importId: null, fileName: null }
}

/** The names of the files that causes speak of. */
export async function readFileNames(tx: Pick<TenantTransaction, 'rows'>, organizationId: number, causes: readonly string[]): Promise<Map<number, string>> {
  const ids = [...new Set(causes.flatMap((cause) => OF_IMPORT.exec(cause)?.[2] ?? []).map(Number))]
  if (ids.length === 0) return new Map()
  const rows = await tx.rows<{ id: number; fileName: string }>(
    sql`select id, file_name as "fileName" from imports where organization_id = ${organizationId} and id = any(${sql.param(ids)}::int8[])`,
  )
  return new Map(rows.map(({ id, fileName }) => [id, fileName]))
}
