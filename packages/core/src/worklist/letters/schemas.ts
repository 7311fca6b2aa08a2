import { z } from 'zod'
import { text } from '../../schemas.ts'
import { placeNames } from './places.ts'

const LONGEST_TEMPLATE = 20_000
/** Filled in, a template says several lines for every denied one. */
const LONGEST_LETTER = 80_000
export const letterFormats = ['text', 'pdf', 'docx'] as const

export const template = z.object({
  id: z.string(),
  name: z.string(),
  body: z.string(),
  /** It comes with Overturn and can be neither changed nor removed. */
  builtIn: z.boolean(),
  updatedAt: z.string().nullable(),
  updatedBy: z.string().nullable(),
})
const place = z.object({ name: z.enum(placeNames), meaning: z.string() })

export const listTemplatesOutput = z.object({ templates: z.array(template), places: z.array(place), asOf: z.string() })
export const saveTemplateInput = z.strictObject({
  /** Of the one to change; left out for a new one. */
  id: text(100).optional(),
  name: text(100),
  body: text(LONGEST_TEMPLATE),
})
export const saveTemplateOutput = z.object({ template, asOf: z.string() })
export const removeTemplateInput = z.strictObject({ id: text(100) })
export const removeTemplateOutput = z.object({ id: z.string() })

export const letterInput = z.strictObject({
  claimId: text(100),
  /** Default: the one that fits the claim's reason. */
  template: text(100).optional(),
  /** The letter as somebody has edited it, instead of a template. */
  text: text(LONGEST_LETTER).optional(),
  format: z.enum(letterFormats).default('text'),
})
export const letterOutput = z.object({
  claimId: z.string(),
  /** Null where the text was given. */
  template: z.string().nullable(),
  text: z.string(),
  /** Places that are still open, with what belongs there. */
  missing: z.array(place),
  /** Characters that a PDF shows as the letter next to them, or as a question mark; a DOCX holds them as they are. */
  replaced: z.array(z.string()),
  /** The file, in base64; null for text. Its name names no patient. */
  file: z.object({ name: z.string(), type: z.string(), content: z.string() }).nullable(),
  asOf: z.string(),
})
