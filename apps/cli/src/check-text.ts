import type { Check } from '@overturn/core/checks/schemas'
import type { CheckReport } from './check-files.ts'
import { count, counted, facts, money, percent, table, text, type Column } from './format.ts'

type Said = CheckReport['claims'][number]

export function reportText({ files, claims, totals, checks }: CheckReport): string {
  const unread = files.filter(({ message, rejected }) => message !== null || rejected > 0)
  return [
    ...claims.map(claimText),
    unread
      .map(({ file, message, rejected }) => (message === null ? `${file}: ${counted(rejected, 'piece')} could not be read and was not checked.` : message))
      .join('\n'),
    totals.claims === 0 ? 'Nothing was checked: there is no claim with a line.' : summaryOf(totals, checks),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function summaryOf({ claims, lines, claimsWithAlerts, linesWithAlerts, atStake }: CheckReport['totals'], checks: number): string {
  const read = `${counted(claims, 'claim')} with ${counted(lines, 'line')}`
  if (checks === 0) return `${read} read, and not checked: no check is live. "overturn checks" lists those there are; --include-shadow asks those in shadow.`
  const said =
    claimsWithAlerts === 0
      ? 'none of them speaks of these claims'
      : `${counted(linesWithAlerts, 'line')} of ${counted(claimsWithAlerts, 'claim')} may be denied, ${money(atStake)} at stake`
  return `${read} checked by ${counted(checks, 'check')}: ${said}.`
}

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
  { title: 'Denied in back-test', value: ({ backTest }) => percent(backTest.precision), right: true },
  { title: 'Alerts per 1,000', value: ({ backTest }) => (backTest.alertsPerThousand === null ? '–' : backTest.alertsPerThousand.toFixed(1)), right: true },
  { title: 'Denied since', value: ({ latest }) => percent(latest?.precision ?? null), right: true },
  { title: 'Alerts since', value: ({ latest }) => count(latest?.alerts ?? null), right: true },
]

export const checksText = (checks: readonly Check[]): string => (checks.length === 0 ? 'No checks.' : table(checks, columns))

/** One check with its evidence: what became of the claims it spoke of, or would have spoken of. */
export const checkText = (check: Check): string =>
  [
    `${check.title} (${check.id})`,
    facts([
      ['State', stateText(check)],
      ['Back-test', performanceText(check.backTest)],
      ['Since', check.latest === null ? `– (claims served from ${check.since} on, once their decisions are in)` : performanceText(check.latest)],
      ...(check.state === 'shadow' ? ([['For release', check.missingForRelease ?? 'nothing is missing']] as const) : []),
      ['Pattern', check.patternId],
    ]),
  ].join('\n\n')

const stateText = ({ state, createdAt, liveAt, retiredAt, retiredBecause }: Check) => {
  const on = (moment: string | null) => (moment === null ? '' : ` since ${moment.slice(0, 10)}`)
  if (state === 'retired') return `retired${on(retiredAt)}${retiredBecause === null ? '' : `: ${retiredBecause}`}`
  return state === 'live' ? `live${on(liveAt)}` : `in shadow${on(createdAt)}`
}

function performanceText({
  start,
  end,
  claims,
  alerts,
  alertsPerThousand,
  denied,
  precision,
  interval,
  rateElsewhere,
  deniedAmount,
}: Check['backTest']): string {
  const range = interval === null ? '' : `, 95 % interval ${interval.low.toFixed(1)} to ${interval.high.toFixed(1)} %`
  const often = alertsPerThousand === null ? '–' : alertsPerThousand.toFixed(1)
  return (
    `${percent(precision)} denied: ${count(denied)} of ${counted(alerts, 'claim')} with an alert${range}, ${money(deniedAmount)}; of other claims ${percent(rateElsewhere)}. ` +
    `${often} alerts per 1,000 of ${counted(claims, 'claim')} served from ${start} until before ${end}`
  )
}
