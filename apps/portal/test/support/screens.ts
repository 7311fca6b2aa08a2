import type { OverturnClient } from '@overturn/client'

/** A screen of the portal, by the name of its picture, and where it is. */
export interface Screen {
  name: string
  path: string
}

/** Every screen, with things of this portal for those that show one: what the tests of quality, the pictures and the bench walk through. */
export async function listScreens(api: OverturnClient): Promise<Screen[]> {
  const one = <Item>(items: readonly Item[] | undefined, what: string): Item => {
    const first = items?.[0]
    if (first === undefined) throw new Error(`This portal has no ${what} to show.`)
    return first
  }
  const limit = 1
  const [patterns, claims, payers, providers, codes, policies, imports] = await Promise.all([
    api.GET('/patterns', { params: { query: { sort: 'priority', limit } } }),
    api.GET('/claims', { params: { query: { status: 'denied', dateRange: 'all', sort: 'denied', limit } } }),
    api.GET('/payers', { params: { query: { limit } } }),
    api.GET('/providers', { params: { query: { limit } } }),
    api.GET('/procedure-codes', { params: { query: { limit } } }),
    api.GET('/policies', { params: { query: { limit } } }),
    api.GET('/imports', { params: { query: { limit } } }),
  ])
  const at = (area: string, id: string | number) => `/${area}/${encodeURIComponent(id)}`
  return [
    { name: 'dashboard', path: '/?days=90' },
    { name: 'definitions', path: '/definitions' },
    { name: 'patterns', path: '/patterns' },
    { name: 'pattern', path: at('patterns', one(patterns.data?.patterns, 'pattern').id) },
    { name: 'checks', path: '/checks' },
    { name: 'claims', path: '/claims?dateRange=365' },
    { name: 'claim', path: at('claims', one(claims.data?.claims, 'denied claim').id) },
    { name: 'worklist', path: '/worklist' },
    { name: 'letters', path: '/worklist/templates' },
    { name: 'lab', path: '/lab' },
    { name: 'payers', path: '/payers' },
    { name: 'payer', path: at('payers', one(payers.data?.payers, 'payer').id) },
    { name: 'providers', path: '/providers' },
    { name: 'provider', path: at('providers', one(providers.data?.providers, 'provider').id) },
    { name: 'policies', path: '/policies' },
    ...(policies.data?.policies ?? []).map(({ id }) => ({ name: 'policy', path: at('policies', id) })),
    { name: 'codes', path: '/codes' },
    { name: 'code', path: at('codes', one(codes.data?.codes, 'procedure code').procedureCode) },
    { name: 'impact', path: '/impact' },
    { name: 'impact-report', path: '/impact/report' },
    { name: 'imports', path: '/imports' },
    ...(imports.data?.imports ?? []).map(({ id }) => ({ name: 'import', path: at('imports', id) })),
    { name: 'jobs', path: '/jobs' },
    ...['organization', 'members', 'tokens', 'codes', 'audit'].map((tab) => ({ name: `settings-${tab}`, path: `/settings/${tab}` })),
    { name: 'account', path: '/account' },
  ]
}
