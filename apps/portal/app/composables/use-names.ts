import { fullName, type Named } from '../utils/names'

/**
 * The payers and providers to choose from, and to write instead of ids. `wanted` says when they are needed: until then, and until they are here, both
 * are empty.
 */
export function useNames(wanted: () => boolean = () => true) {
  const request = useApi((api) => (wanted() ? api.GET('/names') : Promise.resolve({ data: undefined })), wanted)
  return {
    payers: computed<Named[]>(() => request.data?.payers ?? []),
    providers: computed<Named[]>(() => request.data?.providers ?? []),
    pending: computed(() => request.pending),
  }
}

/** As choices, those of all first; the one that is chosen is there too where the list does not know it, or does not know it yet. */
export function choicesOf(all: string, named: readonly Named[], chosen: string): { label: string; value: string }[] {
  const known = named.map((one) => ({ label: fullName(one), value: one.id }))
  const other = chosen === '' || named.some(({ id }) => id === chosen) ? [] : [{ label: chosen, value: chosen }]
  return [{ label: all, value: 'all' }, ...known, ...other]
}
