import { referenceStyle } from '@overturn/core/api/reference'

export default defineEventHandler((event) => {
  setResponseHeader(event, 'content-type', 'text/css; charset=utf-8')
  return referenceStyle
})
