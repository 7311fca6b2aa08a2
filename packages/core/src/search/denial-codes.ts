import { codeEntries } from '../codes/entries.ts'
import { rankOf, withoutGroup } from './rules.ts'
import type { Found } from './schemas.ts'

/** CARC and RARC of the catalogue, which is in the program, the best first; retired codes after those in use. */
export function findDenialCodes(query: string, limit: number): Found['codes'] {
  const bare = withoutGroup(query)
  return codeEntries
    .flatMap((entry) => {
      const rank = rankOf(bare, [entry.code], [entry.label, entry.reason])
      return rank === null ? [] : [{ entry, rank }]
    })
    .sort((a, b) => a.rank - b.rank || Number(a.entry.retired) - Number(b.entry.retired))
    .slice(0, limit)
    .map(({ entry: { system, code, label } }) => ({ system: system === 'carc' ? ('carc' as const) : ('rarc' as const), code, label }))
}
