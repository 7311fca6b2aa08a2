import { sql, type SQL } from 'drizzle-orm'
import { procedureGroups, rangesOf, type CodeRange } from '../../codes/groups.ts'
import type { Condition, ScopeField } from './condition.ts'

/**
 * Condition that line `l` of claim `c` is in the scope (rows of claim_line_items and claims, or relations with their columns): the same question that
 * meets.ts asks of a claim in memory. `l` may be null-extended for a claim without lines: then only what the claim says can be met.
 */
export const inScope = (scope: readonly Condition[]): SQL =>
  sql`(${scope.length === 0 ? sql`true` : sql.join(scope.toSorted((a, b) => effort(a) - effort(b)).map(meets), sql` and `)})`

/** What takes longer to tell comes last, for the few lines that meet the rest: a family has ranges of codes, and a claim or a list several. */
function effort({ field, op }: Condition): number {
  if (field === 'procedureGroup') return op === 'has' || op === 'lacks' ? 4 : 3
  return op === 'startsWith' ? 2 : ['provider', 'modifier', 'diagnosis'].includes(field) ? 1 : 0
}

function meets({ field, op, value }: Condition): SQL {
  const text = String(value)
  switch (op) {
    case 'is':
      return contains(onLine(field, text), text)
    case 'not':
      return sql`not ${contains(onLine(field, text), text)}`
    case 'has':
      return contains(onClaim(field, text), text)
    case 'lacks':
      return sql`not ${contains(onClaim(field, text), text)}`
    case 'startsWith':
      return startsWith(field, text)
    case 'above':
      return field === 'daysToSubmission' ? sql`coalesce(c.submission_date - c.date_of_service > ${Number(value)}::int, false)` : sql`false`
  }
}

/** What a line says in a field: one text, several, or whether it belongs to the family that is asked for. */
type Said = { one: SQL } | { several: SQL } | { isSo: SQL }

function onLine(field: ScopeField, value: string): Said {
  switch (field) {
    case 'payer':
      return { one: sql`c.payer_id` }
    case 'provider':
      return { several: sql`array[coalesce(l.rendering_provider_id, c.rendering_provider_id), c.provider_id]` }
    case 'procedureCode':
      return { one: sql`l.procedure_code` }
    case 'procedureGroup':
      return { isSo: isOfGroup(sql`l.procedure_code`, value) }
    case 'modifier':
      return { several: sql`l.modifiers` }
    case 'diagnosis':
      return { several: sql`case when cardinality(l.diagnosis_codes) > 0 then l.diagnosis_codes else c.diagnosis_codes end` }
    case 'placeOfService':
      return { one: sql`coalesce(l.place_of_service, c.place_of_service)` }
    case 'claimType':
      return { one: sql`c.claim_type` }
    case 'daysToSubmission':
      return { one: sql`(c.submission_date - c.date_of_service)::text` }
  }
}

function onClaim(field: ScopeField, value: string): Said {
  if (field === 'procedureCode') return { several: sql`c.procedure_codes` }
  if (field === 'procedureGroup') return { isSo: sql`exists (select from unnest(c.procedure_codes) as code where ${isOfGroup(sql`code`, value)})` }
  return onLine(field, value)
}

function contains(said: Said, value: string): SQL {
  if ('isSo' in said) return said.isSo
  // Never null, so that its opposite is true where nothing is said.
  return 'one' in said ? sql`(${said.one} is not distinct from ${value})` : sql`coalesce(array_position(${said.several}, ${value}) is not null, false)`
}

function startsWith(field: ScopeField, text: string): SQL {
  const said = onLine(field, text)
  if ('one' in said) return sql`coalesce(starts_with(${said.one}, ${text}), false)`
  if ('several' in said) return sql`exists (select from unnest(${said.several}) as one where starts_with(one, ${text}))`
  const families = procedureGroups.filter((group) => group.startsWith(text)).map((group) => isOfGroup(sql`l.procedure_code`, group))
  return families.length === 0 ? sql`false` : sql`(${sql.join(families, sql` or `)})`
}

/** Codes of five characters between the bounds of one of the family's ranges, of the same kind as they are (codes/groups.ts). */
function isOfGroup(code: SQL, group: string): SQL {
  const within = ({ first, last }: CodeRange) =>
    sql`(${code} collate "C" between ${first} and ${last} and ${code} ~ ${`^${kind(first[0]!)}...${kind(first[4]!)}$`})`
  const any = rangesOf(group).map(within)
  return any.length === 0 ? sql`false` : sql`coalesce(${sql.join(any, sql` or `)}, false)`
}

const kind = (character: string) => (/\d/.test(character) ? '[0-9]' : '[^0-9]')
