import { z } from 'zod'
import { patternTrends } from '../db/schema/patterns.ts'
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
  denialRateInterval: interval.nullable(),
  billedAmount: money,
  deniedAmount: money,
  paidAmount: money,
}

/** Whether the denial rate of the last 30 mature days of submission differs from that of the 30 before; `stable` also where too few are decided to tell. */
const trend = z.enum(patternTrends)
/** A proportion in percent with its 95 % interval. */
const measured = z.object({ rate, interval: interval.nullable() })
/** Appeals that the payer decided in the window. */
const appeals = measured.extend({ decided: int, won: int })
/** As the deadlines of appeals list it: claims whose denials can still be appealed or corrected. */
const recoverable = z.object({ claims: int, openAmount: money })
/** Days from submission to the first decision; null under 20 decisions. */
const decisionDays = z.object({ decisions: int, median: int.nullable(), p90: int.nullable() })

export const listPayersInput = z.strictObject({
  /** Only payers with this text in id or name. */
  search: text(100).optional(),
  days,
  sort: z.enum(['claims', 'denied', 'name']).default('claims'),
  ...paging,
})
export const listPayersOutput = z.object({
  payers: z.array(z.object({ id: z.string(), name: z.string(), windows, ...volume, trend, appeals, recoverable, decisionDays })),
  window,
  pagination,
  asOf: z.string(),
})

export const getPayerInput = z.strictObject({ id: text(100), days })
export const getPayerOutput = z.object({
  payer: z.object({
    id: z.string(),
    name: z.string(),
    windows,
    /** Where appeals are sent, as it stands on the envelope. */
    appealsAddress: z.string().nullable(),
    ...volume,
    trend,
    /** Of the days of the window whose decisions are in, as the payer's own pace lets one expect. */
    mature: measured.extend({ before: isoDate.nullable(), adjudicated: int, denied: int }),
    /** `curve`: the share, in percent, of the decisions that came within so many days, at each number of days on which some came. */
    decisionDays: decisionDays.extend({ curve: z.array(z.object({ days: int, share: z.number() })) }),
    /** Reasons of the claims denied in whole or in part, most claims first. */
    reasons: z.array(z.object({ reason: z.string(), claims: int, deniedAmount: money })),
    /** `medianDays`: from filing to the decision, of those whose day of filing is known; null without one. */
    appeals: appeals.extend({ recoveredAmount: money, medianDays: z.number().nullable() }),
    /** Received in the window after a denial, by day of payment. */
    cashRecovered: money,
    recoverable,
  }),
  /** One row per week (Monday) of submission of the last twelve months, and whether all its days are mature. */
  weekly: z.array(z.object({ week: isoDate, adjudicated: int, denied: int, denialRate: rate, deniedAmount: money, mature: z.boolean() })),
  window,
  /** Days of the window wait to be computed again; numbers are about to change. */
  recomputing: z.boolean(),
  asOf: z.string(),
})

/** A window of no days would say that nothing can be done on the next day, and ten years is longer than any law's. */
const windowDays = wholeNumber(1, 3_650).optional()
export const setPayerWindowsInput = z.strictObject({
  id: text(100),
  appealWindowDays: windowDays,
  timelyFilingDays: windowDays,
  appealsAddress: text(500).nullable().optional(),
})
export const setPayerWindowsOutput = z.object({
  id: z.string(),
  windows,
  appealsAddress: z.string().nullable(),
  /** Claims whose last days are computed again. */ claims: int,
})
