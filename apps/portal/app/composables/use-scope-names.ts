import type { ScopeField } from '@overturn/core/patterns/scope/condition'

interface Named {
  id: string
  name: string
}
const byId = (named: readonly Named[]) => Object.fromEntries(named.map(({ id, name }) => [id, name]))

/** Names for the payers and providers in conditions of these fields. Neither list is asked for where no field needs it; ids do until they are here. */
export function useScopeNames(fields: () => readonly ScopeField[]): ComputedRef<ScopeNames> {
  const nobody = Promise.resolve({ data: undefined })
  const payers = useApi(
    (api) => (fields().includes('payer') ? api.GET('/payers', { params: { query: { limit: 200 } } }) : nobody),
    () => fields().includes('payer'),
  )
  const providers = useApi(
    (api) => (fields().includes('provider') ? api.GET('/providers', { params: { query: { limit: 200 } } }) : nobody),
    () => fields().includes('provider'),
  )
  return computed(() => ({ payer: byId(payers.data?.payers ?? []), provider: byId(providers.data?.providers ?? []) }))
}
