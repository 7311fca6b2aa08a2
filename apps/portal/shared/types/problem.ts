export type { Problem } from '@overturn/core/api/problems'
