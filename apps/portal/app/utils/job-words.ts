import type { Schemas } from '@overturn/client'
import type { ExportColumn } from './table-export'
import type { Word } from './words'

export type Job = Schemas['JobsList']['jobs'][number]
export type JobRun = Schemas['JobsHistory']['runs'][number]
export type Release = Schemas['ReleasesList']['releases'][number]

export const runStateWords: Record<JobRun['state'], Word> = {
  running: { label: 'Running', color: 'info' },
  complete: { label: 'Done', color: 'success' },
  failed: { label: 'Failed', color: 'error' },
  released: { label: 'Given up', color: 'warning' },
}

/** A run that was asked for and has not begun. */
export const waitingWord: Word = { label: 'Waiting', color: 'neutral' }

export const triggerWords: Record<JobRun['trigger'], string> = {
  schedule: 'at its hour',
  missed: 'made up for',
  person: 'asked for',
  data: 'after new data',
}

export const releaseWords: Record<Release['state'], Word> = {
  available: { label: 'Available', color: 'neutral' },
  candidate: { label: 'Candidate', color: 'warning' },
  released: { label: 'In use', color: 'success' },
  retired: { label: 'Used before', color: 'neutral' },
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** A cron expression as people say it; one that is of no kind used here stays as it is. */
export function scheduleWords(cron: string): string {
  const [, minute = '', hours = '', day] = /^(\d{1,2}) (\*\/\d+|\d{1,2}) \* \* (\*|[0-6])$/.exec(cron) ?? []
  if (minute === '') return cron
  if (hours.startsWith('*/')) return `Every ${hours.slice(2)} hours${minute === '0' ? '' : `, ${minute} minutes past`}`
  const time = `${hours}:${minute.padStart(2, '0')}`
  return day === '*' ? `Every day at ${time}` : `Every ${DAYS[Number(day)]} at ${time}`
}

export const runColumns: ExportColumn<JobRun>[] = [
  { label: 'Job', value: ({ job }) => job },
  { label: 'Started', value: ({ startedAt }) => startedAt },
  { label: 'Finished', value: ({ finishedAt }) => finishedAt },
  { label: 'Milliseconds', value: ({ durationMs }) => durationMs },
  { label: 'State', value: ({ state }) => runStateWords[state].label },
  { label: 'Why', value: ({ trigger }) => triggerWords[trigger] },
  { label: 'Attempt', value: ({ attempt }) => attempt },
  { label: 'Rows', value: ({ rows }) => rows },
  { label: 'Error', value: ({ error }) => error },
]
