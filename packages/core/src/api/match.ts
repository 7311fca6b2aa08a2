import { routes, type Method, type Route } from './routes.ts'

interface Compiled {
  route: Route
  segments: readonly string[]
}

const isParameter = (segment: string) => segment.startsWith('{')
const segmentsOf = (path: string) => path.slice(1).split('/')
const parameterCount = ({ segments }: Compiled) => segments.filter(isParameter).length

/** Fixed words come before parameters: where both fit, the word is meant. */
const compiled: readonly Compiled[] = routes
  .filter(({ apart }) => apart === undefined)
  .map((route) => ({ route, segments: segmentsOf(route.path) }))
  .sort((a, b) => parameterCount(a) - parameterCount(b))

interface Found {
  route: Route
  /** Values of the path's parameters, decoded. */
  parameters: Record<string, string>
}

export interface Match extends Found {
  /** What a GET of the same path would give. */
  reading: Found | null
}

/**
 * The route of a method and a path below /api as it was sent, encoded; one slash at its end apart. Or the methods that the path knows: none
 * where nothing is there. HEAD is answered as GET.
 */
export function matchRoute(method: string, path: string): Match | { allow: readonly string[] } {
  const words = segmentsOf(path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path).map(decoded)
  const fitting = compiled.filter(({ segments }) => segments.length === words.length && segments.every((segment, at) => fits(segment, words[at]!)))
  const asked = method === 'HEAD' ? 'GET' : method
  const found = fitting.find(({ route }) => route.method === asked)
  if (!found) return { allow: allowed(fitting.map(({ route }) => route.method)) }
  const reading = fitting.find(({ route, segments }) => route.method === 'GET' && shapeOf(segments) === shapeOf(found.segments))
  return { ...valued(found, words), reading: reading ? valued(reading, words) : null }
}

function valued({ route, segments }: Compiled, words: readonly string[]): Found {
  const values = segments.flatMap((segment, at) => (isParameter(segment) ? [[segment.slice(1, -1), words[at]!] as const] : []))
  return { route, parameters: Object.fromEntries(values) }
}

const fits = (segment: string, word: string) => (isParameter(segment) ? word !== '' : segment === word)

/** What two paths have in common that differ in the names of their parameters only. */
const shapeOf = (segments: readonly string[]) => segments.map((segment) => (isParameter(segment) ? '{}' : segment)).join('/')

const allowed = (methods: readonly Method[]) => [...new Set(methods)].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))

/** What is not encoded text stands for itself: no id is written so, and nothing will be found. */
function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

/** Names of the parameters of a path. */
export const parametersOf = (path: string) =>
  segmentsOf(path)
    .filter(isParameter)
    .map((segment) => segment.slice(1, -1))
