export interface SignInState {
  signedIn: boolean
  /** A one-time password opened this session: nothing else goes before it was replaced. */
  mustChangePassword: boolean
  organization: string | null
  organizations: { slug: string; name: string; timeZone: string }[]
  /** What an analyst of networks may see, with or without a seat in an organization. */
  networks: { slug: string; name: string }[]
  /** Whether people may also come in through another program. */
  signOn: boolean
}

const NOBODY = { signedIn: false, mustChangePassword: false, organization: null, organizations: [], networks: [] }

/** Who is here. The session itself lives in a cookie that scripts cannot read; this only remembers what the server said of it. */
export function useSignIn() {
  const state = useState<SignInState | null>('sign-in', () => null)
  const otherTabs = useOtherTabs()
  const notices = useNotices()
  const post = <T = object>(path: string, body: object = {}) => $fetch<T>(`/api/auth${path}`, { method: 'POST', body, retry: 0 })

  async function ask(): Promise<SignInState> {
    const answer = await $fetch<SignInState>('/api/session', { retry: 0 })
    const [first] = answer.organizations
    // With several, and none chosen in this browser: the first one, until another is chosen in the sidebar.
    if (answer.organization === null && first && !answer.mustChangePassword) {
      await remember(first.slug)
      answer.organization = first.slug
    }
    showClockOf(answer.organizations.find(({ slug }) => slug === answer.organization)?.timeZone ?? null)
    return (state.value = answer)
  }

  async function entered(): Promise<void> {
    await ask()
    otherTabs.tell()
  }

  async function remember(organization: string): Promise<void> {
    await $fetch('/api/session', { method: 'PUT', body: { organization }, retry: 0 })
  }

  /** What was kept for whoever was here is for nobody else: what was read, what they may, where they were, and what they could take back. */
  function forget(): void {
    clearNuxtData()
    clearNuxtState(['visit', 'palette-recent'], { reset: true })
    notices.clear()
  }

  return {
    state,
    /** Whether there is an organization to show anything of. */
    isSeated: computed(() => (state.value?.organizations.length ?? 0) > 0),
    /** Has the answers to this browser be of another organization from now on, in all its tabs. */
    async choose(organization: string): Promise<void> {
      await remember(organization)
      otherTabs.tell()
    },
    /** Asks the server, once. Throws when it does not answer. */
    check: async (): Promise<SignInState> => state.value ?? ask(),
    /** Asks again: something about who is here has changed. */
    ask,
    /** Whether a second factor is asked for now. Throws the problem of a password that is wrong. */
    async signIn(email: string, password: string): Promise<boolean> {
      const { twoFactorRedirect = false } = await post<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password })
      if (!twoFactorRedirect) await entered()
      return twoFactorRedirect
    },
    /** Six digits are those of the authenticator; anything else is a backup code. Throws the problem of one that is wrong. */
    async verify(given: string): Promise<void> {
      const code = given.replace(/\s/g, '')
      await post(/^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', { code })
      await entered()
    },
    /** Leaves for the other program, which sends back to `next`. */
    async signOn(next: string): Promise<void> {
      const { url } = await post<{ url: string }>('/sign-in/social', { provider: 'oidc', callbackURL: next, errorCallbackURL: '/sign-in' })
      window.location.assign(url)
    },
    async signOut(): Promise<void> {
      await post('/sign-out')
      state.value = { ...NOBODY, signOn: state.value?.signOn ?? false }
      forget()
      otherTabs.tell()
      await navigateTo('/sign-in')
    },
    /** An answer said that nobody is signed in, or that a password has to be chosen first. */
    async expired(from: string): Promise<void> {
      state.value = null
      forget()
      if (!from.startsWith('/sign-in')) await navigateTo({ path: '/sign-in', query: { next: from } })
    },
  }
}
