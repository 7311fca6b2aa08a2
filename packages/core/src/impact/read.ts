import { sql } from 'drizzle-orm'
import { todayOf, type Context } from '../context.ts'
import { addDays, type IsoDate } from '../dates.ts'
import { isRecomputing } from '../measures/dashboard/sql.ts'
import { readMaturities } from '../measures/maturity/sql.ts'
import { readPaidShare } from '../measures/revenue/sql.ts'
import type { Cents } from '../money.ts'
import { shownVersion } from '../releases/shown.sql.ts'
import { versionOf } from '../releases/versions.ts'
import { readSettings } from '../settings.ts'
import { besideControl, type ControlKind } from './control.ts'
import { contendersOf, type Overlap, type Part } from './levels.ts'
import { readOverlaps } from './overlaps.sql.ts'
import { familyOfCourses, impactOf, inMoney, type Impact } from './rules.ts'
import type { Family } from './shrinkage.ts'
import { preventive, readSubjects, type Intervention, type Subject } from './subjects.sql.ts'
import type { Since } from './verified.sql.ts'
import { sinceOf } from './verified.ts'
import { readWeeks } from './weeks.sql.ts'
import { LONGEST_WEEKS, total, type Course } from './weeks.ts'

/** One line of the ledger: an intervention, and what it is shown to have done. */
export interface Entry extends Part {
  subject: Subject
  /** What the weeks are counted from: the first preventive action, or the first practice. Null where nothing was done to prevent. */
  intervention: IsoDate | null
  interventions: readonly Intervention[]
  /** Payments of its denials count from this day on: that of the first action of any kind. */
  since: IsoDate
  control: ControlKind | null
  course: Course | null
  impact: Impact
  meanDenied: Cents | null
}

export interface Ledger {
  today: IsoDate
  entries: Entry[]
  /** Which of them share denials, as far as it matters for sums. */
  overlaps: Overlap[]
  /** 0 to 1; null when nothing was adjudicated. */
  paidShare: number | null
  /** Whether a day waits to be computed again: the share that is paid is of all of them. */
  recomputing: boolean
}

const NOT_PREVENTIVE: Impact = { state: 'not_preventive', baseline: null, after: [], change: null, avoided: null, enoughOn: null }

/** The entries of the patterns about which something was done. Each pattern is read in a transaction of its own. */
export async function readLedger(context: Context): Promise<Ledger> {
  const { db, organization, actor } = context
  const today = todayOf(context)
  const { detection } = await readSettings(db, organization.id)
  const { subjects, paidShare, recomputing, matureBefore } = await db.transaction(async (tx) => {
    const { shown } = (await tx.row<{ shown: number }>(sql`select ${shownVersion(organization.id, actor)} as shown`))!
    const maturity = await readMaturities(tx, { organizationId: organization.id, basis: 'service', asOf: today })
    const of = { organizationId: organization.id, timeZone: organization.timeZone, today, daysBack: detection.daysBack }
    return {
      subjects: await readSubjects(tx, { ...of }),
      paidShare: await readPaidShare(tx, organization.id, { end: addDays(today, 1) }),
      // Before the numbers: what is marked while they are read is not in them yet.
      recomputing: await isRecomputing(tx, organization.id, { end: addDays(today, 1) }),
      // Nothing is mature while nobody knows how long decisions take.
      matureBefore: maturity[versionOf(shown).maturity].matureBefore ?? addDays(today, -LONGEST_WEEKS * 7),
    }
  })
  const days = { today, matureBefore }
  const bare = subjects.flatMap(entriesOf)
  if (bare.length === 0) return { today, entries: [], overlaps: [], paidShare, recomputing }
  const courseOf = coursesOf(context, days)
  const family = await readFamily(courseOf, subjects, days)
  const entries: Entry[] = []
  for (const entry of bare) entries.push(await measured(courseOf, entry, { family, paidShare }))
  return { today, entries, overlaps: await readOverlaps(db, organization.id, contendersOf(entries)), paidShare, recomputing }
}

