import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { examples } from '../../src/api/examples.ts'
import { routes } from '../../src/api/routes.ts'
import type { OperationName } from '../../src/access/table.ts'
import type { Context } from '../../src/context.ts'
import { operations } from '../../src/operations.ts'
import { perform } from '../../src/operation.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertNetwork } from '../support/networks.ts'
import { fillOrganization } from './example-data.ts'

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
    const output = await perform(operation, context, name === 'imports.task' ? { id: upload } : input)
    if (name === 'imports.upload') upload = (output as { id: string }).id
    // As a caller reads it, and nothing beyond what the document says.
    expect(operation.output instanceof z.ZodObject).toBe(true)
    expect((operation.output as z.ZodObject).strict().safeParse(JSON.parse(JSON.stringify(output)))).toMatchObject({ success: true })
  })
})
