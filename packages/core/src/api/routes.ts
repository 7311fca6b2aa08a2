import { dismissAlert } from '../alerts/dismiss.ts'
import { listAlerts } from '../alerts/list.ts'
import type { OperationName } from '../access/table.ts'
import { correctAppeal } from '../appeals/correct.ts'
import { createAppeal } from '../appeals/create.ts'
import { appealDeadlines } from '../appeals/deadlines.ts'
import { decideAppeal } from '../appeals/decide.ts'
import { listAppeals } from '../appeals/list.ts'
import { removeAppeal } from '../appeals/remove.ts'
import { reopenAppeal } from '../appeals/reopen.ts'
import { exportAudit } from '../audit/export.ts'
import { listAudit } from '../audit/list.ts'
import { verifyAudit } from '../audit/verify.ts'
import { checkClaims } from '../checks/check-claims.ts'
import { createCheck } from '../checks/create.ts'
import { evaluateChecks } from '../checks/evaluate.ts'
import { getCheck } from '../checks/get.ts'
import { listChecks } from '../checks/list.ts'
import { releaseCheck } from '../checks/release.ts'
import { retireCheck } from '../checks/retire.ts'
import { exportClaims } from '../claims/export/operation.ts'
import { changeClaims } from '../changes/claims.ts'
import { listChanges } from '../changes/list.ts'
import { detectChangesOperation } from '../changes/operation.ts'
import { getClaim } from '../claims/get.ts'
import { claimHistory } from '../claims/history.ts'
import { listClaims } from '../claims/list.ts'
import { claimSource } from '../claims/source.ts'
import { compareCode } from '../codes/comparison/operation.ts'
import { getCode } from '../codes/get.ts'
import { listCodes } from '../codes/list.ts'
import { loadCodes } from '../codes/load.ts'
import { loadedCodes } from '../codes/loaded.ts'
import { getCodeIntelligence } from '../codes/performance/intelligence.ts'
import { listCodePerformance } from '../codes/performance/list.ts'
import { refreshCodesOperation } from '../codes/performance/operation.ts'
import { refreshComputationOperation } from '../computation/operations.ts'
import { listInvitations } from '../identity/invitations/list.ts'
import { revokeInvitation } from '../identity/invitations/revoke.ts'
import { changeMemberRole } from '../identity/members/change-role.ts'
import { inviteMember } from '../identity/members/invite.ts'
import { listMembers } from '../identity/members/list.ts'
import { removeMember } from '../identity/members/remove.ts'
import { getSession } from '../identity/session-get.ts'
import { createToken } from '../identity/tokens/create.ts'
import { listTokens } from '../identity/tokens/list.ts'
import { revokeToken } from '../identity/tokens/revoke.ts'
import { inconsistentDecisions } from '../inconsistencies/list.ts'
import { getImpact } from '../impact/get.ts'
import { impactLedger } from '../impact/ledger.ts'
import { impactPayments } from '../impact/payments.ts'
import { getImport } from '../imports/history/get.ts'
import { listImports } from '../imports/history/list.ts'
import { confirmColumns, listColumns, removeColumns } from '../imports/mappings/operations.ts'
import { dismissReject } from '../imports/quarantine/dismiss.ts'
import { exportRejects } from '../imports/quarantine/export.ts'
import { getReject } from '../imports/quarantine/get.ts'
import { listRejects } from '../imports/quarantine/list.ts'
import { retryReject } from '../imports/quarantine/retry.ts'
import { reconcileImport } from '../imports/reconcile/operation.ts'
import { uploadColumns } from '../imports/mappings/upload-columns.ts'
import { undoImport } from '../imports/undo/operation.ts'
import { continueUpload, discardUploadOperation } from '../imports/uploads/decide.ts'
import { getUpload, openUpload } from '../imports/uploads/operations.ts'
import { jobHistory } from '../jobs/history.ts'
import { listJobs } from '../jobs/list.ts'
import { pauseJob } from '../jobs/pause.ts'
import { resumeJob } from '../jobs/resume.ts'
import { runJobOperation } from '../jobs/run.ts'
import { serverMetrics } from '../jobs/server-metrics.ts'
import { finishCase } from '../lab/finish.ts'
import { getCase } from '../lab/get.ts'
import { takeHint } from '../lab/hint.ts'
import { labHistory } from '../lab/history.ts'
import { labPatterns } from '../lab/patterns.ts'
import { runCase } from '../lab/run.ts'
import { startCase } from '../lab/start.ts'
import { listLearningEvents } from '../learning/events.ts'
import { learningProgress } from '../learning/progress.ts'
import { recordLearningEvent } from '../learning/record.ts'
import { dismissMatch } from '../matches/dismiss.ts'
import { listMatches } from '../matches/list.ts'
import { resolveMatch } from '../matches/resolve.ts'
import { bridgeClaims } from '../measures/bridge/claims.ts'
import { metricsBridge } from '../measures/bridge/operation.ts'
import { cashRecovered } from '../measures/cash/operation.ts'
import { dashboardMetrics } from '../measures/dashboard/operation.ts'
import { providerMetrics } from '../measures/dashboard/provider/operation.ts'
import { revenueRecoveredOperation } from '../measures/revenue/operation.ts'
import { networkDenials } from '../networks/denials.ts'
import type { Operation } from '../operation.ts'
import { getOrganization } from '../organization-operation.ts'
import { organizationSettings } from '../organization/settings.ts'
import { updateOrganization } from '../organization/update.ts'
import { listPatternActions } from '../patterns/actions/list.ts'
import { recordPatternAction } from '../patterns/actions/record.ts'
import { removePatternAction } from '../patterns/actions/remove.ts'
import { patternDays } from '../patterns/days.ts'
import { patternEvidence } from '../patterns/evidence.ts'
import { patternTwins } from '../patterns/twins.ts'
import { getPattern } from '../patterns/get.ts'
import { listPatterns } from '../patterns/list.ts'
import { detectPatternsOperation, refreshPatternsOperation } from '../patterns/operations.ts'
import { setPatternStatus } from '../patterns/set-status.ts'
import { getPayer } from '../payers/get.ts'
import { listNames } from '../names/list.ts'
import { listPayers } from '../payers/list.ts'
import { setPayerWindows } from '../payers/set-windows.ts'
import { exportPolicies } from '../policies/export.ts'
import { getPolicy } from '../policies/get.ts'
import { listPolicies } from '../policies/list.ts'
import { refreshPoliciesOperation } from '../policies/refresh-operation.ts'
import { getProvider } from '../providers/get.ts'
import { listProviders } from '../providers/list.ts'
import { refreshProvidersOperation } from '../providers/operations.ts'
import { compareRelease } from '../releases/compare.ts'
import { listReleases, prepareRelease, previewRelease, releaseVersion, takeBackRelease } from '../releases/operations.ts'
import { explainNumber } from '../snapshots/explain.ts'
import { getSnapshot } from '../snapshots/get.ts'
import { takeSnapshotsOperation } from '../snapshots/take.ts'
import { findAnything } from '../search/find.ts'
import { listViews } from '../views/list.ts'
import { removeView } from '../views/remove.ts'
import { saveView } from '../views/save.ts'
import { beginVisit } from '../visits/begin.ts'
import { visitsSince } from '../visits/since.ts'
import { assignWork } from '../worklist/assign.ts'
import { workLetter } from '../worklist/letters/letter.ts'
import { listTemplates, removeTemplate, saveTemplate } from '../worklist/letters/templates.ts'
import { listWork } from '../worklist/list.ts'
import { addWorkNote, listWorkNotes, removeWorkNote } from '../worklist/notes.ts'
import { workPeople } from '../worklist/people.ts'
import { setWorkState } from '../worklist/set-state.ts'
import { snoozeWork } from '../worklist/snooze.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Route {
  method: Method
  /** Below /api. `{field}` is a field of the operation's input; what else the input has is in the query of a GET, and in the body of the others. */
  path: `/${string}`
  operation: Operation
  /** The answer holds a secret that is said once: it is not kept for an Idempotency-Key. */
  isSecret?: true
  /** It has a handler of its own, because it takes files (`list`: one, which is read before the answer), goes on telling, or gives a file. What else it is asked is in the query. */
  apart?: 'upload' | 'list' | 'events' | 'file'
}

