const STEPS: Record<string, number> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

/**
 * Moves the focus from row to row by j and k, and by the arrows once it is on a row; Enter opens what has it. A row is what carries
 * `data-row` within the box. Whoever is typing, or has a dialog or a menu open, is left alone.
 */
export function useRowKeys(box: Readonly<Ref<HTMLElement | null>>): void {
  function move(event: KeyboardEvent): void {
    const step = STEPS[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !box.value) return
    const target = event.target as HTMLElement
    if (target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]')) return
    const rows = [...box.value.querySelectorAll<HTMLElement>('[data-row]')]
    const at = rows.indexOf(target)
    if (event.key.startsWith('Arrow') && at === -1) return
    const next = at === -1 ? rows[step > 0 ? 0 : rows.length - 1] : rows[at + step]
    if (!next) return
    event.preventDefault()
    next.focus()
    next.scrollIntoView({ block: 'nearest' })
  }
  onMounted(() => document.addEventListener('keydown', move))
  onBeforeUnmount(() => document.removeEventListener('keydown', move))
}
