import type { ScopeField } from '@overturn/core/patterns/scope/condition'
import { fullName, type Named } from '../utils/names'

const byId = (named: readonly Named[]) => Object.fromEntries(named.map((one) => [one.id, fullName(one)]))

/** Names for the payers and providers in conditions of these fields. They are not asked for where no field needs them; ids do until they are here. */
export function useScopeNames(fields: () => readonly ScopeField[]): ComputedRef<ScopeNames> {
  const { payers, providers } = useNames(() => fields().some((field) => field === 'payer' || field === 'provider'))
  return computed(() => ({ payer: byId(payers.value), provider: byId(providers.value) }))
}
