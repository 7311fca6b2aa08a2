import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { examples } from '../../src/api/examples.ts'
import { routes } from '../../src/api/routes.ts'
import type { OperationName } from '../../src/access/table.ts'
import type { Context } from '../../src/context.ts'
import { uploadTasks } from '../../src/imports/uploads/tasks.ts'
import { operations } from '../../src/operations.ts'
import { perform } from '../../src/operation.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertNetwork } from '../support/networks.ts'
import { heldUpload } from '../support/uploads.ts'
import { testFolder } from '../writers/written.ts'
import { fillOrganization } from './example-data.ts'

/** The file that goes with a call that takes one. */
function codeList(): string {
  const path = join(testFolder(), 'codes.csv')
  writeFileSync(path, 'Code,Description\n50,A text\n')
  return path
}

/** One after the other, in the order of the list: what one changes, a later one may undo. */
const asked = (Object.keys(examples) as OperationName[]).flatMap((name) => examples[name]!.map((example) => ({ name, ...example })))

describe('the examples of the document', () => {
  const use = useDatabase()
  let context: Context
  /** Uploads live in the memory of a process, under ids that nobody can know before. */
  let upload = ''
  beforeAll(async () => {
    context = await newContext(use.database)
    await fillOrganization(context)
    await insertNetwork(use.database, { slug: 'valley', practices: [context.organization.id], analysts: [context.actor.id] })
  })

  it('are there for every operation that has a route', () => {
    expect(Object.keys(examples).sort()).toEqual([...new Set(routes.map(({ operation }) => operation.name))].sort())
  })

  it.each(asked.map((example) => [`${example.name}: ${example.title}`, example] as const))('%s', async (_, { name, input }) => {
    const operation = operations.find((other) => other.name === name)!
    // One upload answers until it goes on; what is removed is another one.
    if (upload === '' || name === 'imports.task.discard') upload = await heldUpload(context)
    const given = name.startsWith('imports.task') ? { id: upload } : name === 'codes.load' ? { ...input, path: codeList() } : input
    const output = await perform(operation, context, given)
    await uploadTasks.settled()
    // As a caller reads it, and nothing beyond what the document says.
    expect(operation.output instanceof z.ZodObject).toBe(true)
    expect((operation.output as z.ZodObject).strict().safeParse(JSON.parse(JSON.stringify(output)))).toMatchObject({ success: true })
  })
})
