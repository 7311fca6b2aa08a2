/**
 * The payers to choose from in a row of filters, `all` first. Their list comes with sums that a filter does not show, so it is asked for when somebody
 * opens the choice (`ask`), or at once where a payer is chosen, for its name.
 */
export function usePayerOptions(chosen: () => string) {
  const isOpened = ref(false)
  const isWanted = () => isOpened.value || chosen() !== ''
  const payers = useApi(
    (api) => (isWanted() ? api.GET('/payers', { params: { query: { limit: 200, sort: 'name' } } }) : Promise.resolve({ data: undefined })),
    isWanted,
  )
  const options = computed(() => {
    const known = (payers.data?.payers ?? []).map(({ id, name }) => ({ label: name, value: id }))
    const given = chosen()
    // One of the address that the list does not know, or does not know yet.
    const other = given === '' || known.some(({ value }) => value === given) ? [] : [{ label: given, value: given }]
    return [{ label: 'All payers', value: 'all' }, ...known, ...other]
  })
  return { options, ask: () => (isOpened.value = true) }
}
