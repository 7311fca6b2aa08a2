import { createHash } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import type { Organization } from '../context.ts'
import { groupOf, QUEUE, type RunRequest } from './queue.ts'
import { overlookedDue } from './schedule.ts'
import type { Job } from './table.ts'

const SIX_HOURS_MS = 6 * 3_600_000

/**
 * Brings the schedules of the queue to what the table of jobs and the organizations say: one per job and organization, by its clock. Writes only
 * what differs. An hour at which nothing ran is made up for once. Where the queue would overlook an hour of today, it is asked for here.
 */
export async function syncSchedules(queue: PgBoss, jobs: readonly Job[], organizations: readonly Organization[], now = new Date()): Promise<void> {
  const kept = new Map((await queue.getSchedules(QUEUE)).map((schedule) => [schedule.key, schedule]))
  for (const { id, timeZone } of organizations) {
    for (const { name, schedule } of jobs) {
      if (schedule === null) continue
      const request: RunRequest = { job: name, organizationId: id, trigger: 'schedule', by: 'schedule' }
      const key = groupOf(request)
      const there = kept.get(key)
      kept.delete(key)
      if (there?.cron !== schedule || there.timezone !== timeZone)
        await queue.schedule(QUEUE, schedule, request, { key, tz: timeZone, missed: 'once', group: { id: key } })
      const overlooked = overlookedDue(schedule, timeZone, now)
      if (overlooked && now.getTime() - overlooked.getTime() < SIX_HOURS_MS) await queue.send(QUEUE, request, { id: idOf(key, overlooked), group: { id: key } })
    }
  }
  for (const key of kept.keys()) await queue.unschedule(QUEUE, key)
}

/** The same request has the same id whichever process makes it, and however often: the queue takes it once. */
function idOf(key: string, due: Date): string {
  const hex = createHash('sha256').update(`${key} ${due.toISOString()}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
