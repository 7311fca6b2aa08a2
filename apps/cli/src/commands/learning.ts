import { defineCommand } from 'citty'
import type { Context } from '@overturn/core/context'
import { listLearningEvents } from '@overturn/core/learning/events'
import { learningProgress } from '@overturn/core/learning/progress'
import type { LearningEvent, LearningEventList, LearningProgress, PersonLearning } from '@overturn/core/learning/schemas'
import { runAction, type Action, type Given } from '../actions.ts'
import { count, counted, pageLine, percent, table, text, type Column } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'

const ACTIONS: Record<string, Action<void>> = { progress: { run: progress }, events: { run: events } }

export default defineCommand({
  meta: { description: 'Who practiced how much and how well, and how far each pattern is learned; "overturn learning events" lists what was done' },
  args: {
    action: { type: 'positional', required: false, description: '"progress" (as without it) or "events"' },
    ...operationFlags(listLearningEvents.input, [], {
      who: 'Of whoever calls, or of all',
      days: 'Length of the window in days, ending today',
      type: 'With events: only events of this type',
      pattern: 'With events: only events of the pattern with this id',
      page: 'Page of the list',
      limit: 'People or events per page, up to 200',
    }),
    ...globalFlags,
  },
  run: ({ args }) => runAction(ACTIONS, args, { command: 'learning', usual: 'progress' }),
})

const people: Column<PersonLearning>[] = [
  { title: 'Who', value: ({ userId }) => text(userId) },
  { title: 'Practice', value: ({ practiceSessionsCompleted }) => count(practiceSessionsCompleted), right: true },
  { title: 'Right', value: ({ outcomes: { correct, incorrect } }) => `${count(correct)} of ${count(correct + incorrect)}`, right: true },
  { title: 'Rate', value: ({ outcomes: { rate } }) => percent(rate), right: true },
  {
    title: '95 %',
    value: ({ outcomes: { interval } }) => (interval ? `${interval.low.toFixed(0)} to ${interval.high.toFixed(0)} %` : text(null)),
    right: true,
  },
  { title: 'Corrections', value: ({ correctionsApplied }) => count(correctionsApplied), right: true },
  { title: 'Time', value: ({ timeInvestedMs, sessionsWithoutDuration }) => duration(timeInvestedMs) + (sessionsWithoutDuration > 0 ? ' *' : ''), right: true },
  { title: 'Streak', value: ({ currentStreak }) => counted(currentStreak, 'day'), right: true },
  { title: 'Longest', value: ({ longestStreak }) => counted(longestStreak, 'day'), right: true },
]

const patterns: Column<LearningProgress['patterns'][number]>[] = [
  { title: 'Pattern', value: ({ patternId, title }) => `${patternId} ${title}` },
  { title: 'Learned', value: ({ learningProgress }) => `${count(learningProgress)} of 100`, right: true },
  { title: 'Latest answers right', value: ({ correct, answered }) => `${count(correct)} of ${count(answered)}`, right: true },
  { title: 'Practice', value: ({ practiceSessionsCompleted }) => count(practiceSessionsCompleted), right: true },
  { title: 'Corrections', value: ({ correctionsApplied }) => count(correctionsApplied), right: true },
]

/** Hours and minutes; unknown is a dash. */
function duration(milliseconds: number | null): string {
  if (milliseconds === null) return text(null)
  const minutes = Math.round(milliseconds / 60_000)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

async function progress(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(learningProgress, context, inputFrom(learningProgress.input, given))
  if (given['json']) printJson(found)
  else printResult(progressText(found))
}

function progressText(found: LearningProgress): string {
  if (found.people.length === 0) return 'Nobody did anything in these days.'
  const isUntimed = found.people.some(({ sessionsWithoutDuration }) => sessionsWithoutDuration > 0)
  return [
    `From ${found.window.start} until before ${found.window.end}`,
    table(found.people, people),
    ...(isUntimed ? ['* Some sessions say nothing of their time.'] : []),
    ...(found.patterns.length > 0 ? [table(found.patterns, patterns)] : []),
    pageLine(found.pagination),
  ].join('\n\n')
}

const columns: Column<LearningEvent>[] = [
  { title: 'When', value: ({ timestamp }) => timestamp.replace('T', ' ').slice(0, 16) },
  { title: 'Who', value: ({ userId }) => text(userId) },
  { title: 'What', value: ({ type }) => type },
  { title: 'Pattern', value: ({ patternId }) => patternId ?? '' },
  { title: 'Claim', value: ({ claimId }) => claimId ?? '' },
  { title: 'About', value: ({ policyId, procedureCode }) => policyId ?? procedureCode ?? '' },
  { title: 'Outcome', value: ({ outcomeType, correctionApplied }) => [outcomeType, correctionApplied && 'corrected'].filter(Boolean).join(', ') },
  { title: 'Time', value: ({ durationMs }) => duration(durationMs), right: true },
]

async function events(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(listLearningEvents, context, inputFrom(listLearningEvents.input, given))
  if (given['json']) printJson(found)
  else printResult(eventsText(found))
}

function eventsText({ window, events: listed, pagination }: LearningEventList): string {
  if (listed.length === 0) return 'No learning events in these days.'
  return [`From ${window.start} until before ${window.end}; times are UTC`, table(listed, columns), pageLine(pagination)].join('\n\n')
}
