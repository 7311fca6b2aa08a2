/**
 * Filters, sorting and page live in the address, so that a view can be shared, reloaded and gone back to. Values are text as in the
 * address; a value that is the default is left out of it. Any change but that of the page itself leads back to the first page.
 * A value that makes no sense, see `acceptedValue`, counts as not given.
 */
export function useUrlState<T extends Record<string, string>>(defaults: T, accepts: { readonly [Name in keyof T]?: RegExp } = {}) {
  const route = useRoute()
  const router = useRouter()

  const state = computed(() => {
    const entries = Object.entries(defaults).map(([name, fallback]) => [name, acceptedValue(route.query[name], fallback, accepts[name])])
    return Object.fromEntries(entries) as T
  })

  /** The location with these values changed, for links. */
  function to(changes: Partial<T>) {
    const wanted = { ...state.value, ...('page' in changes ? {} : 'page' in defaults ? { page: '1' } : {}), ...changes }
    const query = Object.fromEntries(Object.entries<string>(wanted).filter(([name, value]) => value !== defaults[name] && value !== ''))
    return { path: route.path, query }
  }

  return { state, to, set: (changes: Partial<T>) => router.push(to(changes)) }
}
