import { expect, it } from 'vitest'
import { scheduleWords } from '../../app/utils/job-words.ts'

it.each([
  ['0 */6 * * *', 'Every 6 hours'],
  ['15 */6 * * *', 'Every 6 hours, 15 minutes past'],
  ['30 2 * * *', 'Every day at 2:30'],
  ['0 4 * * 1', 'Every Monday at 4:00'],
  ['0 4 1 * *', '0 4 1 * *'],
])('%s is %s', (cron, words) => expect(scheduleWords(cron)).toBe(words))
