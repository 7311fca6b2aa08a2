/** Who is here. The session itself lives in a cookie that scripts cannot read; this only remembers what the server said of it. */
export function useSignIn() {
  const signedIn = useState<boolean | null>('signed-in', () => null)

  return {
    signedIn,
    /** Asks the server, once. Throws when it does not answer. */
    async check(): Promise<boolean> {
      if (signedIn.value === null) signedIn.value = (await $fetch<{ signedIn: boolean }>('/api/session', { retry: 0 })).signedIn
      return signedIn.value
    },
    /** Throws the problem of a key that is wrong. */
    async signIn(key: string): Promise<void> {
      await $fetch('/api/session', { method: 'POST', body: { key }, retry: 0 })
      signedIn.value = true
    },
    async signOut(): Promise<void> {
      await $fetch('/api/session', { method: 'DELETE', retry: 0 })
      signedIn.value = false
      // Everything that was read belongs to the session.
      clearNuxtData()
      await navigateTo('/sign-in')
    },
    async expired(from: string): Promise<void> {
      signedIn.value = false
      if (!from.startsWith('/sign-in')) await navigateTo({ path: '/sign-in', query: { next: from } })
    },
  }
}
