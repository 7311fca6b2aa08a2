import { dismissAlert } from './alerts/dismiss.ts'
import { listAlerts } from './alerts/list.ts'
import { correctAppeal } from './appeals/correct.ts'
import { createAppeal } from './appeals/create.ts'
import { appealDeadlines } from './appeals/deadlines.ts'
import { decideAppeal } from './appeals/decide.ts'
import { listAppeals } from './appeals/list.ts'
import { removeAppeal } from './appeals/remove.ts'
import { reopenAppeal } from './appeals/reopen.ts'
import { exportAudit } from './audit/export.ts'
import { listAudit } from './audit/list.ts'
import { verifyAudit } from './audit/verify.ts'
import { checkClaims } from './checks/check-claims.ts'
import { createCheck } from './checks/create.ts'
import { evaluateChecks } from './checks/evaluate.ts'
import { getCheck } from './checks/get.ts'
import { listChecks } from './checks/list.ts'
import { releaseCheck } from './checks/release.ts'
import { retireCheck } from './checks/retire.ts'
import { exportClaims } from './claims/export/operation.ts'
import { changeClaims } from './changes/claims.ts'
import { listChanges } from './changes/list.ts'
import { detectChangesOperation } from './changes/operation.ts'
import { getClaim } from './claims/get.ts'
import { claimHistory } from './claims/history.ts'
import { listClaims } from './claims/list.ts'
import { claimSource } from './claims/source.ts'
import { compareCode } from './codes/comparison/operation.ts'
import { getCode } from './codes/get.ts'
import { listCodes } from './codes/list.ts'
import { loadCodes } from './codes/load.ts'
import { loadedCodes } from './codes/loaded.ts'
import { getCodeIntelligence } from './codes/performance/intelligence.ts'
import { listCodePerformance } from './codes/performance/list.ts'
import { refreshCodesOperation } from './codes/performance/operation.ts'
import { listInvitations } from './identity/invitations/list.ts'
import { revokeInvitation } from './identity/invitations/revoke.ts'
import { changeMemberRole } from './identity/members/change-role.ts'
import { inviteMember } from './identity/members/invite.ts'
import { listMembers } from './identity/members/list.ts'
import { removeMember } from './identity/members/remove.ts'
import { getSession } from './identity/session-get.ts'
import { createToken } from './identity/tokens/create.ts'
import { listTokens } from './identity/tokens/list.ts'
import { revokeToken } from './identity/tokens/revoke.ts'
import { inconsistentDecisions } from './inconsistencies/list.ts'
import { getImpact } from './impact/get.ts'
import { impactLedger } from './impact/ledger.ts'
import { impactPayments } from './impact/payments.ts'
import { getImport } from './imports/history/get.ts'
import { listImports } from './imports/history/list.ts'
import { confirmColumns, guessColumns, listColumns, removeColumns } from './imports/mappings/operations.ts'
import { dismissReject } from './imports/quarantine/dismiss.ts'
import { exportRejects } from './imports/quarantine/export.ts'
import { getReject } from './imports/quarantine/get.ts'
import { listRejects } from './imports/quarantine/list.ts'
import { retryReject } from './imports/quarantine/retry.ts'
import { reconcileImport } from './imports/reconcile/operation.ts'
import { uploadColumns } from './imports/mappings/upload-columns.ts'
import { undoImport } from './imports/undo/operation.ts'
import { continueUpload, discardUploadOperation } from './imports/uploads/decide.ts'
import { getUpload, openUpload } from './imports/uploads/operations.ts'
import { verifyExport } from './imports/verify/operation.ts'
import { verifyTruth } from './imports/verify-truth/operation.ts'
import { jobHistory } from './jobs/history.ts'
import { listJobs } from './jobs/list.ts'
import { pauseJob } from './jobs/pause.ts'
import { resumeJob } from './jobs/resume.ts'
import { runJobOperation } from './jobs/run.ts'
import { serverMetrics } from './jobs/server-metrics.ts'
import { finishCase } from './lab/finish.ts'
import { getCase } from './lab/get.ts'
import { takeHint } from './lab/hint.ts'
import { labHistory } from './lab/history.ts'
import { labPatterns } from './lab/patterns.ts'
import { runCase } from './lab/run.ts'
import { startCase } from './lab/start.ts'
import { listLearningEvents } from './learning/events.ts'
import { learningProgress } from './learning/progress.ts'
import { recordLearningEvent } from './learning/record.ts'
import { dismissMatch } from './matches/dismiss.ts'
import { listMatches } from './matches/list.ts'
import { resolveMatch } from './matches/resolve.ts'
import { bridgeClaims } from './measures/bridge/claims.ts'
import { metricsBridge } from './measures/bridge/operation.ts'
import { cashRecovered } from './measures/cash/operation.ts'
import { dashboardMetrics } from './measures/dashboard/operation.ts'
import { providerMetrics } from './measures/dashboard/provider/operation.ts'
import { revenueRecoveredOperation } from './measures/revenue/operation.ts'
import { networkDenials } from './networks/denials.ts'
import type { Operation } from './operation.ts'
import { getOrganization } from './organization-operation.ts'
import { organizationSettings } from './organization/settings.ts'
import { updateOrganization } from './organization/update.ts'
import { listPatternActions } from './patterns/actions/list.ts'
import { recordPatternAction } from './patterns/actions/record.ts'
import { removePatternAction } from './patterns/actions/remove.ts'
import { patternDays } from './patterns/days.ts'
import { patternEvidence } from './patterns/evidence.ts'
import { patternTwins } from './patterns/twins.ts'
import { getPattern } from './patterns/get.ts'
import { listPatterns } from './patterns/list.ts'
import { setPatternStatus } from './patterns/set-status.ts'
import { getPayer } from './payers/get.ts'
import { listNames } from './names/list.ts'
import { listPayers } from './payers/list.ts'
import { setPayerWindows } from './payers/set-windows.ts'
import { exportPolicies } from './policies/export.ts'
import { getPolicy } from './policies/get.ts'
import { listPolicies } from './policies/list.ts'
import { refreshPoliciesOperation } from './policies/refresh-operation.ts'
import { getProvider } from './providers/get.ts'
import { listProviders } from './providers/list.ts'
import { refreshProvidersOperation } from './providers/operations.ts'
import { detectPatternsOperation, refreshPatternsOperation } from './patterns/operations.ts'
import { compareRelease } from './releases/compare.ts'
import { listReleases, prepareRelease, previewRelease, releaseVersion, takeBackRelease } from './releases/operations.ts'
import { refreshComputationOperation } from './computation/operations.ts'
import { explainNumber } from './snapshots/explain.ts'
import { getSnapshot } from './snapshots/get.ts'
import { takeSnapshotsOperation } from './snapshots/take.ts'
import { findAnything } from './search/find.ts'
import { listViews } from './views/list.ts'
import { removeView } from './views/remove.ts'
import { saveView } from './views/save.ts'
import { beginVisit } from './visits/begin.ts'
import { visitsSince } from './visits/since.ts'
import { assignWork } from './worklist/assign.ts'
import { workLetter } from './worklist/letters/letter.ts'
import { listTemplates, removeTemplate, saveTemplate } from './worklist/letters/templates.ts'
import { listWork } from './worklist/list.ts'
import { addWorkNote, listWorkNotes, removeWorkNote } from './worklist/notes.ts'
import { workPeople } from './worklist/people.ts'
import { setWorkState } from './worklist/set-state.ts'
import { snoozeWork } from './worklist/snooze.ts'

