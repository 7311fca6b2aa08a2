import { apiDocument } from '@overturn/core/api/openapi'

/** The API as an OpenAPI 3.1 document. */
export default defineEventHandler(() => apiDocument())
