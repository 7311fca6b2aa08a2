import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { NETWORK_ANALYST } from '../../src/access/roles.ts'
import type { Context } from '../../src/context.ts'
import { networkDenials } from '../../src/networks/denials.ts'
import { addAnalyst, addPractice, createNetwork, listNetworks, removeAnalyst, removePractice } from '../../src/networks/keep.ts'
import { perform } from '../../src/operation.ts'
import { newContext, useDatabase } from '../support/database.ts'

const use = useDatabase()
let context: Context
beforeAll(async () => {
  context = await newContext(use.database)
  await use.database.pool.query(`insert into users (id, name, email) values ('ana', 'Ana', 'ana@network.example')`)
})
const ask = () => perform(networkDenials, { ...context, actor: { id: 'ana', role: NETWORK_ANALYST } }, { network: 'valley' })

describe('a network', () => {
  it('is made, gets practices and analysts, and loses them', async () => {
    const { slug } = context.organization
    await createNetwork(use.database, 'valley', 'The Valley')
    for (let twice = 0; twice < 2; twice++) {
      await addPractice(use.database, 'valley', slug)
      await addAnalyst(use.database, 'valley', 'Ana@Network.example')
    }
    expect(await listNetworks(use.database)).toEqual([{ slug: 'valley', name: 'The Valley', practices: [slug], analysts: ['ana@network.example'] }])
    expect(await ask()).toMatchObject({ network: { name: 'The Valley' } })
    await removePractice(use.database, 'valley', slug)
    await removeAnalyst(use.database, 'valley', 'ana@network.example')
    expect(await listNetworks(use.database)).toEqual([{ slug: 'valley', name: 'The Valley', practices: [], analysts: [] }])
    await expect(ask()).rejects.toMatchObject({ code: 'not_found' })
    await expect(removePractice(use.database, 'valley', slug)).rejects.toMatchObject({ code: 'not_found' })
    await expect(removeAnalyst(use.database, 'valley', 'ana@network.example')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('tells a practice that it is in, who may look, and that it is out; each once', async () => {
    const other = await newContext(use.database)
    const trailOf = ({ db }: Context) => db.rows(sql`select operation, about from audit_events where operation like 'networks.put%' order by number`)
    await createNetwork(use.database, 'hills', 'The Hills')
    await addAnalyst(use.database, 'hills', 'ana@network.example')
    for (let twice = 0; twice < 2; twice++) await addPractice(use.database, 'hills', other.organization.slug)
    await removePractice(use.database, 'hills', other.organization.slug)
    expect(await trailOf(other)).toEqual([
      { operation: 'networks.putIn', about: { network: 'hills', analysts: ['ana@network.example'] } },
      { operation: 'networks.putOut', about: { network: 'hills' } },
    ])
    expect(await trailOf(context)).not.toContainEqual(expect.objectContaining({ about: expect.objectContaining({ network: 'hills' }) }))
  })

  it('has a slug of its own, and none but what is there', async () => {
    await createNetwork(use.database, 'coast', 'The Coast')
    await expect(createNetwork(use.database, 'coast', 'Another')).rejects.toMatchObject({ code: 'conflict' })
    expect(() => createNetwork(use.database, 'The Coast', 'x')).toThrow(expect.objectContaining({ code: 'invalid_input' }))
    await expect(addPractice(use.database, 'heights', context.organization.slug)).rejects.toMatchObject({ code: 'not_found' })
    await expect(addPractice(use.database, 'coast', 'nowhere')).rejects.toMatchObject({ code: 'not_found' })
    await expect(addAnalyst(use.database, 'coast', 'nobody@network.example')).rejects.toMatchObject({ code: 'not_found' })
  })
})
