/** Something that was chosen in the palette: a page, a claim, a pattern. Never an account number. */
export interface Recent {
  label: string
  icon: string
  to: string
}

const MOST_RECENT = 6

/** Whether the command palette and the list of shortcuts are open, and what was chosen there, for as long as this tab shows the portal. */
export function usePalette() {
  const isOpen = useState('palette-open', () => false)
  const areShortcutsOpen = useState('shortcuts-open', () => false)
  const recent = useState<Recent[]>('palette-recent', () => [])
  return {
    isOpen,
    areShortcutsOpen,
    recent,
    remember(chosen: Recent): void {
      recent.value = [chosen, ...recent.value.filter(({ to }) => to !== chosen.to)].slice(0, MOST_RECENT)
    },
  }
}
