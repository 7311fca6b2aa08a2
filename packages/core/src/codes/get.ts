import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { codeEntries } from './entries.ts'
import { keyOf, licensedTexts } from './labels.sql.ts'
import { codeEntry, getCodeInput, type CodeEntry } from './schemas.ts'
import { readCode } from './systems.ts'

const byKey = new Map(codeEntries.map((entry) => [keyOf(entry), entry]))

/** What is said of a code that only a loaded list has. */
const OUTSIDE: Omit<CodeEntry, 'system' | 'code' | 'licensed'> = {
  label: null,
  reason: null,
  category: 'unclassified',
  scenario: null,
  action: null,
  remedy: 'none',
  adjustmentKind: null,
  alert: null,
  appealRights: null,
  retired: false,
}

export const getCode = defineOperation({
  name: 'codes.get',
  kind: 'read',
  summary: 'Tells what one code means: our label, what to do, and the text of the licensed list where one was loaded.',
  input: getCodeInput,
  output: codeEntry,
  async run({ db }, { system, code: given }) {
    const code = readCode(system, given) ?? given.trim().toUpperCase()
    const licensed = (await licensedTexts(db, [system], code)).get(keyOf({ system, code })) ?? null
    const entry = byKey.get(keyOf({ system, code }))
    if (entry) return { ...entry, licensed }
    if (!licensed) throw new OverturnError('not_found', `There is no ${system} code "${given}" in the catalog, and no loaded list has it.`)
    return { ...OUTSIDE, system, code, licensed }
  },
})
