export interface Notice {
  id: number
  text: string
  color: 'success' | 'error'
  undo?: () => Promise<unknown>
}

const SHOWN_MS = 8_000

/** What was just done, said in a corner for a few seconds, with a way to take it back where there is one. */
export function useNotices() {
  const notices = useState<Notice[]>('notices', () => [])
  const dismiss = (id: number) => {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }
  function say(notice: Omit<Notice, 'id'>): void {
    const id = (notices.value.at(-1)?.id ?? 0) + 1
    notices.value = [...notices.value, { ...notice, id }]
    setTimeout(dismiss, SHOWN_MS, id)
  }
  return {
    notices,
    dismiss,
    done: (text: string, undo?: Notice['undo']) => say({ text, color: 'success', ...(undo && { undo }) }),
    failed: (cause: unknown) => say({ text: problemOf(cause).detail, color: 'error' }),
  }
}
