/** Written by scripts/generate-client.ts from the operations of the API. */

export interface paths {
  '/organization': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Says whose data is shown: name and time zone of the organization, and whether it is the demonstration.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['organization.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /**
     * Changes the organization's name, time zone, thresholds or letterhead; what is left out stays. Another time zone has every day computed again.
     * @description For administrator.
     */
    patch: operations['organization.update']
    trace?: never
  }
  '/organization/settings': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The organization's thresholds (what makes a pattern, and what makes it critical, high or medium) and what its letters are headed with.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['organization.settings']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/metrics/dashboard': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Denial rates, denied and recovered money and their trends over the last days, by submission date.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['metrics.dashboard']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/metrics/providers/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Denial rate, denied money and appeals of one provider and their trend over the last days, by day of service.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['metrics.provider']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/metrics/bridge': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * One period under every definition of a denial rate, and the claims that make the difference between two of them, step by step.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['metrics.bridge']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/metrics/bridge/claims': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the claims of one step between two definitions of a denial rate: exactly those that make the difference.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['metrics.bridgeClaims']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/metrics/cash-recovered': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Cash recovered in a period, and the payments it is made of: what payers paid after they had denied, reversals taken off.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['cash.recovered']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/metrics/revenue-recovered': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The estimate of denials avoided, pattern by pattern: what each adds to it, and why the others add nothing.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['revenue.recovered']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/impact': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What came of what was done about denials: cash verified by remittances, and denials avoided against comparable claims; the two are never added up.
     * @description For manager, administrator.
     */
    get: operations['impact.ledger']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/impact/payments': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The payments behind the verified cash of the impact ledger, of one pattern or of all, the latest first.
     * @description For manager, administrator.
     */
    get: operations['impact.payments']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/impact/patterns/{patternId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What came of what was done about one pattern, or of its lesson: claims before and after beside comparable ones, week by week, and the method.
     * @description For manager, administrator.
     */
    get: operations['impact.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/metrics/refresh': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Computes what imports and corrections have changed: daily metrics, patterns and scores.
     * @description For manager, administrator.
     */
    post: operations['computation.refresh']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/metrics/server': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Counts what whoever operates the server watches: runs of jobs, days that wait, imports under way.
     * @description For manager, administrator.
     */
    get: operations['metrics.server']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/networks/{network}/denials': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Denials that at least five practices of a network have in common, by month and by payer; for the analysts of the network.
     * @description For network_analyst, viewer, coder, analyst, manager, administrator.
     */
    get: operations['networks.denials']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/patterns': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the denial patterns with their computed scores.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['patterns.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/patterns/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows one denial pattern: its score, its weeks, and the denials behind it.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['patterns.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /**
     * Archives a pattern or brings it back, and keeps who did it and why. Whether one improves or is resolved follows from its numbers.
     * @description For analyst, manager, administrator.
     */
    patch: operations['patterns.setStatus']
    trace?: never
  }
  '/patterns/{id}/days': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * A pattern's daily metrics: claims, denials and dollars by day of service, appeals by the days on which they were filed and decided.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['patterns.days']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/patterns/{id}/evidence': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the denials behind a pattern, by day of service, procedure, reason code or what can still be got back.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['patterns.evidence']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/patterns/{id}/twins': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Sets denied lines of a pattern beside paid ones that are most like them, and says which condition differs.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['patterns.twins']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/patterns/{patternId}/actions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists what was done about a pattern, by whom and when, and how its status changed: by its numbers, or by somebody who archived it or brought it back.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['patterns.actions.list']
    put?: never
    /**
     * Records what was done about a pattern: resubmission, workflow update, staff training, system configuration, or something else.
     * @description For analyst, manager, administrator.
     */
    post: operations['patterns.actions.record']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/patterns/{patternId}/actions/{position}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Removes an action that a person recorded by mistake.
     * @description For analyst, manager, administrator.
     */
    delete: operations['patterns.actions.remove']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/patterns/detect': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Finds denial reasons that have become patterns, and the scopes in which a reason is denied more often than elsewhere.
     * @description For analyst, manager, administrator.
     */
    post: operations['patterns.detect']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/patterns/refresh': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Computes score, tier and status of every pattern as of today.
     * @description For analyst, manager, administrator.
     */
    post: operations['patterns.refresh']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/changes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the changes of denial rates that were found, the newest onset first: from when, from which rate to which, and how sure.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['changes.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/changes/{id}/claims': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the denied claims of a change of a denial rate since its onset, the newest first.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['changes.claims']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/changes/detect': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Finds denial rates that have changed, of each payer and reason and of each pattern with a scope, and tells of new ones.
     * @description For analyst, manager, administrator.
     */
    post: operations['changes.detect']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/claims': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists claims, newest first, by status, days of submission or service, payer, provider, denial, procedure, amount, pattern or control number.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['claims.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/claims/search': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Lists claims, newest first, by status, days of submission or service, payer, provider, denial, procedure, amount, pattern or control number.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    post: operations['claims.list.search']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/claims/check': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Says of claims that are about to be sent which lines are likely to be denied, by which pattern, how often, and what to fix. Stores nothing.
     * @description For coder, analyst, manager, administrator.
     */
    post: operations['claims.check']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/claims/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows one claim: its lines, every decision of a payer with adjustments and remarks, its appeals and patterns.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['claims.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/claims/{id}/history': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What happened to one claim, in order: its submissions, the decisions of payers, its appeals, and whom a doubtful decision was given to.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['claims.history']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/claims/{id}/source': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows the text that one claim and its decisions were read from, as it stands in the imported files.
     * @description For coder, analyst, manager, administrator.
     */
    get: operations['claims.source']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/checks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists pre-submission checks with what they would have said and what they have said since.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['checks.list']
    put?: never
    /**
     * Makes a pre-submission check of a confirmed pattern: tests it on later claims that the search did not see, and starts it in shadow.
     * @description For analyst, manager, administrator.
     */
    post: operations['checks.create']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/checks/evaluate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Counts what each pre-submission check has said of claims that are decided since, and ends those that have drifted.
     * @description For analyst, manager, administrator.
     */
    post: operations['checks.evaluate']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/checks/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * One pre-submission check: its scope, its back-test, and what it has said since.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['checks.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/checks/{id}/release': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Takes a pre-submission check out of shadow: from now on it warns of claims. Without enough evidence in shadow a reason has to be given.
     * @description For manager, administrator.
     */
    post: operations['checks.release']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/checks/{id}/retire': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Ends a pre-submission check, and keeps who did it and why. Its pattern can be made a check again.
     * @description For manager, administrator.
     */
    post: operations['checks.retire']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/decisions/inconsistent': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists what a payer has both denied and paid within 30 days of service, the same procedure, modifiers, place and diagnosis: evidence for escalation.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['decisions.inconsistent']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/appeals': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists appeals, those due first, by outcome, payer or days to their deadline, with what they are worth.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['appeals.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/appeals/deadlines': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists denied claims that can still be appealed or corrected, with the last day by the windows of their payers.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['appeals.deadlines']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/appeals/{claimId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Records an appeal that was filed: its claim, day, level, lines and amount. A payment that is there already may close it at once.
     * @description For coder, analyst, manager, administrator.
     */
    post: operations['appeals.create']
    delete?: never
    options?: never
    head?: never
    /**
     * Corrects what a person entered of an appeal: day, lines, amount, deadline or note. What is left out stays.
     * @description For coder, analyst, manager, administrator.
     */
    patch: operations['appeals.correct']
    trace?: never
  }
  '/appeals/{claimId}/decide': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Says how an appeal ended: overturned, partially overturned, upheld or withdrawn. The claim is overturned only once the payment is here.
     * @description For coder, analyst, manager, administrator.
     */
    post: operations['appeals.decide']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/appeals/{claimId}/reopen': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Takes back what a person said of how an appeal ended: it is open again, unless a payment closes it.
     * @description For coder, analyst, manager, administrator.
     */
    post: operations['appeals.reopen']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/appeals/{claimId}/{level}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Removes an appeal that a person entered by mistake, as if it had never been filed.
     * @description For analyst, manager, administrator.
     */
    delete: operations['appeals.remove']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/worklist': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists denied claims that can still be got back, what is worth most and due soonest first, and who works on them.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['worklist.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/worklist/people': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the members to whom work can be given, by name.
     * @description For coder, analyst, manager, administrator.
     */
    get: operations['worklist.people']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/worklist/assign': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Gives the work on claims to somebody, or takes it from everybody.
     * @description For coder, analyst, manager, administrator.
     */
    post: operations['worklist.assign']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/worklist/snooze': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Puts claims off until a day, or brings them back now.
     * @description For coder, analyst, manager, administrator.
     */
    post: operations['worklist.snooze']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/worklist/state': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Says that the work on claims is done, given up, or open again. What the payer decided stays as it is.
     * @description For coder, analyst, manager, administrator.
     */
    post: operations['worklist.setState']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/worklist/templates': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the templates of letters, and the places that are filled in.
     * @description For coder, analyst, manager, administrator.
     */
    get: operations['worklist.templates.list']
    put?: never
    /**
     * Saves a template of letters, a new one or a changed one.
     * @description For manager, administrator.
     */
    post: operations['worklist.templates.save']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/worklist/templates/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Removes a template of letters that somebody here wrote.
     * @description For manager, administrator.
     */
    delete: operations['worklist.templates.remove']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/worklist/claims/{claimId}/notes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows what people wrote down about the work on a claim, latest first.
     * @description For coder, analyst, manager, administrator.
     */
    get: operations['worklist.notes.list']
    put?: never
    /**
     * Writes down a note about the work on a claim.
     * @description For coder, analyst, manager, administrator.
     */
    post: operations['worklist.notes.add']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/worklist/claims/{claimId}/notes/{noteId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Takes a note away: one of your own, or as a manager anybody’s.
     * @description For coder, analyst, manager, administrator.
     */
    delete: operations['worklist.notes.remove']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/worklist/claims/{claimId}/letter': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Writes the letter about a claim from a template, with the evidence filled in: as text, PDF or DOCX.
     * @description For coder, analyst, manager, administrator.
     */
    get: operations['worklist.letter']
    put?: never
    /**
     * Writes the letter about a claim from a template, with the evidence filled in: as text, PDF or DOCX.
     * @description For coder, analyst, manager, administrator.
     */
    post: operations['worklist.letter.letter']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/worklist/claims/{claimId}/letter/file': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Writes the letter about a claim from a template, with the evidence filled in: as text, PDF or DOCX.
     * @description For coder, analyst, manager, administrator.
     */
    get: operations['worklist.letter.file']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/imports': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the files that were imported, or tried, newest first.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['imports.list']
    put?: never
    /**
     * Opens an upload: the files that follow are imported in the background, as soon as no other upload is.
     * @description For manager, administrator.
     */
    post: operations['imports.upload']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/imports/tasks/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows how far an upload has come, and what became of each of its files.
     * @description For manager, administrator.
     */
    get: operations['imports.task']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/imports/tasks/{id}/events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows how far an upload has come, and what became of each of its files.
     * @description For manager, administrator.
     */
    get: operations['imports.task.events']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/imports/tasks/{id}/columns': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows what the columns of the tables (CSV) of an upload that is held seem to mean; examples of what may name a patient are masked.
     * @description For manager, administrator.
     */
    get: operations['imports.task.columns']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/imports/tasks/{id}/continue': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Imports the files of an upload that was previewed and held, in the background; or previews them again.
     * @description For manager, administrator.
     */
    post: operations['imports.task.continue']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/imports/tasks/{id}/discard': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Removes the files of an upload that was previewed and held; nothing of them is imported.
     * @description For manager, administrator.
     */
    post: operations['imports.task.discard']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/imports/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows one imported file, with what was rejected of it and what it was warned about.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['imports.get']
    put?: never
    post?: never
    /**
     * Takes an imported file back, as long as nothing later builds on it; the same file can be imported again.
     * @description For manager, administrator.
     */
    delete: operations['imports.undo']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/imports/{id}/reconciliation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Reconciles an imported file: what each payment states against the claim payments taken in, down to a difference of 0.00 or its explanation.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['imports.reconcile']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/rejects': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists what imports have not taken in and nobody has dealt with yet, newest file first.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['imports.rejects.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/rejects/{importId}/{position}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows one rejection with the rejected piece of its file, to be mended.
     * @description For manager, administrator.
     */
    get: operations['imports.rejects.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/rejects/{importId}/{position}/retry': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Imports the mended piece of a file; when it goes in, the rejection is closed.
     * @description For manager, administrator.
     */
    post: operations['imports.rejects.retry']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/rejects/{importId}/{position}/dismiss': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Takes a rejection off the list because nothing needs to be done about it.
     * @description For manager, administrator.
     */
    post: operations['imports.rejects.dismiss']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/mappings': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List the column mappings that were confirmed.
     * @description For manager, administrator.
     */
    get: operations['imports.mapping.list']
    put?: never
    /**
     * Confirm what the columns of a table (CSV) mean; every table with this header is then read so.
     * @description For manager, administrator.
     */
    post: operations['imports.mapping.confirm']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/mappings/{headerKey}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Remove a column mapping that was confirmed; the next table with its header has to be confirmed anew.
     * @description For manager, administrator.
     */
    delete: operations['imports.mapping.remove']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/matches': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the decisions that fit several claims equally well, each with the claims it could be of.
     * @description For coder, analyst, manager, administrator.
     */
    get: operations['matches.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/matches/{adjudicationId}/resolve': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Says which claim a decision is of that fits several: it moves there, and the claim that stood for it goes. Naming that claim itself keeps it.
     * @description For analyst, manager, administrator.
     */
    post: operations['matches.resolve']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/matches/{adjudicationId}/dismiss': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Takes a decision that fits several claims off the list and leaves it on the claim that stands for it.
     * @description For analyst, manager, administrator.
     */
    post: operations['matches.dismiss']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/codes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists adjustment reason codes (CARC) and remark codes (RARC) with what they mean and what to do about them.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['codes.list']
    put?: never
    /**
     * Load the texts of a code list that you have licensed (CSV or JSON); loading it again changes only what differs.
     * @description For administrator.
     */
    post: operations['codes.load']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/codes/lists': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists which licensed code lists were loaded, from whom, and how many codes of each there are.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['codes.lists']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/codes/{system}/{code}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Tells what one code means: our label, what to do, and the text of the licensed list where one was loaded.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['codes.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/procedure-codes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the procedure codes of the organization's own claims by what was denied of them; empty until computed.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['codes.performance']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/procedure-codes/{code}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows what is known of one procedure code: imported reference text beside what the organization's own claims say.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['codes.intelligence']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/procedure-codes/{code}/comparison': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Sets the denied lines of a procedure code beside the paid ones: modifiers, diagnoses, places of service and units.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['codes.compare']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/procedure-codes/refresh': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Computes what the organization's own claims of the last twelve months say of each procedure code.
     * @description For manager, administrator.
     */
    post: operations['codes.refresh']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/policies': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the policies with what is computed of them.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['policies.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/policies/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows one policy: its conditions, its metrics, its weeks, and the denied lines that hit it.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['policies.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/policies/refresh': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Computes hits, days and metrics of the policies as of today.
     * @description For analyst, manager, administrator.
     */
    post: operations['policies.refresh']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/names': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What the ids of payers and providers stand for, by name, at most 1,000 of each: to choose from, and to write instead of ids.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['names.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/payers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the payers with their windows and what the last days say of them.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['payers.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/payers/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * A payer's scorecard: volume, denial rate and its weeks, pace, reasons, appeals, cash recovered and what can still be got back.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['payers.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /**
     * Says in how many days a payer's decision can be appealed, and a claim be filed or corrected, and where appeals are sent; what depends on it is computed again.
     * @description For manager, administrator.
     */
    patch: operations['payers.setWindows']
    trace?: never
  }
  '/providers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the providers with what their own case mix lets one expect of their denials.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['providers.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/providers/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows one provider: denials against what its case mix lets one expect, its weeks, the patterns it is denied in, and those it has improved on.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['providers.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/providers/refresh': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Computes the performance of every provider over the last twelve months, against its own case mix.
     * @description For analyst, manager, administrator.
     */
    post: operations['providers.refresh']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/learning/events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists what people did to learn, newest first.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['learning.events']
    put?: never
    /**
     * Records something that you did to learn: practice, a correction, a look at a claim, a pattern or a policy.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    post: operations['learning.record']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/learning/progress': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows who practiced how much and how well, and how far each pattern is learned.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['learning.progress']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/lab/patterns': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the patterns that you can practice, what is due today first.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['lab.patterns']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/lab/cases': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the cases that you practiced on, latest first.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['lab.history']
    put?: never
    /**
     * Gives you one of the organization's own denied claims to practice on, without anything that says whose it is.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    post: operations['lab.start']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/lab/cases/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Shows a case of yours: the claim as it was sent and the hints you took; its lesson once it is finished.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['lab.case']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/lab/cases/{id}/run': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Says what an edited claim would still be denied by, what the edits are, and whether paid claims show that they are a fix. Counts as a run.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    post: operations['lab.run']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/lab/cases/{id}/hint': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Gives the next hint to a case of yours, and counts it.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    post: operations['lab.hint']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/lab/cases/{id}/finish': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Ends a case with your answer: says whether it is right, shows the lesson, and records what you practiced and when you should meet the pattern again.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    post: operations['lab.finish']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/exports/claims': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Gives the claims that a list would show as a table (CSV) or as JSON lines, de-identified unless it is asked for identified.
     * @description For manager, administrator.
     */
    get: operations['claims.export']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/exports/policies': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Gives all policies as an import takes them: the portal's JSON, or a table (CSV).
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['policies.export']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/exports/rejects': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Gives rejections as a table (CSV) with the reason beside each rejected row or piece.
     * @description For manager, administrator.
     */
    get: operations['imports.rejects.export']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/exports/audit': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Gives the audit trail in parts, oldest first, as a table (CSV) or as JSON lines.
     * @description For administrator.
     */
    get: operations['audit.export']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/snapshots/{asOf}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The numbers of a window as they were known at the end of a day, beside what they are now.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['snapshots.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/snapshots/{asOf}/changes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Why a published number is no longer what it was: each import, undo and correction with what it changed.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['snapshots.explain']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/snapshots': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Writes down what is known at the end of a day, once and for good: numbers, patterns, policies and providers.
     * @description For manager, administrator.
     */
    post: operations['snapshots.take']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/releases': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the versions of the computation, and how far each is launched here.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['releases.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/releases/{version}/comparison': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Compares a candidate with what is released, number by number.
     * @description For analyst, manager, administrator.
     */
    get: operations['releases.compare']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/releases/{version}/prepare': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Makes a version of the computation a candidate: its numbers are computed beside the released ones.
     * @description For manager, administrator.
     */
    post: operations['releases.prepare']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/releases/{version}/preview': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Chooses the members who see a candidate in place of what is released.
     * @description For manager, administrator.
     */
    post: operations['releases.preview']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/releases/{version}/release': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Makes a candidate what everybody sees.
     * @description For manager, administrator.
     */
    post: operations['releases.release']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/releases/take-back': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Goes back to the version that was released before, or gives up a candidate.
     * @description For manager, administrator.
     */
    post: operations['releases.takeBack']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/jobs': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the jobs that keep everything computed: when each is due, how its last run went, and whether it is paused.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['jobs.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/jobs/runs': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the runs of jobs, the newest first: what asked for each, how long it took, what it computed, and what went wrong.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['jobs.history']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/jobs/{job}/run': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Asks for a run of a job: by a process that runs jobs where there is one, else here and now.
     * @description For manager, administrator.
     */
    post: operations['jobs.run']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/jobs/{job}/pause': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Stops a job until it is resumed; a run at work finishes. Requests that come meanwhile are dropped.
     * @description For manager, administrator.
     */
    post: operations['jobs.pause']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/jobs/{job}/resume': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Lets a paused job run again; what was due meanwhile is made up for once.
     * @description For manager, administrator.
     */
    post: operations['jobs.resume']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/views': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the saved views of screens: your own, and those that somebody shares with the organization.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['views.list']
    put?: never
    /**
     * Saves the filters of a screen under a name, in place of what you have saved under it before. Sharing it is for analysts.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    post: operations['views.save']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/views/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Deletes a saved view: one of your own, or as a manager one that somebody shares.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    delete: operations['views.remove']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/visits': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Marks that you are here. After 30 minutes without a mark a new visit begins, and the one before has ended at its last mark.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    post: operations['visits.begin']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/visits/since': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Says what has happened since your visit before this one ended: files, decisions, cash, patterns, rate changes, appeals, checks, alerts and failed jobs.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['visits.since']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/search': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Finds claims by number, and patterns, codes, payers, providers and policies by number or words; never by patient.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    post: operations['search.find']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/alerts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists what somebody has to know, such as a job that failed; the newest first.
     * @description For viewer, coder, analyst, manager, administrator.
     */
    get: operations['alerts.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/alerts/{id}/dismiss': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Takes an alert off the list; one that is off it already stays as it is. What happens again raises a new one.
     * @description For analyst, manager, administrator.
     */
    post: operations['alerts.dismiss']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/me': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Says who is asking, in which organization, what they may do there, and of which networks they are an analyst.
     * @description For network_analyst, viewer, coder, analyst, manager, administrator.
     */
    get: operations['session.get']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/members': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists who belongs to the organization, and as what; by name.
     * @description For administrator.
     */
    get: operations['members.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/members/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Takes somebody out of the organization, from the next request on. Tokens that the member made are revoked.
     * @description For administrator.
     */
    delete: operations['members.remove']
    options?: never
    head?: never
    /**
     * Gives a member another role, from the next request on. Tokens that the member made and that may more are revoked.
     * @description For administrator.
     */
    patch: operations['members.changeRole']
    trace?: never
  }
  '/invitations': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the seats that were offered, and what became of the offers; the newest first.
     * @description For administrator.
     */
    get: operations['invitations.list']
    put?: never
    /**
     * Offers somebody a seat. The path, said once, is handed over by whoever invites: no mail is sent. An earlier offer to the same address ends.
     * @description For administrator.
     */
    post: operations['members.invite']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invitations/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Takes back an offer that nobody has accepted; its link leads nowhere from then on.
     * @description For administrator.
     */
    delete: operations['invitations.revoke']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/tokens': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists the keys of programs, never the keys themselves; the newest first.
     * @description For administrator.
     */
    get: operations['tokens.list']
    put?: never
    /**
     * Makes a key for a program, with a role of at most the maker, for at most a year. It is said once; only its hash is kept.
     * @description For administrator.
     */
    post: operations['tokens.create']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/tokens/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Ends a key of a program, from the next request on.
     * @description For administrator.
     */
    delete: operations['tokens.revoke']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/audit': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Lists who looked at what and changed what, newest first.
     * @description For administrator.
     */
    get: operations['audit.list']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/audit/verification': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Checks that nobody has changed, removed or reordered what the audit trail says.
     * @description For administrator.
     */
    get: operations['audit.verify']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /** @description RFC 9457 problem details */
    Problem: {
      /** @description urn:overturn:problem: and the code */
      type: string
      title: string
      status: number
      /** @description What was wrong, where, and what to do */
      detail: string
      /** @description Path of the request */
      instance: string
      /** @description The same for the same kind of problem */
      code: string
      /** @description The fields of the input that are wrong */
      fields?: {
        field: string
        message: string
      }[]
    }
    AuditVerify: {
      intact: boolean
      events: number
      last: {
        number: number
        hash: string
        at: string
      } | null
      broken: {
        number: number
        /** @enum {string} */
        why: 'missing' | 'changed' | 'unlinked' | 'not_as_kept'
      } | null
    }
    AuditList: {
      events: {
        number: number
        at: string
        actorId: string
        role: string
        operation: string
        /** @enum {string} */
        outcome: 'begun' | 'done' | 'failed' | 'refused'
        claimIds: string[]
        about: {
          [key: string]: components['schemas']['schema0']
        }
        channel: string
        address: string | null
        requestId: string | null
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    TokensRevoke: {
      id: string
      revokedAt: string
    }
    TokensCreate: {
      id: string
      name: string
      /** @enum {string} */
      role: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
      scopes: string[]
      expiresAt: string
      token: string
    }
    TokensList: {
      tokens: {
        id: string
        name: string
        /** @enum {string} */
        role: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
        scopes: string[]
        createdBy: string
        createdAt: string
        expiresAt: string
        lastUsedAt: string | null
        revokedAt: string | null
      }[]
      pagination: components['schemas']['Pagination']
    }
    InvitationsRevoke: {
      id: string
      revokedAt: string
    }
    MembersInvite: {
      id: string
      email: string
      /** @enum {string} */
      role: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
      expiresAt: string
      path: string
    }
    InvitationsList: {
      invitations: {
        id: string
        email: string
        /** @enum {string} */
        role: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
        /** @enum {string} */
        state: 'open' | 'accepted' | 'revoked' | 'expired'
        invitedBy: string
        invitedAt: string
        expiresAt: string
      }[]
      pagination: components['schemas']['Pagination']
    }
    MembersRemove: {
      id: string
      /** @enum {string} */
      was: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
      tokensRevoked: number
    }
    MembersChangeRole: {
      id: string
      /** @enum {string} */
      role: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
      /** @enum {string} */
      was: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
      tokensRevoked: number
    }
    MembersList: {
      members: {
        id: string
        name: string
        email: string
        /** @enum {string} */
        role: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
        secondFactor: boolean
        addedAt: string
        addedBy: string | null
      }[]
      pagination: components['schemas']['Pagination']
    }
    SessionGet: {
      person: {
        id: string
        name: string
        email: string
        secondFactor: boolean
        hasPassword: boolean
      } | null
      role: string
      organization: {
        slug: string
        name: string
        timeZone: string
        isDemo: boolean
      } | null
      organizations: {
        slug: string
        name: string
        isDemo: boolean
        /** @enum {string} */
        role: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
      }[]
      networks: {
        slug: string
        name: string
      }[]
      operations: string[]
      mayIdentify: boolean
    }
    AlertsDismiss: {
      id: number
      /** @enum {string} */
      kind: 'job_failed' | 'job_released' | 'rate_changed' | 'check_retired'
      subject: string
      message: string
      raisedAt: string
      lastAt: string
      occurrences: number
      dismissedAt: string | null
      dismissedBy: string | null
    }
    AlertsList: {
      alerts: components['schemas']['AlertsDismiss'][]
      pagination: components['schemas']['Pagination']
    }
    SearchFind: {
      claims: {
        id: string
        patientControlNumber: string | null
        /** @enum {string} */
        status: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
        payerName: string | null
        dateOfService: string | null
        billedAmount: number
      }[]
      patterns: {
        id: string
        title: string
      }[]
      codes: {
        /** @enum {string} */
        system: 'carc' | 'rarc' | 'procedure'
        code: string
        label: string | null
      }[]
      payers: {
        id: string
        name: string
      }[]
      providers: {
        id: string
        name: string
        npi: string | null
      }[]
      policies: {
        id: string
        name: string
        /** @enum {string} */
        mode: 'active' | 'observation' | 'draft' | 'retired'
      }[]
    }
    VisitsSince: {
      since: string | null
      news: {
        imports: {
          files: number
          newClaims: number
          changedClaims: number
          decisions: number
          failed: number
        }
        window: components['schemas']['Window']
        cashRecovered: number
        appealsDecided: {
          count: number
          won: number
        }
        patterns: {
          found: number
          changed: number
          improving: number
          resolved: number
          returned: number
          turned: {
            id: string
            title: string
            /** @enum {string} */
            to: 'resolved' | 'improving' | 'returned'
          }[]
          first: {
            id: string
            title: string
          }[]
        }
        rateChanges: {
          up: number
          down: number
          first: {
            id: number
            /** @enum {string} */
            subject: 'payer_reason' | 'pattern'
            /** @enum {string} */
            direction: 'up' | 'down'
            payerId: string | null
            payerName: string | null
            denialReason: string | null
            patternId: string | null
          }[]
        }
        checksReleased: number
        alertsRaised: number
        failedRuns: number
      } | null
      asOf: string
    }
    VisitsBegin: {
      previousEndedAt: string | null
    }
    ViewsRemove: {
      removed: {
        id: string
        /** @enum {string} */
        screen: 'dashboard' | 'patterns' | 'claims' | 'worklist' | 'payers' | 'providers' | 'policies' | 'codes' | 'impact'
        name: string
        query: string
        isShared: boolean
        isOwn: boolean
      }
    }
    ViewsSave: {
      view: {
        id: string
        /** @enum {string} */
        screen: 'dashboard' | 'patterns' | 'claims' | 'worklist' | 'payers' | 'providers' | 'policies' | 'codes' | 'impact'
        name: string
        query: string
        isShared: boolean
        isOwn: boolean
      }
      replaced: {
        query: string
        isShared: boolean
      } | null
    }
    ViewsList: {
      views: {
        id: string
        /** @enum {string} */
        screen: 'dashboard' | 'patterns' | 'claims' | 'worklist' | 'payers' | 'providers' | 'policies' | 'codes' | 'impact'
        name: string
        query: string
        isShared: boolean
        isOwn: boolean
      }[]
    }
    JobsResume: {
      job: string
      wasPaused: boolean
      queued: boolean
    }
    JobsPause: {
      job: string
      pausedBy: string
      pausedAt: string
    }
    JobsRun: {
      job: string
      queued: boolean
      requestId: string | null
      run: {
        id: number
        rows: number
        result: unknown
      } | null
    }
    JobsHistory: {
      runs: {
        id: number
        job: string
        /** @enum {string} */
        trigger: 'schedule' | 'missed' | 'person' | 'data'
        requestId: string | null
        attempt: number
        /** @enum {string} */
        state: 'running' | 'complete' | 'failed' | 'released'
        runner: string
        startedAt: string
        finishedAt: string | null
        durationMs: number | null
        rows: number | null
        error: string | null
        result: unknown
      }[]
      pagination: components['schemas']['Pagination']
    }
    JobsList: {
      timeZone: string
      workers: number
      jobs: {
        name: string
        summary: string
        schedule: string | null
        nextDue: string | null
        paused: {
          by: string
          at: string
        } | null
        waiting: boolean
        lastRun: {
          id: number
          job: string
          /** @enum {string} */
          trigger: 'schedule' | 'missed' | 'person' | 'data'
          requestId: string | null
          attempt: number
          /** @enum {string} */
          state: 'running' | 'complete' | 'failed' | 'released'
          runner: string
          startedAt: string
          finishedAt: string | null
          durationMs: number | null
          rows: number | null
          error: string | null
        } | null
      }[]
    }
    ReleasesPrepare: {
      releases: {
        version: number
        summary: string
        /** @enum {string} */
        state: 'available' | 'candidate' | 'released' | 'retired'
        previewers: {
          id: string
          email: string | null
        }[]
        preparedAt: string | null
        computedAt: string | null
        releasedAt: string | null
        releasedBy: string | null
        changedAt: string | null
        changedBy: string | null
      }[]
      shown: number
      asOf: string
      by: string
      patterns: number
    }
    ReleasesList: {
      releases: {
        version: number
        summary: string
        /** @enum {string} */
        state: 'available' | 'candidate' | 'released' | 'retired'
        previewers: {
          id: string
          email: string | null
        }[]
        preparedAt: string | null
        computedAt: string | null
        releasedAt: string | null
        releasedBy: string | null
        changedAt: string | null
        changedBy: string | null
      }[]
      shown: number
      asOf: string
    }
    ReleasesCompare: {
      version: number
      released: number
      equal: number
      different: number
      patterns: number
      patternsThatDiffer: number
      numbers: {
        subject: string
        title: string
        metric: string
        released: number | string | boolean | null
        candidate: number | string | boolean | null
        difference: number | null
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    SnapshotsTake: {
      /** Format: date */
      day: string
      taken: boolean
      patterns: number
      policies: number
      providers: number
    }
    SnapshotsExplain: {
      /** @enum {string} */
      metric:
        | 'totalClaims'
        | 'pendingClaims'
        | 'adjudicatedClaims'
        | 'deniedClaims'
        | 'partiallyDeniedClaims'
        | 'finallyDeniedClaims'
        | 'duplicateClaims'
        | 'adjudicatedLines'
        | 'deniedLines'
        | 'billedAmount'
        | 'adjudicatedAmount'
        | 'deniedAmount'
        | 'paidAmount'
        | 'cashRecovered'
        | 'denialRate'
        | 'approvalRate'
        | 'finalDenialRate'
        | 'lineDenialRate'
        | 'dollarDenialRate'
      window: components['schemas']['Window']
      /** Format: date */
      asOf: string
      until: string | null
      known: {
        value: number | null
        counts: {
          [key: string]: number
        }
      }
      later: {
        value: number | null
        counts: {
          [key: string]: number
        }
      }
      difference: number | null
      steps: {
        cause: string
        text: string
        importId: number | null
        fileName: string | null
        /** Format: date */
        day: string
        at: string
        changes: {
          [key: string]: number
        }
        value: number | null
        change: number | null
      }[]
    }
    SnapshotsGet: {
      /** Format: date */
      asOf: string
      window: components['schemas']['Window']
      knownBefore: string
      firstPublished: string | null
      numbers: {
        totalClaims: {
          known: number
          today: number
          difference: number
        }
        pendingClaims: {
          known: number
          today: number
          difference: number
        }
        adjudicatedClaims: {
          known: number
          today: number
          difference: number
        }
        deniedClaims: {
          known: number
          today: number
          difference: number
        }
        partiallyDeniedClaims: {
          known: number
          today: number
          difference: number
        }
        finallyDeniedClaims: {
          known: number
          today: number
          difference: number
        }
        duplicateClaims: {
          known: number
          today: number
          difference: number
        }
        adjudicatedLines: {
          known: number
          today: number
          difference: number
        }
        deniedLines: {
          known: number
          today: number
          difference: number
        }
        billedAmount: {
          known: number
          today: number
          difference: number
        }
        adjudicatedAmount: {
          known: number
          today: number
          difference: number
        }
        deniedAmount: {
          known: number
          today: number
          difference: number
        }
        paidAmount: {
          known: number
          today: number
          difference: number
        }
        cashRecovered: {
          known: number
          today: number
          difference: number
        }
        denialRate: {
          known: number | null
          today: number | null
          difference: number | null
        }
        approvalRate: {
          known: number | null
          today: number | null
          difference: number | null
        }
        finalDenialRate: {
          known: number | null
          today: number | null
          difference: number | null
        }
        lineDenialRate: {
          known: number | null
          today: number | null
          difference: number | null
        }
        dollarDenialRate: {
          known: number | null
          today: number | null
          difference: number | null
        }
      }
      patternWindow: components['schemas']['Window']
      patterns: {
        id: string
        title: string
        known: {
          population: number
          denied: number
          denialRate: number | null
          dollarsDenied: number
        } | null
        today: {
          population: number
          denied: number
          denialRate: number | null
          dollarsDenied: number
        }
      }[]
      taken: {
        takenAt: string
        organization: {
          [key: string]: number | string | boolean | null
        }
        patterns: {
          id: string
          values: {
            [key: string]: number | string | boolean | null
          }
        }[]
        policies: {
          id: string
          values: {
            [key: string]: number | string | boolean | null
          }
        }[]
        providers: {
          id: string
          values: {
            [key: string]: number | string | boolean | null
          }
        }[]
      } | null
      recomputing: boolean
    }
    AuditExport: {
      /** @enum {string} */
      format: 'csv' | 'ndjson'
      content: string
      rows: number
      next: number | null
    }
    ImportsRejectsExport: {
      csv: string
      rows: number
      next: string | null
    }
    PoliciesExport: {
      /** @enum {string} */
      format: 'json' | 'csv'
      policies: number
      content: string
    }
    ClaimsExport: {
      /** @enum {string} */
      format: 'csv' | 'ndjson'
      identified: boolean
      content: string
      claimIds: string[]
      next: string | null
      key: string
    }
    LabFinish: {
      practice: components['schemas']['LabCase']
      rating: ('again' | 'hard' | 'good') | null
    }
    LabHint: {
      hint: {
        text: string
        twin: {
          procedureCode: string
          modifiers: string[]
          diagnosisCodes: string[]
          placeOfService: string | null
          hasAuthorization: boolean
          billedAmount: number
          paidAmount: number
          daysApart: number
        } | null
      }
      hintsTaken: number
      hintCount: number
    }
    LabRun: {
      /** @enum {string} */
      verdict: 'fixed' | 'unproven' | 'evaded' | 'denied'
      because: string[]
      changes: {
        /** @enum {string} */
        kind:
          | 'modifiers'
          | 'diagnoses'
          | 'placeOfService'
          | 'authorization'
          | 'units'
          | 'charge'
          | 'procedure'
          | 'provider'
          | 'payer'
          | 'daysToSubmission'
          | 'lineRemoved'
          | 'lineAdded'
        lineNumber: number | null
        before: string | null
        after: string | null
        evades: string | null
      }[]
      lines: {
        lineNumber: number
        procedureCode: string | null
        denied: boolean
        before:
          | {
              /** @enum {string} */
              kind: 'pattern' | 'check'
              id: string
              title: string
              own: boolean
            }[]
          | null
        after:
          | {
              /** @enum {string} */
              kind: 'pattern' | 'check'
              id: string
              title: string
              own: boolean
            }[]
          | null
        policies: {
          id: string
          name: string
          denialRate: number | null
          hasModifier: boolean | null
        }[]
      }[]
      twin: {
        procedureCode: string
        modifiers: string[]
        diagnosisCodes: string[]
        placeOfService: string | null
        hasAuthorization: boolean
        billedAmount: number
        paidAmount: number
        daysApart: number
      } | null
      attempts: number
    }
    LabCase: {
      id: string
      patternId: string
      situation: string | null
      reason: string
      category: string
      payerName: string | null
      claimType: ('professional' | 'institutional' | 'dental' | 'pharmacy') | null
      claim: {
        payer: string | null
        daysToSubmission: number | null
        hasAuthorization: boolean
        lines: {
          lineNumber: number
          procedureCode: string | null
          modifiers: string[]
          diagnosisCodes: string[]
          placeOfService: string | null
          provider: string | null
          units: number | null
          billedAmount: number | null
        }[]
      }
      providers: string[]
      denials: {
        lineNumber: number | null
        carc: string | null
        rarc: string | null
      }[]
      deniedLines: number[]
      /** @enum {string} */
      kind: 'edit' | 'question'
      options: {
        id: string
        text: string
      }[]
      attempts: number
      hints: {
        text: string
        twin: {
          procedureCode: string
          modifiers: string[]
          diagnosisCodes: string[]
          placeOfService: string | null
          hasAuthorization: boolean
          billedAmount: number
          paidAmount: number
          daysApart: number
        } | null
      }[]
      hintCount: number
      startedAt: string
      finishedAt: string | null
      outcome: ('correct' | 'incorrect' | 'skipped') | null
      lesson: {
        claimId: string
        sentence: string
        paidClaims: string | null
        prevention: string
        answer: string | null
        twin: {
          procedureCode: string
          modifiers: string[]
          diagnosisCodes: string[]
          placeOfService: string | null
          hasAuthorization: boolean
          billedAmount: number
          paidAmount: number
          daysApart: number
          claimId: string
        } | null
        dueAt: string | null
      } | null
    }
    LabHistory: {
      cases: {
        id: string
        patternId: string
        reason: string | null
        startedAt: string
        finishedAt: string | null
        attempts: number
        hintsTaken: number
        outcome: ('correct' | 'incorrect' | 'skipped') | null
        claimId: string | null
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    LabPatterns: {
      patterns: {
        id: string
        situation: string | null
        reason: string
        category: string
        /** @enum {string} */
        tier: 'critical' | 'high' | 'medium' | 'low'
        /** @enum {string} */
        status: 'active' | 'improving' | 'resolved' | 'archived'
        cases: number
        moreCases: boolean
        practised: number
        answered: number
        correct: number
        learningProgress: number
        dueAt: string | null
        isDue: boolean
      }[]
      due: number
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    LearningProgress: {
      /** @enum {string} */
      who: 'me' | 'all'
      window: components['schemas']['Window']
      people: {
        userId: string | null
        events: number
        sessions: number
        practiceSessionsCompleted: number
        correctionsApplied: number
        timeInvestedMs: number | null
        sessionsWithoutDuration: number
        outcomes: {
          correct: number
          incorrect: number
          skipped: number
          incomplete: number
          rate: number | null
          interval: components['schemas']['Interval'] | null
        }
        currentStreak: number
        longestStreak: number
        lastPracticedOn: string | null
      }[]
      pagination: components['schemas']['Pagination']
      patterns: {
        practiceSessionsCompleted: number
        correctionsApplied: number
        learningProgress: number
        patternId: string
        title: string
        answered: number
        correct: number
      }[]
      asOf: string
    }
    LearningRecord: {
      event: {
        id: string
        timestamp: string
        type: string
        context: string | null
        userId: string | null
        sessionId: string | null
        deviceType: string | null
        durationMs: number | null
        outcomeType: ('correct' | 'incorrect' | 'skipped' | 'incomplete') | null
        correctionApplied: boolean
        patternId: string | null
        claimId: string | null
        policyId: string | null
        procedureCode: string | null
      }
      pattern: {
        practiceSessionsCompleted: number
        correctionsApplied: number
        learningProgress: number
      } | null
    }
    LearningEvents: {
      window: components['schemas']['Window']
      events: {
        id: string
        timestamp: string
        type: string
        context: string | null
        userId: string | null
        sessionId: string | null
        deviceType: string | null
        durationMs: number | null
        outcomeType: ('correct' | 'incorrect' | 'skipped' | 'incomplete') | null
        correctionApplied: boolean
        patternId: string | null
        claimId: string | null
        policyId: string | null
        procedureCode: string | null
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    ProvidersRefresh: {
      providers: number
      unknown: number
      asOf: string
    }
    ProvidersGet: {
      provider: {
        id: string
        name: string
        npi: string | null
        specialty: string | null
        isPlaceholder: boolean
        window: components['schemas']['Window'] | null
        claimCount: number | null
        pendingCount: number | null
        deniedCount: number | null
        denialRate: number | null
        totalBilled: number | null
        totalDenied: number | null
        appealCount: number | null
        appealsDecidedCount: number | null
        overturnCount: number | null
        overturnRate: number | null
        expectedDeniedCount: number | null
        excessDenials: number | null
        ratio: number | null
        ratioInterval: components['schemas']['Interval'] | null
        funnel: components['schemas']['Interval'] | null
        funnelOuter: components['schemas']['Interval'] | null
        verdict: ('not_enough_claims' | 'as_expected' | 'above_expected' | 'below_expected') | null
        improvedPatterns: number | null
        computationStatus: ('pending' | 'computing' | 'complete' | 'error') | null
        lastComputedAt: string | null
      }
      weekly: {
        /** Format: date */
        week: string
        claims: number
        pending: number
        denied: number
        denialRate: number | null
        dollarsDenied: number
        mature: boolean
      }[]
      payers: {
        payer: string
        name: string | null
        claims: number
        denied: number
        denialRate: number | null
        expected: number | null
      }[]
      patterns: {
        id: string
        title: string
        sentence: string
        scope: {
          /** @enum {string} */
          field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
          /** @enum {string} */
          op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
          value: string | number
        }[]
        /** @enum {string} */
        status: 'active' | 'improving' | 'resolved' | 'archived'
        learningProgress: number | null
        deniedClaims: number
        deniedAmount: number
      }[]
      procedures: {
        procedureCode: string
        denied: number
      }[]
      improved: {
        patternId: string
        title: string | null
        baseline: {
          claimCount: number
          deniedCount: number
          denialRate: number | null
        }
        current: {
          claimCount: number
          deniedCount: number
          denialRate: number | null
        }
      }[]
      asOf: string
    }
    ProvidersList: {
      providers: {
        id: string
        name: string
        npi: string | null
        specialty: string | null
        isPlaceholder: boolean
        window: components['schemas']['Window'] | null
        claimCount: number | null
        pendingCount: number | null
        deniedCount: number | null
        denialRate: number | null
        totalBilled: number | null
        totalDenied: number | null
        appealCount: number | null
        appealsDecidedCount: number | null
        overturnCount: number | null
        overturnRate: number | null
        expectedDeniedCount: number | null
        excessDenials: number | null
        ratio: number | null
        ratioInterval: components['schemas']['Interval'] | null
        funnel: components['schemas']['Interval'] | null
        funnelOuter: components['schemas']['Interval'] | null
        verdict: ('not_enough_claims' | 'as_expected' | 'above_expected' | 'below_expected') | null
        improvedPatterns: number | null
        computationStatus: ('pending' | 'computing' | 'complete' | 'error') | null
        lastComputedAt: string | null
      }[]
      funnel: {
        overDispersion: number | null
        points: {
          providerId: string
          name: string
          specialty: string | null
          claims: number
          denied: number
          expected: number
          ratio: number
          low: number
          high: number
          outer: components['schemas']['Interval']
          /** @enum {string} */
          verdict: 'not_enough_claims' | 'as_expected' | 'above_expected' | 'below_expected'
        }[]
      }
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    PayersSetWindows: {
      id: string
      windows: {
        appealWindowDays: number
        timelyFilingDays: number
        setBy: string | null
        setAt: string | null
      }
      appealsAddress: string | null
      claims: number
    }
    PayersGet: {
      payer: {
        id: string
        name: string
        windows: {
          appealWindowDays: number
          timelyFilingDays: number
          setBy: string | null
          setAt: string | null
        }
        appealsAddress: string | null
        claims: number
        pending: number
        adjudicated: number
        denied: number
        denialRate: number | null
        denialRateInterval: components['schemas']['Interval'] | null
        billedAmount: number
        deniedAmount: number
        paidAmount: number
        /** @enum {string} */
        trend: 'up' | 'down' | 'stable'
        mature: {
          rate: number | null
          interval: components['schemas']['Interval'] | null
          before: string | null
          adjudicated: number
          denied: number
        }
        decisionDays: {
          decisions: number
          median: number | null
          p90: number | null
          curve: {
            days: number
            share: number
          }[]
        }
        reasons: {
          reason: string
          claims: number
          deniedAmount: number
        }[]
        appeals: {
          rate: number | null
          interval: components['schemas']['Interval'] | null
          decided: number
          won: number
          recoveredAmount: number
          medianDays: number | null
        }
        cashRecovered: number
        recoverable: {
          claims: number
          openAmount: number
        }
      }
      weekly: {
        /** Format: date */
        week: string
        adjudicated: number
        denied: number
        denialRate: number | null
        deniedAmount: number
        mature: boolean
      }[]
      window: components['schemas']['Window']
      recomputing: boolean
      asOf: string
    }
    PayersList: {
      payers: {
        id: string
        name: string
        windows: {
          appealWindowDays: number
          timelyFilingDays: number
          setBy: string | null
          setAt: string | null
        }
        claims: number
        pending: number
        adjudicated: number
        denied: number
        denialRate: number | null
        denialRateInterval: components['schemas']['Interval'] | null
        billedAmount: number
        deniedAmount: number
        paidAmount: number
        /** @enum {string} */
        trend: 'up' | 'down' | 'stable'
        appeals: {
          rate: number | null
          interval: components['schemas']['Interval'] | null
          decided: number
          won: number
        }
        recoverable: {
          claims: number
          openAmount: number
        }
        decisionDays: {
          decisions: number
          median: number | null
          p90: number | null
        }
      }[]
      window: components['schemas']['Window']
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    NamesList: {
      payers: {
        id: string
        name: string
        toldApartBy: string | null
      }[]
      providers: {
        id: string
        name: string
        toldApartBy: string | null
      }[]
    }
    PoliciesRefresh: {
      policies: number
      asOf: string
    }
    PoliciesGet: {
      policy: {
        id: string
        name: string
        /** @enum {string} */
        mode: 'active' | 'observation' | 'draft' | 'retired'
        topic: string | null
        logicType: string | null
        source: string | null
        effectiveDate: string | null
        endDate: string | null
        procedureCodes: string[]
        hitRate: number | null
        denialRate: number | null
        denialRateInterval: components['schemas']['Interval'] | null
        appealRate: number | null
        overturnRate: number | null
        impact: number | null
        providersImpacted: number | null
        insightCount: number | null
        trend: ('up' | 'down' | 'stable') | null
        claimCount: number | null
        hitCount: number | null
        deniedCount: number | null
        appealedClaimCount: number | null
        appealDecidedClaimCount: number | null
        overturnedClaimCount: number | null
        withoutModifierCount: number | null
        withoutModifierDeniedCount: number | null
        period: components['schemas']['Window'] | null
        /** @enum {string} */
        computationStatus: 'pending' | 'computing' | 'complete' | 'error'
        lastComputedAt: string | null
        description: string | null
        clinicalRationale: string | null
        commonMistake: string | null
        fixGuidance: string | null
        ageRestrictions: string | null
        ages: {
          min: number | null
          max: number | null
        } | null
        frequencyLimits: string | null
        frequency: {
          count: number
          period: ('day' | 'week' | 'month' | 'year') | null
          days: number | null
        } | null
        conditions: {
          /** @enum {string} */
          kind:
            'diagnosis_code' | 'modifier_required' | 'modifier_forbidden' | 'place_of_service' | 'claim_type' | 'specialty' | 'carc' | 'rarc' | 'related_policy'
          code: string
          label: string | null
        }[]
      }
      patterns: {
        id: string
        title: string
        /** @enum {string} */
        status: 'active' | 'improving' | 'resolved' | 'archived'
        denialRate: number | null
      }[]
      weekly: {
        /** Format: date */
        week: string
        hits: number
        denied: number
        denialRate: number | null
        dollarsDenied: number
        mature: boolean
      }[]
      denials: {
        claimId: string
        lineNumber: number
        /** Format: date */
        serviceDate: string
        procedureCode: string | null
        modifiers: string[]
        denialReason: string | null
        carc: string | null
        rarc: string | null
        billedAmount: number
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    PoliciesList: {
      policies: {
        id: string
        name: string
        /** @enum {string} */
        mode: 'active' | 'observation' | 'draft' | 'retired'
        topic: string | null
        logicType: string | null
        source: string | null
        effectiveDate: string | null
        endDate: string | null
        procedureCodes: string[]
        hitRate: number | null
        denialRate: number | null
        denialRateInterval: components['schemas']['Interval'] | null
        appealRate: number | null
        overturnRate: number | null
        impact: number | null
        providersImpacted: number | null
        insightCount: number | null
        trend: ('up' | 'down' | 'stable') | null
        claimCount: number | null
        hitCount: number | null
        deniedCount: number | null
        appealedClaimCount: number | null
        appealDecidedClaimCount: number | null
        overturnedClaimCount: number | null
        withoutModifierCount: number | null
        withoutModifierDeniedCount: number | null
        period: components['schemas']['Window'] | null
        /** @enum {string} */
        computationStatus: 'pending' | 'computing' | 'complete' | 'error'
        lastComputedAt: string | null
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    CodesRefresh: {
      codes: number
      slices: number
      longestSliceMs: number
      asOf: string
    }
    CodesCompare: {
      procedureCode: string
      window: components['schemas']['Window']
      paid: number
      denied: number
      denialRate: number | null
      denialRateInterval: components['schemas']['Interval'] | null
      modifiers: {
        value: string
        paid: number
        denied: number
        denialRate: number | null
        denialRateInterval: components['schemas']['Interval'] | null
      }[]
      diagnoses: {
        value: string
        paid: number
        denied: number
        denialRate: number | null
        denialRateInterval: components['schemas']['Interval'] | null
      }[]
      placesOfService: {
        value: string
        paid: number
        denied: number
        denialRate: number | null
        denialRateInterval: components['schemas']['Interval'] | null
      }[]
      units: {
        value: string
        paid: number
        denied: number
        denialRate: number | null
        denialRateInterval: components['schemas']['Interval'] | null
      }[]
      asOf: string
    }
    CodesIntelligence: {
      procedureCode: string
      licensed: {
        text: string
        source: string
        effectiveFrom: string | null
        effectiveTo: string | null
        loadedAt: string
      } | null
      reference: {
        /** @constant */
        origin: 'imported reference'
        source: string | null
        referenceUrl: string | null
        importedAt: string
        description: string | null
        category: string | null
        averageReimbursement: number | null
        frequencyLimit: {
          count: number
          period: string
        } | null
        ageMin: number | null
        ageMax: number | null
        requiredModifiers: unknown[]
        relatedCodes: unknown[]
        commonDenialReasons: unknown[]
        commonMistakes: string | null
        fixGuidance: string | null
        other: {
          [key: string]: unknown
        }
      } | null
      own: {
        procedureCode: string
        period: components['schemas']['Window']
        lineCount: number
        decidedLineCount: number
        deniedLineCount: number
        denialRate: number | null
        denialRateInterval: components['schemas']['Interval'] | null
        billedAmount: number
        deniedAmount: number
        meanAllowed: number | null
        allowedLineCount: number
        denialReasons: {
          reason: string
          denials: number
          patternId: string | null
        }[]
        modifiers: {
          modifier: string
          paid: number
          denied: number
        }[]
        billedWith: {
          procedureCode: string
          claims: number
        }[]
        asOf: string
        /** @constant */
        origin: 'own claims'
      } | null
      /** @enum {string} */
      ownStatus: 'computed' | 'no_lines' | 'not_computed'
      policies: {
        id: string
        name: string
        /** @enum {string} */
        mode: 'active' | 'observation' | 'draft' | 'retired'
        effectiveDate: string | null
        endDate: string | null
        fixGuidance: string | null
      }[]
      patterns: {
        id: string
        title: string
        sentence: string
        scope: {
          /** @enum {string} */
          field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
          /** @enum {string} */
          op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
          value: string | number
        }[]
        /** @enum {string} */
        status: 'active' | 'improving' | 'resolved' | 'archived'
        denialRate: number | null
      }[]
      asOf: string
    }
    CodesPerformance: {
      codes: {
        procedureCode: string
        period: components['schemas']['Window']
        lineCount: number
        decidedLineCount: number
        deniedLineCount: number
        denialRate: number | null
        denialRateInterval: components['schemas']['Interval'] | null
        billedAmount: number
        deniedAmount: number
        meanAllowed: number | null
        allowedLineCount: number
        denialReasons: {
          reason: string
          denials: number
          patternId: string | null
        }[]
        modifiers: {
          modifier: string
          paid: number
          denied: number
        }[]
        billedWith: {
          procedureCode: string
          claims: number
        }[]
        asOf: string
      }[]
      pagination: components['schemas']['Pagination']
    }
    CodesGet: {
      /** @enum {string} */
      system: 'carc' | 'rarc' | 'cpt' | 'hcpcs' | 'icd10' | 'revenue' | 'cdt' | 'pos'
      code: string
      label: string | null
      reason: string | null
      /** @enum {string} */
      category:
        | 'modifier-missing'
        | 'code-mismatch'
        | 'documentation'
        | 'authorization'
        | 'billing-error'
        | 'timing'
        | 'medical-necessity'
        | 'coding-specificity'
        | 'unclassified'
      scenario: ('missing-documentation' | 'invalid-data' | 'not-covered' | 'not-separately-payable') | null
      action: ('operational_system' | 'documentation' | 'coding_knowledge' | 'coverage_blindspot') | null
      /** @enum {string} */
      remedy: 'appeal' | 'corrected_claim' | 'none'
      adjustmentKind: ('denial' | 'price' | 'patient_share' | 'earlier_payer' | 'informational') | null
      alert: boolean | null
      appealRights: boolean | null
      retired: boolean
      licensed: {
        text: string
        source: string
        effectiveFrom: string | null
        effectiveTo: string | null
        loadedAt: string
      } | null
    }
    CodesLists: {
      lists: {
        /** @enum {string} */
        system: 'carc' | 'rarc' | 'cpt' | 'hcpcs' | 'icd10' | 'revenue' | 'cdt' | 'pos'
        source: string
        codes: number
        firstAt: string
        lastAt: string
      }[]
    }
    CodesLoad: {
      /** @enum {string} */
      system: 'carc' | 'rarc' | 'cpt' | 'hcpcs' | 'icd10' | 'revenue' | 'cdt' | 'pos'
      source: string
      rows: number
      inserted: number
      updated: number
      unchanged: number
      rejected: number
      rejectedRows: {
        row: number
        field: string
        message: string
      }[]
    }
    CodesList: {
      codes: components['schemas']['CodesGet'][]
      pagination: components['schemas']['Pagination']
    }
    MatchesDismiss: {
      adjudicationId: string
      claimId: string
      /** @constant */
      state: 'dismissed'
    }
    MatchesResolve: {
      adjudicationId: string
      claimId: string
      fromClaimId: string
      movedDecisions: number
      addedLines: number
      removedClaimId: string | null
    }
    MatchesList: {
      matches: {
        adjudicationId: string
        /** @enum {string} */
        state: 'open' | 'resolved' | 'dismissed'
        decision: {
          /** @enum {string} */
          kind: 'original' | 'reversal' | 'not_our_claim' | 'predetermination'
          statusCode: string | null
          payerId: string | null
          payerName: string | null
          payerControlNumber: string | null
          decidedOn: string | null
          chargeAmount: number
          paidAmount: number
          traceNumber: string | null
          importId: number
          fileName: string
        }
        claim: {
          id: string
          patientControlNumber: string | null
          /** @enum {string} */
          status: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
          payerId: string | null
          payerName: string | null
          providerId: string | null
          providerName: string | null
          payerControlNumber: string | null
          dateOfService: string | null
          submissionDate: string | null
          billedAmount: number
          paidAmount: number
          procedureCodes: string[]
          isSubmitted: boolean
          isSameMember: boolean | null
          isSameName: boolean | null
        }
        candidates: {
          id: string
          patientControlNumber: string | null
          /** @enum {string} */
          status: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
          payerId: string | null
          payerName: string | null
          providerId: string | null
          providerName: string | null
          payerControlNumber: string | null
          dateOfService: string | null
          submissionDate: string | null
          billedAmount: number
          paidAmount: number
          procedureCodes: string[]
          isSubmitted: boolean
          isSameMember: boolean | null
          isSameName: boolean | null
        }[]
        resolvedBy: string | null
        resolvedAt: string | null
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    ImportsMappingRemove: {
      removed: {
        name: string
        headerKey: string
      }
    }
    ImportsMappingConfirm: {
      name: string
      headerKey: string
      mapping: {
        delimiter: string
        header: string[]
        fields: {
          [key: string]: string[]
        }
        /** @enum {string} */
        rows: 'claim' | 'line' | 'denial'
        /** @enum {string} */
        dateFormat: 'month-first' | 'day-first'
        /** @enum {string} */
        amountFormat: 'us' | 'european'
      }
      confirmedBy: string
      confirmedAt: string
    }
    ImportsMappingList: {
      mappings: components['schemas']['ImportsMappingConfirm'][]
    }
    ImportsRejectsDismiss: {
      importId: number
      position: number
      /** @enum {string} */
      state: 'open' | 'mended' | 'dismissed'
    }
    ImportsRejectsRetry: {
      importId: number
      position: number
      /** @enum {string} */
      outcome: 'mended' | 'rejected'
      mendedByImport: number | null
      newClaims: number
      changedClaims: number
      newDecisions: number
      issues: {
        code: string
        message: string
        remedy: string
      }[]
    }
    ImportsRejectsGet: {
      reject: {
        importId: number
        position: number
        fileName: string
        format: string
        code: string
        message: string
        remedy: string
        place: {
          byteOffset: number | null
          segment: number | null
          line: number | null
          field: string | null
          record: string | null
        }
        /** @enum {string} */
        state: 'open' | 'mended' | 'dismissed'
        mendedByImport: number | null
        hasContent: boolean
        content: string | null
      }
      asOf: string
    }
    ImportsRejectsList: {
      rejects: {
        importId: number
        position: number
        fileName: string
        format: string
        code: string
        message: string
        remedy: string
        place: {
          byteOffset: number | null
          segment: number | null
          line: number | null
          field: string | null
          record: string | null
        }
        /** @enum {string} */
        state: 'open' | 'mended' | 'dismissed'
        mendedByImport: number | null
        hasContent: boolean
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    ImportsReconcile: {
      import: {
        id: number
        fileName: string
        format: string
      }
      claimPayments: {
        inFile: number
        takenIn: number
        notTakenIn: number
        withoutPayment: {
          claimPayments: number
          amount: number
        }
      }
      rejectedElsewhere: number
      totals: {
        payments: number
        differing: number
        stated: number
        takenIn: number
        byOtherImports: number
        rejected: number
        providerAdjustments: number
        difference: number
        unbalanced: number
      }
      payments: {
        remittanceId: string
        traceNumber: string | null
        payerId: string | null
        payerName: string | null
        paymentDate: string | null
        stated: number
        takenIn: {
          claimPayments: number
          amount: number
        }
        byOtherImports: {
          claimPayments: number
          amount: number
          importIds: number[]
        }
        rejected: {
          claimPayments: number
          amount: number
          unreadable: number
        }
        providerAdjustments: {
          amount: number
          byReason: {
            reasonCode: string
            amount: number
            references: {
              plbReference: string | null
              amount: number
            }[]
          }[]
        }
        difference: number
        /** @enum {string} */
        explanation: 'balanced' | 'not_read' | 'claim_payments' | 'payer'
        unbalancedCount: number
        unbalanced: {
          claimId: string
          adjudicationId: string
          lineNumber: number | null
          charge: number
          adjustments: number
          paid: number
          imbalance: number
        }[]
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    ImportsUndo: {
      id: number
      fileName: string
      claims: number
      decisions: number
      restoredClaims: number
      computedDays: number
    }
    ImportsGet: {
      import: {
        id: number
        fileName: string
        format: string
        /** @enum {string} */
        status: 'staging' | 'merging' | 'publishing' | 'complete' | 'failed' | 'undoing' | 'undone'
        importedBy: string
        startedAt: string
        finishedAt: string | null
        duration: number | null
        bytes: number
        sha256: string
        newClaims: number | null
        changedClaims: number | null
        newDecisions: number | null
        deniedClaims: number | null
        rejections: number
        warnings: number
        error: string | null
        undoneBy: string | null
        undoneAt: string | null
      }
      issues: {
        position: number
        /** @enum {string} */
        severity: 'rejection' | 'warning'
        code: string
        message: string
        remedy: string
        place: {
          byteOffset: number | null
          segment: number | null
          line: number | null
          field: string | null
          record: string | null
        }
        /** @enum {string} */
        state: 'open' | 'mended' | 'dismissed'
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    ImportsUpload: {
      /** Format: uuid */
      id: string
      version: number
      /** @enum {string} */
      state: 'receiving' | 'waiting' | 'importing' | 'computing' | 'held' | 'done' | 'failed' | 'discarded'
      preview: boolean
      ahead: number
      received: number
      progress: {
        file: string
        number: number
        of: number
        /** @enum {string} */
        phase: 'reading' | 'merging' | 'publishing'
        records: number
        recordsPerSecond: number
        bytes: number | null
        ofBytes: number | null
        secondsLeft: number | null
      } | null
      heldUntil: string | null
      files: {
        file: string
        format: string
        /** @enum {string} */
        outcome: 'imported' | 'preview' | 'unchanged' | 'refused'
        importId: number | null
        message: string | null
        claims: number
        claimPayments: number
        deniedClaims: number
        newClaims: number | null
        changedClaims: number | null
        newDecisions: number | null
        rejections: number
        warnings: number
        serviceFrom: string | null
        serviceTo: string | null
        payers: string[]
        needsColumns: boolean
        issues: {
          /** @enum {string} */
          severity: 'rejection' | 'warning'
          code: string
          message: string
          remedy: string
          count: number
        }[]
      }[]
      totals: {
        files: number
        imported: number
        unchanged: number
        refused: number
        newClaims: number
        changedClaims: number
        newDecisions: number
        rejections: number
        warnings: number
      }
      problem: {
        code: string
        message: string
      } | null
    }
    ImportsTaskColumns: {
      tables: {
        files: string[]
        mapping: {
          delimiter: string
          header: string[]
          fields: {
            [key: string]: string[]
          }
          /** @enum {string} */
          rows: 'claim' | 'line' | 'denial'
          /** @enum {string} */
          dateFormat: 'month-first' | 'day-first'
          /** @enum {string} */
          amountFormat: 'us' | 'european'
        }
        columns: {
          column: string
          fields: (
            | 'claimId'
            | 'patientControlNumber'
            | 'payerControlNumber'
            | 'lineNumber'
            | 'payerName'
            | 'payerId'
            | 'providerName'
            | 'providerId'
            | 'providerNpi'
            | 'renderingProvider'
            | 'patientName'
            | 'dateOfBirth'
            | 'memberId'
            | 'serviceDate'
            | 'serviceDateEnd'
            | 'submissionDate'
            | 'decisionDate'
            | 'procedureCode'
            | 'revenueCode'
            | 'modifiers'
            | 'diagnosisCodes'
            | 'placeOfService'
            | 'units'
            | 'priorAuthorization'
            | 'billed'
            | 'allowed'
            | 'paid'
            | 'patientResponsibility'
            | 'status'
            | 'adjustmentGroup'
            | 'carc'
            | 'adjustmentAmount'
            | 'rarc'
            | 'denialReason'
          )[]
          label: string | null
          confidence: ('sure' | 'likely' | 'unsure' | 'set') | null
          calledLike: string | null
          examples: string[]
        }[]
        problems: string[]
        confirmed: boolean
        undecided: ('dateFormat' | 'amountFormat')[]
      }[]
    }
    ImportsList: {
      imports: {
        id: number
        fileName: string
        format: string
        /** @enum {string} */
        status: 'staging' | 'merging' | 'publishing' | 'complete' | 'failed' | 'undoing' | 'undone'
        importedBy: string
        startedAt: string
        finishedAt: string | null
        duration: number | null
        bytes: number
        sha256: string
        newClaims: number | null
        changedClaims: number | null
        newDecisions: number | null
        deniedClaims: number | null
        rejections: number
        warnings: number
        error: string | null
        undoneBy: string | null
        undoneAt: string | null
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    WorklistLetter: {
      claimId: string
      template: string | null
      text: string
      missing: {
        /** @enum {string} */
        name:
          | 'date'
          | 'organization'
          | 'letterhead'
          | 'payer'
          | 'payer.address'
          | 'patient.name'
          | 'patient.birthDate'
          | 'member.id'
          | 'claim.number'
          | 'payer.claimNumber'
          | 'service.date'
          | 'decision.date'
          | 'denial.reasons'
          | 'denied.amount'
          | 'lines'
          | 'evidence'
          | 'deadline'
        meaning: string
      }[]
      replaced: string[]
      file: {
        name: string
        type: string
        content: string
      } | null
      asOf: string
    }
    WorklistNotesRemove: {
      claimId: string
      noteId: number
    }
    WorklistNotesAdd: {
      claimId: string
      note: {
        id: number
        body: string
        writtenBy: {
          id: string
          name: string
        }
        writtenAt: string
        mayRemove: boolean
      }
      asOf: string
    }
    WorklistNotesList: {
      claimId: string
      notes: {
        id: number
        body: string
        writtenBy: {
          id: string
          name: string
        }
        writtenAt: string
        mayRemove: boolean
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    WorklistTemplatesRemove: {
      id: string
    }
    WorklistTemplatesSave: {
      template: {
        id: string
        name: string
        body: string
        builtIn: boolean
        updatedAt: string | null
        updatedBy: string | null
      }
      asOf: string
    }
    WorklistTemplatesList: {
      templates: {
        id: string
        name: string
        body: string
        builtIn: boolean
        updatedAt: string | null
        updatedBy: string | null
      }[]
      places: {
        /** @enum {string} */
        name:
          | 'date'
          | 'organization'
          | 'letterhead'
          | 'payer'
          | 'payer.address'
          | 'patient.name'
          | 'patient.birthDate'
          | 'member.id'
          | 'claim.number'
          | 'payer.claimNumber'
          | 'service.date'
          | 'decision.date'
          | 'denial.reasons'
          | 'denied.amount'
          | 'lines'
          | 'evidence'
          | 'deadline'
        meaning: string
      }[]
      asOf: string
    }
    WorklistAssign: {
      before: {
        claimId: string
        /** @enum {string} */
        state: 'open' | 'done' | 'given_up'
        assignedTo: string | null
        snoozedUntil: string | null
      }[]
      asOf: string
    }
    WorklistPeople: {
      people: {
        id: string
        name: string
      }[]
    }
    WorklistList: {
      claims: {
        claimId: string
        patientControlNumber: string | null
        payerId: string | null
        payerName: string | null
        /** @enum {string} */
        status: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
        dateOfService: string | null
        firstDeniedOn: string | null
        /** Format: date */
        lastDay: string
        daysLeft: number
        openAmount: number
        lineNumbers: number[]
        reasons: string[]
        remedies: ('appeal' | 'corrected_claim' | 'none')[]
        appealStatus: ('pending' | 'upheld' | 'overturned' | 'partially_overturned' | 'withdrawn') | null
        chance: number | null
        expectedAmount: number | null
        patterns: {
          id: string
          title: string
        }[]
        /** @enum {string} */
        state: 'open' | 'done' | 'given_up'
        assignedTo: {
          id: string
          name: string
        } | null
        snoozedUntil: string | null
        deniedAgain: {
          on: string | null
          /** @enum {string} */
          after: 'done' | 'given_up' | 'put_off'
        } | null
        noteCount: number | null
      }[]
      totals: {
        openAmount: number
        expectedAmount: number | null
        unknownChance: number
        dueWithinWeek: number
      }
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    AppealsRemove: {
      claimId: string
      level: number
      /** @enum {string} */
      claimStatus: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
    }
    AppealsCreate: {
      appeal: {
        claimId: string
        level: number
        patientControlNumber: string | null
        /** @enum {string} */
        claimStatus: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
        payerId: string | null
        payerName: string | null
        denialReason: string | null
        filedOn: string | null
        deadline: string | null
        daysLeft: number | null
        /** @enum {string} */
        outcome: 'pending' | 'upheld' | 'overturned' | 'partially_overturned' | 'withdrawn'
        decidedOn: string | null
        withdrawnOn: string | null
        lineNumbers: number[]
        value: number
        recoveredAmount: number | null
        note: string | null
        closedBy: string | null
        recordedBy: string | null
        decidedBy: string | null
      }
      asOf: string
    }
    AppealsDeadlines: {
      claims: {
        claimId: string
        patientControlNumber: string | null
        payerId: string | null
        payerName: string | null
        /** @enum {string} */
        status: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
        dateOfService: string | null
        firstDeniedOn: string | null
        /** Format: date */
        lastDay: string
        daysLeft: number
        openAmount: number
        lineNumbers: number[]
        reasons: string[]
        remedies: ('appeal' | 'corrected_claim' | 'none')[]
        appealStatus: ('pending' | 'upheld' | 'overturned' | 'partially_overturned' | 'withdrawn') | null
      }[]
      totals: {
        openAmount: number
      }
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    AppealsList: {
      appeals: {
        claimId: string
        level: number
        patientControlNumber: string | null
        /** @enum {string} */
        claimStatus: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
        payerId: string | null
        payerName: string | null
        denialReason: string | null
        filedOn: string | null
        deadline: string | null
        daysLeft: number | null
        /** @enum {string} */
        outcome: 'pending' | 'upheld' | 'overturned' | 'partially_overturned' | 'withdrawn'
        decidedOn: string | null
        withdrawnOn: string | null
        lineNumbers: number[]
        value: number
        recoveredAmount: number | null
        note: string | null
        closedBy: string | null
        recordedBy: string | null
        decidedBy: string | null
      }[]
      totals: {
        value: number
        recovered: number
      }
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    DecisionsInconsistent: {
      window: components['schemas']['Window']
      withinDays: number
      decisions: {
        payerId: string
        payerName: string | null
        procedureCode: string
        modifiers: string[]
        placeOfService: string | null
        diagnosisCategory: string | null
        reason: string
        deniedLines: number
        paidLines: number
        shareDenied: number | null
        deniedAmount: number
        examples: {
          denied: {
            claimId: string
            lineNumber: number
            /** Format: date */
            serviceDate: string
            billedAmount: number
          }
          paid: {
            claimId: string
            lineNumber: number
            /** Format: date */
            serviceDate: string
            billedAmount: number
          }
          daysApart: number
        }[]
      }[]
      totals: {
        deniedLines: number
        deniedAmount: number
      }
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    ChecksCreate: {
      id: string
      patternId: string
      title: string
      /** @enum {string} */
      state: 'shadow' | 'live' | 'retired'
      reason: string
      scope: {
        /** @enum {string} */
        field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
        /** @enum {string} */
        op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
        value: string | number
      }[]
      backTest: {
        /** Format: date */
        start: string
        /** Format: date */
        end: string
        claims: number
        alerts: number
        alertsPerThousand: number | null
        denied: number
        precision: number | null
        interval: components['schemas']['Interval'] | null
        rateElsewhere: number | null
        deniedAmount: number
      }
      latest: {
        /** Format: date */
        start: string
        /** Format: date */
        end: string
        claims: number
        alerts: number
        alertsPerThousand: number | null
        denied: number
        precision: number | null
        interval: components['schemas']['Interval'] | null
        rateElsewhere: number | null
        deniedAmount: number
      } | null
      evaluatedAt: string | null
      /** Format: date */
      since: string
      missingForRelease: string | null
      createdAt: string
      createdBy: string
      liveAt: string | null
      liveBy: string | null
      retiredAt: string | null
      retiredBy: string | null
      retiredBecause: string | null
    }
    ChecksEvaluate: {
      evaluated: number
      retired: string[]
      asOf: string
    }
    ChecksList: {
      checks: components['schemas']['ChecksCreate'][]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    ClaimsSource: {
      claimId: string
      sources: {
        decisionId: string | null
        importId: number
        fileName: string
        format: string
        segment: number | null
        line: number | null
        record: string | null
        text: string
      }[]
      hasMore: boolean
      asOf: string
    }
    ClaimsHistory: {
      claimId: string
      events: {
        on: string | null
        /** @enum {string} */
        kind: 'served' | 'submitted' | 'sent_again' | 'voided' | 'decided' | 'appeal_filed' | 'appeal_decided' | 'appeal_withdrawn' | 'match_resolved'
        detail: string | null
        amount: number | null
        payerId: string | null
        importId: number | null
        fileName: string | null
        by: string | null
      }[]
      asOf: string
    }
    ClaimsGet: {
      claim: {
        id: string
        patientControlNumber: string | null
        /** @enum {string} */
        status: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
        claimType: ('professional' | 'institutional' | 'dental' | 'pharmacy') | null
        providerId: string | null
        providerName: string | null
        payerId: string | null
        payerName: string | null
        dateOfService: string | null
        submissionDate: string | null
        submissionBasis: ('stated' | 'payer_received' | 'service_date') | null
        processingDate: string | null
        billedAmount: number
        paidAmount: number
        deniedAmount: number
        denialReason: string | null
        denialCarc: string | null
        denialRarc: string | null
        reportedReason: string | null
        initialOutcome: ('paid' | 'partially_denied' | 'denied') | null
        finalOutcome: ('paid' | 'partially_denied' | 'denied') | null
        isDuplicate: boolean
        appealStatus: string | null
        procedureCodes: string[]
        diagnosisCodes: string[]
        modifiers: string[]
        lineCount: number
        deniedLineCount: number
        /** @enum {string} */
        use: 'claim' | 'preauthorization' | 'predetermination'
        placeOfService: string | null
        renderingProviderId: string | null
        renderingProviderName: string | null
        payerControlNumber: string | null
        frequencyCode: string | null
        policyIds: string[]
        firstDecidedOn: string | null
        firstDeniedOn: string | null
        allowedAmount: number | null
        patientResponsibility: number | null
        openDeniedAmount: number
        denial: {
          reason: string
          group: string | null
          carc: string | null
          rarc: string | null
          /** @enum {string} */
          category:
            | 'modifier-missing'
            | 'code-mismatch'
            | 'documentation'
            | 'authorization'
            | 'billing-error'
            | 'timing'
            | 'medical-necessity'
            | 'coding-specificity'
            | 'unclassified'
          action: ('operational_system' | 'documentation' | 'coding_knowledge' | 'coverage_blindspot') | null
          /** @enum {string} */
          remedy: 'appeal' | 'corrected_claim' | 'none'
        } | null
        lines: {
          lineNumber: number
          /** @enum {string} */
          status: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
          procedureCode: string | null
          revenueCode: string | null
          modifiers: string[]
          diagnosisCodes: string[]
          placeOfService: string | null
          units: number | null
          dateOfService: string | null
          billedAmount: number
          paidAmount: number
          allowedAmount: number | null
          initiallyDenied: boolean
          finallyDenied: boolean
          isDuplicate: boolean
          denialDate: string | null
          denial: {
            reason: string
            group: string | null
            carc: string | null
            rarc: string | null
            /** @enum {string} */
            category:
              | 'modifier-missing'
              | 'code-mismatch'
              | 'documentation'
              | 'authorization'
              | 'billing-error'
              | 'timing'
              | 'medical-necessity'
              | 'coding-specificity'
              | 'unclassified'
            action: ('operational_system' | 'documentation' | 'coding_knowledge' | 'coverage_blindspot') | null
            /** @enum {string} */
            remedy: 'appeal' | 'corrected_claim' | 'none'
          } | null
        }[]
        decisions: {
          id: string
          /** @enum {string} */
          kind: 'original' | 'reversal' | 'not_our_claim' | 'predetermination'
          payerRank: ('primary' | 'secondary' | 'tertiary') | null
          payerId: string | null
          payerName: string | null
          statusCode: string | null
          decidedOn: string | null
          chargeAmount: number
          paidAmount: number
          patientResponsibility: number | null
          allowedAmount: number | null
          outcome: ('paid' | 'partially_denied' | 'denied') | null
          denial: {
            reason: string
            group: string | null
            carc: string | null
            rarc: string | null
            /** @enum {string} */
            category:
              | 'modifier-missing'
              | 'code-mismatch'
              | 'documentation'
              | 'authorization'
              | 'billing-error'
              | 'timing'
              | 'medical-necessity'
              | 'coding-specificity'
              | 'unclassified'
            action: ('operational_system' | 'documentation' | 'coding_knowledge' | 'coverage_blindspot') | null
            /** @enum {string} */
            remedy: 'appeal' | 'corrected_claim' | 'none'
          } | null
          reportedReason: string | null
          imbalance: number
          traceNumber: string | null
          importId: number
          fileName: string
          match: {
            /** @enum {string} */
            basis: 'payer_control_number' | 'dates_and_charge' | 'dates' | 'charge' | 'alone' | 'ambiguous' | 'by_hand'
            words: string
          } | null
          takesBack: string | null
          takenBackBy: string | null
          waitsForOriginal: boolean
          isReplaced: boolean
          isInitial: boolean
          isFinal: boolean
          isForwarded: boolean
          adjustments: {
            group: string
            carc: string
            label: string | null
            amount: number
            quantity: number | null
          }[]
          remarks: {
            /** @enum {string} */
            source: 'LQ' | 'MIA' | 'MOA'
            rarc: string
            label: string | null
          }[]
          lines: {
            lineNumber: number
            claimLineNumber: number | null
            procedureCode: string | null
            revenueCode: string | null
            modifiers: string[]
            chargeAmount: number
            paidAmount: number
            allowedAmount: number | null
            denied: boolean
            denial: {
              reason: string
              group: string | null
              carc: string | null
              rarc: string | null
              /** @enum {string} */
              category:
                | 'modifier-missing'
                | 'code-mismatch'
                | 'documentation'
                | 'authorization'
                | 'billing-error'
                | 'timing'
                | 'medical-necessity'
                | 'coding-specificity'
                | 'unclassified'
              action: ('operational_system' | 'documentation' | 'coding_knowledge' | 'coverage_blindspot') | null
              /** @enum {string} */
              remedy: 'appeal' | 'corrected_claim' | 'none'
            } | null
            adjustments: {
              group: string
              carc: string
              label: string | null
              amount: number
              quantity: number | null
            }[]
            remarks: {
              /** @enum {string} */
              source: 'LQ' | 'MIA' | 'MOA'
              rarc: string
              label: string | null
            }[]
          }[]
        }[]
        appeals: {
          level: number
          appealDate: string | null
          deadline: string | null
          /** @enum {string} */
          outcome: 'pending' | 'upheld' | 'overturned' | 'partially_overturned' | 'withdrawn'
          decidedOn: string | null
          withdrawnOn: string | null
          recoveredAmount: number | null
          lineNumbers: number[]
          disputedAmount: number | null
          note: string | null
          closedBy: string | null
          reportedStatus: string | null
          recordedBy: string | null
          decidedBy: string | null
          importId: number | null
        }[]
        patterns: {
          id: string
          title: string
          /** @enum {string} */
          tier: 'critical' | 'high' | 'medium' | 'low'
          /** @enum {string} */
          status: 'active' | 'improving' | 'resolved' | 'archived'
          lineNumbers: number[]
        }[]
        isSubmitted: boolean
        voidedOn: string | null
        submissions: {
          submittedOn: string | null
          frequencyCode: string | null
          /** @enum {string} */
          as: 'replacement' | 'void' | 'sent_again'
          billedAmount: number
          payerControlNumber: string | null
        }[]
        payers: {
          /** @enum {string} */
          rank: 'primary' | 'secondary' | 'tertiary'
          payerId: string | null
          payerName: string | null
          claimFilingCode: string | null
          paidAmount: number | null
          paidOn: string | null
        }[]
        patient: {
          name: string | null
          birthDate: string | null
          memberId: string | null
        } | null
        cash: {
          date: string | null
          amount: number
        }[]
      }
      asOf: string
    }
    ClaimsCheck: {
      claims: {
        position: number
        patientControlNumber: string | null
        lines: {
          lineNumber: number
          procedureCode: string | null
          atStake: number | null
          alerts: {
            check: string
            pattern: string
            /** @enum {string} */
            state: 'shadow' | 'live' | 'retired'
            reason: string
            scope: {
              /** @enum {string} */
              field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
              /** @enum {string} */
              op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
              value: string | number
            }[]
            evidence: {
              /** Format: date */
              start: string
              /** Format: date */
              end: string
              claims: number
              denied: number
              rate: number | null
              interval: components['schemas']['Interval'] | null
              rateElsewhere: number | null
            }
            why: string
            fixes: string[]
            atStake: number | null
          }[]
        }[]
      }[]
      totals: {
        claims: number
        lines: number
        claimsWithAlerts: number
        linesWithAlerts: number
        atStake: number
      }
      checks: number
      asOf: string
    }
    ClaimsList: {
      claims: {
        id: string
        patientControlNumber: string | null
        /** @enum {string} */
        status: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
        claimType: ('professional' | 'institutional' | 'dental' | 'pharmacy') | null
        providerId: string | null
        providerName: string | null
        payerId: string | null
        payerName: string | null
        dateOfService: string | null
        submissionDate: string | null
        submissionBasis: ('stated' | 'payer_received' | 'service_date') | null
        processingDate: string | null
        billedAmount: number
        paidAmount: number
        deniedAmount: number
        denialReason: string | null
        denialCarc: string | null
        denialRarc: string | null
        reportedReason: string | null
        initialOutcome: ('paid' | 'partially_denied' | 'denied') | null
        finalOutcome: ('paid' | 'partially_denied' | 'denied') | null
        isDuplicate: boolean
        appealStatus: string | null
        procedureCodes: string[]
        diagnosisCodes: string[]
        modifiers: string[]
        lineCount: number
        deniedLineCount: number
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    ChangesDetect: {
      series: number
      changes: number
      created: number
      removed: number
      expectedFalseAlarms: number
      asOf: string
    }
    ChangesClaims: {
      claims: {
        claimId: string
        /** Format: date */
        serviceDate: string
        denialDate: string | null
        procedureCode: string | null
        deniedAmount: number
        openAmount: number
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    ChangesList: {
      changes: {
        id: number
        /** @enum {string} */
        subject: 'payer_reason' | 'pattern'
        payerId: string | null
        payerName: string | null
        denialReason: string | null
        patternId: string | null
        patternTitle: string | null
        /** @enum {string} */
        direction: 'up' | 'down'
        /** Format: date */
        onset: string
        onsetInterval: {
          /** Format: date */
          low: string
          /** Format: date */
          high: string
        }
        /** Format: date */
        signalledOn: string
        endedOn: string | null
        reference: {
          /** Format: date */
          start: string
          /** Format: date */
          end: string
        }
        before: {
          claimCount: number
          deniedCount: number
          denialRate: number | null
          interval: components['schemas']['Interval'] | null
        }
        after: {
          claimCount: number
          deniedCount: number
          denialRate: number | null
          interval: components['schemas']['Interval'] | null
        }
        runLength: number
        decisionLimit: number
        /** Format: date */
        computedUntil: string
      }[]
      falseAlarmsPerYear: number
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    PatternsRefresh: {
      patterns: number
      asOf: string
    }
    PatternsDetect: {
      created: string[]
      adopted: string[]
      patterns: {
        id: string
        sentence: string
        reason: string | null
        carc: string | null
        scope: {
          /** @enum {string} */
          field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
          /** @enum {string} */
          op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
          value: string | number
        }[]
        population: number | null
        denials: number | null
        rate: number | null
        restRate: number | null
        ratio: {
          estimate: number | null
          low: number
          high: number | null
        } | null
        q: number | null
        confirmed: boolean | null
        firstDetected: string | null
        /** @enum {string} */
        status: 'active' | 'improving' | 'resolved' | 'archived'
        found: boolean
      }[]
      search: {
        /** Format: date */
        windowStart: string
        /** Format: date */
        windowEnd: string
        /** Format: date */
        laterStart: string
        claims: number
        reasons: number
        searched: number
        found: number
        confirmed: number
      } | null
      asOf: string
    }
    PatternsActionsRemove: {
      patternId: string
      position: number
    }
    PatternsActionsRecord: {
      patternId: string
      action: {
        position: number
        /** @enum {string} */
        kind: 'resubmission' | 'workflow_update' | 'staff_training' | 'system_configuration' | 'practice_session' | 'other'
        /** Format: date */
        happenedOn: string
        note: string | null
        recordedBy: string | null
        isOwn: boolean
      }
    }
    PatternsActionsList: {
      actions: {
        position: number
        /** @enum {string} */
        kind: 'resubmission' | 'workflow_update' | 'staff_training' | 'system_configuration' | 'practice_session' | 'other'
        /** Format: date */
        happenedOn: string
        note: string | null
        recordedBy: string | null
        isOwn: boolean
      }[]
      statusChanges: {
        /** @enum {string} */
        from: 'active' | 'improving' | 'resolved' | 'archived'
        /** @enum {string} */
        to: 'active' | 'improving' | 'resolved' | 'archived'
        reason: string
        changedBy: string
        changedAt: string
      }[]
      asOf: string
    }
    PatternsTwins: {
      scope: {
        /** @enum {string} */
        field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
        /** @enum {string} */
        op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
        value: string | number
      }[]
      pairs: {
        denied: {
          claimId: string
          lineNumber: number
          serviceDate: string | null
          payerId: string | null
          procedureCode: string | null
          modifiers: string[]
          diagnosisCodes: string[]
          placeOfService: string | null
          providerId: string | null
          billedAmount: number
        }
        paid: {
          claimId: string
          lineNumber: number
          serviceDate: string | null
          payerId: string | null
          procedureCode: string | null
          modifiers: string[]
          diagnosisCodes: string[]
          placeOfService: string | null
          providerId: string | null
          billedAmount: number
          paidAmount: number
          differs: {
            /** @enum {string} */
            field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
            /** @enum {string} */
            op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
            value: string | number
          } | null
        }[]
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    PatternsEvidence: {
      evidence: {
        claimId: string | null
        claimReference: string
        lineNumber: number
        serviceDate: string | null
        denialDate: string | null
        denialReason: string | null
        carc: string | null
        rarc: string | null
        procedureCode: string | null
        modifiers: string[]
        billedAmount: number | null
        openAmount: number | null
        recoverableUntil: string | null
      }[]
      totals: {
        billedAmount: number
        openAmount: number
      }
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    PatternsDays: {
      window: components['schemas']['Window']
      days: {
        /** Format: date */
        date: string
        mature: boolean
        claimCount: number
        deniedCount: number
        denialRate: number | null
        dollarsDenied: number
        dollarsAtRisk: number
        appealCount: number
        appealRate: number | null
        appealsDecidedCount: number
        overturnCount: number
        overturnRate: number | null
      }[]
      total: {
        claimCount: number
        deniedCount: number
        denialRate: number | null
        dollarsDenied: number
        dollarsAtRisk: number
        appealCount: number
        appealRate: number | null
        appealsDecidedCount: number
        overturnCount: number
        overturnRate: number | null
      }
      matureBefore: string | null
      recomputing: boolean
      computationVersion: number
      asOf: string
    }
    PatternsSetStatus: {
      id: string
      /** @enum {string} */
      from: 'active' | 'improving' | 'resolved' | 'archived'
      /** @enum {string} */
      status: 'active' | 'improving' | 'resolved' | 'archived'
    }
    PatternsGet: {
      pattern: {
        id: string
        title: string
        description: string
        /** @enum {string} */
        category:
          | 'modifier-missing'
          | 'code-mismatch'
          | 'documentation'
          | 'authorization'
          | 'billing-error'
          | 'timing'
          | 'medical-necessity'
          | 'coding-specificity'
          | 'unclassified'
        /** @enum {string} */
        status: 'active' | 'improving' | 'resolved' | 'archived'
        /** @enum {string} */
        tier: 'critical' | 'high' | 'medium' | 'low'
        /** @enum {string} */
        origin: 'detected' | 'imported'
        adopted: boolean
        denialReason: string | null
        scope: {
          /** @enum {string} */
          field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
          /** @enum {string} */
          op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
          value: string | number
        }[]
        sentence: string
        finding: {
          carc: string | null
          window: components['schemas']['Window']
          population: number
          denials: number
          rate: number | null
          restPopulation: number
          restDenials: number
          restRate: number | null
          ratio: {
            estimate: number | null
            low: number
            high: number | null
          }
          p: number
          q: number
          searched: number
          confirmed: boolean | null
          later: {
            window: components['schemas']['Window']
            population: number
            denials: number
            rate: number | null
            restRate: number | null
            p: number
          } | null
          lastFoundAt: string
        } | null
        preventable: {
          amount: number
          low: number
          high: number
        } | null
        score: {
          frequency: number | null
          impact: number | null
          trend: ('up' | 'down' | 'stable') | null
          velocity: number | null
          confidence: number | null
          recency: number | null
        }
        avgDenialAmount: number | null
        totalAtRisk: number | null
        currentDenialRate: number | null
        baselineDenialRate: number | null
        baseline: {
          /** Format: date */
          start: string
          /** Format: date */
          end: string
          claimCount: number
          deniedCount: number
          denialRate: number | null
          dollarsDenied: number
        } | null
        current: {
          /** Format: date */
          start: string
          /** Format: date */
          end: string
          claimCount: number
          deniedCount: number
          denialRate: number | null
          dollarsDenied: number
        } | null
        insufficientData: boolean
        learningProgress: number
        practiceSessionsCompleted: number
        correctionsApplied: number
        firstDetected: string | null
        lastSeen: string | null
        detectedAt: string | null
        suggestedAction: string | null
        actionCategory: ('operational_system' | 'documentation' | 'coding_knowledge' | 'coverage_blindspot') | null
        /** @enum {string} */
        computationStatus: 'pending' | 'computing' | 'complete' | 'error'
        lastComputedAt: string | null
        shortTermAction: unknown | null
        longTermAction: unknown | null
        possibleRootCauses: unknown | null
        deniedClaims: number
        /** @enum {string} */
        remedy: 'appeal' | 'corrected_claim' | 'none'
        recoveryChance: number | null
        prevention: string[]
        related: {
          policies: string[]
          procedureCodes: string[]
          policyHits: {
            id: string
            name: string
            lines: number
            fixGuidance: string | null
          }[]
        }
        lineage: {
          /** @enum {string} */
          kind: 'scope_changed' | 'merged_into' | 'split_from'
          otherId: string | null
          scopeBefore:
            | {
                /** @enum {string} */
                field:
                  'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
                /** @enum {string} */
                op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
                value: string | number
              }[]
            | null
          scopeAfter:
            | {
                /** @enum {string} */
                field:
                  'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
                /** @enum {string} */
                op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
                value: string | number
              }[]
            | null
          recordedAt: string
        }[]
      }
      weekly: {
        /** Format: date */
        week: string
        claims: number
        denied: number
        denialRate: number | null
        dollarsDenied: number
        mature: boolean
      }[]
      rates: {
        weeks: number
        spans: {
          /** Format: date */
          start: string
          /** Format: date */
          end: string
          claims: number
          denied: number
          denialRate: number | null
          mature: boolean
        }[]
      }
      evidence: {
        claimId: string | null
        claimReference: string
        lineNumber: number
        serviceDate: string | null
        denialDate: string | null
        denialReason: string | null
        carc: string | null
        rarc: string | null
        procedureCode: string | null
        modifiers: string[]
        billedAmount: number | null
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
      computationVersion: number
    }
    PatternsList: {
      patterns: {
        id: string
        title: string
        description: string
        /** @enum {string} */
        category:
          | 'modifier-missing'
          | 'code-mismatch'
          | 'documentation'
          | 'authorization'
          | 'billing-error'
          | 'timing'
          | 'medical-necessity'
          | 'coding-specificity'
          | 'unclassified'
        /** @enum {string} */
        status: 'active' | 'improving' | 'resolved' | 'archived'
        /** @enum {string} */
        tier: 'critical' | 'high' | 'medium' | 'low'
        /** @enum {string} */
        origin: 'detected' | 'imported'
        adopted: boolean
        denialReason: string | null
        scope: {
          /** @enum {string} */
          field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
          /** @enum {string} */
          op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
          value: string | number
        }[]
        sentence: string
        finding: {
          carc: string | null
          window: components['schemas']['Window']
          population: number
          denials: number
          rate: number | null
          restPopulation: number
          restDenials: number
          restRate: number | null
          ratio: {
            estimate: number | null
            low: number
            high: number | null
          }
          p: number
          q: number
          searched: number
          confirmed: boolean | null
          later: {
            window: components['schemas']['Window']
            population: number
            denials: number
            rate: number | null
            restRate: number | null
            p: number
          } | null
          lastFoundAt: string
        } | null
        preventable: {
          amount: number
          low: number
          high: number
        } | null
        score: {
          frequency: number | null
          impact: number | null
          trend: ('up' | 'down' | 'stable') | null
          velocity: number | null
          confidence: number | null
          recency: number | null
        }
        avgDenialAmount: number | null
        totalAtRisk: number | null
        currentDenialRate: number | null
        baselineDenialRate: number | null
        baseline: {
          /** Format: date */
          start: string
          /** Format: date */
          end: string
          claimCount: number
          deniedCount: number
          denialRate: number | null
          dollarsDenied: number
        } | null
        current: {
          /** Format: date */
          start: string
          /** Format: date */
          end: string
          claimCount: number
          deniedCount: number
          denialRate: number | null
          dollarsDenied: number
        } | null
        insufficientData: boolean
        learningProgress: number
        practiceSessionsCompleted: number
        correctionsApplied: number
        firstDetected: string | null
        lastSeen: string | null
        detectedAt: string | null
        suggestedAction: string | null
        actionCategory: ('operational_system' | 'documentation' | 'coding_knowledge' | 'coverage_blindspot') | null
        /** @enum {string} */
        computationStatus: 'pending' | 'computing' | 'complete' | 'error'
        lastComputedAt: string | null
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
      computationVersion: number
    }
    NetworksDenials: {
      network: {
        slug: string
        name: string
      }
      window: components['schemas']['Window']
      minimumPractices: number
      total: {
        practices: number | null
        adjudicatedClaims: number | null
        deniedClaims: number | null
        denialRate: number | null
        interval: components['schemas']['Interval'] | null
        deniedAmount: number | null
      }
      byMonth: {
        practices: number | null
        adjudicatedClaims: number | null
        deniedClaims: number | null
        denialRate: number | null
        interval: components['schemas']['Interval'] | null
        deniedAmount: number | null
        month: string
      }[]
      byPayer: {
        practices: number | null
        adjudicatedClaims: number | null
        deniedClaims: number | null
        denialRate: number | null
        interval: components['schemas']['Interval'] | null
        deniedAmount: number | null
        payer: string
        months: number
      }[]
      otherPayers: {
        practices: number | null
        adjudicatedClaims: number | null
        deniedClaims: number | null
        denialRate: number | null
        interval: components['schemas']['Interval'] | null
        deniedAmount: number | null
      }
      asOf: string
    }
    MetricsServer: {
      jobs: {
        job: string
        /** @enum {string} */
        state: 'running' | 'complete' | 'failed' | 'released'
        runs: number
        seconds: number
      }[]
      workers: number
      waitingDays: number
      unfinishedImports: number
    }
    ComputationRefresh: {
      days: number
      created: string[]
      adopted: string[]
      patterns: number
      slices: number
      longestSliceMs: number
      asOf: string
    }
    ImpactGet: {
      /** @enum {string} */
      level: 'pattern' | 'lesson'
      patternId: string
      title: string
      denialReason: string
      scope: {
        /** @enum {string} */
        field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
        /** @enum {string} */
        op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
        value: string | number
      }[]
      interventions: {
        /** @enum {string} */
        kind: 'resubmission' | 'workflow_update' | 'staff_training' | 'system_configuration' | 'practice_session' | 'other'
        /** Format: date */
        on: string
        /** Format: date */
        recordedOn: string
      }[]
      intervention: string | null
      verified: {
        amount: number
        payments: number
      }
      avoided: {
        /** @enum {string} */
        state: 'shown' | 'not_shown' | 'worse' | 'not_enough_yet' | 'no_baseline' | 'no_control' | 'not_preventive'
        amount: number
        denials: {
          low: number
          estimate: number
          high: number
        } | null
        dollars: {
          low: number
          estimate: number
          high: number
        } | null
      }
      enoughOn: string | null
      counted: boolean
      baselineFrom: ('before_detection' | 'after_detection') | null
      control: ('same_payer_and_reason' | 'same_reason' | 'same_payer' | 'other_denials') | null
      before: {
        weeks: number
        treated: {
          claims: number
          denied: number
          denialRate: number | null
        }
        control: {
          claims: number
          denied: number
          denialRate: number | null
        }
      } | null
      after: {
        weeks: number
        treated: {
          claims: number
          denied: number
          denialRate: number | null
        }
        control: {
          claims: number
          denied: number
          denialRate: number | null
        }
      } | null
      change: {
        low: number
        estimate: number
        high: number
      } | null
      meanDeniedAmount: number | null
      paidShare: number | null
      weekly: {
        /** Format: date */
        week: string
        number: number
        /** @enum {string} */
        use: 'baseline' | 'seen' | 'washout' | 'after' | 'unused'
        treated: {
          claims: number
          denied: number
          denialRate: number | null
        }
        control: {
          claims: number
          denied: number
          denialRate: number | null
        }
      }[]
      method: string[]
      recomputing: boolean
      asOf: string
    }
    ImpactPayments: {
      total: number
      payments: {
        /** Format: date */
        paidOn: string
        claimId: string
        payerId: string | null
        payerName: string | null
        traceNumber: string | null
        kind: ('original' | 'reversal') | null
        firstDeniedOn: string | null
        amount: number
      }[]
      pagination: components['schemas']['Pagination']
      recomputing: boolean
      asOf: string
    }
    ImpactLedger: {
      verified: {
        amount: number
        payments: number
      }
      avoided: {
        /** @enum {string} */
        state: 'shown' | 'not_shown' | 'worse' | 'not_enough_yet' | 'no_baseline' | 'no_control' | 'not_preventive'
        amount: number
        denials: {
          low: number
          estimate: number
          high: number
        } | null
        dollars: {
          low: number
          estimate: number
          high: number
        } | null
        measured: number
      }
      patterns: {
        /** @enum {string} */
        level: 'pattern' | 'lesson'
        patternId: string
        title: string
        denialReason: string
        scope: {
          /** @enum {string} */
          field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
          /** @enum {string} */
          op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
          value: string | number
        }[]
        interventions: {
          /** @enum {string} */
          kind: 'resubmission' | 'workflow_update' | 'staff_training' | 'system_configuration' | 'practice_session' | 'other'
          /** Format: date */
          on: string
          /** Format: date */
          recordedOn: string
        }[]
        intervention: string | null
        verified: {
          amount: number
          payments: number
        }
        avoided: {
          /** @enum {string} */
          state: 'shown' | 'not_shown' | 'worse' | 'not_enough_yet' | 'no_baseline' | 'no_control' | 'not_preventive'
          amount: number
          denials: {
            low: number
            estimate: number
            high: number
          } | null
          dollars: {
            low: number
            estimate: number
            high: number
          } | null
        }
        enoughOn: string | null
        counted: boolean
      }[]
      lessons: {
        /** @enum {string} */
        level: 'pattern' | 'lesson'
        patternId: string
        title: string
        denialReason: string
        scope: {
          /** @enum {string} */
          field: 'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'
          /** @enum {string} */
          op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
          value: string | number
        }[]
        interventions: {
          /** @enum {string} */
          kind: 'resubmission' | 'workflow_update' | 'staff_training' | 'system_configuration' | 'practice_session' | 'other'
          /** Format: date */
          on: string
          /** Format: date */
          recordedOn: string
        }[]
        intervention: string | null
        verified: {
          amount: number
          payments: number
        }
        avoided: {
          /** @enum {string} */
          state: 'shown' | 'not_shown' | 'worse' | 'not_enough_yet' | 'no_baseline' | 'no_control' | 'not_preventive'
          amount: number
          denials: {
            low: number
            estimate: number
            high: number
          } | null
          dollars: {
            low: number
            estimate: number
            high: number
          } | null
        }
        enoughOn: string | null
        counted: boolean
      }[]
      providers: {
        providerId: string
        providerName: string | null
        verified: {
          amount: number
          payments: number
        }
        avoided: {
          /** @enum {string} */
          state: 'shown' | 'not_shown' | 'worse' | 'not_enough_yet' | 'no_baseline' | 'no_control' | 'not_preventive'
          amount: number
          denials: {
            low: number
            estimate: number
            high: number
          } | null
          dollars: {
            low: number
            estimate: number
            high: number
          } | null
          measured: number
        }
      }[]
      paidShare: number | null
      recomputing: boolean
      asOf: string
    }
    RevenueRecovered: {
      amount: number
      interval: components['schemas']['Interval'] | null
      paidShare: number | null
      paidShareWindow: {
        /** Format: date */
        start: string
        /** Format: date */
        end: string
      }
      states: {
        [key: string]: number
      }
      patterns: {
        patternId: string
        title: string
        /** @enum {string} */
        state: 'counted' | 'not_significant' | 'got_worse' | 'insufficient_data' | 'paid_share_unknown' | 'counted_in_scopes' | 'counted_in_another'
        baseline: {
          claims: number | null
          denied: number | null
          denialRate: number | null
        }
        current: {
          claims: number | null
          denied: number | null
          denialRate: number | null
        }
        p: number | null
        fall: {
          points: number
          interval: components['schemas']['Interval']
        } | null
        meanDeniedAmount: number | null
        amount: number
        interval: components['schemas']['Interval'] | null
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    CashRecovered: {
      window: components['schemas']['Window']
      total: number
      paymentsTotal: number
      payments: {
        /** Format: date */
        paidOn: string
        claimId: string
        payerId: string | null
        payerName: string | null
        traceNumber: string | null
        kind: ('original' | 'reversal') | null
        firstDeniedOn: string | null
        denialReason: string | null
        denialCarc: string | null
        amount: number
        cumulative: number
      }[]
      pagination: components['schemas']['Pagination']
      recomputing: boolean
      asOf: string
    }
    MetricsBridgeClaims: {
      window: components['schemas']['Window']
      text: string
      claims: {
        id: string
        submissionDate: string | null
        payerId: string | null
        payerName: string | null
        /** @enum {string} */
        status: 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
        initialOutcome: ('paid' | 'partially_denied' | 'denied') | null
        finalOutcome: ('paid' | 'partially_denied' | 'denied') | null
        isDuplicate: boolean
        denialReason: string | null
        billedAmount: number
        paidAmount: number
        deniedAmount: number
        lineCount: number
        deniedLineCount: number
        before: {
          numerator: boolean
          denominator: boolean
        }
        after: {
          numerator: boolean
          denominator: boolean
        }
      }[]
      pagination: components['schemas']['Pagination']
      asOf: string
    }
    MetricsBridge: {
      window: components['schemas']['Window']
      definitions: {
        /** @enum {string} */
        unit: 'claims' | 'lines' | 'dollars'
        numerator: number
        denominator: number
        rate: number | null
        /** @enum {string} */
        key:
          | 'initial'
          | 'initial_or_partial'
          | 'submitted'
          | 'primary'
          | 'with_duplicates'
          | 'final'
          | 'final_of_initial'
          | 'status_denied'
          | 'clp02_4'
          | 'lines'
          | 'dollars'
          | 'submitted_dollars'
        name: string
        definition: string
        source: string
      }[]
      waterfall: {
        from: {
          /** @enum {string} */
          unit: 'claims' | 'lines' | 'dollars'
          numerator: number
          denominator: number
          rate: number | null
          /** @enum {string} */
          key:
            | 'initial'
            | 'initial_or_partial'
            | 'submitted'
            | 'primary'
            | 'with_duplicates'
            | 'final'
            | 'final_of_initial'
            | 'status_denied'
            | 'clp02_4'
            | 'lines'
            | 'dollars'
            | 'submitted_dollars'
        }
        steps: {
          /** @enum {string} */
          unit: 'claims' | 'lines' | 'dollars'
          numerator: number
          denominator: number
          rate: number | null
          /** @enum {string} */
          key:
            | 'pending'
            | 'duplicate'
            | 'no_primary_decision'
            | 'no_remittance'
            | 'other_code'
            | 'code_4_not_denied'
            | 'under_appeal'
            | 'paid_later'
            | 'partly_paid_later'
            | 'taken_back'
            | 'denied_later'
            | 'denied_in_full_later'
            | 'denied_in_part'
            | 'never_denied'
            | 'by_claim'
            | 'by_line'
            | 'by_dollar'
          text: string
          claims: number
          change: {
            numerator: number
            denominator: number
          } | null
        }[]
        to: {
          /** @enum {string} */
          unit: 'claims' | 'lines' | 'dollars'
          numerator: number
          denominator: number
          rate: number | null
          /** @enum {string} */
          key:
            | 'initial'
            | 'initial_or_partial'
            | 'submitted'
            | 'primary'
            | 'with_duplicates'
            | 'final'
            | 'final_of_initial'
            | 'status_denied'
            | 'clp02_4'
            | 'lines'
            | 'dollars'
            | 'submitted_dollars'
        }
      }
      asOf: string
    }
    MetricsProvider: {
      provider: {
        id: string
        name: string
        specialty: string | null
      }
      denialRate: number | null
      denialRateInterval: components['schemas']['Interval'] | null
      adjudicatedClaims: number
      pendingClaims: number
      deniedClaims: number
      deniedAmount: number
      adjudicatedAmount: number
      paidAmount: number
      appeals: {
        filed: number
        decided: number
        won: number
      }
      trendDetails: {
        denialRate: {
          change: number | null
          interval: components['schemas']['Interval'] | null
          comparable: boolean
        }
      }
      window: components['schemas']['Window']
      previousWindow: components['schemas']['Window']
      data: {
        /** Format: date */
        firstService: string
        /** Format: date */
        lastService: string
      } | null
      daily: {
        /** Format: date */
        date: string
        claims: number
        adjudicated: number
        denied: number
        denialRate: number | null
        deniedAmount: number
        mature: boolean
        week: {
          adjudicated: number
          denied: number
          denialRate: number | null
        }
      }[]
      maturity: number | null
      recomputing: boolean
      asOf: string
    }
    MetricsDashboard: {
      deniedAmount: number
      denialRate: number | null
      denialRateInterval: components['schemas']['Interval'] | null
      approvalRate: number | null
      totalClaims: number
      deniedClaims: number
      patternsDetected: number
      criticalPatterns: number
      revenueRecovered: number
      revenueRecoveredInterval: components['schemas']['Interval'] | null
      trends: {
        denialRate: number | null
        approvalRate: number | null
        patternsDetected: number | null
      }
      pendingClaims: number
      adjudicatedClaims: number
      partiallyDeniedClaims: number
      duplicateClaims: number
      finalDenialRate: number | null
      lineDenialRate: number | null
      dollarDenialRate: number | null
      cashRecovered: number
      billedAmount: number
      adjudicatedAmount: number
      paidAmount: number
      trendDetails: {
        denialRate: {
          change: number | null
          interval: components['schemas']['Interval'] | null
          comparable: boolean
        }
        approvalRate: {
          change: number | null
          interval: components['schemas']['Interval'] | null
          comparable: boolean
        }
      }
      window: components['schemas']['Window']
      previousWindow: components['schemas']['Window']
      data: {
        /** Format: date */
        firstSubmission: string
        /** Format: date */
        lastSubmission: string
      } | null
      daily: {
        /** Format: date */
        date: string
        claims: number
        adjudicated: number
        denied: number
        denialRate: number | null
        deniedAmount: number
        mature: boolean
        week: {
          adjudicated: number
          denied: number
          denialRate: number | null
        }
      }[]
      maturity: number | null
      recomputing: boolean
      computationVersion: number
      asOf: string
    }
    OrganizationSettings: {
      settings: {
        tiers: {
          critical: {
            /** @default 20 */
            frequency: number
            /** @default 5000 */
            impact: number
          }
          high: {
            /** @default 10 */
            frequency: number
            /** @default 2000 */
            impact: number
          }
          medium: {
            /** @default 5 */
            frequency: number
          }
        }
        detection: {
          /** @default 30 */
          daysBack: number
          /** @default 5 */
          minimumDenials: number
        }
      }
      defaults: {
        tiers: {
          critical: {
            /** @default 20 */
            frequency: number
            /** @default 5000 */
            impact: number
          }
          high: {
            /** @default 10 */
            frequency: number
            /** @default 2000 */
            impact: number
          }
          medium: {
            /** @default 5 */
            frequency: number
          }
        }
        detection: {
          /** @default 30 */
          daysBack: number
          /** @default 5 */
          minimumDenials: number
        }
      }
      letterhead: string | null
    }
    OrganizationUpdate: {
      slug: string
      name: string
      timeZone: string
      settings: {
        tiers: {
          critical: {
            /** @default 20 */
            frequency: number
            /** @default 5000 */
            impact: number
          }
          high: {
            /** @default 10 */
            frequency: number
            /** @default 2000 */
            impact: number
          }
          medium: {
            /** @default 5 */
            frequency: number
          }
        }
        detection: {
          /** @default 30 */
          daysBack: number
          /** @default 5 */
          minimumDenials: number
        }
      }
      letterhead: string | null
      recomputesAll: boolean
    }
    OrganizationGet: {
      slug: string
      name: string
      timeZone: string
      isDemo: boolean
    }
    Pagination: {
      total: number
      page: number
      limit: number
      pages: number
    }
    Window: {
      /** Format: date */
      start: string
      /** Format: date */
      end: string
    }
    Interval: {
      low: number
      high: number
    }
    schema0:
      | string
      | number
      | boolean
      | null
      | components['schemas']['schema0'][]
      | {
          [key: string]: components['schemas']['schema0']
        }
  }
  responses: {
    /** @description The request is not valid; `fields` names what is wrong. */
    Problem400: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Not signed in. */
    Problem401: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Your role or token may not do this. */
    Problem403: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description There is no such thing in your organization. */
    Problem404: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description It cannot be done as things stand, or the request with this Idempotency-Key is still at work. */
    Problem409: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The body came without its Content-Length. */
    Problem411: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description It is no longer as If-Match says. */
    Problem412: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The body is larger than this takes. */
    Problem413: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The Idempotency-Key came with another request before, or a file in the request cannot be read. */
    Problem422: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Too many requests; Retry-After says how many seconds to wait. */
    Problem429: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Something went wrong inside Overturn; the log has the details under X-Request-Id. */
    Problem500: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The database does not answer. */
    Problem503: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Nothing has changed since the answer that has this ETag. */
    NotModified: {
      headers: {
        ETag: components['headers']['ETag']
        [name: string]: unknown
      }
      content?: never
    }
  }
  parameters: {
    /** @description Which organization is meant, for who belongs to several: its short name. */
    Organization: string
    /** @description The ETag that you have: the answer is 304 when nothing has changed. */
    IfNoneMatch: string
    /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
    IfMatch: string
    /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
    IdempotencyKey: string
  }
  requestBodies: never
  headers: {
    /** @description Names what the answer says; for If-None-Match and If-Match. */
    ETag: string
    /** @description RFC 8288: the first, previous, next and last page. */
    Link: string
    /** @description Under this id the log speaks of the request. */
    RequestId: string
    /** @description `true` when this answer was given before to the same Idempotency-Key. */
    Replayed: string
  }
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  'organization.get': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OrganizationGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'organization.update': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @description Its name. */
          name?: string
          /** @description Its time zone, such as America/Chicago. */
          timeZone?: string
          /** @description Thresholds; what is left out stays. */
          settings?: {
            tiers?: {
              critical?: {
                frequency?: number
                impact?: number
              }
              high?: {
                frequency?: number
                impact?: number
              }
              medium?: {
                frequency?: number
              }
            }
            detection?: {
              daysBack?: number
              minimumDenials?: number
            }
          }
          /** @description Name and address at the top of its letters, line by line; null for none. */
          letterhead?: string | null
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OrganizationUpdate']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'organization.settings': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OrganizationSettings']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'metrics.dashboard': {
    parameters: {
      query?: {
        /**
         * @description Length of the window in days, up to and with today (or the day it is as of).
         * @example 90
         */
        days?: number
        /**
         * @description Id of a payer: only its claims count.
         * @example P1
         */
        payer?: string
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MetricsDashboard']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'metrics.provider': {
    parameters: {
      query?: {
        /**
         * @description Length of the window in days, up to and with today (or the day it is as of).
         * @example 90
         */
        days?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example DR1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MetricsProvider']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'metrics.bridge': {
    parameters: {
      query?: {
        /**
         * @description Length of the window in days, up to and with today (or the day it is as of).
         * @example 90
         */
        days?: number
        /** @description First day of the period. */
        start?: string
        /** @description The day after the last one of the period. */
        end?: string
        /** @description Id of a payer: only its claims count. */
        payer?: string
        /**
         * @description The definition to begin with.
         * @example final
         */
        from?:
          | 'initial'
          | 'initial_or_partial'
          | 'submitted'
          | 'primary'
          | 'with_duplicates'
          | 'final'
          | 'final_of_initial'
          | 'status_denied'
          | 'clp02_4'
          | 'lines'
          | 'dollars'
          | 'submitted_dollars'
        /**
         * @description The definition to end with.
         * @example dollars
         */
        to?:
          | 'initial'
          | 'initial_or_partial'
          | 'submitted'
          | 'primary'
          | 'with_duplicates'
          | 'final'
          | 'final_of_initial'
          | 'status_denied'
          | 'clp02_4'
          | 'lines'
          | 'dollars'
          | 'submitted_dollars'
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MetricsBridge']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'metrics.bridgeClaims': {
    parameters: {
      query: {
        /**
         * @description The step between the two definitions whose claims are listed.
         * @example pending
         */
        step:
          | 'pending'
          | 'duplicate'
          | 'no_primary_decision'
          | 'no_remittance'
          | 'other_code'
          | 'code_4_not_denied'
          | 'under_appeal'
          | 'paid_later'
          | 'partly_paid_later'
          | 'taken_back'
          | 'denied_later'
          | 'denied_in_full_later'
          | 'denied_in_part'
          | 'never_denied'
          | 'by_claim'
          | 'by_line'
          | 'by_dollar'
        /**
         * @description Length of the window in days, up to and with today (or the day it is as of).
         * @example 90
         */
        days?: number
        /** @description First day of the period. */
        start?: string
        /** @description The day after the last one of the period. */
        end?: string
        /** @description Id of a payer: only its claims count. */
        payer?: string
        /** @description The definition to begin with. */
        from?:
          | 'initial'
          | 'initial_or_partial'
          | 'submitted'
          | 'primary'
          | 'with_duplicates'
          | 'final'
          | 'final_of_initial'
          | 'status_denied'
          | 'clp02_4'
          | 'lines'
          | 'dollars'
          | 'submitted_dollars'
        /** @description The definition to end with. */
        to?:
          | 'initial'
          | 'initial_or_partial'
          | 'submitted'
          | 'primary'
          | 'with_duplicates'
          | 'final'
          | 'final_of_initial'
          | 'status_denied'
          | 'clp02_4'
          | 'lines'
          | 'dollars'
          | 'submitted_dollars'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MetricsBridgeClaims']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'cash.recovered': {
    parameters: {
      query?: {
        /** @description Length of the window in days, up to and with today (or the day it is as of). */
        days?: number
        /**
         * @description First day of the period.
         * @example 2026-03-01
         */
        start?: string
        /**
         * @description The day after the last one of the period.
         * @example 2026-04-01
         */
        end?: string
        /** @description Id of a payer: only its claims count. */
        payer?: string
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CashRecovered']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'revenue.recovered': {
    parameters: {
      query?: {
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['RevenueRecovered']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'impact.ledger': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImpactLedger']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'impact.payments': {
    parameters: {
      query?: {
        /**
         * @description Id of a pattern.
         * @example PTN-1
         */
        patternId?: string
        /**
         * @description Which appeal of the claim; the latest where it is left out.
         * @example pattern
         */
        level?: 'pattern' | 'lesson'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImpactPayments']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'impact.get': {
    parameters: {
      query?: {
        /**
         * @description What was done about the pattern itself, or what was learned of it.
         * @example lesson
         */
        level?: 'pattern' | 'lesson'
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a pattern.
         * @example PTN-1
         */
        patternId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImpactGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'computation.refresh': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /**
           * @description Everything, instead of what has changed only.
           * @default false
           */
          all?: boolean
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ComputationRefresh']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'metrics.server': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MetricsServer']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'networks.denials': {
    parameters: {
      query?: {
        /**
         * @description How many calendar months, up to and with the last one that has ended.
         * @example 3
         */
        months?: (1 | 3 | 12) | ('1' | '3' | '12')
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Slug of the network.
         * @example valley
         */
        network: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['NetworksDenials']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'patterns.list': {
    parameters: {
      query?: {
        /**
         * @description Only patterns of this status; `improved` is improving or resolved.
         * @example improved
         */
        status?: 'all' | 'improved' | 'active' | 'improving' | 'resolved' | 'archived'
        /** @description Only patterns of this tier. */
        tier?: 'all' | 'critical' | 'high' | 'medium' | 'low'
        /** @description Only patterns of this category of the catalog. */
        category?:
          | 'all'
          | 'modifier-missing'
          | 'code-mismatch'
          | 'documentation'
          | 'authorization'
          | 'billing-error'
          | 'timing'
          | 'medical-necessity'
          | 'coding-specificity'
          | 'unclassified'
        /** @description Only those with a scope, or only those that are every claim with one reason. */
        kind?: 'all' | 'scope' | 'reason'
        /** @description Exactly this canonical denial reason. */
        reason?: string
        /** @description By what claims served later say of a pattern with a scope. */
        confirmed?: 'all' | 'confirmed' | 'not_yet' | 'not_borne_out'
        /** @description Id of a payer: only its claims count. */
        payer?: string
        /**
         * @description What the list goes by.
         * @example recency
         */
        sort?: 'priority' | 'impact' | 'frequency' | 'recency' | 'rate' | 'ratio' | 'title'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PatternsList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'patterns.get': {
    parameters: {
      query?: {
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example PTN-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PatternsGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'patterns.setStatus': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example PTN-2
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description What it shall be.
           * @enum {string}
           */
          status: 'active' | 'improving' | 'resolved' | 'archived'
          /** @description For the record. Nothing about a patient belongs here. */
          reason: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PatternsSetStatus']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'patterns.days': {
    parameters: {
      query?: {
        /**
         * @description Length of the window in days, up to and with today (or the day it is as of).
         * @example 90
         */
        days?: number
        /** @description First day of the period. */
        start?: string
        /** @description The day after the last one of the period. */
        end?: string
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example PTN-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PatternsDays']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'patterns.evidence': {
    parameters: {
      query?: {
        /** @description Served from this day on. */
        start?: string
        /** @description Served before this day. */
        end?: string
        /** @description Only lines with this procedure. */
        procedureCode?: string
        /** @description Only lines that this code denies. */
        carc?: string
        /** @description Only what is still denied and can be appealed or corrected today. */
        recoverable?: boolean
        /** @description What the list goes by. */
        sort?: 'served' | 'value' | 'due'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example PTN-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PatternsEvidence']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'patterns.twins': {
    parameters: {
      query?: {
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example PTN-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PatternsTwins']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'patterns.actions.list': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a pattern.
         * @example PTN-1
         */
        patternId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PatternsActionsList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'patterns.actions.record': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a pattern.
         * @example PTN-1
         */
        patternId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description What kind of thing it was.
           * @enum {string}
           */
          kind: 'resubmission' | 'workflow_update' | 'staff_training' | 'system_configuration' | 'other'
          /**
           * Format: date
           * @description The day on which it was done.
           */
          happenedOn: string
          /** @description What was done. Nothing about a patient belongs here. */
          note?: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PatternsActionsRecord']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'patterns.actions.remove': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a pattern.
         * @example PTN-1
         */
        patternId: string
        /**
         * @description Its number within the pattern.
         * @example 1
         */
        position: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PatternsActionsRemove']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'patterns.detect': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @description How many days back denials are looked for; the organization's setting where it is left out. */
          daysBack?: number
          /** @description How many denied claims make a pattern; the organization's setting where it is left out. */
          minimumDenials?: number
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PatternsDetect']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'patterns.refresh': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PatternsRefresh']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'changes.list': {
    parameters: {
      query?: {
        /**
         * @description Id of a payer: only its claims count.
         * @example P1
         */
        payer?: string
        /** @description Exactly this canonical denial reason. */
        reason?: string
        /** @description Id of a pattern. */
        pattern?: string
        /**
         * @description Only rises, or only falls.
         * @example up
         */
        direction?: 'all' | 'up' | 'down'
        /**
         * @description Only changes of which the new rate still holds.
         * @example true
         */
        open?: boolean
        /** @description Only changes of which the new rate held on this day or later: those that still hold, and those that ended after it. */
        heldSince?: string
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChangesList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'changes.claims': {
    parameters: {
      query?: {
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example 12345
         */
        id: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChangesClaims']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'changes.detect': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChangesDetect']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'claims.list': {
    parameters: {
      query?: {
        /**
         * @description Only claims of this status; `approved` is paid.
         * @example denied
         */
        status?: 'all' | 'approved' | 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
        /**
         * @description Days up to today, a first day and the day after the last (`2026-01-01/2026-02-01`), or `all`; of submission, unless `basis` says otherwise.
         * @example 2026-01-01/2026-02-01
         */
        dateRange?: 'all' | number | string
        /**
         * @description Whether the days are those of submission or of service.
         * @example service
         */
        basis?: 'submission' | 'service'
        /** @description Id of a payer: only its claims count. */
        payer?: string
        /** @description Id of a billing provider: only its claims. */
        provider?: string
        /** @description Id of a provider: only claims that it rendered, or billed where nobody is named who rendered them. */
        servedBy?: string
        /** @description Outcome of the primary payer's first decision, duplicates apart; `any_denied` is wholly or in part, `decided` any of them, `duplicate` the duplicates, `none` none yet. */
        initial?: 'paid' | 'partially_denied' | 'denied' | 'any_denied' | 'decided' | 'duplicate' | 'none'
        /** @description Only the denials of this pattern. */
        pattern?: string
        /** @description Only claims with a line that hits this policy. */
        policy?: string
        /** @description Of `policy`: only the claims that this count of it counts, in the period of its metrics. */
        policyCount?: 'hit' | 'denied' | 'appealed' | 'appeal_decided' | 'overturned' | 'without_modifier' | 'without_modifier_denied'
        /** @description Exactly this canonical denial reason. */
        reason?: string
        /** @description Adjustment reason code (CARC) behind the denial of the claim. */
        carc?: string
        /** @description Remark code (RARC) behind the denial of the claim. */
        rarc?: string
        /** @description Only claims with a line that bills this procedure. */
        procedureCode?: string
        /** @description Only claims of this type. */
        claimType?: 'professional' | 'institutional' | 'dental' | 'pharmacy'
        /** @description Only claims that charge at least so many dollars. */
        billedFrom?: number
        /** @description Only claims of which the first decision denied at least so many dollars. */
        deniedFrom?: number
        /**
         * @description What the list goes by.
         * @example denied
         */
        sort?: 'submitted' | 'service' | 'billed' | 'denied'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClaimsList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'claims.list.search': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /**
           * @description Only claims of this status; `approved` is paid.
           * @default all
           * @enum {string}
           */
          status?: 'all' | 'approved' | 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
          /**
           * @description Days up to today, a first day and the day after the last (`2026-01-01/2026-02-01`), or `all`; of submission, unless `basis` says otherwise.
           * @default 30
           */
          dateRange?: 'all' | number | string
          /**
           * @description Whether the days are those of submission or of service.
           * @default submission
           * @enum {string}
           */
          basis?: 'submission' | 'service'
          /** @description Id of a payer: only its claims count. */
          payer?: string
          /** @description Id of a billing provider: only its claims. */
          provider?: string
          /** @description Id of a provider: only claims that it rendered, or billed where nobody is named who rendered them. */
          servedBy?: string
          /**
           * @description Outcome of the primary payer's first decision, duplicates apart; `any_denied` is wholly or in part, `decided` any of them, `duplicate` the duplicates, `none` none yet.
           * @enum {string}
           */
          initial?: 'paid' | 'partially_denied' | 'denied' | 'any_denied' | 'decided' | 'duplicate' | 'none'
          /** @description Only the denials of this pattern. */
          pattern?: string
          /** @description Only claims with a line that hits this policy. */
          policy?: string
          /**
           * @description Of `policy`: only the claims that this count of it counts, in the period of its metrics.
           * @enum {string}
           */
          policyCount?: 'hit' | 'denied' | 'appealed' | 'appeal_decided' | 'overturned' | 'without_modifier' | 'without_modifier_denied'
          /** @description Exactly this canonical denial reason. */
          reason?: string
          /** @description Adjustment reason code (CARC) behind the denial of the claim. */
          carc?: string
          /** @description Remark code (RARC) behind the denial of the claim. */
          rarc?: string
          /** @description Only claims with a line that bills this procedure. */
          procedureCode?: string
          /**
           * @description Only claims of this type.
           * @enum {string}
           */
          claimType?: 'professional' | 'institutional' | 'dental' | 'pharmacy'
          /** @description Only claims that charge at least so many dollars. */
          billedFrom?: number
          /** @description Only claims of which the first decision denied at least so many dollars. */
          deniedFrom?: number
          /** @description Exactly this patient control number, the practice's own account number. Never part of a URL. */
          controlNumber?: string
          /**
           * @description What the list goes by.
           * @default submitted
           * @enum {string}
           */
          sort?: 'submitted' | 'service' | 'billed' | 'denied'
          /**
           * @description Which page of the list, from 1.
           * @default 1
           */
          page?: number
          /**
           * @description How many entries a page has.
           * @default 20
           */
          limit?: number
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClaimsList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      411: components['responses']['Problem411']
      413: components['responses']['Problem413']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'claims.check': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @description The claims, where no `x12` is given. Nothing of them is kept. */
          claims?: {
            /** @default null */
            patientControlNumber?: string | null
            /** @default null */
            payer?: string | null
            /** @default null */
            provider?: string | null
            /** @default null */
            renderingProvider?: string | null
            /** @default null */
            claimType?: ('professional' | 'institutional' | 'dental' | 'pharmacy') | null
            /** @default null */
            serviceDate?: string | null
            /** @default null */
            submissionDate?: string | null
            /** @default null */
            placeOfService?: string | null
            /** @default [] */
            diagnosisCodes?: string[]
            /** @default null */
            hasAuthorization?: boolean | null
            lines: {
              /** @default null */
              procedureCode?: string | null
              /** @default [] */
              modifiers?: string[]
              /** @default [] */
              diagnosisCodes?: string[]
              /** @default null */
              placeOfService?: string | null
              /** @default null */
              renderingProvider?: string | null
              /** @default null */
              units?: number | null
              /** @default null */
              billedAmount?: number | null
            }[]
          }[]
          /** @description An 837 as it would be sent, in place of `claims`. Nothing of it is kept. */
          x12?: string
          /**
           * @description Also what checks say that are still in shadow.
           * @default false
           */
          includeShadow?: boolean
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClaimsCheck']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      411: components['responses']['Problem411']
      413: components['responses']['Problem413']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'claims.get': {
    parameters: {
      query?: {
        /** @description Also who the patient is. Each such look is on record. */
        identifiers?: boolean
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example CLM-1001
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClaimsGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'claims.history': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example CLM-1001
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClaimsHistory']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'claims.source': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example CLM-1001
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClaimsSource']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'checks.list': {
    parameters: {
      query?: {
        /**
         * @description `running` is in shadow or live.
         * @example shadow
         */
        state?: 'running' | 'all' | 'shadow' | 'live' | 'retired'
        /** @description Only checks of this pattern. */
        pattern?: string
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChecksList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'checks.create': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Id of a pattern. */
          patternId: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChecksCreate']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'checks.evaluate': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChecksEvaluate']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'checks.get': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example CHK-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChecksCreate']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'checks.release': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example CHK-2
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @description Why it is released without the evidence that is asked for. Nothing about a patient belongs here. */
          anyway?: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChecksCreate']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'checks.retire': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example CHK-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Why it is ended. Nothing about a patient belongs here. */
          reason: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChecksCreate']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'decisions.inconsistent': {
    parameters: {
      query?: {
        /**
         * @description Days of service, up to and with today.
         * @example 45
         */
        days?: number
        /**
         * @description Id of a payer: only its claims count.
         * @example P1
         */
        payer?: string
        /** @description Only this procedure code. */
        code?: string
        /** @description Exactly this canonical denial reason. */
        reason?: string
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['DecisionsInconsistent']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'appeals.list': {
    parameters: {
      query?: {
        /** @description Only appeals that ended so, are still open (`pending`), or were won wholly or in part (`won`). */
        outcome?: 'all' | 'won' | 'pending' | 'upheld' | 'overturned' | 'partially_overturned' | 'withdrawn'
        /** @description Id of a payer: only its claims count. */
        payer?: string
        /** @description Id of a provider: only appeals on claims that it rendered, or billed where nobody is named who rendered them. */
        servedBy?: string
        /** @description Only appeals filed in the last so many days, up to and with today. */
        filedWithin?: number
        /** @description Only appeals that the payer decided in the last so many days, up to and with today. */
        decidedWithin?: number
        /**
         * @description Only open appeals whose deadline is at most so many days away.
         * @example 7
         */
        dueWithin?: number
        /**
         * @description What the list goes by.
         * @example value
         */
        sort?: 'due' | 'value' | 'filed'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AppealsList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'appeals.deadlines': {
    parameters: {
      query?: {
        /**
         * @description Last days from today up to so many days ahead.
         * @example 60
         */
        dueWithin?: number
        /** @description Id of a payer: only its claims count. */
        payer?: string
        /**
         * @description What may get the money back.
         * @example appeal
         */
        remedy?: 'all' | 'appeal' | 'corrected_claim'
        /** @description Only denials of this pattern. */
        pattern?: string
        /**
         * @description What the list goes by.
         * @example value
         */
        sort?: 'due' | 'value'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AppealsDeadlines']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'appeals.create': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a claim.
         * @example CLM-1001
         */
        claimId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @description The day on which it was filed.
           */
          filedOn: string
          /** @description Which appeal of the claim it is; the one after the claim's latest where it is left out. */
          level?: number
          /** @description Lines that the appeal is about; none: the claim as a whole. */
          lineNumbers?: number[]
          /** @description Dollars that it is about; what was denied of its lines where it is left out. */
          amount?: number
          /**
           * Format: date
           * @description The last day to file it.
           */
          deadline?: string
          /** @description For the record of the work. Nothing about the patient belongs here. */
          note?: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AppealsCreate']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'appeals.correct': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a claim.
         * @example CLM-1002
         */
        claimId: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @description Which appeal of the claim; the latest where it is left out. */
          level?: number
          /**
           * Format: date
           * @description The day on which it was filed.
           */
          filedOn?: string
          /** @description Lines that the appeal is about; none: the claim as a whole. */
          lineNumbers?: number[]
          /** @description Dollars that it is about; null for what was denied of its lines. */
          amount?: number | null
          /** @description The last day to file it. */
          deadline?: string | null
          /** @description For the record of the work. Nothing about the patient belongs here. */
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AppealsCreate']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'appeals.decide': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a claim.
         * @example CLM-1003
         */
        claimId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Which appeal of the claim; the latest where it is left out. */
          level?: number
          /**
           * @description How it ended.
           * @enum {string}
           */
          outcome: 'overturned' | 'partially_overturned' | 'upheld' | 'withdrawn'
          /**
           * Format: date
           * @description The day on which the payer decided, or on which it was withdrawn.
           */
          on: string
          /** @description Dollars that the payer says it will pay more, where it was won wholly or in part. */
          amount?: number
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AppealsCreate']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'appeals.reopen': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a claim.
         * @example CLM-1004
         */
        claimId: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @description Which appeal of the claim; the latest where it is left out. */
          level?: number
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AppealsCreate']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'appeals.remove': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a claim.
         * @example CLM-1005
         */
        claimId: string
        /**
         * @description Which appeal of the claim.
         * @example 1
         */
        level: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AppealsRemove']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.list': {
    parameters: {
      query?: {
        /**
         * @description What the list goes by.
         * @example due
         */
        sort?: 'priority' | 'value' | 'due' | 'chance'
        /** @description Only claims on which the work is in this state. */
        state?: 'all' | 'open' | 'done' | 'given_up'
        /** @description Claims that were put off until a later day: left out (`no`), only these (`yes`), or both. */
        snoozed?: 'no' | 'yes' | 'all'
        /**
         * @description `anyone`, `me`, `nobody`, or the id of a member.
         * @example me
         */
        assigned?: string
        /** @description Id of a payer: only its claims count. */
        payer?: string
        /** @description Only claims denied for exactly this canonical reason. */
        reason?: string
        /** @description Only this claim. */
        claim?: string
        /** @description Only denials of this pattern. */
        pattern?: string
        /** @description What may get the money back. */
        remedy?: 'all' | 'appeal' | 'corrected_claim'
        /**
         * @description Last days from today up to so many days ahead; any where it is left out.
         * @example 14
         */
        dueWithin?: number
        /** @description Also how many notes there are; not for viewers, and on record. */
        notes?: boolean
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.people': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistPeople']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.assign': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Up to 500 claims, all or none. */
          claimIds: string[]
          /** @description `me`, the id of a member, or null for nobody. */
          userId: string | null
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistAssign']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.snooze': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Up to 500 claims, all or none. */
          claimIds: string[]
          /** @description The day on which they come back, after today; null for now. */
          until: string | null
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistAssign']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.setState': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Up to 500 claims, all or none. */
          claimIds: string[]
          /**
           * @description What the work shall be.
           * @enum {string}
           */
          state: 'open' | 'done' | 'given_up'
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistAssign']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.templates.list': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistTemplatesList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.templates.save': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Of the template to change; a new one where it is left out. */
          id?: string
          /** @description What it is called. */
          name: string
          /** @description The letter, with places such as {{claim.number}}. */
          body: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistTemplatesSave']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.templates.remove': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example TPL-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistTemplatesRemove']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.notes.list': {
    parameters: {
      query?: {
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a claim.
         * @example CLM-1006
         */
        claimId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistNotesList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.notes.add': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a claim.
         * @example CLM-1006
         */
        claimId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description What happened. Only those who may see patients read it. */
          note: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistNotesAdd']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.notes.remove': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a claim.
         * @example CLM-1006
         */
        claimId: string
        /**
         * @description Number of the note.
         * @example 1
         */
        noteId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistNotesRemove']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.letter': {
    parameters: {
      query?: {
        /**
         * @description Id of a template; the built-in one that fits the reason where it is left out.
         * @example built-in:authorization
         */
        template?: string
        /**
         * @description As text, or as a file.
         * @example pdf
         */
        format?: 'text' | 'pdf' | 'docx'
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a claim.
         * @example CLM-1001
         */
        claimId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistLetter']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.letter.letter': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a claim.
         * @example CLM-1001
         */
        claimId: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @description Id of a template; the built-in one that fits the reason where it is left out. */
          template?: string
          /** @description The letter as it was edited, instead of a template. */
          text?: string
          /**
           * @description As text, or as a file.
           * @default text
           * @enum {string}
           */
          format?: 'text' | 'pdf' | 'docx'
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorklistLetter']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      411: components['responses']['Problem411']
      413: components['responses']['Problem413']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'worklist.letter.file': {
    parameters: {
      query?: {
        /**
         * @description Id of a template; the built-in one that fits the reason where it is left out.
         * @example built-in:authorization
         */
        template?: string
        /**
         * @description As text, or as a file.
         * @example pdf
         */
        format?: 'text' | 'pdf' | 'docx'
      }
      header?: {
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of a claim.
         * @example CLM-1001
         */
        claimId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A file, in the format that was asked for, sent while it is read. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          'text/csv': string
          'application/x-ndjson': string
          'text/plain': string
          'application/pdf': string
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document': string
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.list': {
    parameters: {
      query?: {
        /**
         * @description Only what has this status.
         * @example failed
         */
        status?: 'all' | 'staging' | 'merging' | 'publishing' | 'complete' | 'failed' | 'undoing' | 'undone'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.upload': {
    parameters: {
      query?: {
        /**
         * @description Only say what importing would change; nothing is kept.
         * @example true
         */
        preview?: boolean
        /** @description Keep what is whole in a damaged file instead of refusing the file. */
        partial?: boolean
        /**
         * @description After a preview, keep the files for half an hour: they can be imported without another upload.
         * @example true
         */
        hold?: boolean
      }
      header?: {
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'multipart/form-data': {
          files?: string[]
        }
      }
    }
    responses: {
      /** @description Done. */
      202: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsUpload']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.task': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example 2f1d7f4e-6a55-4a0c-9f57-0d7c1f0b8a11
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsUpload']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.task.events': {
    parameters: {
      query?: never
      header?: {
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example 2f1d7f4e-6a55-4a0c-9f57-0d7c1f0b8a11
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Server-sent events: `progress` with each change, `outcome` at the end, each with the answer of GET /imports/tasks/{id}. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/event-stream': string
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.task.columns': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example 2f1d7f4e-6a55-4a0c-9f57-0d7c1f0b8a11
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsTaskColumns']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.task.continue': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example 2f1d7f4e-6a55-4a0c-9f57-0d7c1f0b8a11
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /**
           * @description Only preview the files again, such as after the columns of a table were confirmed.
           * @default false
           */
          preview?: boolean
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsUpload']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.task.discard': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example 2f1d7f4e-6a55-4a0c-9f57-0d7c1f0b8a11
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsUpload']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.get': {
    parameters: {
      query?: {
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example 3
         */
        id: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.undo': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example 8
         */
        id: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsUndo']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.reconcile': {
    parameters: {
      query?: {
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example 3
         */
        id: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsReconcile']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.rejects.list': {
    parameters: {
      query?: {
        /**
         * @description Number of an import.
         * @example 9
         */
        importId?: number
        /**
         * @description Only what is in this state.
         * @example all
         */
        state?: 'all' | 'open' | 'mended' | 'dismissed'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsRejectsList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.rejects.get': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Number of an import.
         * @example 9
         */
        importId: number
        /**
         * @description Place of the rejection among those of its import.
         * @example 1
         */
        position: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsRejectsGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.rejects.retry': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Number of an import.
         * @example 9
         */
        importId: number
        /**
         * @description Place of the rejection among those of its import.
         * @example 1
         */
        position: number
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description The mended piece, as it shall be imported. */
          content: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsRejectsRetry']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.rejects.dismiss': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Number of an import.
         * @example 9
         */
        importId: number
        /**
         * @description Place of the rejection among those of its import.
         * @example 2
         */
        position: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsRejectsDismiss']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.mapping.list': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsMappingList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.mapping.confirm': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description What the table is to be called. */
          name: string
          /** @description What each column means, and how dates and amounts are written. */
          mapping: {
            delimiter: string
            header: string[]
            fields: {
              [key: string]: string[]
            }
            /** @enum {string} */
            rows: 'claim' | 'line' | 'denial'
            /** @enum {string} */
            dateFormat: 'month-first' | 'day-first'
            /** @enum {string} */
            amountFormat: 'us' | 'european'
          }
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsMappingConfirm']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.mapping.remove': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description The `headerKey` of the mapping, as the list has it.
         * @example 9dfb746a724157225a9a03aefd501a85ea91550a1fddb188ee852c4294f01447
         */
        headerKey: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsMappingRemove']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'matches.list': {
    parameters: {
      query?: {
        /**
         * @description Only what is in this state.
         * @example resolved
         */
        state?: 'all' | 'open' | 'resolved' | 'dismissed'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MatchesList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'matches.resolve': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Number of the decision.
         * @example 12884901892
         */
        adjudicationId: number
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Id of a claim. */
          claimId: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MatchesResolve']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'matches.dismiss': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Number of the decision.
         * @example 25769803780
         */
        adjudicationId: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MatchesDismiss']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'codes.list': {
    parameters: {
      query?: {
        /**
         * @description Words to look for.
         * @example authorization
         */
        search?: string
        /**
         * @description Adjustment reasons (CARC), remarks (RARC), or both.
         * @example carc
         */
        kind?: 'all' | 'carc' | 'rarc'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CodesList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'codes.load': {
    parameters: {
      query: {
        /**
         * @description Which code list it is
         * @example carc
         */
        system: 'carc' | 'rarc' | 'cpt' | 'hcpcs' | 'icd10' | 'revenue' | 'cdt' | 'pos'
        /**
         * @description Who licensed it to you
         * @example X12 license 1234
         */
        source: string
      }
      header?: {
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'multipart/form-data': {
          files?: string[]
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CodesLoad']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'codes.lists': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CodesLists']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'codes.get': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Which code list the code is of.
         * @example carc
         */
        system: 'carc' | 'rarc' | 'cpt' | 'hcpcs' | 'icd10' | 'revenue' | 'cdt' | 'pos'
        /**
         * @description The code.
         * @example 197
         */
        code: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CodesGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'codes.performance': {
    parameters: {
      query?: {
        /** @description Only codes that begin with this. */
        code?: string
        /**
         * @description What the list goes by.
         * @example lines
         */
        sort?: 'deniedAmount' | 'deniedLines' | 'lines'
        /** @description Which page of the list, from 1. */
        page?: number
        /**
         * @description How many entries a page has.
         * @example 10
         */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CodesPerformance']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'codes.intelligence': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description The code.
         * @example 99213
         */
        code: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CodesIntelligence']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'codes.compare': {
    parameters: {
      query?: {
        /** @description Only lines of claims of this provider. */
        provider?: string
        /** @description Only lines of claims of this payer. */
        payer?: string
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description The code.
         * @example 99213
         */
        code: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CodesCompare']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'codes.refresh': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CodesRefresh']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'policies.list': {
    parameters: {
      query?: {
        /**
         * @description Only policies in this mode.
         * @example active
         */
        mode?: 'all' | 'active' | 'observation' | 'draft' | 'retired'
        /**
         * @description Words to look for.
         * @example imaging
         */
        search?: string
        /** @description What the list goes by. */
        sort?: 'id' | 'hits' | 'denied' | 'impact'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PoliciesList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'policies.get': {
    parameters: {
      query?: {
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example POL-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PoliciesGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'policies.refresh': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PoliciesRefresh']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'names.list': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['NamesList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'payers.list': {
    parameters: {
      query?: {
        /** @description Words to look for. */
        search?: string
        /**
         * @description Length of the window in days, up to and with today (or the day it is as of).
         * @example 365
         */
        days?: number
        /**
         * @description What the list goes by.
         * @example denied
         */
        sort?: 'claims' | 'denied' | 'name'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PayersList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'payers.get': {
    parameters: {
      query?: {
        /**
         * @description Length of the window in days, up to and with today (or the day it is as of).
         * @example 90
         */
        days?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example P1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PayersGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'payers.setWindows': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example P1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @description Days from a decision in which it can be appealed; as it was where it is left out. */
          appealWindowDays?: number
          /** @description Days from the service in which a claim can be filed or corrected; as it was where it is left out. */
          timelyFilingDays?: number
          /** @description Where appeals are sent, in the lines of an envelope; null for nowhere known, as it was where it is left out. */
          appealsAddress?: string | null
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PayersSetWindows']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'providers.list': {
    parameters: {
      query?: {
        /**
         * @description Only providers of whom this is said.
         * @example above_expected
         */
        verdict?: 'all' | 'measured' | 'unmeasured' | 'not_enough_claims' | 'as_expected' | 'above_expected' | 'below_expected'
        /** @description Words to look for. */
        search?: string
        /** @description What the list goes by. */
        sort?: 'excess' | 'claims' | 'name' | 'specialty'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ProvidersList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'providers.get': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example DR1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ProvidersGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'providers.refresh': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ProvidersRefresh']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'learning.events': {
    parameters: {
      query?: {
        /**
         * @description Yourself only, or everybody.
         * @example me
         */
        who?: 'me' | 'all'
        /** @description Length of the window in days, up to and with today (or the day it is as of). */
        days?: number
        /** @description Kind of event. */
        type?:
          | 'claim-submitted'
          | 'claim-reviewed'
          | 'dashboard-viewed'
          | 'insight-viewed'
          | 'insight-dismissed'
          | 'pattern-identified'
          | 'code-lookup'
          | 'policy-viewed'
          | 'practice-started'
          | 'practice-completed'
          | 'correction-applied'
        /**
         * @description Id of a pattern.
         * @example PTN-1
         */
        pattern?: string
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LearningEvents']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'learning.record': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Kind of event.
           * @enum {string}
           */
          type:
            | 'claim-submitted'
            | 'claim-reviewed'
            | 'dashboard-viewed'
            | 'insight-viewed'
            | 'insight-dismissed'
            | 'pattern-identified'
            | 'code-lookup'
            | 'policy-viewed'
            | 'practice-started'
            | 'practice-completed'
            | 'correction-applied'
          /**
           * Format: date-time
           * @description When it was; now where it is left out.
           */
          timestamp?: string
          /** @description How long it took, in milliseconds. */
          durationMs?: number
          /**
           * @description How it went.
           * @enum {string}
           */
          outcomeType?: 'correct' | 'incorrect' | 'skipped' | 'incomplete'
          /** @description Whether a correction was made. */
          correctionApplied?: boolean
          /** @description Id of a pattern. */
          patternId?: string
          /** @description Id of a claim. */
          claimId?: string
          /** @description What belongs together has the same. */
          sessionId?: string
          /**
           * @description Where in the portal it was.
           * @enum {string}
           */
          context?: 'dashboard' | 'claims' | 'patterns' | 'policies' | 'practice'
          /**
           * @description On what kind of device it was.
           * @enum {string}
           */
          deviceType?: 'desktop' | 'mobile' | 'tablet'
          /** @description What else is known of it. */
          metadata?: {
            policyId?: string
            procedureCode?: string
            practiceType?: string
            action?: string
          }
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LearningRecord']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'learning.progress': {
    parameters: {
      query?: {
        /**
         * @description Yourself only, or everybody.
         * @example me
         */
        who?: 'me' | 'all'
        /** @description Length of the window in days, up to and with today (or the day it is as of). */
        days?: number
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LearningProgress']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'lab.patterns': {
    parameters: {
      query?: {
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LabPatterns']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'lab.history': {
    parameters: {
      query?: {
        /**
         * @description Id of a pattern.
         * @example LAB-PTN
         */
        pattern?: string
        /** @description Length of the window in days, up to and with today (or the day it is as of). */
        days?: number
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LabHistory']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'lab.start': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description Id of the pattern, or `due`: what is due first, else what is new to you. */
          pattern: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LabCase']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'lab.case': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example CASE-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LabCase']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'lab.run': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example CASE-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description The claim as you would send it. */
          claim: {
            payer: string | null
            daysToSubmission: number | null
            hasAuthorization: boolean
            lines: {
              lineNumber: number
              procedureCode: string | null
              modifiers: string[]
              diagnosisCodes: string[]
              placeOfService: string | null
              provider: string | null
              units: number | null
              billedAmount: number | null
            }[]
          }
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LabRun']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'lab.hint': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example CASE-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LabHint']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'lab.finish': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example CASE-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @description The claim as you would send it, where it is to be edited. */
          claim?: {
            payer: string | null
            daysToSubmission: number | null
            hasAuthorization: boolean
            lines: {
              lineNumber: number
              procedureCode: string | null
              modifiers: string[]
              diagnosisCodes: string[]
              placeOfService: string | null
              provider: string | null
              units: number | null
              billedAmount: number | null
            }[]
          }
          /** @description The id of your answer, where a question is asked. */
          choice?: string
          /**
           * @description Whether you give up; it is no answer then.
           * @default false
           */
          skip?: boolean
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LabFinish']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'claims.export': {
    parameters: {
      query?: {
        /**
         * @description Only claims of this status; `approved` is paid.
         * @example denied
         */
        status?: 'all' | 'approved' | 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'
        /**
         * @description Days up to today, or `all`; of submission, unless `basis` says otherwise.
         * @example 365
         */
        dateRange?: 'all' | number | string
        /** @description Whether the days are those of submission or of service. */
        basis?: 'submission' | 'service'
        /** @description Id of a payer: only its claims count. */
        payer?: string
        /** @description Id of a billing provider: only its claims. */
        provider?: string
        /** @description Id of a provider: only claims that it rendered, or billed where nobody is named who rendered them. */
        servedBy?: string
        /** @description Outcome of the primary payer's first decision, duplicates apart; `any_denied` is wholly or in part, `decided` any of them, `duplicate` the duplicates, `none` none yet. */
        initial?: 'paid' | 'partially_denied' | 'denied' | 'any_denied' | 'decided' | 'duplicate' | 'none'
        /** @description Only the denials of this pattern. */
        pattern?: string
        /** @description Only claims with a line that hits this policy. */
        policy?: string
        /** @description Of `policy`: only the claims that this count of it counts, in the period of its metrics. */
        policyCount?: 'hit' | 'denied' | 'appealed' | 'appeal_decided' | 'overturned' | 'without_modifier' | 'without_modifier_denied'
        /** @description Exactly this canonical denial reason. */
        reason?: string
        /** @description Adjustment reason code (CARC) behind the denial of the claim. */
        carc?: string
        /** @description Remark code (RARC) behind the denial of the claim. */
        rarc?: string
        /** @description Only claims with a line that bills this procedure. */
        procedureCode?: string
        /** @description Only claims of this type. */
        claimType?: 'professional' | 'institutional' | 'dental' | 'pharmacy'
        /** @description Only claims that charge at least so many dollars. */
        billedFrom?: number
        /** @description Only claims of which the first decision denied at least so many dollars. */
        deniedFrom?: number
        /**
         * @description A table with a header, or a JSON document in each line.
         * @example ndjson
         */
        format?: 'csv' | 'ndjson'
        /** @description With names, birth dates, numbers and exact days. Without it: years, days between dates, and ages up to 90. */
        identified?: boolean
      }
      header?: {
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A file, in the format that was asked for, sent while it is read. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          'text/csv': string
          'application/x-ndjson': string
          'text/plain': string
          'application/pdf': string
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document': string
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'policies.export': {
    parameters: {
      query?: {
        /**
         * @description The portal's JSON, or a table.
         * @example csv
         */
        format?: 'json' | 'csv'
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PoliciesExport']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'imports.rejects.export': {
    parameters: {
      query?: {
        /**
         * @description Number of an import.
         * @example 9
         */
        importId?: number
        /**
         * @description Only what is in this state.
         * @example all
         */
        state?: 'all' | 'open' | 'mended' | 'dismissed'
        /** @description Goes on after this rejection: `next` of the part before. */
        after?: string
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ImportsRejectsExport']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'audit.export': {
    parameters: {
      query?: {
        /** @description Exactly this name of who did it. */
        actor?: string
        /** @description Name of an operation. */
        operation?: string
        /** @description What became of it. */
        outcome?: 'begun' | 'done' | 'failed' | 'refused'
        /** @description Id of a claim that was shown or changed. */
        claim?: string
        /** @description First day. */
        from?: string
        /** @description Last day. */
        to?: string
        /**
         * @description A table with a header, or a JSON document in each line.
         * @example ndjson
         */
        format?: 'csv' | 'ndjson'
        /** @description Goes on after this event: `next` of the part before. */
        after?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AuditExport']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'snapshots.get': {
    parameters: {
      query?: {
        /**
         * @description Length of the window in days, up to and with today (or the day it is as of).
         * @example 90
         */
        days?: number
        /** @description First day of the window. */
        from?: string
        /** @description Last day of the window; the day it is as of where it is left out. */
        to?: string
        /** @description Id of a payer: only its claims count. */
        payer?: string
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description The day at whose end it was known.
         * @example 2026-03-15
         */
        asOf: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SnapshotsGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'snapshots.explain': {
    parameters: {
      query: {
        /**
         * @description The number to explain.
         * @example denialRate
         */
        metric:
          | 'totalClaims'
          | 'pendingClaims'
          | 'adjudicatedClaims'
          | 'deniedClaims'
          | 'partiallyDeniedClaims'
          | 'finallyDeniedClaims'
          | 'duplicateClaims'
          | 'adjudicatedLines'
          | 'deniedLines'
          | 'billedAmount'
          | 'adjudicatedAmount'
          | 'deniedAmount'
          | 'paidAmount'
          | 'cashRecovered'
          | 'denialRate'
          | 'approvalRate'
          | 'finalDenialRate'
          | 'lineDenialRate'
          | 'dollarDenialRate'
        /** @description Length of the window in days, up to and with today (or the day it is as of). */
        days?: number
        /** @description First day of the window. */
        from?: string
        /** @description Last day of the window; the day it is as of where it is left out. */
        to?: string
        /** @description Id of a payer: only its claims count. */
        payer?: string
        /** @description Compared with what was known at the end of this day; with now where it is left out. */
        until?: string
        /** @description Id of a pattern. */
        pattern?: string
        /** @description Id of a policy. */
        policy?: string
        /** @description Id of a provider. */
        provider?: string
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description The day at whose end it was known.
         * @example 2026-03-15
         */
        asOf: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SnapshotsExplain']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'snapshots.take': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @description The day to write down; yesterday where it is left out.
           */
          day?: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SnapshotsTake']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'releases.list': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReleasesList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'releases.compare': {
    parameters: {
      query?: {
        /** @description Everything, instead of what has changed only. */
        all?: boolean
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Number of a version of the computation.
         * @example 1
         */
        version: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReleasesCompare']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'releases.prepare': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Number of a version of the computation.
         * @example 1
         */
        version: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReleasesPrepare']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'releases.preview': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Number of a version of the computation.
         * @example 1
         */
        version: number
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /**
           * @description Members who shall see the candidate: e-mail addresses or ids.
           * @default []
           */
          add?: string[]
          /**
           * @description Members who shall no longer see it: e-mail addresses or ids.
           * @default []
           */
          remove?: string[]
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReleasesList']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'releases.release': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Number of a version of the computation.
         * @example 1
         */
        version: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReleasesPrepare']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'releases.takeBack': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @description A candidate to give up; what was released last is taken back where it is left out. */
          version?: number
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ReleasesPrepare']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'jobs.list': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['JobsList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'jobs.history': {
    parameters: {
      query?: {
        /**
         * @description Name of a job.
         * @example refresh
         */
        job?:
          | 'pattern-detection'
          | 'daily-snapshots'
          | 'pattern-metrics'
          | 'change-detection'
          | 'policy-metrics'
          | 'code-intelligence'
          | 'provider-performance'
          | 'check-evaluation'
          | 'refresh'
        /**
         * @description Only what is in this state.
         * @example failed
         */
        state?: 'running' | 'complete' | 'failed' | 'released'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['JobsHistory']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'jobs.run': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Name of a job.
         * @example pattern-metrics
         */
        job:
          | 'pattern-detection'
          | 'daily-snapshots'
          | 'pattern-metrics'
          | 'change-detection'
          | 'policy-metrics'
          | 'code-intelligence'
          | 'provider-performance'
          | 'check-evaluation'
          | 'refresh'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['JobsRun']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'jobs.pause': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Name of a job.
         * @example pattern-metrics
         */
        job:
          | 'pattern-detection'
          | 'daily-snapshots'
          | 'pattern-metrics'
          | 'change-detection'
          | 'policy-metrics'
          | 'code-intelligence'
          | 'provider-performance'
          | 'check-evaluation'
          | 'refresh'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['JobsPause']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'jobs.resume': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Name of a job.
         * @example pattern-metrics
         */
        job:
          | 'pattern-detection'
          | 'daily-snapshots'
          | 'pattern-metrics'
          | 'change-detection'
          | 'policy-metrics'
          | 'code-intelligence'
          | 'provider-performance'
          | 'check-evaluation'
          | 'refresh'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['JobsResume']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'views.list': {
    parameters: {
      query?: {
        /**
         * @description Only views of this screen.
         * @example patterns
         */
        screen?: 'dashboard' | 'patterns' | 'claims' | 'worklist' | 'payers' | 'providers' | 'policies' | 'codes' | 'impact'
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ViewsList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'views.save': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description The screen whose filters it keeps.
           * @enum {string}
           */
          screen: 'dashboard' | 'patterns' | 'claims' | 'worklist' | 'payers' | 'providers' | 'policies' | 'codes' | 'impact'
          /** @description What it is to be called. Nothing about a patient belongs here. */
          name: string
          /** @description The query of the screen's address: its filters and order, no words to look for and no page. */
          query: string
          /**
           * @description Whether everybody in the organization sees it.
           * @default false
           */
          shared?: boolean
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ViewsSave']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'views.remove': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example VIEW-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ViewsRemove']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'visits.begin': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['VisitsBegin']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'visits.since': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['VisitsSince']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'search.find': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description A number or how it begins, or words. Never part of a URL. */
          query: string
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SearchFind']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      411: components['responses']['Problem411']
      413: components['responses']['Problem413']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'alerts.list': {
    parameters: {
      query?: {
        /**
         * @description Only what is in this state.
         * @example all
         */
        state?: 'open' | 'all'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertsList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'alerts.dismiss': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example 1
         */
        id: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertsDismiss']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'session.get': {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SessionGet']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'members.list': {
    parameters: {
      query?: {
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MembersList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'members.remove': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of the member.
         * @example user-3
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MembersRemove']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'members.changeRole': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Id of the member.
         * @example user-2
         */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description What somebody may here.
           * @enum {string}
           */
          role: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MembersChangeRole']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'invitations.list': {
    parameters: {
      query?: {
        /**
         * @description Only invitations of which this has become.
         * @example all
         */
        state?: 'open' | 'accepted' | 'revoked' | 'expired' | 'all'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['InvitationsList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'members.invite': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: email
           * @description The address that is offered a seat.
           */
          email: string
          /**
           * @description What somebody may here.
           * @enum {string}
           */
          role: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
          /**
           * @description Days until the offer ends.
           * @default 7
           */
          days?: number
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MembersInvite']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'invitations.revoke': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example invitation-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['InvitationsRevoke']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'tokens.list': {
    parameters: {
      query?: {
        /**
         * @description Those that can be used, or all.
         * @example all
         */
        state?: 'valid' | 'all'
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TokensList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'tokens.create': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description The ETag that you have seen: the answer is 412, and nothing is done, when it has changed. */
        'If-Match'?: components['parameters']['IfMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description What the token is for. */
          name: string
          /**
           * @description What somebody may here.
           * @default viewer
           * @enum {string}
           */
          role?: 'viewer' | 'coder' | 'analyst' | 'manager' | 'administrator'
          /**
           * @description What the token may: `*`, or areas such as `claims.read`.
           * @default [
           *       "*"
           *     ]
           */
          scopes?: string[]
          /**
           * @description Days until the token ends.
           * @default 90
           */
          days?: number
        }
      }
    }
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TokensCreate']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'tokens.revoke': {
    parameters: {
      query?: never
      header?: {
        /** @description A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path: {
        /**
         * @description Its id.
         * @example token-1
         */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TokensRevoke']
        }
      }
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      404: components['responses']['Problem404']
      409: components['responses']['Problem409']
      411: components['responses']['Problem411']
      412: components['responses']['Problem412']
      413: components['responses']['Problem413']
      422: components['responses']['Problem422']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'audit.list': {
    parameters: {
      query?: {
        /** @description Exactly this name of who did it. */
        actor?: string
        /** @description Name of an operation. */
        operation?: string
        /**
         * @description What became of it.
         * @example begun
         */
        outcome?: 'begun' | 'done' | 'failed' | 'refused'
        /** @description Id of a claim that was shown or changed. */
        claim?: string
        /**
         * @description First day.
         * @example 2026-03-01
         */
        from?: string
        /**
         * @description Last day.
         * @example 2026-03-31
         */
        to?: string
        /** @description Which page of the list, from 1. */
        page?: number
        /** @description How many entries a page has. */
        limit?: number
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          Link: components['headers']['Link']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AuditList']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
  'audit.verify': {
    parameters: {
      query?: {
        /** @description Number of the last event of an earlier check. */
        number?: number
        /** @description Hash of the last event of an earlier check. */
        hash?: string
      }
      header?: {
        /** @description The ETag that you have: the answer is 304 when nothing has changed. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
        /** @description Which organization is meant, for who belongs to several: its short name. */
        'X-Overturn-Organization'?: components['parameters']['Organization']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AuditVerify']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['Problem400']
      401: components['responses']['Problem401']
      403: components['responses']['Problem403']
      429: components['responses']['Problem429']
      500: components['responses']['Problem500']
      503: components['responses']['Problem503']
    }
  }
}
