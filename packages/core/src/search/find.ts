import { mayIdentify } from '../access/table.ts'
import { defineOperation } from '../operation.ts'
import { findClaims } from './claims.sql.ts'
import { findDenialCodes } from './denial-codes.ts'
import { rankOf, withoutGroup, wordsOf } from './rules.ts'
import { searchInput, searchOutput, type Found } from './schemas.ts'
import { findThings } from './things.sql.ts'

/** Of each kind: more than that nobody reads while typing. */
const MOST = 6
const NOTHING: Found = { claims: [], patterns: [], codes: [], payers: [], providers: [], policies: [] }

export const findAnything = defineOperation({
  name: 'search.find',
  kind: 'read',
  concerns: (_input, { claims }) => claims.map(({ id }) => id),
  summary: 'Finds claims by number, and patterns, codes, payers, providers and policies by number or words; never by patient.',
  input: searchInput,
  output: searchOutput,
  async run({ db, organization, actor }, { query }) {
    if (wordsOf(query).length === 0) return NOTHING
    return db.transaction(async (tx) => {
      const of = { organizationId: organization.id, query, limit: MOST }
      return {
        // Who may not see account numbers is not told either whether there is one.
        claims: await findClaims(tx, { ...of, byAccount: mayIdentify.includes(actor.role) }),
        patterns: await findThings(tx, 'patterns', of),
        codes: bestCodes(query, [...findDenialCodes(query, MOST), ...(await findThings(tx, 'procedures', of))]),
        payers: await findThings(tx, 'payers', of),
        providers: await findThings(tx, 'providers', of),
        policies: await findThings(tx, 'policies', of),
      }
    })
  },
})

/** Those that are what was typed before those that begin with it, before those whose text holds its words, whichever list they are from. */
function bestCodes(query: string, codes: Found['codes']): Found['codes'] {
  const bare = withoutGroup(query)
  const rank = ({ code }: Found['codes'][number]) => rankOf(bare, [code]) ?? 2
  return codes.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST)
}
