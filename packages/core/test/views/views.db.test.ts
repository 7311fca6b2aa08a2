import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { perform } from '../../src/operation.ts'
import { listViews } from '../../src/views/list.ts'
import { removeView } from '../../src/views/remove.ts'
import { saveView } from '../../src/views/save.ts'
import { newContext, useDatabase } from '../support/database.ts'

const use = useDatabase()
const as = (context: Context, id: string, role: Context['actor']['role']): Context => ({ ...context, actor: { id, role } })
const critical = { screen: 'patterns', name: 'Critical', query: 'tier=critical' } as const

describe('saved views', () => {
  it('are seen by whoever saved them, and by all where they are shared', async () => {
    const context = await newContext(use.database)
    const [ana, bo] = [as(context, 'ana', 'analyst'), as(context, 'bo', 'viewer')]
    await perform(saveView, ana, { ...critical, shared: true })
    await perform(saveView, ana, { ...critical, name: 'Low' })
    const own = await perform(saveView, bo, { screen: 'claims', name: 'Denied', query: 'status=denied' })
    expect(own).toMatchObject({ view: { isOwn: true, isShared: false }, replaced: null })
    const seen = async (who: Context, input = {}) => (await perform(listViews, who, input)).views.map(({ name, isOwn }) => [name, isOwn])
    expect(await seen(ana)).toEqual([
      ['Critical', true],
      ['Low', true],
    ])
    expect(await seen(bo)).toEqual([
      ['Denied', true],
      ['Critical', false],
    ])
    expect(await seen(bo, { screen: 'patterns' })).toEqual([['Critical', false]])
    expect(await seen(as(await newContext(use.database), 'ana', 'analyst'))).toEqual([])
  })

  it('are replaced under their name, which another person may have too', async () => {
    const context = as(await newContext(use.database), 'ana', 'analyst')
    const first = await perform(saveView, context, critical)
    const second = await perform(saveView, context, { ...critical, query: 'tier=low', shared: true })
    expect(second).toEqual({ view: { ...first.view, query: 'tier=low', isShared: true }, replaced: { query: 'tier=critical', isShared: false } })
    expect((await perform(saveView, as(context, 'bo', 'viewer'), critical)).replaced).toBeNull()
    expect((await perform(listViews, context, {})).views).toEqual([second.view])
  })

  it('are shared by analysts only', async () => {
    const context = await newContext(use.database)
    await expect(perform(saveView, as(context, 'bo', 'coder'), { ...critical, shared: true })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await perform(listViews, context, {})).views).toEqual([])
  })

  it.each([
    ['patterns', 'search=smith', 'search'],
    ['claims', 'controlNumber=A1', 'controlNumber'],
    ['claims', 'status=denied&status=paid', 'status'],
    ['claims', 'status=denied&page=2', 'page'],
    ['claims', `reason=${'x'.repeat(201)}`, 'reason'],
    ['claims', 'reason=\0', 'query'],
  ])('keep no words and no account number: %s?%s', async (screen, query) => {
    const refusal = await perform(saveView, await newContext(use.database), { screen, name: 'One', query }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'invalid_input', fields: [{ field: 'query' }] })
    expect(String(refusal)).not.toContain('smith')
  })

  it('are deleted by their owner, shared ones by a manager too, and by nobody else', async () => {
    const context = await newContext(use.database)
    const ana = as(context, 'ana', 'analyst')
    const shared = (await perform(saveView, ana, { ...critical, shared: true })).view
    const own = (await perform(saveView, ana, { ...critical, name: 'Own' })).view
    await expect(perform(removeView, as(context, 'bo', 'analyst'), { id: shared.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(removeView, as(context, 'mo', 'manager'), { id: own.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(removeView, as(await newContext(use.database), 'mo', 'manager'), { id: shared.id })).rejects.toMatchObject({ code: 'not_found' })
    expect(await perform(removeView, as(context, 'mo', 'manager'), { id: shared.id })).toEqual({ removed: { ...shared, isOwn: false } })
    expect(await perform(removeView, ana, { id: own.id })).toEqual({ removed: own })
    expect((await perform(listViews, ana, {})).views).toEqual([])
  })

  it('are at most a hundred of a screen', async () => {
    const context = await newContext(use.database)
    for (let number = 1; number <= 100; number++) await perform(saveView, context, { ...critical, name: `View ${number}` })
    await expect(perform(saveView, context, { ...critical, name: 'One more' })).rejects.toMatchObject({ code: 'conflict' })
    expect((await perform(saveView, context, { ...critical, name: 'View 7', query: '' })).replaced).not.toBeNull()
  })
})
