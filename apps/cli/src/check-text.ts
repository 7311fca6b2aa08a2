import type { Check } from '@overturn/core/checks/schemas'
import type { CheckReport } from './check-files.ts'
import { count, counted, money, percent, table, text, type Column } from './format.ts'

type Said = CheckReport['claims'][number]

export function reportText({ files, claims, totals, checks }: CheckReport): string {
  const unread = files.filter(({ message, rejected }) => message !== null || rejected > 0)
  return [
    ...claims.map(claimText),
    unread
      .map(({ file, message, rejected }) => (message === null ? `${file}: ${counted(rejected, 'piece')} could not be read and was not checked.` : message))
      .join('\n'),
    `${counted(totals.claims, 'claim')} with ${counted(totals.lines, 'line')} checked by ${counted(checks, 'check')}: ${summaryOf(totals)}.`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

const summaryOf = ({ claimsWithAlerts, linesWithAlerts, atStake }: CheckReport['totals']) =>
  claimsWithAlerts === 0
    ? 'nothing is likely to be denied'
    : `${counted(linesWithAlerts, 'line')} of ${counted(claimsWithAlerts, 'claim')} may be denied, ${money(atStake)} at stake`

const claimText = ({ file, position, patientControlNumber, lines }: Said): string =>
  [`Claim ${text(patientControlNumber)} (number ${position} of ${file})`, ...lines.map(lineText)].join('\n')

const lineText = ({ lineNumber, procedureCode, atStake, alerts }: Said['lines'][number]): string =>
  [
    `  Line ${lineNumber}, ${text(procedureCode)}, ${money(atStake)}`,
    ...alerts.flatMap(({ check, state, why, fixes }) => [
      `    ${why} (${check}${state === 'shadow' ? ', in shadow' : ''})`,
      ...fixes.map((fix) => `      - ${fix}`),
    ]),
  ].join('\n')

const columns: Column<Check>[] = [
  { title: 'Id', value: ({ id }) => id },
  { title: 'State', value: ({ state }) => state },
  { title: 'Pattern', value: ({ title }) => title },
  { title: 'Back-test', value: ({ backTest }) => percent(backTest.precision), right: true },
  { title: 'Alerts per 1,000', value: ({ backTest }) => (backTest.alertsPerThousand === null ? '–' : backTest.alertsPerThousand.toFixed(1)), right: true },
  { title: 'Since', value: ({ latest }) => percent(latest?.precision ?? null), right: true },
  { title: 'of alerts', value: ({ latest }) => count(latest?.alerts ?? null), right: true },
]

export const checksText = (checks: readonly Check[]): string => (checks.length === 0 ? 'No checks.' : table(checks, columns))
