import { z } from 'zod'
import { actionCategories, adjustmentKinds, coreScenarios, patternCategories, remedies } from '../adjudication/catalogue.ts'
import { isoDate, pagination, paging, text } from '../schemas.ts'
import { codeSystems } from './systems.ts'

export const licensed = z.object({
  text: z.string(),
  /** Who licensed the list, as was said when it was loaded. */
  source: z.string(),
  effectiveFrom: isoDate.nullable(),
  effectiveTo: isoDate.nullable(),
  loadedAt: z.string(),
})
export type LicensedText = z.infer<typeof licensed>

export const codeEntry = z.object({
  system: z.enum(codeSystems),
  code: z.string(),
  /** In our own words; null for code lists that the catalogue does not have. */
  label: z.string().nullable(),
  /** The canonical denial reason that it names. */
  reason: z.string().nullable(),
  category: z.enum([...patternCategories, 'unclassified']),
  scenario: z.enum(coreScenarios).nullable(),
  action: z.enum(actionCategories).nullable(),
  remedy: z.enum(remedies),
  /** CARC: what an adjustment with it does. */
  adjustmentKind: z.enum(adjustmentKinds).nullable(),
  /** RARC: it only informs. */
  alert: z.boolean().nullable(),
  /** RARC: whether it grants or refuses an appeal; null where it says nothing of it. */
  appealRights: z.boolean().nullable(),
  retired: z.boolean(),
  licensed: licensed.nullable(),
})
export type CodeEntry = z.infer<typeof codeEntry>

export const listCodesInput = z.strictObject({
  search: text(200).optional(),
  kind: z.enum(['all', 'carc', 'rarc']).default('all'),
  ...paging,
})
export const listCodesOutput = z.object({ codes: z.array(codeEntry), pagination })
export type CodeList = z.infer<typeof listCodesOutput>

export const getCodeInput = z.strictObject({ system: z.enum(codeSystems), code: text(40) })

export const loadCodesInput = z.strictObject({
  path: text(4096).describe('CSV or JSON file with a code and a description in each row'),
  system: z.enum(codeSystems).describe('Which code list it is'),
  source: text(200).describe('Who licensed it to you'),
})
const rejectedRow = z.object({ row: z.number().int(), field: z.string(), message: z.string() })
export type RejectedRow = z.infer<typeof rejectedRow>

export const loadCodesOutput = z.object({
  system: z.enum(codeSystems),
  source: z.string(),
  rows: z.number().int(),
  inserted: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  /** The first of them; never what the row says. */
  rejectedRows: z.array(rejectedRow),
})
export type LoadedCodes = z.infer<typeof loadCodesOutput>
