export interface Notice {
  id: number
  text: string
  color: 'success' | 'error'
  undo?: () => Promise<unknown>
  /** The things that it is about: once something else is done to one of them, this notice goes, and with it an undo that would undo the wrong thing. */
  about?: readonly string[]
}

const SHOWN_MS = 8_000
/** The clock of each notice; it stands still while somebody reads them. */
const clocks = new Map<number, ReturnType<typeof setTimeout>>()

/** What was just done, said in a corner for a few seconds, with a way to take it back where there is one. */
export function useNotices() {
  const notices = useState<Notice[]>('notices', () => [])
  const isRead = useState('notices-are-read', () => false)
  const dismiss = (id: number) => {
    clearTimeout(clocks.get(id))
    clocks.delete(id)
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }
  const start = (id: number) => clocks.set(id, setTimeout(dismiss, SHOWN_MS, id))
  function say(notice: Omit<Notice, 'id'>): void {
    const id = (notices.value.at(-1)?.id ?? 0) + 1
    for (const { id: earlier, about } of notices.value) if (about?.some((one) => notice.about?.includes(one))) dismiss(earlier)
    notices.value = [...notices.value, { ...notice, id }]
    if (!isRead.value) start(id)
  }
  /** Whoever points at the notices, or is among them with the keyboard, has all the time there is; then each is shown as long again. */
  function read(isReading: boolean): void {
    if (isRead.value === isReading) return
    isRead.value = isReading
    for (const { id } of notices.value) {
      clearTimeout(clocks.get(id))
      if (!isReading) start(id)
    }
  }
  return {
    notices,
    dismiss,
    clear: () => notices.value.forEach(({ id }) => dismiss(id)),
    read,
    /** `about` names what it was done to, in any words that are the same each time. */
    done: (text: string, undo?: Notice['undo'], ...about: string[]) => say({ text, color: 'success', ...(undo && { undo }), about }),
    failed: (cause: unknown) => say({ text: problemOf(cause).detail, color: 'error' }),
  }
}
