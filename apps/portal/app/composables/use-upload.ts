import type { Upload } from '~/utils/import-words'

/** What an upload comes to, from its first byte on. It is followed by server-sent events until its end, also after the page was loaded anew. */
export function useUpload(id: () => string) {
  const upload = shallowRef<Upload | null>(null)
  /** Share of the files that has been sent, 0 to 1; null while nothing is being sent. */
  const sent = ref<number | null>(null)
  const problem = ref('')
  let events: EventSource | undefined
  const asking = latestOf()
  const stop = () => {
    events?.close()
    asking.begin()
  }

  function follow(task: string): void {
    stop()
    events = new EventSource(`/api/imports/tasks/${encodeURIComponent(task)}/events`)
    const take = ({ data }: MessageEvent<string>) => {
      upload.value = JSON.parse(data) as Upload
    }
    events.addEventListener('progress', take)
    events.addEventListener('outcome', (event) => {
      take(event)
      stop()
    })
    events.addEventListener('error', () => {
      // The browser comes back by itself; where the server refuses to tell, it says why to whoever asks plainly.
      if (events?.readyState === EventSource.CLOSED) void ask(task)
    })
  }

  async function ask(task: string): Promise<void> {
    const isLatest = asking.begin()
    try {
      const { data } = await apiClient().GET('/imports/tasks/{id}', { params: { path: { id: task } } })
      if (isLatest()) upload.value = data ?? null
    } catch (cause) {
      if (isLatest()) problem.value = problemOf(cause).detail
    }
  }

  watch(
    id,
    (task) => {
      stop()
      problem.value = ''
      // What is shown of another upload is not of this one.
      if (upload.value?.id !== task) upload.value = null
      if (task !== '' && upload.value?.state !== 'done') follow(task)
    },
    { immediate: true },
  )
  onScopeDispose(stop)

  /** Sends files to be previewed and held; the id of the upload, null where it was refused: `problem` says why. */
  async function send(files: readonly File[]): Promise<string | null> {
    problem.value = ''
    sent.value = 0
    try {
      const { id } = await post(files, (share) => (sent.value = share))
      return id
    } catch (cause) {
      problem.value = problemOf(cause).detail
      return null
    } finally {
      sent.value = null
    }
  }
  return { upload, sent, problem, send }
}

/** `fetch` does not tell how much of a body has gone. */
function post(files: readonly File[], onProgress: (share: number) => void): Promise<Upload> {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/imports?preview=true&hold=true')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    const fail = () => reject({ data: request.response as unknown, statusCode: request.status })
    request.addEventListener('load', () => (request.status === 202 ? resolve(request.response as Upload) : fail()))
    request.addEventListener('error', fail)
    request.send(form)
  })
}
