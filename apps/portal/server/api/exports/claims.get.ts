import { queryInput } from '@overturn/core/api/query'
import { exportClaims } from '@overturn/core/claims/export/operation'
import { perform } from '@overturn/core/operation'

const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' }
const asked = exportClaims.input.omit({ after: true, key: true })

/** The claims as one file, sent part by part: a part is read when the one before is on its way. What is wrong with the request is said first. */
export default defineEventHandler((event) =>
  answering(event, async (log) => {
    event.context.operation = exportClaims.name
    const context = await contextOf(event, log, exportClaims)
    const input = queryInput(asked, new URLSearchParams(urlOf(event).split('?')[1]))
    const first = await perform({ ...exportClaims, input: asked }, context, input)
    const { format, identified } = first
    setResponseHeaders(event, {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="claims${identified ? '-identified' : ''}.${format}"`,
      'cache-control': 'no-store',
    })
    return sendParts(event, first.content, async function* () {
      const { key } = first
      for (let { next } = first; next !== null;) {
        const part = await perform(exportClaims, context, { ...input, after: next, key })
        yield part.content
        next = part.next
      }
    })
  }),
)
