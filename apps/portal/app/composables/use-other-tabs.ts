let channel: BroadcastChannel | undefined
const tabs = () => (channel ??= new BroadcastChannel('overturn-session'))

/**
 * Who is signed in, and of which organization the answers are, stands in cookies of the browser: what one tab changes holds in all of them, and what the
 * others show, and would write, is of somebody or something else.
 */
export function useOtherTabs() {
  return {
    /** Tells the other tabs that it is another who is here now, or another organization. */
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it reaches pages of this origin only
    tell: () => tabs().postMessage(null),
    /** Begins anew at the dashboard once another tab tells so. */
    follow(): void {
      const begin = () => reloadNuxtApp({ path: '/', force: true })
      tabs().addEventListener('message', begin)
      onScopeDispose(() => tabs().removeEventListener('message', begin))
    },
  }
}
