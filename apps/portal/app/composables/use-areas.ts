/** What is shown of an area; that of networks, which few have, has no key. */
type Shown = Pick<Area, 'label' | 'icon' | 'to'> & Partial<Pick<Area, 'key'>>

const NETWORKS: Shown = { label: 'Networks', icon: 'i-lucide-network', to: '/networks' }

/** The areas that whoever is here may open, by group. Until that is known: those that everybody with a seat may. */
export function useAreas() {
  const { state, isSeated } = useSignIn()
  const { may, session } = useMay()
  const shown = ({ operation, restricted }: Area) => (session.value ? may(operation) : restricted === undefined)
  const groups = computed<{ group: string; areas: readonly Shown[] }[]>(() => {
    const seated = isSeated.value ? AREAS.map(({ group, areas }) => ({ group, areas: areas.filter(shown) })) : []
    const ofNetworks = (state.value?.networks.length ?? 0) > 0 ? [{ group: 'Many practices', areas: [NETWORKS] }] : []
    return [...seated, ...ofNetworks].filter(({ areas }) => areas.length > 0)
  })
  return { groups, may, isSeated }
}
