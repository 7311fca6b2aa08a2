import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrivalOf, isSecondTelling, lastDue, nextDue, overlookedDue } from '../../src/jobs/schedule.ts'
import { computationJobs } from '../../src/jobs/table.ts'

const NEW_YORK = 'America/New_York'
const next = (cron: string, zone: string, from: string) => nextDue(cron, zone, new Date(from)).toISOString()
const last = (cron: string, zone: string, until: string) => lastDue(cron, zone, new Date(until)).toISOString()

describe('when a job is due', () => {
  it.each([
    ['an ordinary night', '0 2 * * *', '2026-06-10T12:00:00Z', '2026-06-11T06:00:00.000Z'],
    ['winter', '0 2 * * *', '2026-01-10T12:00:00Z', '2026-01-11T07:00:00.000Z'],
    ['the spring night has no 02:00: as it goes on, 03:00 summer time', '0 2 * * *', '2026-03-08T05:00:00Z', '2026-03-08T07:00:00.000Z'],
    ['the next spring night', '0 2 * * *', '2026-03-08T07:00:00Z', '2026-03-09T06:00:00.000Z'],
    ['the autumn night has 01:00 twice: the first', '0 1 * * *', '2026-11-01T03:00:00Z', '2026-11-01T05:00:00.000Z'],
    ['and not the second', '0 1 * * *', '2026-11-01T05:00:00Z', '2026-11-02T06:00:00.000Z'],
    ['nor from between the two', '0 1 * * *', '2026-11-01T05:30:00Z', '2026-11-02T06:00:00.000Z'],
    ['every six hours over the autumn night', '0 */6 * * *', '2026-11-01T04:00:00Z', '2026-11-01T11:00:00.000Z'],
    ['Mondays', '0 4 * * 1', '2026-03-04T00:00:00Z', '2026-03-09T08:00:00.000Z'],
  ])('%s', (_, cron, from, due) => expect(next(cron, NEW_YORK, from)).toBe(due))

  it.each([
    ['0 1 * * *', '2026-11-01T12:00:00Z', '2026-11-01T05:00:00.000Z'],
    ['0 2 * * *', '2026-03-08T12:00:00Z', '2026-03-08T07:00:00.000Z'],
    ['0 2 * * *', '2026-06-11T06:00:00Z', '2026-06-11T06:00:00.000Z'],
    ['0 4 * * 1', '2026-03-11T00:00:00Z', '2026-03-09T08:00:00.000Z'],
  ])('%s was last due before %s', (cron, until, due) => expect(last(cron, NEW_YORK, until)).toBe(due))

  it('knows which hour the clocks tell again', () => {
    expect(isSecondTelling(NEW_YORK, new Date('2026-11-01T05:00:00Z'))).toBe(false)
    expect(isSecondTelling(NEW_YORK, new Date('2026-11-01T06:00:00Z'))).toBe(true)
    expect(isSecondTelling('America/Phoenix', new Date('2026-11-01T06:00:00Z'))).toBe(false)
  })

  it.each([
    ['0 2 * * *', '2026-03-08T07:00:10Z', '2026-03-08T07:00:00.000Z'],
    ['0 2 * * *', '2026-03-08T20:00:00Z', '2026-03-08T07:00:00.000Z'],
    ['0 2 * * *', '2026-03-09T07:00:00Z', undefined],
    ['0 3 * * *', '2026-03-08T08:00:00Z', undefined],
    ['0 1 * * *', '2026-11-01T07:00:00Z', undefined],
  ])('%s is overlooked by who goes back from %s: %s', (cron, until, due) => expect(overlookedDue(cron, NEW_YORK, new Date(until))?.toISOString()).toBe(due))

  it('is each day of a year once, at its hour or, where there is none, right after', () => {
    const zones = [NEW_YORK, 'America/Denver', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu', 'America/Phoenix', 'UTC']
    const daily = computationJobs.map(({ schedule }) => schedule).filter((cron) => cron !== null && /^\d+ \d+ \* \* \*$/.test(cron)) as string[]
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...daily),
        fc.integer({ min: 2020, max: 2035 }),
        fc.constantFrom('03-01', '06-15', '10-25'),
        (zone, cron, year, from) => {
          const [start, end] = [new Date(`${year}-${from}T16:17:00Z`), new Date(Date.parse(`${year}-${from}T16:17:00Z`) + 18 * 86_400_000)]
          const days: string[] = []
          for (let at = nextDue(cron, zone, start); at < end; at = nextDue(cron, zone, at)) {
            days.push(at.toLocaleDateString('en-US', { timeZone: zone }))
            expect(lastDue(cron, zone, at)).toEqual(at)
          }
          expect(days).toHaveLength(18)
          expect(new Set(days).size).toBe(18)
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('a request of the schedule', () => {
  it.each([
    ['in its minute', '2026-06-11T06:00:40Z', 'schedule'],
    ['in a spring night that leaves its hour out', '2026-03-08T07:00:20Z', 'schedule'],
    ['hours later', '2026-06-11T11:00:00Z', 'missed'],
    ['at the first telling of the hour', '2026-11-01T05:00:20Z', 'schedule', '0 1 * * *'],
    ['at the second telling', '2026-11-01T06:00:20Z', 'repeat', '0 1 * * *'],
    ['later in that night, when nothing ran before', '2026-11-01T09:00:00Z', 'missed', '0 1 * * *'],
  ] as [string, string, string, string?, string?][])('that comes %s', (_, arrived, what, cron = '0 2 * * *', zone = NEW_YORK) => {
    expect(arrivalOf(cron, zone, new Date(arrived))).toBe(what)
  })
})

describe('the table of jobs', () => {
  it('has the hours of the guide', () => {
    const schedules = Object.fromEntries(computationJobs.map(({ name, schedule }) => [name, schedule]))
    expect(schedules).toMatchObject({
      'pattern-detection': '0 */6 * * *',
      'daily-snapshots': '0 1 * * *',
      'pattern-metrics': '0 2 * * *',
      'policy-metrics': '0 3 * * *',
      'code-intelligence': '30 3 * * *',
      'provider-performance': '0 4 * * 1',
      refresh: null,
    })
  })

  it('has names of their own that a queue takes', () => {
    const names = computationJobs.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z-]+$/)
  })
})
