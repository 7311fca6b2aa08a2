import { apiDocument } from '@overturn/core/api/openapi'
import { referencePage } from '@overturn/core/api/reference'

let page: string | undefined

/** The API as a page to read: one document without a script, and its style from beside it. */
export default defineEventHandler((event) => {
  setResponseHeader(event, 'content-type', 'text/html; charset=utf-8')
  return (page ??= referencePage(apiDocument(), '/api/reference.css'))
})
