import type { ApiDocument, ApiOperation } from './document.ts'

/** A request that can be pasted into a shell, with the values of the document's example. */
export function curlOf(document: ApiDocument, { path, method, operation }: { path: string; method: string; operation: ApiOperation }): string {
  const values = operation.parameters.flatMap((parameter) => ('name' in parameter && parameter.example !== undefined ? [parameter] : []))
  const filled = values
    .filter((value) => value.in === 'path')
    .reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))), path)
  const query = new URLSearchParams(
    Object.fromEntries(values.filter((value) => value.in === 'query').map(({ name, example }) => [name, String(example)])),
  ).toString()
  const [example] = Object.values(operation.requestBody?.content['application/json']?.examples ?? {})
  const url = `$OVERTURN${document.servers[0]!.url}${filled}${query && `?${query}`}`
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"${url}"`,
    `  -H "Authorization: Bearer $TOKEN"`,
    ...(operation.requestBody?.content['multipart/form-data'] ? [`  -F "files=@claims.835"`] : []),
    ...(example ? [`  -H 'Content-Type: application/json'`, `  -d '${JSON.stringify(example.value).replaceAll("'", `'\\''`)}'`] : []),
  ].join(' \\\n')
}
