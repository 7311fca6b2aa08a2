import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { NETWORK_ANALYST, roles, type ActorRole } from '../../src/access/roles.ts'
import { mayIdentify, rolesFor } from '../../src/access/table.ts'
import type { Context } from '../../src/context.ts'
import { OverturnError } from '../../src/errors.ts'
import { perform, type Operation } from '../../src/operation.ts'
import { operations } from '../../src/operations.ts'
import { ensureOrganization } from '../../src/organizations.ts'
import { tenantDatabase } from '../../src/db/tenant.ts'
import { checksums } from '../support/checksums.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertNetwork } from '../support/networks.ts'
import { operationExamples } from '../support/operation-examples.ts'
import { seedEverything, type Seeded } from '../support/seeded.ts'

/** The database of two organizations, and one in which the second is alone. */
const use = useDatabase()
const alone = useDatabase()
let one: Context
let other: Context
let otherAlone: Context
let seeded: Seeded
/** What stands in rows of the first organization, and in no answer to the second. */
let marks: string[]

const EVERYBODY: readonly ActorRole[] = ['anyone', NETWORK_ANALYST, ...roles]
const names = operations.map(({ name }) => name)
const reads = operations.filter(({ kind }) => kind === 'read')
const operationOf = (name: string) => operations.find((operation) => operation.name === name)!
const examplesOf = (name: string) => operationExamples[name]?.(seeded) ?? []
const as = (context: Context, role: ActorRole): Context => ({ ...context, actor: { id: `the ${role}`, role } })

async function otherPractice({ database, ...context }: Context): Promise<Context> {
  const organization = await ensureOrganization(database, { slug: 'other', name: 'Other Practice', timeZone: 'UTC', isDemo: false })
  return { ...context, database, organization, db: tenantDatabase(database, organization.id) }
}

beforeAll(async () => {
  one = await newContext(use.database)
  seeded = await seedEverything(one)
  other = await otherPractice(one)
  otherAlone = await otherPractice(await newContext(alone.database))
  // Of one practice a network shows what it shows of none.
  await insertNetwork(alone.database, { slug: 'valley', practices: [], analysts: [one.actor.id] })
  marks = await marksOf(one)
}, 300_000)

/** Ids and names that only the first organization has. */
async function marksOf({ db }: Context): Promise<string[]> {
  const rows = await db.rows<{ mark: string }>(sql`
    select id as mark from claims union select id from payers union select name from payers union select id from providers union select name from providers
    union select id from policies union select name from policies union select id from patterns union select file_name from imports union select message from alerts
    union select content from import_rejections union select user_id from members union select id from invitations union select email from invitations
    union select id from api_tokens union select name from api_tokens union select patient_name from claims union select member_id from claims`)
  return rows.map(({ mark }) => mark).filter((mark) => mark !== null && mark.length > 3)
}

/** What comes of a question: the answer, or the error that says why there is none. */
async function asked(operation: Operation, context: Context, input: unknown): Promise<{ answer: unknown } | { code: string; message: string }> {
  try {
    return { answer: await perform(operation, context, input) }
  } catch (thrown) {
    if (thrown instanceof OverturnError) return { code: thrown.code, message: thrown.message }
    throw thrown
  }
}

const without = ({ audit_events: _, ...tables }: Record<string, string>) => tables

