import type { z } from 'zod'
import type { changeClaimsOutput, detectChangesOutput, listChangesOutput } from '@overturn/core/changes/schemas'
import { count, counted, money, pageLine, percent, table, text, type Column } from './format.ts'

type ChangeList = z.output<typeof listChangesOutput>
type Change = ChangeList['changes'][number]
type ChangeClaims = z.output<typeof changeClaimsOutput>

const rateText = ({ denialRate, interval }: Change['before']) =>
  interval === null ? percent(denialRate) : `${percent(denialRate)} (${interval.low.toFixed(1)} to ${interval.high.toFixed(1)})`

const changeColumns: Column<Change>[] = [
  { title: 'Id', value: ({ id }) => String(id), right: true },
  { title: 'Payer', value: ({ payerName, payerId }) => text(payerName ?? (payerId || null)) },
  { title: 'What', value: ({ patternTitle, patternId, denialReason }) => text(patternTitle ?? patternId ?? denialReason) },
  { title: 'Rate', value: ({ direction }) => (direction === 'up' ? 'rose' : 'fell') },
  { title: 'Onset', value: ({ onset }) => onset },
  { title: '95 %', value: ({ onsetInterval }) => `${onsetInterval.low} to ${onsetInterval.high}` },
  { title: 'Before', value: ({ before }) => rateText(before) },
  { title: 'Since', value: ({ after }) => rateText(after) },
  { title: 'Denied', value: ({ after }) => `${count(after.deniedCount)} of ${count(after.claimCount)}`, right: true },
  { title: 'Ended', value: ({ endedOn }) => text(endedOn) },
  { title: 'False alarm in', value: ({ runLength }) => counted(runLength, 'claim'), right: true },
]

export function changesText({ changes, pagination, falseAlarmsPerYear }: ChangeList): string {
  if (changes.length === 0) return 'No change of a denial rate. "overturn changes detect" looks for them.'
  const promise = `Where nothing changes, everything that is watched gives at most ${counted(falseAlarmsPerYear, 'false alarm')} a year on average.`
  return `${table(changes, changeColumns)}\n\n${promise} ${pageLine(pagination)}`
}

export function detectedText({ series, changes, created, removed, expectedFalseAlarms }: z.output<typeof detectChangesOutput>): string {
  return (
    `${counted(series, 'rate')} watched, ${counted(changes, 'change')}: ${count(created)} new, ${count(removed)} gone since decisions that came late. ` +
    `If nothing ever changed, so much watching would give ${counted(Number(expectedFalseAlarms.toFixed(1)), 'false alarm')} on average.`
  )
}

const claimColumns: Column<ChangeClaims['claims'][number]>[] = [
  { title: 'Claim', value: ({ claimId }) => claimId },
  { title: 'Served', value: ({ serviceDate }) => serviceDate },
  { title: 'Denied on', value: ({ denialDate }) => text(denialDate) },
  { title: 'Procedure', value: ({ procedureCode }) => text(procedureCode) },
  { title: 'Denied', value: ({ deniedAmount }) => money(deniedAmount), right: true },
  { title: 'Still denied', value: ({ openAmount }) => money(openAmount), right: true },
]

export function changeClaimsText({ claims, pagination }: ChangeClaims): string {
  return claims.length === 0 ? 'No denied claim since the onset.' : `${table(claims, claimColumns)}\n\n${pageLine(pagination)}`
}
