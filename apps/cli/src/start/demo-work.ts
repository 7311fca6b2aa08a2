import { dismissAlert } from '@overturn/core/alerts/dismiss'
import { listAlerts } from '@overturn/core/alerts/list'
import { detectChangesOperation } from '@overturn/core/changes/operation'
import { todayOf, type Context } from '@overturn/core/context'
import { addDays } from '@overturn/core/dates'
import { recordLearningEvent } from '@overturn/core/learning/record'
import { silentLog } from '@overturn/core/log'
import { perform } from '@overturn/core/operation'
import { recordPatternAction } from '@overturn/core/patterns/actions/record'
import { listPatterns } from '@overturn/core/patterns/list'

type Kind = 'resubmission' | 'workflow_update' | 'staff_training' | 'system_configuration'

/** What the invented group did about its denials, in days before today. Two of them are when the invented payers stop denying (synthetic/planted.ts); the others change nothing. */
const ACTIONS: readonly { reason: string; kind: Kind; day: number; note: string }[] = [
  { reason: 'Provider not eligible for this service', kind: 'system_configuration', day: -240, note: 'Scheduling asks whether a clinician is enrolled.' },
  { reason: 'Documentation missing or insufficient', kind: 'workflow_update', day: -130, note: 'Therapy records go along with every claim for 97110.' },
  { reason: 'Filing time limit passed', kind: 'staff_training', day: -280, note: 'Filing limits of each payer, and where they stand.' },
  { reason: 'Provider identification missing or invalid', kind: 'resubmission', day: -56, note: 'Sent again with the number of the clinician.' },
]

const PRACTICE = { reason: 'Modifier missing or inconsistent', days: [-210, -196, -160, -97, -41, -6], wrong: 2 }
const DAY_MS = 86_400_000

/** Records what was done about the patterns of the demonstration, and looks for denial rates that have changed. What it does not find it leaves out. */
export async function recordDemonstrationWork(context: Context): Promise<void> {
  const demonstration: Context = { ...context, actor: { id: 'demonstration', role: 'administrator' } }
  const { patterns } = await perform(listPatterns, demonstration, { limit: 200 })
  const ofReason = (reason: string) => patterns.find(({ denialReason, scope }) => denialReason === reason && scope.length === 0)?.id
  const today = todayOf(context)
  for (const { reason, kind, day, note } of ACTIONS) {
    const patternId = ofReason(reason)
    if (patternId) await perform(recordPatternAction, demonstration, { patternId, kind, happenedOn: addDays(today, day), note })
  }
  const lesson = ofReason(PRACTICE.reason)
  for (const [session, day] of lesson ? PRACTICE.days.entries() : []) {
    await perform(recordLearningEvent, demonstration, {
      type: 'practice-completed',
      patternId: lesson,
      timestamp: new Date(context.now.getTime() + day * DAY_MS).toISOString(),
      outcomeType: session < PRACTICE.wrong ? 'incorrect' : 'correct',
      durationMs: 240_000,
      sessionId: `demonstration-${session + 1}`,
      context: 'practice',
    })
  }
  await findChanges({ ...demonstration, log: silentLog })
}

/** As if the nightly watch had run all along: what it found stands on the dashboard, and nobody has to be told of it any more. */
async function findChanges(context: Context): Promise<void> {
  await perform(detectChangesOperation, context, {})
  const { alerts } = await perform(listAlerts, context, { limit: 200 })
  for (const { id } of alerts) await perform(dismissAlert, context, { id })
}