describe('every operation', () => {
  it('has a row in the table of who may do what', () => {
    expect(names.filter((name) => rolesFor(name).length === 0)).toEqual([])
  })

  it('has examples that its input takes', () => {
    const bad = operations.filter(({ name, input }) => examplesOf(name).length === 0 || examplesOf(name).some((example) => !input.safeParse(example).success))
    expect(bad.map(({ name }) => name)).toEqual([])
  })

  it('is not there for a visitor and for roles that the table does not name, and changes nothing', async () => {
    const before = without(await checksums(one))
    const wrong: string[] = []
    for (const operation of operations) {
      for (const role of EVERYBODY.filter((role) => !rolesFor(operation.name).includes(role))) {
        const found = await asked(operation, as(one, role), examplesOf(operation.name)[0])
        if (!('code' in found) || found.code !== (role === 'anyone' ? 'unauthenticated' : 'forbidden')) wrong.push(`${operation.name} as ${role}`)
      }
    }
    expect(wrong).toEqual([])
    expect(without(await checksums(one))).toEqual(before)
  }, 120_000)

  it('tells who patients are to those roles alone that may ask', async () => {
    const wrong: string[] = []
    let identifying = 0
    for (const operation of operations) {
      for (const example of examplesOf(operation.name).filter((example) => operation.identifies?.(operation.input.parse(example)))) {
        identifying++
        for (const role of rolesFor(operation.name).filter((role) => !mayIdentify.includes(role))) {
          const found = await asked(operation, as(one, role), example)
          if (!('code' in found) || found.code !== 'forbidden') wrong.push(`${operation.name} as ${role}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(identifying).toBeGreaterThan(3)
  })
})

describe('the first organization', () => {
  /** It compares the rows with a file that tells the truth of them, and there is none of these. */
  const NEEDS_A_FILE = ['imports.verify-truth']

  it.each(reads.map(({ name }) => name).filter((name) => !NEEDS_A_FILE.includes(name)))('is asked about what it has: %s', async (name) => {
    for (const example of examplesOf(name)) expect(await asked(operationOf(name), one, example), JSON.stringify(example)).toHaveProperty('answer')
  })

  it('shows who a patient is where that was asked for, and to a viewer no account number', async () => {
    const said = async (role: ActorRole, name: string, input: object) => JSON.stringify(await perform(operationOf(name), as(one, role), input))
    expect(await said('coder', 'claims.get', { id: seeded.deniedClaim })).not.toContain('Invented, Person')
    expect(await said('coder', 'claims.get', { id: seeded.deniedClaim, identifiers: true })).toContain('Invented, Person')
    for (const [name, input] of [
      ['claims.get', { id: seeded.deniedClaim }],
      ['claims.list', { status: 'denied', dateRange: 'all' }],
      ['appeals.list', { outcome: 'all' }],
    ] as const) {
      expect(await said('coder', name, input)).toMatch(/"patientControlNumber":"/)
      expect(await said('viewer', name, input)).not.toMatch(/"patientControlNumber":"/)
    }
  })

  it('shows nobody who did not ask for it who a patient is', async () => {
    const said: string[] = []
    for (const operation of reads) {
      for (const example of examplesOf(operation.name).filter((example) => !operation.identifies?.(operation.input.parse(example)))) {
        const found = JSON.stringify(await asked(operation, one, example))
        if (/Invented, Person|1980-05-05|MEMBER-OF-ONE/.test(found)) said.push(operation.name)
      }
    }
    expect(said).toEqual([])
  })
})

describe('an administrator of another organization who knows its ids', () => {
  /** Answers with the clock, a secret or a hash in them are never twice the same; that they name nothing of the first organization is told below. */
  /** What a network shows is on record with all its practices: the only row of the first organization that somebody of another one can add. */
  const ON_RECORD_THERE = ['networks.denials']
  const NEVER_THE_SAME = ['audit.list', 'audit.export', 'audit.verify', 'session.get']

  /** All that it has said itself, and may be told again: a record of what it asked, a name that it wrote down. */
  let given = ''

  // Reads first: what a write leaves behind there is the other organization's own.
  it.each([...reads, ...operations.filter(({ kind }) => kind === 'write')].map(({ name }) => name))(
    'sees nothing of it and changes nothing: %s',
    async (name) => {
      const operation = operationOf(name)
      const before = await checksums(one)
      for (const example of examplesOf(name)) {
        given += JSON.stringify(example)
        const found = await asked(operation, other, example)
        const text = JSON.stringify(found)
        expect(marks.filter((mark) => text.includes(mark) && !given.includes(mark))).toEqual([])
        expect('code' in found && ['internal', 'database_unavailable'].includes(found.code), text).toBe(false)
        if (operation.kind === 'read' && !NEVER_THE_SAME.includes(name)) expect(found).toEqual(await asked(operation, otherAlone, example))
      }
      const after = await checksums(one)
      if (ON_RECORD_THERE.includes(name)) expect(without(after)).toEqual(without(before))
      else expect(after).toEqual(before)
    },
  )
})

describe('the examples', () => {
  /** They speak of a file of this machine, or of a queue that no process serves here. */
  const OF_SOMETHING_ELSE = ['imports.rejects.retry', 'jobs.run']

  // Last, because it changes what the tests above compare.
  it.each(operations.filter(({ kind, name }) => kind === 'write' && !OF_SOMETHING_ELSE.includes(name)).map(({ name }) => name))(
    'speak of what the first organization has: %s',
    async (name) => {
      for (const example of examplesOf(name)) {
        const found = await asked(operationOf(name), one, example)
        expect('code' in found ? found.code : 'done', JSON.stringify(found)).toMatch(/^(done|conflict)$/)
      }
    },
  )
})
