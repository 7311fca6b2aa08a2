/** Text that is HTML already. */
export interface Html {
  text: string
}

export const raw = (text: string): Html => ({ text })

const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => NAMES[sign]!)

type Value = string | number | Html | readonly Html[]

/** HTML in which every value is text, but for what is HTML already. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { text: parts.map((part, at) => (at === 0 ? part : written(values[at - 1]!) + part)).join('') }
}

function written(value: Value): string {
  if (typeof value !== 'object') return escapeHtml(String(value))
  return 'text' in value ? value.text : value.map(({ text }) => text).join('')
}
