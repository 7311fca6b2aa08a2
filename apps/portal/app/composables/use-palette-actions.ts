/** Something that the palette does, or opens the place to do it. */
export interface PaletteAction {
  label: string
  icon: string
  /** Other words that one may type for it. */
  words?: string
  kbds?: string[]
  run: () => unknown
}

/** The actions of the palette, as far as whoever is here may do them. */
export function usePaletteActions() {
  const { may } = useMay()
  const { signOut } = useSignIn()
  const { areShortcutsOpen } = usePalette()
  const colorMode = useColorMode()
  return computed<PaletteAction[]>(() => {
    const isDark = colorMode.value === 'dark'
    return [
      ...(may('imports.upload') ? [{ label: 'Import files', icon: 'i-lucide-upload', words: 'upload 837 835 csv', run: () => navigateTo('/imports') }] : []),
      ...(may('jobs.run') ? [{ label: 'Run a job now', icon: 'i-lucide-play', words: 'compute refresh', run: () => navigateTo('/jobs') }] : []),
      ...(may('claims.check')
        ? [{ label: 'Check claims before submission', icon: 'i-lucide-shield-check', words: 'scrub', run: () => navigateTo('/checks') }]
        : []),
      ...(may('impact.ledger') ? [{ label: 'Print the impact report', icon: 'i-lucide-printer', words: 'pdf', run: () => navigateTo('/impact/report') }] : []),
      ...(may('metrics.bridge')
        ? [
            {
              label: 'Denial rate definitions',
              icon: 'i-lucide-git-compare',
              words: 'bridge hfma initial primary final waterfall',
              run: () => navigateTo('/definitions'),
            },
          ]
        : []),
      ...(may('members.invite')
        ? [{ label: 'Invite a member', icon: 'i-lucide-user-plus', words: 'user seat', run: () => navigateTo('/settings/members') }]
        : []),
      {
        label: isDark ? 'Light appearance' : 'Dark appearance',
        icon: isDark ? 'i-lucide-sun' : 'i-lucide-moon',
        words: 'theme color mode',
        run: () => void (colorMode.preference = isDark ? 'light' : 'dark'),
      },
      { label: 'Keyboard shortcuts', icon: 'i-lucide-keyboard', words: 'keys help', kbds: ['?'], run: () => void (areShortcutsOpen.value = true) },
      { label: 'Your account', icon: 'i-lucide-circle-user', words: 'password second factor sessions', run: () => navigateTo('/account') },
      { label: 'Sign out', icon: 'i-lucide-log-out', words: 'leave log out', run: signOut },
    ]
  })
}
