import { z } from 'zod'
import { isIsoDate } from '../../../dates.ts'
import { AMOUNT, centsOf } from '../../../money.ts'
import type { Place, PortalIssueCode, Report } from './issues.ts'

/** A JSON object as it came. */
export type Raw = Record<string, unknown>

export const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Ids and codes arrive as text or as a bare number (99213); empty text is no value. */
const word = z.union([z.string(), z.number().transform(String)]).transform((text) => text.trim())
/** A field that may be missing, null or empty text: all three are null. */
export const maybe = <Output>(schema: z.ZodType<Output>) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    schema.nullish().transform((value) => value ?? null),
  )

/** In bytes of UTF-8: ids and codes stand in indexed columns, several in one index. */
const LONGEST_KEY = 500
const TOO_LONG = `is longer than ${LONGEST_KEY} bytes`
const fits = (key: string) => Buffer.byteLength(key) <= LONGEST_KEY

export const text = maybe(word)
/** Text that must be there. */
export const required = word.refine((text) => text !== '', 'is empty')
/** An id or a code, and what else claims are found or counted by. One that is too long refuses the object, whatever the field. */
export const key = maybe(word.refine(fits, TOO_LONG))
export const id = required.refine(fits, TOO_LONG)
export const flag = maybe(z.boolean())
export const wholeNumber = maybe(z.number().int().min(-2_147_483_648).max(2_147_483_647))
export const number = maybe(z.number())
/** Anything JSON, kept as it came. */
export const anything = z
  .unknown()
  .nullish()
  .transform((value) => value ?? null)
export const list = z
  .array(z.unknown())
  .nullish()
  .transform((values) => values ?? [])

/** A list of codes, or of objects with a `code`, kept as it came. */
export const codeList = list.refine((items) => items.every((item) => fits(String((isObject(item) ? item.code : item) ?? ''))), TOO_LONG)

/** A list of codes; one alone stands for a list of one. */
export const texts = z
  .union([z.array(word), word.transform((one) => [one])])
  .nullish()
  .transform((all) => (all ?? []).filter((one) => one !== ''))
  .refine((all) => all.every(fits), TOO_LONG)

/** A calendar date, also the date part of a timestamp as it is written there. */
export const date = maybe(
  z.string().transform((value, context) => {
    const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(value.trim())?.[0]
    if (day && isIsoDate(day)) return day
    context.addIssue({ code: 'custom', message: 'is not a date, YYYY-MM-DD' })
    return z.NEVER
  }),
)

/** An amount of dollars, number or text, as whole cents. */
export const amount = z.union([z.string(), z.number()]).transform((value, context) => {
  const cents = centsOf(value)
  if (cents !== null) return cents
  context.addIssue({ code: 'custom', message: `is not ${AMOUNT}` })
  return z.NEVER
})
export const maybeAmount = maybe(amount)
/** What a claim or line charges: zero or more. */
export const charge = amount.refine((cents) => cents >= 0, 'is below zero')

/** A moment with its zone; one without a zone is taken as UTC. */
export const moment = z.string().transform((value, context) => {
  const text = value.trim()
  const parsed = /^\d{4}-\d{2}-\d{2}(T[\d:.]+)?$/.test(text) ? Date.parse(text.includes('T') ? `${text}Z` : text) : Date.parse(text)
  if (/^\d{4}-/.test(text) && Number.isFinite(parsed)) return new Date(parsed).toISOString()
  context.addIssue({ code: 'custom', message: 'is not a moment, YYYY-MM-DDThh:mm:ssZ' })
  return z.NEVER
})

/** `fields` of the schema, read; `rest` is everything else as it came: fields without a place and fields that could not be read. */
export interface ReadObject<Fields> {
  fields: Fields
  rest: Raw
}

/**
 * Reads one object. A field named in `refusals` that is wrong or missing refuses the whole object under that code, as does an id that is too
 * long (an id is never cut, and without it the object would be another one); any other field that is wrong is told, put into `rest` as it came, and null. Null when the object is refused.
 */
export function readObject<Schema extends z.ZodObject>(
  schema: Schema,
  refusals: Partial<Record<string, PortalIssueCode>>,
  raw: Raw,
  place: Place,
  report: Report,
  path = '',
): ReadObject<z.output<Schema>> | null {
  const first = schema.safeParse(raw)
  const wrong = new Map((first.error?.issues ?? []).map((issue) => [String(issue.path[0]), issue.message]))
  let refused = false
  for (const [field, message] of wrong) {
    const refusal = message === TOO_LONG ? 'portal.id-too-long' : refusals[field]
    refused ||= refusal !== undefined
    if (refusal) report.reject(refusal, `${path}${field} ${readable(message)}`, place, path + field)
    else report.warn('portal.field-not-read', `${path}${field} ${readable(message)}`, place, path + field)
  }
  if (refused) return null
  const pick = (wanted: (field: string) => boolean) => Object.fromEntries(Object.entries(raw).filter(([field]) => wanted(field)))
  return {
    fields: first.success ? first.data : schema.parse(pick((field) => !wrong.has(field))),
    rest: pick((field) => wrong.has(field) || !Object.hasOwn(schema.shape, field)),
  }
}

/** Zod's "Invalid input: expected string, received null" after the name of a field. */
const readable = (message: string) => message.replace(/^Invalid input(: )?/, 'is not valid: ')
