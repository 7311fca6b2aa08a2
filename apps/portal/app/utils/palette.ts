import type { Found } from '@overturn/core/search/schemas'
import type { Recent } from '~/composables/use-palette'

/** A line of the palette that leads somewhere. */
export interface FoundItem extends Recent {
  suffix?: string
}
export interface FoundGroup {
  id: keyof Found
  label: string
  items: FoundItem[]
}

const at = (area: string, id: string) => `/${area}/${encodeURIComponent(id)}`
const CODE_KINDS = { carc: 'CARC', rarc: 'RARC', procedure: 'Procedure' }
const said = (...parts: (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' · ')

/** What the search has found, by kind; kinds of which nothing was found are left out. */
export function foundGroups(found: Found): FoundGroup[] {
  const groups: FoundGroup[] = [
    {
      id: 'claims',
      label: 'Claims',
      items: found.claims.map(({ id, patientControlNumber, status, payerName, dateOfService, billedAmount }) => ({
        label: id,
        suffix: said(
          claimStatusWords[status].label,
          formatMoney(billedAmount),
          payerName,
          dateOfService && formatDate(dateOfService),
          patientControlNumber && `account ${patientControlNumber}`,
        ),
        icon: 'i-lucide-file-text',
        to: at('claims', id),
      })),
    },
    {
      id: 'patterns',
      label: 'Patterns',
      items: found.patterns.map(({ id, title }) => ({ label: title, icon: 'i-lucide-scan-search', to: at('patterns', id) })),
    },
    {
      id: 'codes',
      label: 'Codes',
      items: found.codes.map(({ system, code, label }) => ({
        label: `${CODE_KINDS[system]} ${code}`,
        suffix: label ?? '',
        icon: 'i-lucide-hash',
        to: at('codes', code) + (system === 'procedure' ? '' : `?system=${system}`),
      })),
    },
    {
      id: 'payers',
      label: 'Payers',
      items: found.payers.map(({ id, name }) => ({ label: name, suffix: id, icon: 'i-lucide-landmark', to: at('payers', id) })),
    },
    {
      id: 'providers',
      label: 'Providers',
      items: found.providers.map(({ id, name, npi }) => ({
        label: name,
        suffix: said(id, npi && `NPI ${npi}`),
        icon: 'i-lucide-stethoscope',
        to: at('providers', id),
      })),
    },
    {
      id: 'policies',
      label: 'Policies',
      items: found.policies.map(({ id, name }) => ({ label: name, suffix: id, icon: 'i-lucide-scroll-text', to: at('policies', id) })),
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}
