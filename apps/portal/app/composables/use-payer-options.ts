/** The payers to choose from in a row of filters, `all` first: asked for when somebody opens the choice (`ask`), or at once where one is chosen, for its name. */
export function usePayerOptions(chosen: () => string) {
  const isOpened = ref(false)
  const { payers } = useNames(() => isOpened.value || chosen() !== '')
  const options = computed(() => choicesOf('All payers', payers.value, chosen()))
  return { options, ask: () => (isOpened.value = true) }
}
