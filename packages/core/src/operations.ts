import { getClaim } from './claims/get.ts'
import { listClaims } from './claims/list.ts'
import { verifyExport } from './imports/verify/operation.ts'
import { dashboardMetrics } from './measures/dashboard/operation.ts'
import type { Operation } from './operation.ts'
import { getOrganization } from './organization-operation.ts'
import { getPattern } from './patterns/get.ts'
import { listPatterns } from './patterns/list.ts'
import { detectPatternsOperation, refreshComputationOperation, refreshPatternsOperation } from './patterns/operations.ts'

/** Everything the system can do, one line each. Access checks, API reference and guards over "every operation" read this list. */
export const operations: readonly Operation[] = [
  getOrganization,
  dashboardMetrics,
  listPatterns,
  getPattern,
  detectPatternsOperation,
  refreshPatternsOperation,
  listClaims,
  getClaim,
  refreshComputationOperation,
  verifyExport,
]
