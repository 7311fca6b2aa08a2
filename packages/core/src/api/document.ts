import type { JsonSchema } from './json-schemas.ts'
import type { Method } from './routes.ts'

/** The parts of OpenAPI 3.1 that our document has. */
export interface Reference {
  $ref: string
}
export interface MediaType {
  schema: JsonSchema | Reference
  examples?: Record<string, { summary: string; value: unknown }>
}
export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
  example?: unknown
}
export interface Response {
  description: string
  headers?: Record<string, Reference>
  content?: Record<string, MediaType>
}
export interface ApiOperation {
  operationId: string
  tags: [string]
  summary: string
  description: string
  'x-roles': readonly string[]
  parameters: (Parameter | Reference)[]
  requestBody?: { required: boolean; content: Record<string, MediaType> }
  responses: Record<string, Response | Reference>
}
export interface ApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; summary: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  security: Record<string, []>[]
  paths: Record<string, Partial<Record<Lowercase<Method>, ApiOperation>>>
  components: {
    schemas: Record<string, JsonSchema>
    parameters: Record<string, Parameter>
    headers: Record<string, { description: string; schema: JsonSchema }>
    responses: Record<string, Response>
    securitySchemes: Record<string, object>
  }
}