/** Everything the system can do, one line each. Access checks, API reference and guards over "every operation" read this list. */
export const operations: readonly Operation[] = [
  getOrganization,
  organizationSettings,
  updateOrganization,
  listAudit,
  exportAudit,
  verifyAudit,
  dashboardMetrics,
  providerMetrics,
  metricsBridge,
  bridgeClaims,
  cashRecovered,
  revenueRecoveredOperation,
  impactLedger,
  getImpact,
  impactPayments,
  networkDenials,
  listPatterns,
  getPattern,
  patternDays,
  patternEvidence,
  patternTwins,
  setPatternStatus,
  listPatternActions,
  recordPatternAction,
  removePatternAction,
  detectPatternsOperation,
  refreshPatternsOperation,
  createCheck,
  listChecks,
  getCheck,
  evaluateChecks,
  releaseCheck,
  retireCheck,
  checkClaims,
  inconsistentDecisions,
  listChanges,
  changeClaims,
  detectChangesOperation,
  listClaims,
  getClaim,
  claimHistory,
  claimSource,
  exportClaims,
  listAppeals,
  appealDeadlines,
  createAppeal,
  decideAppeal,
  correctAppeal,
  reopenAppeal,
  removeAppeal,
  listWork,
  workPeople,
  assignWork,
  snoozeWork,
  setWorkState,
  addWorkNote,
  listWorkNotes,
  removeWorkNote,
  saveTemplate,
  listTemplates,
  removeTemplate,
  workLetter,
  refreshComputationOperation,
  listImports,
  getImport,
  listRejects,
  getReject,
  exportRejects,
  retryReject,
  dismissReject,
  undoImport,
  openUpload,
  getUpload,
  uploadColumns,
  continueUpload,
  discardUploadOperation,
  verifyExport,
  guessColumns,
  confirmColumns,
  listColumns,
  removeColumns,
  listCodes,
  getCode,
  loadCodes,
  loadedCodes,
  refreshCodesOperation,
  listCodePerformance,
  getCodeIntelligence,
  compareCode,
  recordLearningEvent,
  learningProgress,
  listLearningEvents,
  labPatterns,
  getCase,
  startCase,
  runCase,
  takeHint,
  finishCase,
  labHistory,
  listNames,
  listPayers,
  getPayer,
  setPayerWindows,
  listPolicies,
  getPolicy,
  refreshPoliciesOperation,
  exportPolicies,
  verifyTruth,
  reconcileImport,
  listMatches,
  resolveMatch,
  dismissMatch,
  listJobs,
  jobHistory,
  runJobOperation,
  pauseJob,
  resumeJob,
  serverMetrics,
  listAlerts,
  dismissAlert,
  getSnapshot,
  takeSnapshotsOperation,
  explainNumber,
  listProviders,
  getProvider,
  refreshProvidersOperation,
  listReleases,
  prepareRelease,
  compareRelease,
  previewRelease,
  releaseVersion,
  takeBackRelease,
  getSession,
  listMembers,
  inviteMember,
  changeMemberRole,
  removeMember,
  listInvitations,
  revokeInvitation,
  listTokens,
  createToken,
  revokeToken,
  listViews,
  saveView,
  removeView,
  beginVisit,
  visitsSince,
  findAnything,
]
