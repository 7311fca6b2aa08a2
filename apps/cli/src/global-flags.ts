import type { ArgsDef, ParsedArgs } from 'citty'

/** What every command takes. */
export const globalFlags = {
  'data-dir': { type: 'string', valueHint: 'folder', description: 'Folder of the embedded database (OVERTURN_DATA_DIR, else .overturn)' },
  organization: { type: 'string', valueHint: 'slug', description: 'Organization to work on, where there is more than one (OVERTURN_ORGANIZATION)' },
  'as-of': { type: 'string', valueHint: 'date', description: 'Work as of this day (YYYY-MM-DD) or moment (ISO 8601) instead of now' },
  json: { type: 'boolean', description: 'Print exactly one JSON document' },
} as const satisfies ArgsDef

export type GlobalFlags = ParsedArgs<typeof globalFlags>
