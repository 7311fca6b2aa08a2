import { z } from 'zod'
import { isIsoDate } from './dates.ts'

/** Building blocks of the public shapes. Names are the guide's; money is dollars with at most two decimals; rates are percentages with two. */

export const isoDate = z.string().refine(isIsoDate, 'must be a calendar date, YYYY-MM-DD')
export const money = z.number()
/** Percent, or null where the denominator is 0: shown as a dash, never as 0. */
export const rate = z.number().nullable()

/** Whether PostgreSQL can hold it. */
export const isStorable = (value: string): boolean => !value.includes('\0') && value.isWellFormed()
export const NOT_STORABLE = 'must be text without NUL and without half a surrogate pair'

/** Text of a caller, which may be empty. What the database cannot hold is refused here by the field's name, not there by an error. */
export const textOrNone = (max: number) => z.string().max(max).refine(isStorable, { error: NOT_STORABLE, abort: true })

/** The same, but for empty text. */
export const text = (max: number) => textOrNone(max).min(1)

/** A whole number from a query string or from JSON; text that is not one is refused, not read as NaN. */
export const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`
  return z
    .union([z.number(error), z.string(error).regex(/^\d+$/, error).transform(Number)], error)
    .pipe(z.number(error).int({ error, abort: true }).min(min, error).max(max, error))
}

/** `page` and `limit` of every list: bounded, so that no caller can ask for everything. */
export const paging = {
  page: wholeNumber(1, 1_000_000).default(1),
  limit: wholeNumber(1, 200).default(20),
}

export const pagination = z.object({ total: z.number().int(), page: z.number().int(), limit: z.number().int(), pages: z.number().int() })

export function paginate(total: number, { page, limit }: { page: number; limit: number }): z.infer<typeof pagination> {
  return { total, page, limit, pages: Math.ceil(total / limit) }
}

/** 95 % interval of an estimate, in the unit of the estimate. */
export const interval = z.object({ low: z.number(), high: z.number() })

export const window = z.object({ start: isoDate, end: isoDate })
