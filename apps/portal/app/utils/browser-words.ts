import { DASH } from './format'

const BROWSERS: [RegExp, string][] = [
  // Each names itself after those whose pages it also wants: the most particular comes first.
  [/\bEdg\w*\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]
const named = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1]

/** `Chrome on Windows`, from what a browser sends of itself; what is none of the known ones is shown as it came. */
export function browserWords(agent: string | null): string {
  if (agent === null || agent === '') return DASH
  const browser = named(BROWSERS, agent)
  if (browser === undefined) return agent
  const system = named(SYSTEMS, agent)
  return system === undefined ? browser : `${browser} on ${system}`
}
