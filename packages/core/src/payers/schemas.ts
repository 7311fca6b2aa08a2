import { z } from 'zod'
import { interval, isoDate, money, pagination, paging, rate, text, wholeNumber, window } from '../schemas.ts'

const int = z.number().int()
/** A year: what payers do changes slowly, and a month of one payer is few claims. */
const days = wholeNumber(1, 366).default(90)

/** Days in which a payer lets something be filed, and who said so: null while they are what is assumed of every payer. */
const windows = z.object({
  /** After the decision that is appealed. */
  appealWindowDays: int,
  /** After the service, for a claim and its correction. */
  timelyFilingDays: int,
  setBy: z.string().nullable(),
  setAt: z.string().nullable(),
})

/** The payer's claims submitted in the window, as known today. */
const volume = {
  claims: int,
  pending: int,
  adjudicated: int,
  denied: int,
  denialRate: rate,
  billedAmount: money,
  deniedAmount: money,
  paidAmount: money,
}

export const listPayersInput = z.strictObject({
  /** Only payers with this text in id or name. */
  search: text(100).optional(),
  days,
  sort: z.enum(['claims', 'denied', 'name']).default('claims'),
  ...paging,
})
export const listPayersOutput = z.object({
  payers: z.array(z.object({ id: z.string(), name: z.string(), windows, ...volume })),
  window,
  pagination,
  asOf: z.string(),
})

export const getPayerInput = z.strictObject({ id: text(100), days })
/** A proportion in percent with its 95 % interval. */
const measured = z.object({ rate, interval: interval.nullable() })
export const getPayerOutput = z.object({
  payer: z.object({
    id: z.string(),
    name: z.string(),
    windows,
    ...volume,
    /** Of the days of the window whose decisions are in, as the payer's own pace lets one expect. */
    mature: measured.extend({ before: isoDate.nullable(), adjudicated: int, denied: int }),
    /** Days from submission to the first decision; null under 20 decisions. */
    decisionDays: z.object({ decisions: int, median: int.nullable(), p90: int.nullable() }),
    /** Reasons of the claims denied in whole or in part, most claims first. */
    reasons: z.array(z.object({ reason: z.string(), claims: int, deniedAmount: money })),
    /** Appeals that the payer decided in the window. */
    appeals: measured.extend({ decided: int, won: int, recoveredAmount: money }),
    /** Received in the window after a denial, by day of payment. */
    cashRecovered: money,
    /** As the deadlines of appeals list it: claims whose denials can still be appealed or corrected. */
    recoverable: z.object({ claims: int, openAmount: money }),
  }),
  window,
  /** Days of the window wait to be computed again; numbers are about to change. */
  recomputing: z.boolean(),
  asOf: z.string(),
})

/** A window of no days would say that nothing can be done on the next day, and ten years is longer than any law's. */
const windowDays = wholeNumber(1, 3_650).optional()
export const setPayerWindowsInput = z.strictObject({ id: text(100), appealWindowDays: windowDays, timelyFilingDays: windowDays })
export const setPayerWindowsOutput = z.object({ id: z.string(), windows, /** Claims whose last days are computed again. */ claims: int })
