import type { OperationName } from '@overturn/core/access/table'

/** A place of the portal that the navigation, the command palette and the keyboard lead to. */
export interface Area {
  label: string
  icon: string
  to: string
  /** What its screen asks first: who may not, does not see the area. */
  operation: OperationName
  /** Typed after `g`. */
  key: string
  /** Not for every viewer: shown once it is known that whoever is here may. */
  restricted?: true
}

export const AREAS: readonly { group: string; areas: readonly Area[] }[] = [
  { group: 'Overview', areas: [{ label: 'Dashboard', icon: 'i-lucide-layout-dashboard', to: '/', operation: 'metrics.dashboard', key: 'd' }] },
  {
    group: 'Find',
    areas: [
      { label: 'Patterns', icon: 'i-lucide-scan-search', to: '/patterns', operation: 'patterns.list', key: 'p' },
      { label: 'Claims', icon: 'i-lucide-file-text', to: '/claims', operation: 'claims.list', key: 'c' },
      { label: 'Payers', icon: 'i-lucide-landmark', to: '/payers', operation: 'payers.list', key: 'y' },
      { label: 'Providers', icon: 'i-lucide-stethoscope', to: '/providers', operation: 'providers.list', key: 'r' },
      { label: 'Policies', icon: 'i-lucide-scroll-text', to: '/policies', operation: 'policies.list', key: 'o' },
      { label: 'Codes', icon: 'i-lucide-hash', to: '/codes', operation: 'codes.list', key: 'k' },
    ],
  },
  {
    group: 'Fix',
    areas: [
      { label: 'Worklist', icon: 'i-lucide-list-todo', to: '/worklist', operation: 'worklist.list', key: 'w' },
      { label: 'Checks', icon: 'i-lucide-shield-check', to: '/checks', operation: 'checks.list', key: 'h' },
      { label: 'Claim Lab', icon: 'i-lucide-flask-conical', to: '/lab', operation: 'lab.patterns', key: 'l' },
    ],
  },
  { group: 'Prove', areas: [{ label: 'Impact', icon: 'i-lucide-trending-up', to: '/impact', operation: 'impact.ledger', key: 'i', restricted: true }] },
  {
    group: 'Data',
    areas: [
      { label: 'Imports', icon: 'i-lucide-file-down', to: '/imports', operation: 'imports.list', key: 'm' },
      { label: 'Jobs', icon: 'i-lucide-timer', to: '/jobs', operation: 'jobs.list', key: 'j' },
      { label: 'Settings', icon: 'i-lucide-settings', to: '/settings', operation: 'organization.settings', key: 's' },
    ],
  },
]

/** Whether a path is of the area. */
export const isWithin = (path: string, { to }: Pick<Area, 'to'>): boolean => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`))
