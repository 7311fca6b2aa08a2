import { curlOf } from './curl.ts'
import type { ApiDocument, ApiOperation, MediaType, Parameter, Response } from './document.ts'
import type { JsonSchema } from './json-schemas.ts'
import { fieldsTable, type Field } from './reference-fields.ts'
import { escapeHtml, html, raw, type Html } from './html.ts'

/** The document as one page to read, without a script. Its style is `referenceStyle`, under the address that it names. */
export function referencePage(document: ApiDocument, styleUrl: string): string {
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const areas = document.tags.map((tag) => ({ ...tag, entries: entries.filter(({ operation }) => operation.tags[0] === tag.name) }))
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title} API</title>
        <link rel="stylesheet" href="${styleUrl}" />
      </head>
      <body>
        <nav>${areas.map(({ name }) => html`<a href="#${name}">${name}</a>`)}</nav>
        <main>
          <h1>${document.info.title} API ${document.info.version}</h1>
          ${document.info.description.split('\n\n').map((part) => html`<p>${words(part)}</p>`)}
          <p>As OpenAPI 3.1: <a href="openapi.json">openapi.json</a></p>
          ${areas.map(
            (area) =>
              html`<section>
                <h2 id="${area.name}">${area.name}</h2>
                <p>${area.description}</p>
                ${area.entries.map((entry) => operationPart(document, entry))}
              </section>`,
          )}
        </main>
      </body>
    </html>`
  return page.text
}

/** Text with \`code\` in it. */
const words = (text: string): Html => raw(escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>'))

interface Entry {
  path: string
  method: string
  operation: ApiOperation
}

function operationPart(document: ApiDocument, { path, method, operation }: Entry): Html {
  const media = operation.requestBody?.content['application/json']
  const success = Object.values(operation.responses)[0] as Response
  const [result] = Object.entries(success.content!)
  const { parameters } = operation
  const plain = parameters.filter((parameter): parameter is Parameter => 'name' in parameter)
  const input = [
    ...plain.map(({ name, in: place, required, schema, description }): Field => ({ name, place, isRequired: required, schema, description })),
    ...bodyFields(media?.schema as JsonSchema | undefined),
  ]
  return html`<article>
    <h3 id="${operation.operationId}"><code>${method} ${document.servers[0]!.url}${path}</code></h3>
    <p>${operation.summary}</p>
    <p class="roles">${operation['x-roles'].join(', ')}</p>
    ${input.length > 0 ? fieldsTable('Input', input, document) : raw('')} ${answerPart(document, success, result!)}
    <pre>${curlOf(document, { path, method, operation })}</pre>
  </article>`
}

const answerPart = (document: ApiDocument, { description }: Response, [type, { schema }]: [string, MediaType]): Html =>
  type === 'application/json' ? fieldsTable('Answer', [{ name: '', schema: schema as JsonSchema }], document) : html`<p>${words(description)}</p>`

function bodyFields(schema: JsonSchema | undefined): Field[] {
  const properties = (schema?.properties ?? {}) as Record<string, JsonSchema>
  return Object.entries(properties).map(([name, field]) => ({
    name,
    place: 'body',
    isRequired: schema?.required?.includes(name) ?? false,
    schema: field,
    description: field.description,
  }))
}

export const referenceStyle = `:root { color-scheme: light dark; --line: light-dark(#e2e5ea, #32363d); --muted: light-dark(#5b6470, #9aa3af) }
body { margin: 0; display: flex; font: 15px/1.5 system-ui, sans-serif }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; flex: 0 0 12rem; padding: 1rem; border-right: 1px solid var(--line); box-sizing: border-box }
nav a { display: block; padding: .15rem 0; color: inherit }
main { flex: 1; min-width: 0; max-width: 60rem; padding: 1rem 2rem 4rem }
article { border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: .5rem }
h3 { margin: .5rem 0; font-size: 1rem }
.roles { color: var(--muted) }
table { width: 100%; border-collapse: collapse; margin: .5rem 0; font-size: .9em }
caption { text-align: left; font-weight: 600; padding: .25rem 0 }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line) }
th { font-weight: 500 }
td { overflow-wrap: anywhere }
pre { overflow: auto; padding: .75rem; border: 1px solid var(--line); border-radius: 6px }
@media (max-width: 45rem) { body { display: block } nav { display: none } main { padding: 1rem } }`
