import { defineCommand } from 'citty'
import { OverturnError } from '@overturn/core/errors'
import { bridgeClaims } from '@overturn/core/measures/bridge/claims'
import { metricsBridge } from '@overturn/core/measures/bridge/operation'
import type { Bridge, BridgeClaims } from '@overturn/core/measures/bridge/schemas'
import { count, counted, money, pageLine, percent, table, text, type Column } from '../format.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { withContext } from '../session.ts'

type Given = Readonly<Record<string, unknown>>
type Definition = Bridge['definitions'][number]
type Step = Bridge['waterfall']['steps'][number]
type Claim = BridgeClaims['claims'][number]

export default defineCommand({
  meta: {
    description: 'One period under every definition of a denial rate, and what lies between two of them; "overturn bridge claims <step>" lists the claims',
  },
  args: {
    action: { type: 'positional', required: false, description: '"claims" lists the claims of a step' },
    step: { type: 'positional', required: false, description: 'With claims: the step, as the bridge names it' },
    ...operationFlags(bridgeClaims.input.omit({ step: true }), [], {
      days: 'Length of the period in days, ending today',
      start: 'First day, in place of --days',
      end: 'The day after the last, in place of --days',
      payer: 'Only claims of the payer with this id',
      from: 'The definition to begin with',
      to: 'The definition to arrive at',
      page: 'With claims: page of the list',
      limit: 'With claims: claims per page, up to 200',
    }),
    ...globalFlags,
  },
  run: ({ args }) => {
    const flags = args as unknown as GlobalFlags
    const given: Given = args
    if (given['action'] === undefined) return showBridge(flags, given)
    if (given['action'] !== 'claims') throw new OverturnError('invalid_input', `"${String(given['action'])}" is nothing to do with a bridge; it is "claims".`)
    if (given['step'] === undefined) throw new OverturnError('invalid_input', '<step> is missing: overturn bridge claims <step>.')
    return showClaims(flags, given)
  },
})

async function showBridge(flags: GlobalFlags, given: Given): Promise<void> {
  const bridge = await withContext(flags, (context) => performAsTyped(metricsBridge, context, inputFrom(metricsBridge.input, given)))
  if (flags.json) printJson(bridge)
  else printResult(bridgeText(bridge))
}

async function showClaims(flags: GlobalFlags, given: Given): Promise<void> {
  const found = await withContext(flags, (context) => performAsTyped(bridgeClaims, context, inputFrom(bridgeClaims.input, given), ['step']))
  if (flags.json) return printJson(found)
  const head = `${found.text}: claims submitted from ${found.window.start} until before ${found.window.end}`
  printResult([head, found.claims.length === 0 ? 'No claims.' : table(found.claims, claimColumns), pageLine(found.pagination)].join('\n\n'))
}

type Part = Pick<Definition, 'unit' | 'numerator' | 'denominator'>
const inUnit = ({ unit }: Part, value: number) => (unit === 'dollars' ? money(value) : count(value))

const definitionColumns: Column<Definition>[] = [
  { title: 'Definition', value: ({ key }) => key },
  { title: '', value: ({ name }) => name },
  { title: 'Denied', value: (row) => inUnit(row, row.numerator), right: true },
  { title: 'Of', value: (row) => inUnit(row, row.denominator), right: true },
  { title: 'Counted by', value: ({ unit }) => unit },
  { title: 'Rate', value: ({ rate }) => percent(rate), right: true },
]

/** A line of the waterfall: its two ends are steps that change nothing. */
type Line = Omit<Step, 'key' | 'claims'> & { key: string; claims: number | null }

const lineColumns: Column<Line>[] = [
  { title: 'Step', value: ({ key }) => key },
  { title: '', value: ({ text, claims }) => (claims === null ? text : `${text} (${counted(claims, 'claim')})`) },
  { title: 'Denied', value: ({ change }) => (change ? signed(change.numerator) : ''), right: true },
  { title: 'Of', value: ({ change }) => (change ? signed(change.denominator) : ''), right: true },
  { title: 'then', value: (row) => `${inUnit(row, row.numerator)} of ${inUnit(row, row.denominator)}`, right: true },
  { title: 'Rate', value: ({ rate }) => percent(rate), right: true },
]

const signed = (value: number) => (value === 0 ? '' : `${value > 0 ? '+' : '−'}${count(Math.abs(value))}`)

function bridgeText({ window, definitions, waterfall }: Bridge): string {
  const { from, steps, to } = waterfall
  const nameOf = (key: string) => definitions.find((definition) => definition.key === key)?.name ?? key
  const end = ({ key, ...part }: typeof from): Line => ({ ...part, key, text: nameOf(key), claims: null, change: null })
  return [
    `Claims submitted from ${window.start} until before ${window.end}`,
    table(definitions, definitionColumns),
    table([end(from), ...steps, end(to)], lineColumns),
  ].join('\n\n')
}

const side = ({ numerator, denominator }: Claim['before']) => (numerator ? 'denied' : denominator ? 'counted' : 'left out')

const claimColumns: Column<Claim>[] = [
  { title: 'Claim', value: ({ id }) => id },
  { title: 'Submitted', value: ({ submissionDate }) => text(submissionDate) },
  { title: 'Payer', value: ({ payerName, payerId }) => text(payerName ?? payerId) },
  { title: 'Status', value: ({ status }) => status.replaceAll('_', ' ') },
  { title: 'First', value: ({ initialOutcome }) => text(initialOutcome).replaceAll('_', ' ') },
  { title: 'Latest', value: ({ finalOutcome }) => text(finalOutcome).replaceAll('_', ' ') },
  { title: 'Reason', value: ({ denialReason }) => text(denialReason) },
  { title: 'Billed', value: ({ billedAmount }) => money(billedAmount), right: true },
  { title: 'Paid', value: ({ paidAmount }) => money(paidAmount), right: true },
  { title: 'Denied', value: ({ deniedAmount }) => money(deniedAmount), right: true },
  { title: 'Before', value: ({ before }) => side(before) },
  { title: 'After', value: ({ after }) => side(after) },
]
