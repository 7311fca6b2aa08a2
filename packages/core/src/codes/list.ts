import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { codeEntries } from './entries.ts'
import { keyOf, licensedTexts } from './labels.sql.ts'
import { listCodesInput, listCodesOutput, type CodeEntry } from './schemas.ts'

/** The catalogue is in the program, some 1,600 codes; only the licensed texts come from the database. */
export const listCodes = defineOperation({
  name: 'codes.list',
  kind: 'read',
  summary: 'Lists adjustment reason codes (CARC) and remark codes (RARC) with what they mean and what to do about them.',
  input: listCodesInput,
  output: listCodesOutput,
  async run({ db }, { search, kind, page, limit }) {
    const texts = await licensedTexts(db, kind === 'all' ? ['carc', 'rarc'] : [kind])
    const codes = codeEntries
      .filter(({ system }) => kind === 'all' || system === kind)
      .map((entry) => ({ ...entry, licensed: texts.get(keyOf(entry)) ?? null }))
    const found = search === undefined ? codes : searched(codes, search)
    return { codes: found.slice((page - 1) * limit, page * limit), pagination: paginate(found.length, { page, limit }) }
  },
})

/** Codes that are the searched one come first, then those in whose texts every word occurs. */
export function searched(codes: readonly CodeEntry[], search: string): CodeEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const isCode = ({ code }: CodeEntry) => words.length === 1 && code.toLowerCase() === words[0]
  const fits = ({ code, label, reason, category, licensed }: CodeEntry) => {
    const texts = [label, reason, category, licensed?.text].join('\n').toLowerCase()
    return words.every((word) => texts.includes(word) || code.toLowerCase().startsWith(word))
  }
  return [...codes.filter(isCode), ...codes.filter((entry) => !isCode(entry) && fits(entry))]
}