/** The same patterns, without what came of it; one of them with `only`. */
export async function readInterventions(context: Context, only?: string): Promise<Since[]> {
  const { db, organization } = context
  const { detection } = await readSettings(db, organization.id)
  const of = { organizationId: organization.id, timeZone: organization.timeZone, today: todayOf(context), daysBack: detection.daysBack }
  return sinceOf((await readSubjects(db, { ...of, which: only === undefined ? sql`true` : sql`p.id = ${only}` })).flatMap(entriesOf))
}

type Bare = Pick<Entry, 'level' | 'subject' | 'intervention' | 'interventions' | 'since'>

/** By what people recorded, and by practice: a lesson is the practice of a pattern. */
function entriesOf(subject: Subject): Bare[] {
  const recorded = subject.actions.filter(({ kind }) => kind !== 'practice_session')
  const practice = subject.actions.filter(({ kind }) => kind === 'practice_session')
  if (subject.practisedOn !== null) practice.push({ kind: 'practice_session', on: subject.practisedOn, recordedOn: subject.practisedOn })
  const entries: Bare[] = []
  const [first] = recorded
  if (first) {
    const intervention = recorded.find(({ kind }) => preventive.includes(kind))?.on ?? null
    entries.push({ level: 'pattern', subject, intervention, interventions: recorded, since: first.on })
  }
  const [lesson] = practice.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  if (lesson) entries.push({ level: 'lesson', subject, intervention: lesson.on, interventions: [lesson], since: lesson.on })
  return entries
}

interface Days {
  today: IsoDate
  matureBefore: IsoDate
}

type CourseOf = (subject: Subject, intervention: IsoDate) => Promise<{ control: ControlKind; course: Course }>

/** Reads the course of a pattern beside what it is compared with; one that was read is not read again: that of the family is often that of an entry. */
function coursesOf({ db, organization }: Context, days: Days): CourseOf {
  const known = new Map<string, ReturnType<CourseOf>>()
  const read: CourseOf = async (subject, intervention) => {
    const { detection } = subject
    const from = addDays(detection.start < intervention ? detection.start : intervention, -(LONGEST_WEEKS + 1) * 7)
    const counted = await readWeeks(db, organization.id, subject, { intervention, days: { start: from, end: days.matureBefore } })
    return besideControl(subject.scope, counted, { intervention, detection, ...days })
  }
  return (subject, intervention) => {
    const key = JSON.stringify([subject.id, intervention])
    const course = known.get(key) ?? read(subject, intervention)
    known.set(key, course)
    return course
  }
}

/** Of all patterns with a scope, before what was done about them or, where nothing was, before now. */
async function readFamily(courseOf: CourseOf, subjects: readonly Subject[], days: Days): Promise<Family | null> {
  const courses: Course[] = []
  for (const subject of subjects.filter(({ scope }) => scope.length > 0)) {
    const intervention = subject.actions.find(({ kind }) => preventive.includes(kind))?.on ?? subject.practisedOn ?? days.matureBefore
    courses.push((await courseOf(subject, intervention)).course)
  }
  return familyOfCourses(courses)
}

async function measured(courseOf: CourseOf, entry: Bare, { family, paidShare }: { family: Family | null; paidShare: number | null }): Promise<Entry> {
  const { subject, intervention } = entry
  const of = { ...entry, patternId: subject.id, reason: subject.reason, scoped: subject.scope.length > 0 }
  if (intervention === null) return { ...of, control: null, course: null, impact: NOT_PREVENTIVE, denials: 0, amount: null, meanDenied: null }
  const { control, course } = await courseOf(subject, intervention)
  // The family is one of patterns with a scope; what a reason is as a whole has other comparable claims.
  const impact = impactOf(course, of.scoped ? family : null)
  const before = impact.baseline === null ? null : total(impact.baseline.weeks).treated
  const meanDenied = before === null ? null : Math.round(before.dollars / before.denied)
  const amount = impact.avoided !== null && meanDenied !== null && paidShare !== null ? inMoney(impact.avoided, meanDenied, paidShare) : null
  return { ...of, control, course, impact, denials: before?.denied ?? 0, amount, meanDenied }
}