const get = (path: Route['path'], operation: Operation): Route => ({ method: 'GET', path, operation })
const post = (path: Route['path'], operation: Operation): Route => ({ method: 'POST', path, operation })
const patch = (path: Route['path'], operation: Operation): Route => ({ method: 'PATCH', path, operation })
const remove = (path: Route['path'], operation: Operation): Route => ({ method: 'DELETE', path, operation })

/** The API: each operation that goes over HTTP under its path. Handlers, the OpenAPI document, the reference page and the client come from here. */
export const routes: readonly Route[] = [
  get('/organization', getOrganization),
  patch('/organization', updateOrganization),
  get('/organization/settings', organizationSettings),

  get('/metrics/dashboard', dashboardMetrics),
  get('/metrics/providers/{id}', providerMetrics),
  get('/metrics/bridge', metricsBridge),
  get('/metrics/bridge/claims', bridgeClaims),
  get('/metrics/cash-recovered', cashRecovered),
  get('/metrics/revenue-recovered', revenueRecoveredOperation),
  get('/impact', impactLedger),
  get('/impact/payments', impactPayments),
  get('/impact/patterns/{patternId}', getImpact),
  post('/metrics/refresh', refreshComputationOperation),
  get('/metrics/server', serverMetrics),

  get('/networks/{network}/denials', networkDenials),

  get('/patterns', listPatterns),
  get('/patterns/{id}', getPattern),
  patch('/patterns/{id}', setPatternStatus),
  get('/patterns/{id}/days', patternDays),
  get('/patterns/{id}/evidence', patternEvidence),
  get('/patterns/{id}/twins', patternTwins),
  get('/patterns/{patternId}/actions', listPatternActions),
  post('/patterns/{patternId}/actions', recordPatternAction),
  remove('/patterns/{patternId}/actions/{position}', removePatternAction),
  post('/patterns/detect', detectPatternsOperation),
  post('/patterns/refresh', refreshPatternsOperation),

  get('/changes', listChanges),
  get('/changes/{id}/claims', changeClaims),
  post('/changes/detect', detectChangesOperation),

  // A control number is a patient's account number, and a URL is no place for one: who looks for it posts it.
  get('/claims', { ...listClaims, input: listClaims.input.omit({ controlNumber: true }) }),
  post('/claims/search', listClaims),
  post('/claims/check', checkClaims),
  get('/claims/{id}', getClaim),
  get('/claims/{id}/history', claimHistory),
  get('/claims/{id}/source', claimSource),

  get('/checks', listChecks),
  post('/checks', createCheck),
  post('/checks/evaluate', evaluateChecks),
  get('/checks/{id}', getCheck),
  post('/checks/{id}/release', releaseCheck),
  post('/checks/{id}/retire', retireCheck),
  get('/decisions/inconsistent', inconsistentDecisions),

  get('/appeals', listAppeals),
  get('/appeals/deadlines', appealDeadlines),
  post('/appeals/{claimId}', createAppeal),
  patch('/appeals/{claimId}', correctAppeal),
  post('/appeals/{claimId}/decide', decideAppeal),
  post('/appeals/{claimId}/reopen', reopenAppeal),
  remove('/appeals/{claimId}/{level}', removeAppeal),

  get('/worklist', listWork),
  get('/worklist/people', workPeople),
  post('/worklist/assign', assignWork),
  post('/worklist/snooze', snoozeWork),
  post('/worklist/state', setWorkState),
  get('/worklist/templates', listTemplates),
  post('/worklist/templates', saveTemplate),
  remove('/worklist/templates/{id}', removeTemplate),
  get('/worklist/claims/{claimId}/notes', listWorkNotes),
  post('/worklist/claims/{claimId}/notes', addWorkNote),
  remove('/worklist/claims/{claimId}/notes/{noteId}', removeWorkNote),
  // A letter that somebody edited is posted: what it says of the patient is nothing for a URL.
  get('/worklist/claims/{claimId}/letter', { ...workLetter, input: workLetter.input.omit({ text: true }) }),
  post('/worklist/claims/{claimId}/letter', workLetter),
  { ...get('/worklist/claims/{claimId}/letter/file', { ...workLetter, input: workLetter.input.omit({ text: true }) }), apart: 'file' },

  get('/imports', listImports),
  { ...post('/imports', openUpload), apart: 'upload' },
  get('/imports/tasks/{id}', getUpload),
  { ...get('/imports/tasks/{id}/events', getUpload), apart: 'events' },
  get('/imports/tasks/{id}/columns', uploadColumns),
  post('/imports/tasks/{id}/continue', continueUpload),
  post('/imports/tasks/{id}/discard', discardUploadOperation),
  get('/imports/{id}', getImport),
  remove('/imports/{id}', undoImport),
  get('/imports/{id}/reconciliation', reconcileImport),
  get('/rejects', listRejects),
  get('/rejects/{importId}/{position}', getReject),
  post('/rejects/{importId}/{position}/retry', retryReject),
  post('/rejects/{importId}/{position}/dismiss', dismissReject),
  get('/mappings', listColumns),
  post('/mappings', confirmColumns),
  remove('/mappings/{headerKey}', removeColumns),
  get('/matches', listMatches),
  post('/matches/{adjudicationId}/resolve', resolveMatch),
  post('/matches/{adjudicationId}/dismiss', dismissMatch),

  get('/codes', listCodes),
  { ...post('/codes', { ...loadCodes, input: loadCodes.input.omit({ path: true }) }), apart: 'list' },
  get('/codes/lists', loadedCodes),
  get('/codes/{system}/{code}', getCode),
  get('/procedure-codes', listCodePerformance),
  get('/procedure-codes/{code}', getCodeIntelligence),
  get('/procedure-codes/{code}/comparison', compareCode),
  post('/procedure-codes/refresh', refreshCodesOperation),

  get('/policies', listPolicies),
  get('/policies/{id}', getPolicy),
  post('/policies/refresh', refreshPoliciesOperation),

  get('/names', listNames),
  get('/payers', listPayers),
  get('/payers/{id}', getPayer),
  patch('/payers/{id}', setPayerWindows),

  get('/providers', listProviders),
  get('/providers/{id}', getProvider),
  post('/providers/refresh', refreshProvidersOperation),

  get('/learning/events', listLearningEvents),
  post('/learning/events', recordLearningEvent),
  get('/learning/progress', learningProgress),

  get('/lab/patterns', labPatterns),
  get('/lab/cases', labHistory),
  get('/lab/cases/{id}', getCase),
  post('/lab/cases', startCase),
  post('/lab/cases/{id}/run', runCase),
  post('/lab/cases/{id}/hint', takeHint),
  post('/lab/cases/{id}/finish', finishCase),

  // Part by part, as one file: where a part begins is between the two.
  { ...get('/exports/claims', { ...exportClaims, input: exportClaims.input.omit({ after: true, key: true }) }), apart: 'file' },
  get('/exports/policies', exportPolicies),
  get('/exports/rejects', exportRejects),
  get('/exports/audit', exportAudit),

  get('/snapshots/{asOf}', getSnapshot),
  get('/snapshots/{asOf}/changes', explainNumber),
  post('/snapshots', takeSnapshotsOperation),

  get('/releases', listReleases),
  get('/releases/{version}/comparison', compareRelease),
  post('/releases/{version}/prepare', prepareRelease),
  post('/releases/{version}/preview', previewRelease),
  post('/releases/{version}/release', releaseVersion),
  post('/releases/take-back', takeBackRelease),

  get('/jobs', listJobs),
  get('/jobs/runs', jobHistory),
  post('/jobs/{job}/run', runJobOperation),
  post('/jobs/{job}/pause', pauseJob),
  post('/jobs/{job}/resume', resumeJob),

  get('/views', listViews),
  post('/views', saveView),
  remove('/views/{id}', removeView),
  post('/visits', beginVisit),
  get('/visits/since', visitsSince),
  // What is looked for may be an account number, and a URL is no place for one.
  post('/search', findAnything),

  get('/alerts', listAlerts),
  post('/alerts/{id}/dismiss', dismissAlert),

  get('/me', getSession),
  get('/members', listMembers),
  patch('/members/{id}', changeMemberRole),
  remove('/members/{id}', removeMember),
  get('/invitations', listInvitations),
  { ...post('/invitations', inviteMember), isSecret: true },
  remove('/invitations/{id}', revokeInvitation),
  get('/tokens', listTokens),
  { ...post('/tokens', createToken), isSecret: true },
  remove('/tokens/{id}', revokeToken),
  get('/audit', listAudit),
  get('/audit/verification', verifyAudit),
]

/** The operations that have no route, and why. */
export const notOverHttp: Partial<Record<OperationName, string>> = {
  'imports.mapping.guess': 'reads a file of the computer that it runs on',
  'imports.verify': 'reads a folder of the computer that it runs on',
  'imports.verify-truth': 'reads a file of the computer that it runs on',
}
