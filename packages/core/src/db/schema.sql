-- The whole schema as the database holds it after every migration, for people to read and for diffs to show.
-- Written by: node scripts/dump-schema.ts. A test compares it with both engines.

CREATE TABLE adjudication_lines (
  organization_id integer NOT NULL,
  adjudication_id bigint NOT NULL,
  line_number integer NOT NULL,
  claim_line_number integer,
  control_number text COLLATE "C",
  qualifier text,
  procedure_code text COLLATE "C",
  revenue_code text COLLATE "C",
  modifiers text[] DEFAULT '{}'::text[] NOT NULL,
  charge_amount numeric(14,2) NOT NULL,
  paid_amount numeric(14,2) NOT NULL,
  allowed_amount numeric(14,2),
  units numeric,
  date_of_service date,
  date_of_service_end date,
  denied boolean DEFAULT false NOT NULL,
  is_duplicate boolean DEFAULT false NOT NULL,
  denied_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  denial_group text,
  denial_carc text,
  denial_rarc text,
  denial_reason text,
  imbalance numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  CONSTRAINT adjudication_lines_organization_id_adjudication_id_line_number_ PRIMARY KEY (organization_id, adjudication_id, line_number)
);
ALTER TABLE adjudication_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjudication_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON adjudication_lines AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON adjudication_lines TO overturn_app;
GRANT SELECT ON adjudication_lines TO overturn_identifier;
GRANT SELECT ON adjudication_lines TO overturn_reader;

CREATE TABLE adjudication_remarks (
  organization_id integer NOT NULL,
  adjudication_id bigint NOT NULL,
  line_number integer NOT NULL,
  "position" integer NOT NULL,
  source text NOT NULL,
  rarc text COLLATE "C" NOT NULL,
  CONSTRAINT adjudication_remarks_organization_id_adjudication_id_line_numbe PRIMARY KEY (organization_id, adjudication_id, line_number, "position"),
  CONSTRAINT adjudication_remarks_source_known CHECK ((source = ANY (ARRAY['LQ'::text, 'MIA'::text, 'MOA'::text])))
);
CREATE INDEX idx_adjudication_remarks_rights ON adjudication_remarks USING btree (organization_id, adjudication_id) WHERE (rarc = ANY (ARRAY['MA130'::text, 'N211'::text]));
ALTER TABLE adjudication_remarks ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjudication_remarks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON adjudication_remarks AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON adjudication_remarks TO overturn_app;
GRANT SELECT ON adjudication_remarks TO overturn_identifier;
GRANT SELECT ON adjudication_remarks TO overturn_reader;

CREATE TABLE adjudications (
  organization_id integer NOT NULL,
  id bigint NOT NULL,
  import_id bigint NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  remittance_id bigint,
  payer_id text COLLATE "C",
  kind text NOT NULL,
  payer_rank text,
  status_code text,
  decided_on date,
  charge_amount numeric(14,2) NOT NULL,
  paid_amount numeric(14,2) NOT NULL,
  patient_responsibility numeric(14,2),
  allowed_amount numeric(14,2),
  payer_control_number text COLLATE "C",
  claim_filing_code text,
  facility_code text,
  frequency_code text,
  outcome text,
  is_duplicate boolean DEFAULT false NOT NULL,
  denied boolean DEFAULT false NOT NULL,
  denied_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  denial_group text,
  denial_carc text,
  denial_rarc text,
  denial_reason text,
  reported_reason text,
  imbalance numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  patient_control_number text COLLATE "C",
  is_cash boolean DEFAULT true NOT NULL,
  match_basis text,
  CONSTRAINT adjudications_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT adjudications_kind_known CHECK ((kind = ANY (ARRAY['original'::text, 'reversal'::text, 'not_our_claim'::text, 'predetermination'::text]))),
  CONSTRAINT adjudications_match_basis_known CHECK ((match_basis = ANY (ARRAY['payer_control_number'::text, 'dates_and_charge'::text, 'dates'::text, 'charge'::text, 'alone'::text, 'ambiguous'::text, 'by_hand'::text]))),
  CONSTRAINT adjudications_outcome_known CHECK ((outcome = ANY (ARRAY['paid'::text, 'partially_denied'::text, 'denied'::text]))),
  CONSTRAINT adjudications_rank_known CHECK ((payer_rank = ANY (ARRAY['primary'::text, 'secondary'::text, 'tertiary'::text])))
);
CREATE INDEX idx_adjudications_claim ON adjudications USING btree (organization_id, claim_id, decided_on, id);
CREATE INDEX idx_adjudications_decided ON adjudications USING btree (organization_id, decided_on);
CREATE INDEX idx_adjudications_remittance ON adjudications USING btree (organization_id, remittance_id) WHERE (remittance_id IS NOT NULL);
ALTER TABLE adjudications ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjudications FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON adjudications AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
CREATE POLICY whole_files ON adjudications AS RESTRICTIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING (
CASE
    WHEN (import_id = ANY (ARRAY( SELECT i.id
       FROM imports i
      WHERE ((i.organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")) AND (i.status = ANY (ARRAY['staging'::text, 'merging'::text, 'undoing'::text])) AND (i.id IS DISTINCT FROM ( SELECT (NULLIF(current_setting('app.own_import'::text, true), ''::text))::bigint AS "nullif")))))) THEN false
    ELSE true
END);
GRANT DELETE, INSERT, SELECT, UPDATE ON adjudications TO overturn_app;
GRANT SELECT ON adjudications TO overturn_identifier;
GRANT SELECT ON adjudications TO overturn_reader;

CREATE TABLE adjustments (
  organization_id integer NOT NULL,
  adjudication_id bigint NOT NULL,
  line_number integer NOT NULL,
  "position" integer NOT NULL,
  group_code text NOT NULL,
  carc text COLLATE "C" NOT NULL,
  amount numeric(14,2) NOT NULL,
  quantity numeric,
  CONSTRAINT adjustments_organization_id_adjudication_id_line_number_positio PRIMARY KEY (organization_id, adjudication_id, line_number, "position")
);
ALTER TABLE adjustments ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjustments FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON adjustments AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON adjustments TO overturn_app;
GRANT SELECT ON adjustments TO overturn_identifier;
GRANT SELECT ON adjustments TO overturn_reader;

CREATE TABLE alerts (
  organization_id integer NOT NULL,
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  kind text NOT NULL,
  subject text COLLATE "C" NOT NULL,
  message text NOT NULL,
  raised_at timestamp with time zone DEFAULT now() NOT NULL,
  occurrences integer DEFAULT 1 NOT NULL,
  last_at timestamp with time zone DEFAULT now() NOT NULL,
  dismissed_at timestamp with time zone,
  dismissed_by text,
  CONSTRAINT alerts_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT alerts_kind_known CHECK ((kind = ANY (ARRAY['job_failed'::text, 'job_released'::text, 'rate_changed'::text, 'check_retired'::text]))),
  CONSTRAINT alerts_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE UNIQUE INDEX alerts_open_once ON alerts USING btree (organization_id, kind, subject) WHERE (dismissed_at IS NULL);
ALTER TABLE alerts ENABLE ROW LEVEL SECURITY;
ALTER TABLE alerts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON alerts AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON alerts TO overturn_app;
GRANT SELECT ON alerts TO overturn_identifier;
GRANT SELECT ON alerts TO overturn_reader;

CREATE TABLE api_tokens (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  token_hash text NOT NULL,
  role text NOT NULL,
  scopes text[] DEFAULT '{}'::text[] NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_tokens_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT api_tokens_token_hash_unique UNIQUE (token_hash),
  CONSTRAINT api_tokens_role_known CHECK ((role = ANY (ARRAY['viewer'::text, 'coder'::text, 'analyst'::text, 'manager'::text, 'administrator'::text]))),
  CONSTRAINT api_tokens_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON api_tokens AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON api_tokens TO overturn_app;
GRANT SELECT (organization_id, id, name, role, scopes, created_by, created_at, expires_at, last_used_at, revoked_at) ON api_tokens TO overturn_identifier;
GRANT SELECT (organization_id, id, name, role, scopes, created_by, created_at, expires_at, last_used_at, revoked_at) ON api_tokens TO overturn_reader;

CREATE TABLE audit_events (
  organization_id integer NOT NULL,
  number bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id text NOT NULL,
  role text NOT NULL,
  operation text NOT NULL,
  outcome text NOT NULL,
  claim_ids text[] NOT NULL,
  about jsonb NOT NULL,
  channel text NOT NULL,
  address text,
  request_id text,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_events_organization_id_number_pk PRIMARY KEY (organization_id, number),
  CONSTRAINT audit_events_outcome_known CHECK ((outcome = ANY (ARRAY['begun'::text, 'done'::text, 'failed'::text, 'refused'::text]))),
  CONSTRAINT audit_events_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_audit_events_actor ON audit_events USING btree (organization_id, actor_id, number);
CREATE INDEX idx_audit_events_at ON audit_events USING btree (organization_id, at);
CREATE INDEX idx_audit_events_claims ON audit_events USING gin (claim_ids);
ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_events FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_events AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT INSERT, SELECT ON audit_events TO overturn_app;
GRANT SELECT ON audit_events TO overturn_identifier;
GRANT SELECT ON audit_events TO overturn_reader;

CREATE TABLE claim_appeals (
  organization_id integer NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  level integer NOT NULL,
  import_id bigint,
  appeal_date date,
  deadline date,
  outcome text DEFAULT 'pending'::text NOT NULL,
  decided_on date,
  recovered_amount numeric(14,2),
  closed_by text,
  reported_status text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  line_numbers integer[] DEFAULT '{}'::integer[] NOT NULL,
  disputed_amount numeric(14,2),
  note text,
  withdrawn_on date,
  recorded_by text,
  decided_by text,
  changed_at timestamp with time zone,
  CONSTRAINT claim_appeals_organization_id_claim_id_level_pk PRIMARY KEY (organization_id, claim_id, level),
  CONSTRAINT claim_appeals_outcome_known CHECK ((outcome = ANY (ARRAY['pending'::text, 'upheld'::text, 'overturned'::text, 'partially_overturned'::text, 'withdrawn'::text]))),
  CONSTRAINT claim_appeals_organization_id_claim_id_claims_organization_id_i FOREIGN KEY (organization_id, claim_id) REFERENCES claims(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_claim_appeals_date ON claim_appeals USING btree (organization_id, appeal_date);
CREATE INDEX idx_claim_appeals_decided ON claim_appeals USING btree (organization_id, decided_on);
ALTER TABLE claim_appeals ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_appeals FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON claim_appeals AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON claim_appeals TO overturn_app;
GRANT SELECT ON claim_appeals TO overturn_identifier;
GRANT SELECT ON claim_appeals TO overturn_reader;

CREATE TABLE claim_line_items (
  organization_id integer NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  line_number integer NOT NULL,
  import_id bigint NOT NULL,
  control_number text COLLATE "C",
  procedure_code text COLLATE "C",
  revenue_code text COLLATE "C",
  modifiers text[] DEFAULT '{}'::text[] NOT NULL,
  diagnosis_codes text[] DEFAULT '{}'::text[] NOT NULL,
  place_of_service text,
  units numeric,
  units_type text,
  ndc_code text,
  date_of_service date,
  date_of_service_end date,
  billed_amount numeric(14,2) NOT NULL,
  rendering_provider_id text COLLATE "C",
  edits_fired text[] DEFAULT '{}'::text[] NOT NULL,
  policies_triggered text[] DEFAULT '{}'::text[] NOT NULL,
  extra jsonb DEFAULT '{}'::jsonb NOT NULL,
  status text DEFAULT 'pending'::text NOT NULL,
  paid_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  allowed_amount numeric(14,2),
  first_decided_on date,
  denial_date date,
  denial_reason text,
  denial_group text,
  denial_carc text,
  denial_rarc text,
  initially_denied boolean DEFAULT false NOT NULL,
  finally_denied boolean DEFAULT false NOT NULL,
  is_duplicate boolean DEFAULT false NOT NULL,
  patterns_triggered text[] DEFAULT '{}'::text[] NOT NULL,
  CONSTRAINT claim_line_items_organization_id_claim_id_line_number_pk PRIMARY KEY (organization_id, claim_id, line_number),
  CONSTRAINT claim_line_items_status_known CHECK ((status = ANY (ARRAY['pending'::text, 'paid'::text, 'partially_denied'::text, 'denied'::text, 'appealed'::text, 'overturned'::text])))
);
CREATE INDEX idx_claim_line_denial_reason ON claim_line_items USING btree (organization_id, denial_reason) WHERE (denial_reason IS NOT NULL);
CREATE INDEX idx_claim_line_import ON claim_line_items USING brin (organization_id, import_id);
CREATE INDEX idx_claim_line_procedure ON claim_line_items USING btree (organization_id, procedure_code);
ALTER TABLE claim_line_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_line_items FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON claim_line_items AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
CREATE POLICY whole_files ON claim_line_items AS RESTRICTIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING (
CASE
    WHEN (import_id = ANY (ARRAY( SELECT i.id
       FROM imports i
      WHERE ((i.organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")) AND (i.status = ANY (ARRAY['staging'::text, 'merging'::text, 'undoing'::text])) AND (i.id IS DISTINCT FROM ( SELECT (NULLIF(current_setting('app.own_import'::text, true), ''::text))::bigint AS "nullif")))))) THEN false
    ELSE true
END);
GRANT DELETE, INSERT, SELECT, UPDATE ON claim_line_items TO overturn_app;
GRANT SELECT ON claim_line_items TO overturn_identifier;
GRANT SELECT ON claim_line_items TO overturn_reader;

CREATE TABLE claim_payers (
  organization_id integer NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  rank text NOT NULL,
  payer_id text COLLATE "C",
  member_id text,
  member_group_id text,
  claim_filing_code text,
  paid_amount numeric(14,2),
  paid_on date,
  CONSTRAINT claim_payers_organization_id_claim_id_rank_pk PRIMARY KEY (organization_id, claim_id, rank),
  CONSTRAINT claim_payers_rank_known CHECK ((rank = ANY (ARRAY['primary'::text, 'secondary'::text, 'tertiary'::text])))
);
ALTER TABLE claim_payers ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_payers FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON claim_payers AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON claim_payers TO overturn_app;
GRANT SELECT (organization_id, claim_id, rank, payer_id, member_id, member_group_id, claim_filing_code, paid_amount, paid_on) ON claim_payers TO overturn_identifier;
GRANT SELECT (organization_id, claim_id, rank, payer_id, claim_filing_code, paid_amount, paid_on) ON claim_payers TO overturn_reader;

CREATE TABLE claim_sources (
  organization_id integer NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  id bigint NOT NULL,
  CONSTRAINT claim_sources_organization_id_claim_id_id_pk PRIMARY KEY (organization_id, claim_id, id),
  CONSTRAINT claim_sources_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE claim_sources ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_sources FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON claim_sources AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
CREATE POLICY whole_files ON claim_sources AS RESTRICTIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING (
CASE
    WHEN ((id >> 32) = ANY (ARRAY( SELECT i.id
       FROM imports i
      WHERE ((i.organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")) AND (i.status = ANY (ARRAY['staging'::text, 'merging'::text, 'undoing'::text])) AND (i.id IS DISTINCT FROM ( SELECT (NULLIF(current_setting('app.own_import'::text, true), ''::text))::bigint AS "nullif")))))) THEN false
    ELSE true
END);
GRANT DELETE, INSERT, SELECT, UPDATE ON claim_sources TO overturn_app;
GRANT SELECT ON claim_sources TO overturn_identifier;

CREATE TABLE claim_submissions (
  organization_id integer NOT NULL,
  id bigint NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  frequency_code text,
  submitted_on date,
  billed_amount numeric(14,2) NOT NULL,
  payer_control_number text COLLATE "C",
  CONSTRAINT claim_submissions_organization_id_id_pk PRIMARY KEY (organization_id, id)
);
CREATE INDEX idx_claim_submissions_claim ON claim_submissions USING btree (organization_id, claim_id);
ALTER TABLE claim_submissions ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_submissions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON claim_submissions AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON claim_submissions TO overturn_app;
GRANT SELECT ON claim_submissions TO overturn_identifier;
GRANT SELECT ON claim_submissions TO overturn_reader;

CREATE TABLE claims (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  import_id bigint NOT NULL,
  patient_control_number text COLLATE "C",
  payer_control_number text COLLATE "C",
  payer_id text COLLATE "C",
  provider_id text COLLATE "C",
  rendering_provider_id text COLLATE "C",
  claim_type text,
  use text DEFAULT 'claim'::text NOT NULL,
  frequency_code text,
  patient_name text,
  patient_dob date,
  patient_sex text,
  member_id text,
  member_group_id text,
  date_of_service date,
  date_of_service_end date,
  submission_date date,
  submission_basis text,
  place_of_service text,
  billed_amount numeric(14,2) NOT NULL,
  procedure_codes text[] DEFAULT '{}'::text[] NOT NULL,
  diagnosis_codes text[] DEFAULT '{}'::text[] NOT NULL,
  modifiers text[] DEFAULT '{}'::text[] NOT NULL,
  policy_ids text[] DEFAULT '{}'::text[] NOT NULL,
  prior_authorization text,
  reported_status text,
  reported_reason text,
  extra jsonb DEFAULT '{}'::jsonb NOT NULL,
  status text DEFAULT 'pending'::text NOT NULL,
  processing_date date,
  paid_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  patient_responsibility numeric(14,2),
  allowed_amount numeric(14,2),
  first_decided_on date,
  first_denied_on date,
  initial_outcome text,
  final_outcome text,
  is_duplicate boolean DEFAULT false NOT NULL,
  denial_reason text,
  denial_group text,
  denial_carc text,
  denial_rarc text,
  denied_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  open_denied_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  line_count integer DEFAULT 0 NOT NULL,
  denied_line_count integer DEFAULT 0 NOT NULL,
  duplicate_line_count integer DEFAULT 0 NOT NULL,
  appeal_status text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  referral_number text,
  referring_provider_id text COLLATE "C",
  submitter text,
  subscriber_name text,
  subscriber_relationship text,
  is_submitted boolean DEFAULT true NOT NULL,
  voided_on date,
  CONSTRAINT claims_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT claims_final_outcome_known CHECK ((final_outcome = ANY (ARRAY['paid'::text, 'partially_denied'::text, 'denied'::text]))),
  CONSTRAINT claims_initial_outcome_known CHECK ((initial_outcome = ANY (ARRAY['paid'::text, 'partially_denied'::text, 'denied'::text]))),
  CONSTRAINT claims_status_known CHECK ((status = ANY (ARRAY['pending'::text, 'paid'::text, 'partially_denied'::text, 'denied'::text, 'appealed'::text, 'overturned'::text]))),
  CONSTRAINT claims_submission_basis_known CHECK ((submission_basis = ANY (ARRAY['stated'::text, 'payer_received'::text, 'service_date'::text]))),
  CONSTRAINT claims_type_known CHECK ((claim_type = ANY (ARRAY['professional'::text, 'institutional'::text, 'dental'::text, 'pharmacy'::text]))),
  CONSTRAINT claims_use_known CHECK ((use = ANY (ARRAY['claim'::text, 'preauthorization'::text, 'predetermination'::text])))
);
CREATE INDEX idx_claims_billed ON claims USING btree (organization_id, billed_amount DESC NULLS LAST, id);
CREATE INDEX idx_claims_control_number ON claims USING btree (organization_id, patient_control_number, date_of_service);
CREATE INDEX idx_claims_denial_reason ON claims USING btree (organization_id, denial_reason, date_of_service) WHERE (denial_reason IS NOT NULL);
CREATE INDEX idx_claims_denied_amount ON claims USING btree (organization_id, denied_amount DESC NULLS LAST, id) WHERE (denied_amount > (0)::numeric);
CREATE INDEX idx_claims_import ON claims USING brin (organization_id, import_id);
CREATE INDEX idx_claims_payer_denied ON claims USING btree (organization_id, payer_id, submission_date) WHERE (denial_reason IS NOT NULL);
CREATE INDEX idx_claims_provider_status ON claims USING btree (organization_id, provider_id, status);
CREATE INDEX idx_claims_served_by ON claims USING btree (organization_id, (
CASE
    WHEN (rendering_provider_id IS NULL) THEN provider_id
    ELSE rendering_provider_id
END), date_of_service);
CREATE INDEX idx_claims_service ON claims USING btree (organization_id, date_of_service, payer_id);
CREATE INDEX idx_claims_status_date ON claims USING btree (organization_id, status, date_of_service DESC NULLS LAST);
CREATE INDEX idx_claims_submission ON claims USING btree (organization_id, submission_date DESC NULLS LAST, id);
ALTER TABLE claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON claims AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
CREATE POLICY whole_files ON claims AS RESTRICTIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING (
CASE
    WHEN (import_id = ANY (ARRAY( SELECT i.id
       FROM imports i
      WHERE ((i.organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")) AND (i.status = ANY (ARRAY['staging'::text, 'merging'::text, 'undoing'::text])) AND (i.id IS DISTINCT FROM ( SELECT (NULLIF(current_setting('app.own_import'::text, true), ''::text))::bigint AS "nullif")))))) THEN false
    ELSE true
END);
GRANT DELETE, INSERT, SELECT, UPDATE ON claims TO overturn_app;
GRANT SELECT (organization_id, id, import_id, patient_control_number, payer_control_number, payer_id, provider_id, rendering_provider_id, claim_type, use, frequency_code, patient_name, patient_dob, patient_sex, member_id, member_group_id, date_of_service, date_of_service_end, submission_date, submission_basis, place_of_service, billed_amount, procedure_codes, diagnosis_codes, modifiers, policy_ids, prior_authorization, reported_status, reported_reason, extra, status, processing_date, paid_amount, patient_responsibility, allowed_amount, first_decided_on, first_denied_on, initial_outcome, final_outcome, is_duplicate, denial_reason, denial_group, denial_carc, denial_rarc, denied_amount, open_denied_amount, line_count, denied_line_count, duplicate_line_count, appeal_status, created_at, referral_number, referring_provider_id, submitter, subscriber_name, subscriber_relationship, is_submitted, voided_on) ON claims TO overturn_identifier;
GRANT SELECT (organization_id, id, import_id, patient_control_number, payer_control_number, payer_id, provider_id, rendering_provider_id, claim_type, use, frequency_code, patient_sex, member_group_id, date_of_service, date_of_service_end, submission_date, submission_basis, place_of_service, billed_amount, procedure_codes, diagnosis_codes, modifiers, policy_ids, prior_authorization, reported_status, reported_reason, extra, status, processing_date, paid_amount, patient_responsibility, allowed_amount, first_decided_on, first_denied_on, initial_outcome, final_outcome, is_duplicate, denial_reason, denial_group, denial_carc, denial_rarc, denied_amount, open_denied_amount, line_count, denied_line_count, duplicate_line_count, appeal_status, created_at, referral_number, referring_provider_id, submitter, subscriber_relationship, is_submitted, voided_on) ON claims TO overturn_reader;

CREATE TABLE code_intelligence (
  organization_id integer NOT NULL,
  procedure_code text COLLATE "C" NOT NULL,
  description text,
  category text,
  average_reimbursement numeric(14,2),
  frequency_limit_count integer,
  frequency_limit_period text,
  common_denial_reasons jsonb DEFAULT '[]'::jsonb NOT NULL,
  required_modifiers jsonb DEFAULT '[]'::jsonb NOT NULL,
  related_codes jsonb DEFAULT '[]'::jsonb NOT NULL,
  age_restriction_min integer,
  age_restriction_max integer,
  common_mistakes text,
  fix_guidance text,
  source text,
  reference_url text,
  extra jsonb DEFAULT '{}'::jsonb NOT NULL,
  import_id bigint,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT code_intelligence_organization_id_procedure_code_pk PRIMARY KEY (organization_id, procedure_code),
  CONSTRAINT code_intelligence_period_known CHECK ((frequency_limit_period = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'year'::text]))),
  CONSTRAINT code_intelligence_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_code_category ON code_intelligence USING btree (organization_id, category);
ALTER TABLE code_intelligence ENABLE ROW LEVEL SECURITY;
ALTER TABLE code_intelligence FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON code_intelligence AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON code_intelligence TO overturn_app;
GRANT SELECT ON code_intelligence TO overturn_identifier;
GRANT SELECT ON code_intelligence TO overturn_reader;

CREATE TABLE code_labels (
  organization_id integer NOT NULL,
  code_system text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  label text NOT NULL,
  source text NOT NULL,
  effective_from date,
  effective_to date,
  loaded_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT code_labels_organization_id_code_system_code_pk PRIMARY KEY (organization_id, code_system, code),
  CONSTRAINT code_labels_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE code_labels ENABLE ROW LEVEL SECURITY;
ALTER TABLE code_labels FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON code_labels AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON code_labels TO overturn_app;
GRANT SELECT ON code_labels TO overturn_identifier;
GRANT SELECT ON code_labels TO overturn_reader;

CREATE TABLE code_performance (
  organization_id integer NOT NULL,
  procedure_code text COLLATE "C" NOT NULL,
  computation_period_start date NOT NULL,
  computation_period_end date NOT NULL,
  line_count integer NOT NULL,
  decided_line_count integer NOT NULL,
  denied_line_count integer NOT NULL,
  denial_rate numeric GENERATED ALWAYS AS ((((denied_line_count)::numeric * 100.0) / (NULLIF(decided_line_count, 0))::numeric)) STORED,
  billed_amount numeric(14,2) NOT NULL,
  denied_amount numeric(14,2) NOT NULL,
  allowed_amount numeric(14,2) NOT NULL,
  allowed_line_count integer NOT NULL,
  denial_reasons jsonb NOT NULL,
  modifiers jsonb NOT NULL,
  billed_with jsonb NOT NULL,
  computation_version integer DEFAULT 1 NOT NULL,
  last_computed_at timestamp with time zone NOT NULL,
  CONSTRAINT code_performance_organization_id_procedure_code_pk PRIMARY KEY (organization_id, procedure_code),
  CONSTRAINT code_performance_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE code_performance ENABLE ROW LEVEL SECURITY;
ALTER TABLE code_performance FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON code_performance AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON code_performance TO overturn_app;
GRANT SELECT ON code_performance TO overturn_identifier;
GRANT SELECT ON code_performance TO overturn_reader;

CREATE TABLE column_mappings (
  organization_id integer NOT NULL,
  header_key text COLLATE "C" NOT NULL,
  name text NOT NULL,
  mapping jsonb NOT NULL,
  confirmed_by text NOT NULL,
  confirmed_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT column_mappings_organization_id_header_key_pk PRIMARY KEY (organization_id, header_key),
  CONSTRAINT column_mappings_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE column_mappings ENABLE ROW LEVEL SECURITY;
ALTER TABLE column_mappings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON column_mappings AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON column_mappings TO overturn_app;
GRANT SELECT ON column_mappings TO overturn_identifier;
GRANT SELECT ON column_mappings TO overturn_reader;

CREATE TABLE computation_releases (
  organization_id integer NOT NULL,
  version integer NOT NULL,
  state text DEFAULT 'candidate'::text NOT NULL,
  previewers text[] DEFAULT '{}'::text[] NOT NULL,
  computed_at timestamp with time zone,
  released_at timestamp with time zone,
  released_by text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  created_by text,
  changed_at timestamp with time zone,
  changed_by text,
  CONSTRAINT computation_releases_organization_id_version_pk PRIMARY KEY (organization_id, version),
  CONSTRAINT computation_releases_state_known CHECK ((state = ANY (ARRAY['candidate'::text, 'released'::text, 'retired'::text]))),
  CONSTRAINT computation_releases_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE UNIQUE INDEX computation_releases_one_released ON computation_releases USING btree (organization_id) WHERE (state = 'released'::text);
ALTER TABLE computation_releases ENABLE ROW LEVEL SECURITY;
ALTER TABLE computation_releases FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON computation_releases AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON computation_releases TO overturn_app;
GRANT SELECT ON computation_releases TO overturn_identifier;
GRANT SELECT ON computation_releases TO overturn_reader;

CREATE TABLE computed_beside (
  organization_id integer NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  subject text COLLATE "C" NOT NULL,
  "values" jsonb NOT NULL,
  computed_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT computed_beside_organization_id_version_kind_subject_pk PRIMARY KEY (organization_id, version, kind, subject),
  CONSTRAINT computed_beside_kind_known CHECK ((kind = ANY (ARRAY['pattern'::text, 'policy'::text, 'provider'::text]))),
  CONSTRAINT computed_beside_organization_id_version_computation_releases_or FOREIGN KEY (organization_id, version) REFERENCES computation_releases(organization_id, version) ON DELETE CASCADE
);
ALTER TABLE computed_beside ENABLE ROW LEVEL SECURITY;
ALTER TABLE computed_beside FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON computed_beside AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON computed_beside TO overturn_app;
GRANT SELECT ON computed_beside TO overturn_identifier;
GRANT SELECT ON computed_beside TO overturn_reader;

CREATE TABLE idempotency_keys (
  organization_id integer NOT NULL,
  actor_id text NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  input_hash text NOT NULL,
  status bigint,
  answer jsonb,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT idempotency_keys_organization_id_actor_id_key_pk PRIMARY KEY (organization_id, actor_id, key),
  CONSTRAINT idempotency_keys_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_idempotency_keys_age ON idempotency_keys USING btree (organization_id, created_at);
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON idempotency_keys AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON idempotency_keys TO overturn_app;
GRANT SELECT (organization_id, actor_id, key, operation, input_hash, status, created_at) ON idempotency_keys TO overturn_identifier;
GRANT SELECT (organization_id, actor_id, key, operation, input_hash, status, created_at) ON idempotency_keys TO overturn_reader;

CREATE TABLE import_changes (
  organization_id integer NOT NULL,
  import_id bigint NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  before jsonb NOT NULL,
  CONSTRAINT import_changes_organization_id_import_id_claim_id_pk PRIMARY KEY (organization_id, import_id, claim_id),
  CONSTRAINT import_changes_organization_id_import_id_imports_organization_i FOREIGN KEY (organization_id, import_id) REFERENCES imports(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_import_changes_claim ON import_changes USING btree (organization_id, claim_id);
ALTER TABLE import_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON import_changes AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON import_changes TO overturn_app;
GRANT SELECT (organization_id, import_id, claim_id) ON import_changes TO overturn_identifier;
GRANT SELECT (organization_id, import_id, claim_id) ON import_changes TO overturn_reader;

CREATE TABLE import_rejections (
  organization_id integer NOT NULL,
  import_id bigint NOT NULL,
  "position" integer NOT NULL,
  severity text NOT NULL,
  code text COLLATE "C" NOT NULL,
  message text NOT NULL,
  remedy text NOT NULL,
  byte_offset bigint,
  segment_number bigint,
  line_number bigint,
  field text,
  record text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  content text,
  state text DEFAULT 'open'::text NOT NULL,
  mended_by_import bigint,
  CONSTRAINT import_rejections_organization_id_import_id_position_pk PRIMARY KEY (organization_id, import_id, "position"),
  CONSTRAINT import_rejections_severity_known CHECK ((severity = ANY (ARRAY['rejection'::text, 'warning'::text]))),
  CONSTRAINT import_rejections_state_known CHECK ((state = ANY (ARRAY['open'::text, 'mended'::text, 'dismissed'::text]))),
  CONSTRAINT import_rejections_organization_id_import_id_imports_organizatio FOREIGN KEY (organization_id, import_id) REFERENCES imports(organization_id, id) ON DELETE CASCADE
);
ALTER TABLE import_rejections ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_rejections FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON import_rejections AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON import_rejections TO overturn_app;
GRANT SELECT (organization_id, import_id, "position", severity, code, message, remedy, byte_offset, segment_number, line_number, field, record, created_at, content, state, mended_by_import) ON import_rejections TO overturn_identifier;
GRANT SELECT (organization_id, import_id, "position", severity, code, message, remedy, byte_offset, segment_number, line_number, field, record, created_at, state, mended_by_import) ON import_rejections TO overturn_reader;

CREATE TABLE import_word_mappings (
  organization_id integer NOT NULL,
  field text COLLATE "C" NOT NULL,
  word text NOT NULL,
  read_as text,
  occurrences integer DEFAULT 0 NOT NULL,
  import_id bigint,
  CONSTRAINT import_word_mappings_organization_id_field_word_pk PRIMARY KEY (organization_id, field, word),
  CONSTRAINT import_word_mappings_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE import_word_mappings ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_word_mappings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON import_word_mappings AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON import_word_mappings TO overturn_app;
GRANT SELECT ON import_word_mappings TO overturn_identifier;
GRANT SELECT ON import_word_mappings TO overturn_reader;

CREATE TABLE imports (
  organization_id integer NOT NULL,
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  file_name text NOT NULL,
  format text NOT NULL,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  status text DEFAULT 'staging'::text NOT NULL,
  summary jsonb,
  writer text NOT NULL,
  heartbeat_at timestamp with time zone DEFAULT now() NOT NULL,
  imported_by text DEFAULT 'system'::text NOT NULL,
  error text,
  started_at timestamp with time zone DEFAULT now() NOT NULL,
  finished_at timestamp with time zone,
  undone_by text,
  undone_at timestamp with time zone,
  CONSTRAINT imports_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT imports_status_known CHECK ((status = ANY (ARRAY['staging'::text, 'merging'::text, 'publishing'::text, 'complete'::text, 'failed'::text, 'undoing'::text, 'undone'::text]))),
  CONSTRAINT imports_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_imports_unfinished ON imports USING btree (organization_id, id) WHERE (status = ANY (ARRAY['staging'::text, 'merging'::text, 'publishing'::text, 'undoing'::text]));
CREATE UNIQUE INDEX imports_file_once ON imports USING btree (organization_id, sha256) WHERE (status <> ALL (ARRAY['failed'::text, 'undoing'::text, 'undone'::text]));
CREATE UNIQUE INDEX imports_one_merge ON imports USING btree (organization_id) WHERE (status = 'merging'::text);
ALTER TABLE imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE imports FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON imports AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON imports TO overturn_app;
GRANT SELECT ON imports TO overturn_identifier;
GRANT SELECT ON imports TO overturn_reader;

CREATE TABLE invitations (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  email text NOT NULL,
  role text NOT NULL,
  token_hash text NOT NULL,
  invited_by text NOT NULL,
  invited_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT invitations_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT invitations_token_hash_unique UNIQUE (token_hash),
  CONSTRAINT invitations_role_known CHECK ((role = ANY (ARRAY['viewer'::text, 'coder'::text, 'analyst'::text, 'manager'::text, 'administrator'::text]))),
  CONSTRAINT invitations_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON invitations AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON invitations TO overturn_app;
GRANT SELECT (organization_id, id, email, role, invited_by, invited_at, expires_at, accepted_at, revoked_at) ON invitations TO overturn_identifier;
GRANT SELECT (organization_id, id, email, role, invited_by, invited_at, expires_at, accepted_at, revoked_at) ON invitations TO overturn_reader;

CREATE TABLE job_pauses (
  organization_id integer NOT NULL,
  job text COLLATE "C" NOT NULL,
  paused_by text NOT NULL,
  paused_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT job_pauses_organization_id_job_pk PRIMARY KEY (organization_id, job),
  CONSTRAINT job_pauses_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE job_pauses ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_pauses FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON job_pauses AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON job_pauses TO overturn_app;
GRANT SELECT ON job_pauses TO overturn_identifier;
GRANT SELECT ON job_pauses TO overturn_reader;

CREATE TABLE job_runs (
  organization_id integer NOT NULL,
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  job text COLLATE "C" NOT NULL,
  trigger text NOT NULL,
  request_id text,
  attempt integer DEFAULT 1 NOT NULL,
  state text DEFAULT 'running'::text NOT NULL,
  runner text NOT NULL,
  started_at timestamp with time zone DEFAULT now() NOT NULL,
  heartbeat_at timestamp with time zone DEFAULT now() NOT NULL,
  finished_at timestamp with time zone,
  duration_ms integer,
  rows integer,
  result jsonb,
  error text,
  CONSTRAINT job_runs_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT job_runs_state_known CHECK ((state = ANY (ARRAY['running'::text, 'complete'::text, 'failed'::text, 'released'::text]))),
  CONSTRAINT job_runs_trigger_known CHECK ((trigger = ANY (ARRAY['schedule'::text, 'missed'::text, 'person'::text, 'data'::text]))),
  CONSTRAINT job_runs_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_job_runs_started ON job_runs USING btree (organization_id, started_at DESC NULLS LAST);
CREATE UNIQUE INDEX job_runs_once_at_a_time ON job_runs USING btree (organization_id, job) WHERE (state = 'running'::text);
ALTER TABLE job_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_runs FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON job_runs AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON job_runs TO overturn_app;
GRANT SELECT ON job_runs TO overturn_identifier;
GRANT SELECT ON job_runs TO overturn_reader;

CREATE TABLE lab_cases (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  user_id text NOT NULL,
  pattern_id text COLLATE "C" NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  started_at timestamp with time zone NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  hints_taken integer DEFAULT 0 NOT NULL,
  outcome text,
  finished_at timestamp with time zone,
  CONSTRAINT lab_cases_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT lab_cases_outcome_known CHECK ((outcome = ANY (ARRAY['correct'::text, 'incorrect'::text, 'skipped'::text]))),
  CONSTRAINT lab_cases_organization_id_pattern_id_patterns_organization_id_i FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_lab_cases_person ON lab_cases USING btree (organization_id, user_id, pattern_id, started_at);
ALTER TABLE lab_cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE lab_cases FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON lab_cases AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON lab_cases TO overturn_app;
GRANT SELECT ON lab_cases TO overturn_identifier;
GRANT SELECT ON lab_cases TO overturn_reader;

CREATE TABLE learning_events (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  "timestamp" timestamp with time zone NOT NULL,
  type text NOT NULL,
  context text,
  user_id text,
  session_id text,
  device_type text,
  duration_ms integer,
  outcome_type text,
  correction_applied boolean DEFAULT false NOT NULL,
  pattern_id text COLLATE "C",
  claim_id text COLLATE "C",
  metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
  import_id bigint,
  CONSTRAINT learning_events_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT learning_events_outcome_known CHECK ((outcome_type = ANY (ARRAY['correct'::text, 'incorrect'::text, 'skipped'::text, 'incomplete'::text]))),
  CONSTRAINT learning_events_organization_id_claim_id_claims_organization_id FOREIGN KEY (organization_id, claim_id) REFERENCES claims(organization_id, id) ON DELETE SET NULL (claim_id),
  CONSTRAINT learning_events_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id),
  CONSTRAINT learning_events_organization_id_pattern_id_patterns_organizatio FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE SET NULL (pattern_id)
);
CREATE INDEX idx_events_timestamp_type ON learning_events USING btree (organization_id, "timestamp" DESC NULLS LAST, type);
CREATE INDEX idx_learning_events_claim ON learning_events USING btree (organization_id, claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX idx_learning_events_outcome ON learning_events USING btree (organization_id, outcome_type, "timestamp") WHERE (outcome_type IS NOT NULL);
CREATE INDEX idx_learning_events_pattern ON learning_events USING btree (organization_id, pattern_id, "timestamp") WHERE (pattern_id IS NOT NULL);
ALTER TABLE learning_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE learning_events FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON learning_events AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON learning_events TO overturn_app;
GRANT SELECT ON learning_events TO overturn_identifier;
GRANT SELECT ON learning_events TO overturn_reader;

CREATE TABLE letter_templates (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  body text NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  updated_by text NOT NULL,
  CONSTRAINT letter_templates_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT letter_templates_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE letter_templates ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter_templates FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON letter_templates AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON letter_templates TO overturn_app;
GRANT SELECT ON letter_templates TO overturn_identifier;
GRANT SELECT ON letter_templates TO overturn_reader;

CREATE TABLE match_queue (
  organization_id integer NOT NULL,
  adjudication_id bigint NOT NULL,
  candidates text[] NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  resolved_claim_id text COLLATE "C",
  resolved_by text,
  resolved_at timestamp with time zone,
  CONSTRAINT match_queue_organization_id_adjudication_id_pk PRIMARY KEY (organization_id, adjudication_id),
  CONSTRAINT match_queue_state_known CHECK ((state = ANY (ARRAY['open'::text, 'resolved'::text, 'dismissed'::text])))
);
CREATE INDEX idx_match_queue_open ON match_queue USING btree (organization_id, adjudication_id) WHERE (state = 'open'::text);
ALTER TABLE match_queue ENABLE ROW LEVEL SECURITY;
ALTER TABLE match_queue FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON match_queue AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON match_queue TO overturn_app;
GRANT SELECT ON match_queue TO overturn_identifier;
GRANT SELECT ON match_queue TO overturn_reader;

CREATE TABLE members (
  organization_id integer NOT NULL,
  user_id text NOT NULL,
  role text NOT NULL,
  added_at timestamp with time zone DEFAULT now() NOT NULL,
  added_by text,
  CONSTRAINT members_organization_id_user_id_pk PRIMARY KEY (organization_id, user_id),
  CONSTRAINT members_role_known CHECK ((role = ANY (ARRAY['viewer'::text, 'coder'::text, 'analyst'::text, 'manager'::text, 'administrator'::text]))),
  CONSTRAINT members_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id),
  CONSTRAINT members_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX idx_members_user ON members USING btree (user_id);
ALTER TABLE members ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON members AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON members TO overturn_app;
GRANT SELECT ON members TO overturn_identifier;
GRANT SELECT ON members TO overturn_reader;

CREATE TABLE metric_restatements (
  organization_id integer NOT NULL,
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  metric text COLLATE "C" NOT NULL,
  subject text COLLATE "C" DEFAULT ''::text NOT NULL,
  metric_date date NOT NULL,
  old_value numeric,
  new_value numeric,
  cause text NOT NULL,
  restated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT metric_restatements_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT metric_restatements_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_metric_restatements_day ON metric_restatements USING btree (organization_id, metric_date);
ALTER TABLE metric_restatements ENABLE ROW LEVEL SECURITY;
ALTER TABLE metric_restatements FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON metric_restatements AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON metric_restatements TO overturn_app;
GRANT SELECT ON metric_restatements TO overturn_identifier;
GRANT SELECT ON metric_restatements TO overturn_reader;

CREATE TABLE metric_snapshots (
  organization_id integer NOT NULL,
  snapshot_date date NOT NULL,
  kind text NOT NULL,
  subject text COLLATE "C" DEFAULT ''::text NOT NULL,
  "values" jsonb NOT NULL,
  computation_version integer NOT NULL,
  taken_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT metric_snapshots_organization_id_snapshot_date_kind_subject_pk PRIMARY KEY (organization_id, snapshot_date, kind, subject),
  CONSTRAINT metric_snapshots_kind_known CHECK ((kind = ANY (ARRAY['organization'::text, 'pattern'::text, 'policy'::text, 'provider'::text]))),
  CONSTRAINT metric_snapshots_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE metric_snapshots ENABLE ROW LEVEL SECURITY;
ALTER TABLE metric_snapshots FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON metric_snapshots AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON metric_snapshots TO overturn_app;
GRANT SELECT ON metric_snapshots TO overturn_identifier;
GRANT SELECT ON metric_snapshots TO overturn_reader;

CREATE TABLE network_analysts (
  network_id integer NOT NULL,
  user_id text NOT NULL,
  CONSTRAINT network_analysts_network_id_user_id_pk PRIMARY KEY (network_id, user_id),
  CONSTRAINT network_analysts_network_id_networks_id_fk FOREIGN KEY (network_id) REFERENCES networks(id) ON DELETE CASCADE,
  CONSTRAINT network_analysts_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

CREATE TABLE network_practices (
  network_id integer NOT NULL,
  practice_id integer NOT NULL,
  CONSTRAINT network_practices_network_id_practice_id_pk PRIMARY KEY (network_id, practice_id),
  CONSTRAINT network_practices_network_id_networks_id_fk FOREIGN KEY (network_id) REFERENCES networks(id) ON DELETE CASCADE,
  CONSTRAINT network_practices_practice_id_organizations_id_fk FOREIGN KEY (practice_id) REFERENCES organizations(id)
);

CREATE TABLE networks (
  id integer GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  CONSTRAINT networks_pkey PRIMARY KEY (id),
  CONSTRAINT networks_slug_unique UNIQUE (slug)
);

CREATE TABLE organization_daily_metrics (
  organization_id integer NOT NULL,
  date_basis text NOT NULL,
  metric_date date NOT NULL,
  payer_id text COLLATE "C" NOT NULL,
  claim_count integer DEFAULT 0 NOT NULL,
  pending_count integer DEFAULT 0 NOT NULL,
  adjudicated_count integer DEFAULT 0 NOT NULL,
  denied_count integer DEFAULT 0 NOT NULL,
  partially_denied_count integer DEFAULT 0 NOT NULL,
  finally_denied_count integer DEFAULT 0 NOT NULL,
  duplicate_count integer DEFAULT 0 NOT NULL,
  line_count integer DEFAULT 0 NOT NULL,
  denied_line_count integer DEFAULT 0 NOT NULL,
  billed_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  adjudicated_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  denied_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  paid_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  recovered_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  created_by text DEFAULT 'unknown'::text NOT NULL,
  CONSTRAINT organization_daily_metrics_organization_id_date_basis_metric_da PRIMARY KEY (organization_id, date_basis, metric_date, payer_id),
  CONSTRAINT organization_daily_basis_known CHECK ((date_basis = ANY (ARRAY['service'::text, 'submission'::text, 'payment'::text]))),
  CONSTRAINT organization_daily_metrics_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE organization_daily_metrics ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_daily_metrics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organization_daily_metrics AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON organization_daily_metrics TO overturn_app;
GRANT SELECT ON organization_daily_metrics TO overturn_identifier;
GRANT SELECT ON organization_daily_metrics TO overturn_reader;

CREATE TABLE organizations (
  id integer GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  time_zone text DEFAULT 'America/New_York'::text NOT NULL,
  settings jsonb DEFAULT '{}'::jsonb NOT NULL,
  is_demo boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  letterhead text,
  CONSTRAINT organizations_pkey PRIMARY KEY (id),
  CONSTRAINT organizations_slug_unique UNIQUE (slug)
);
ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organizations AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT SELECT, UPDATE ON organizations TO overturn_app;
GRANT SELECT ON organizations TO overturn_identifier;
GRANT SELECT ON organizations TO overturn_reader;

CREATE TABLE overturn_migrations (
  name text NOT NULL,
  hash text NOT NULL,
  applied_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT overturn_migrations_pkey PRIMARY KEY (name)
);

CREATE TABLE pattern_actions (
  organization_id integer NOT NULL,
  pattern_id text COLLATE "C" NOT NULL,
  "position" integer NOT NULL,
  kind text NOT NULL,
  happened_on date NOT NULL,
  note text,
  recorded_by text,
  reported jsonb,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pattern_actions_organization_id_pattern_id_position_pk PRIMARY KEY (organization_id, pattern_id, "position"),
  CONSTRAINT pattern_actions_kind_known CHECK ((kind = ANY (ARRAY['resubmission'::text, 'workflow_update'::text, 'staff_training'::text, 'system_configuration'::text, 'practice_session'::text, 'other'::text]))),
  CONSTRAINT pattern_actions_organization_id_pattern_id_patterns_organizatio FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
ALTER TABLE pattern_actions ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern_actions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pattern_actions AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON pattern_actions TO overturn_app;
GRANT SELECT ON pattern_actions TO overturn_identifier;
GRANT SELECT ON pattern_actions TO overturn_reader;

CREATE TABLE pattern_checks (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  pattern_id text COLLATE "C" NOT NULL,
  state text DEFAULT 'shadow'::text NOT NULL,
  denial_reason text NOT NULL,
  scope jsonb NOT NULL,
  back_test jsonb NOT NULL,
  latest jsonb,
  evaluated_at timestamp with time zone,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  since date NOT NULL,
  live_at timestamp with time zone,
  live_by text,
  retired_at timestamp with time zone,
  retired_by text,
  retired_because text,
  CONSTRAINT pattern_checks_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT pattern_checks_state_known CHECK ((state = ANY (ARRAY['shadow'::text, 'live'::text, 'retired'::text]))),
  CONSTRAINT pattern_checks_organization_id_pattern_id_patterns_organization FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX pattern_checks_one_at_a_time ON pattern_checks USING btree (organization_id, pattern_id) WHERE (state <> 'retired'::text);
ALTER TABLE pattern_checks ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern_checks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pattern_checks AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON pattern_checks TO overturn_app;
GRANT SELECT ON pattern_checks TO overturn_identifier;
GRANT SELECT ON pattern_checks TO overturn_reader;

CREATE TABLE pattern_claims (
  organization_id integer NOT NULL,
  pattern_id text COLLATE "C" NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  line_number integer NOT NULL,
  denied boolean NOT NULL,
  service_date date,
  open_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  recoverable_until date,
  amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  CONSTRAINT pattern_claims_organization_id_pattern_id_claim_id_line_number_ PRIMARY KEY (organization_id, pattern_id, claim_id, line_number),
  CONSTRAINT pattern_claims_organization_id_claim_id_claims_organization_id_ FOREIGN KEY (organization_id, claim_id) REFERENCES claims(organization_id, id) ON DELETE CASCADE,
  CONSTRAINT pattern_claims_organization_id_pattern_id_patterns_organization FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_pattern_claims_claim ON pattern_claims USING btree (organization_id, claim_id);
CREATE INDEX idx_pattern_claims_day ON pattern_claims USING btree (organization_id, pattern_id, service_date);
CREATE INDEX idx_pattern_claims_recoverable ON pattern_claims USING btree (organization_id, pattern_id, recoverable_until) WHERE (recoverable_until IS NOT NULL);
ALTER TABLE pattern_claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern_claims FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pattern_claims AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON pattern_claims TO overturn_app;
GRANT SELECT ON pattern_claims TO overturn_identifier;
GRANT SELECT ON pattern_claims TO overturn_reader;

CREATE TABLE pattern_daily_metrics (
  organization_id integer NOT NULL,
  pattern_id text COLLATE "C" NOT NULL,
  metric_date date NOT NULL,
  period_start date GENERATED ALWAYS AS (metric_date) STORED,
  period_end date GENERATED ALWAYS AS ((metric_date + 1)) STORED,
  claim_count integer DEFAULT 0 NOT NULL,
  denied_count integer DEFAULT 0 NOT NULL,
  denial_rate numeric GENERATED ALWAYS AS ((((denied_count)::numeric * 100.0) / (NULLIF(claim_count, 0))::numeric)) STORED,
  dollars_denied numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  dollars_at_risk numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  appeal_count integer DEFAULT 0 NOT NULL,
  appeal_rate numeric GENERATED ALWAYS AS ((((appeal_count)::numeric * 100.0) / (NULLIF(denied_count, 0))::numeric)) STORED,
  appeals_decided_count integer DEFAULT 0 NOT NULL,
  overturn_count integer DEFAULT 0 NOT NULL,
  overturn_rate numeric GENERATED ALWAYS AS ((((overturn_count)::numeric * 100.0) / (NULLIF(appeals_decided_count, 0))::numeric)) STORED,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  created_by text DEFAULT 'unknown'::text NOT NULL,
  CONSTRAINT pattern_daily_metrics_organization_id_pattern_id_metric_date_pk PRIMARY KEY (organization_id, pattern_id, metric_date),
  CONSTRAINT pattern_daily_metrics_organization_id_pattern_id_patterns_organ FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_pattern_daily_day ON pattern_daily_metrics USING btree (organization_id, metric_date);
ALTER TABLE pattern_daily_metrics ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern_daily_metrics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pattern_daily_metrics AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON pattern_daily_metrics TO overturn_app;
GRANT SELECT ON pattern_daily_metrics TO overturn_identifier;
GRANT SELECT ON pattern_daily_metrics TO overturn_reader;

CREATE TABLE pattern_evidence (
  organization_id integer NOT NULL,
  pattern_id text COLLATE "C" NOT NULL,
  claim_reference text COLLATE "C" NOT NULL,
  line_number integer NOT NULL,
  claim_id text COLLATE "C",
  service_date date,
  denial_date date,
  denial_reason text,
  denial_carc text,
  denial_rarc text,
  procedure_code text COLLATE "C",
  modifiers text[] DEFAULT '{}'::text[] NOT NULL,
  diagnosis_code text COLLATE "C",
  billed_amount numeric(14,2),
  origin text NOT NULL,
  CONSTRAINT pattern_evidence_organization_id_pattern_id_claim_reference_lin PRIMARY KEY (organization_id, pattern_id, claim_reference, line_number),
  CONSTRAINT pattern_evidence_origin_known CHECK ((origin = ANY (ARRAY['detected'::text, 'imported'::text]))),
  CONSTRAINT pattern_evidence_organization_id_claim_id_claims_organization_i FOREIGN KEY (organization_id, claim_id) REFERENCES claims(organization_id, id) ON DELETE CASCADE,
  CONSTRAINT pattern_evidence_organization_id_pattern_id_patterns_organizati FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_pattern_evidence_claim ON pattern_evidence USING btree (organization_id, claim_id);
CREATE INDEX idx_pattern_evidence_date ON pattern_evidence USING btree (organization_id, pattern_id, service_date DESC NULLS LAST);
ALTER TABLE pattern_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern_evidence FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pattern_evidence AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON pattern_evidence TO overturn_app;
GRANT SELECT ON pattern_evidence TO overturn_identifier;
GRANT SELECT ON pattern_evidence TO overturn_reader;

CREATE TABLE pattern_findings (
  organization_id integer NOT NULL,
  pattern_id text COLLATE "C" NOT NULL,
  carc text,
  window_start date NOT NULL,
  window_end date NOT NULL,
  population integer NOT NULL,
  denied integer NOT NULL,
  rest_population integer NOT NULL,
  rest_denied integer NOT NULL,
  ratio double precision,
  ratio_low double precision NOT NULL,
  ratio_high double precision,
  p double precision NOT NULL,
  q double precision NOT NULL,
  searched bigint NOT NULL,
  seen_until date NOT NULL,
  confirmed boolean,
  later_start date,
  later_end date,
  later_population integer,
  later_denied integer,
  later_rest_population integer,
  later_rest_denied integer,
  later_p double precision,
  last_found_at timestamp with time zone NOT NULL,
  CONSTRAINT pattern_findings_organization_id_pattern_id_pk PRIMARY KEY (organization_id, pattern_id),
  CONSTRAINT pattern_findings_organization_id_pattern_id_patterns_organizati FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
ALTER TABLE pattern_findings ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern_findings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pattern_findings AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON pattern_findings TO overturn_app;
GRANT SELECT ON pattern_findings TO overturn_identifier;
GRANT SELECT ON pattern_findings TO overturn_reader;

CREATE TABLE pattern_lineage (
  organization_id integer NOT NULL,
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  pattern_id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  other_id text COLLATE "C",
  scope_before jsonb,
  scope_after jsonb,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT pattern_lineage_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT pattern_lineage_kind_known CHECK ((kind = ANY (ARRAY['scope_changed'::text, 'merged_into'::text, 'split_from'::text]))),
  CONSTRAINT pattern_lineage_organization_id_pattern_id_patterns_organizatio FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_pattern_lineage_pattern ON pattern_lineage USING btree (organization_id, pattern_id, recorded_at);
ALTER TABLE pattern_lineage ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern_lineage FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pattern_lineage AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON pattern_lineage TO overturn_app;
GRANT SELECT ON pattern_lineage TO overturn_identifier;
GRANT SELECT ON pattern_lineage TO overturn_reader;

CREATE TABLE pattern_relations (
  organization_id integer NOT NULL,
  pattern_id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  reference text COLLATE "C" NOT NULL,
  CONSTRAINT pattern_relations_organization_id_pattern_id_kind_reference_pk PRIMARY KEY (organization_id, pattern_id, kind, reference),
  CONSTRAINT pattern_relations_kind_known CHECK ((kind = ANY (ARRAY['policy'::text, 'procedure_code'::text]))),
  CONSTRAINT pattern_relations_organization_id_pattern_id_patterns_organizat FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
ALTER TABLE pattern_relations ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern_relations FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pattern_relations AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON pattern_relations TO overturn_app;
GRANT SELECT ON pattern_relations TO overturn_identifier;
GRANT SELECT ON pattern_relations TO overturn_reader;

CREATE TABLE pattern_searches (
  organization_id integer NOT NULL,
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  searched_at timestamp with time zone NOT NULL,
  window_start date NOT NULL,
  window_end date NOT NULL,
  later_start date NOT NULL,
  claims integer NOT NULL,
  reasons integer NOT NULL,
  searched bigint NOT NULL,
  found integer NOT NULL,
  confirmed integer NOT NULL,
  duration_ms integer NOT NULL,
  CONSTRAINT pattern_searches_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT pattern_searches_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE pattern_searches ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern_searches FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pattern_searches AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON pattern_searches TO overturn_app;
GRANT SELECT ON pattern_searches TO overturn_identifier;
GRANT SELECT ON pattern_searches TO overturn_reader;

CREATE TABLE pattern_status_changes (
  organization_id integer NOT NULL,
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  pattern_id text COLLATE "C" NOT NULL,
  from_status text NOT NULL,
  to_status text NOT NULL,
  reason text NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT pattern_status_changes_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT pattern_status_changes_from_known CHECK ((from_status = ANY (ARRAY['active'::text, 'improving'::text, 'resolved'::text, 'archived'::text]))),
  CONSTRAINT pattern_status_changes_to_known CHECK ((to_status = ANY (ARRAY['active'::text, 'improving'::text, 'resolved'::text, 'archived'::text]))),
  CONSTRAINT pattern_status_changes_organization_id_pattern_id_patterns_orga FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_pattern_status_changes_pattern ON pattern_status_changes USING btree (organization_id, pattern_id, changed_at);
ALTER TABLE pattern_status_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern_status_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pattern_status_changes AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT INSERT, SELECT ON pattern_status_changes TO overturn_app;
GRANT SELECT ON pattern_status_changes TO overturn_identifier;
GRANT SELECT ON pattern_status_changes TO overturn_reader;

CREATE TABLE patterns (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  title text NOT NULL,
  description text DEFAULT ''::text NOT NULL,
  category text NOT NULL,
  status text DEFAULT 'active'::text NOT NULL,
  tier text DEFAULT 'low'::text NOT NULL,
  origin text DEFAULT 'detected'::text NOT NULL,
  denial_reason text,
  scope jsonb DEFAULT '[]'::jsonb NOT NULL,
  scope_key text COLLATE "C",
  score_frequency integer,
  score_impact numeric(14,2),
  score_trend text,
  score_velocity double precision,
  score_confidence double precision,
  score_recency integer,
  avg_denial_amount numeric(14,2),
  total_at_risk numeric(14,2),
  learning_progress integer DEFAULT 0 NOT NULL,
  practice_sessions_completed integer DEFAULT 0 NOT NULL,
  corrections_applied integer DEFAULT 0 NOT NULL,
  first_detected date,
  last_seen date,
  detected_at timestamp with time zone,
  last_updated timestamp with time zone DEFAULT now() NOT NULL,
  baseline_start date,
  baseline_end date,
  baseline_claim_count integer,
  baseline_denied_count integer,
  baseline_denial_rate double precision,
  baseline_dollars_denied numeric(14,2),
  current_start date,
  current_end date,
  current_claim_count integer,
  current_denied_count integer,
  current_denial_rate double precision,
  current_dollars_denied numeric(14,2),
  insufficient_data boolean DEFAULT true NOT NULL,
  suggested_action text,
  action_category text,
  recovery_status text,
  short_term_action jsonb,
  long_term_action jsonb,
  possible_root_causes jsonb,
  reported jsonb,
  last_computed_at timestamp with time zone,
  computation_version integer DEFAULT 1 NOT NULL,
  computation_status text DEFAULT 'pending'::text NOT NULL,
  import_id bigint,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  preventable_amount numeric(14,2),
  preventable_low numeric(14,2),
  preventable_high numeric(14,2),
  excess_denials double precision,
  recovery_chance double precision,
  CONSTRAINT patterns_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT patterns_action_known CHECK ((action_category = ANY (ARRAY['operational_system'::text, 'documentation'::text, 'coding_knowledge'::text, 'coverage_blindspot'::text]))),
  CONSTRAINT patterns_category_known CHECK ((category = ANY (ARRAY['modifier-missing'::text, 'code-mismatch'::text, 'documentation'::text, 'authorization'::text, 'billing-error'::text, 'timing'::text, 'medical-necessity'::text, 'coding-specificity'::text, 'unclassified'::text]))),
  CONSTRAINT patterns_computation_known CHECK ((computation_status = ANY (ARRAY['pending'::text, 'computing'::text, 'complete'::text, 'error'::text]))),
  CONSTRAINT patterns_origin_known CHECK ((origin = ANY (ARRAY['detected'::text, 'imported'::text]))),
  CONSTRAINT patterns_recovery_known CHECK ((recovery_status = ANY (ARRAY['recoverable'::text, 'partial'::text, 'not_recoverable'::text]))),
  CONSTRAINT patterns_status_known CHECK ((status = ANY (ARRAY['active'::text, 'improving'::text, 'resolved'::text, 'archived'::text]))),
  CONSTRAINT patterns_tier_known CHECK ((tier = ANY (ARRAY['critical'::text, 'high'::text, 'medium'::text, 'low'::text]))),
  CONSTRAINT patterns_trend_known CHECK ((score_trend = ANY (ARRAY['up'::text, 'down'::text, 'stable'::text]))),
  CONSTRAINT patterns_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_pattern_first_detected ON patterns USING btree (organization_id, first_detected);
CREATE INDEX idx_pattern_status_tier ON patterns USING btree (organization_id, status, tier);
CREATE INDEX idx_patterns_computed_at ON patterns USING btree (organization_id, last_computed_at);
CREATE INDEX idx_patterns_status_computed ON patterns USING btree (organization_id, status, computation_status);
CREATE UNIQUE INDEX patterns_scope_once ON patterns USING btree (organization_id, scope_key) WHERE (scope_key IS NOT NULL);
ALTER TABLE patterns ENABLE ROW LEVEL SECURITY;
ALTER TABLE patterns FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON patterns AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON patterns TO overturn_app;
GRANT SELECT ON patterns TO overturn_identifier;
GRANT SELECT ON patterns TO overturn_reader;

CREATE TABLE payer_lag_curves (
  organization_id integer NOT NULL,
  date_basis text NOT NULL,
  payer_id text COLLATE "C" NOT NULL,
  computed_for date NOT NULL,
  lag_days integer[] NOT NULL,
  claim_counts integer[] NOT NULL,
  computed_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT payer_lag_curves_organization_id_date_basis_payer_id_pk PRIMARY KEY (organization_id, date_basis, payer_id),
  CONSTRAINT payer_lag_curves_basis_known CHECK ((date_basis = ANY (ARRAY['service'::text, 'submission'::text, 'payment'::text]))),
  CONSTRAINT payer_lag_curves_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE payer_lag_curves ENABLE ROW LEVEL SECURITY;
ALTER TABLE payer_lag_curves FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON payer_lag_curves AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON payer_lag_curves TO overturn_app;
GRANT SELECT ON payer_lag_curves TO overturn_identifier;
GRANT SELECT ON payer_lag_curves TO overturn_reader;

CREATE TABLE payer_reason_daily_metrics (
  organization_id integer NOT NULL,
  payer_id text COLLATE "C" NOT NULL,
  denial_reason text COLLATE "C" NOT NULL,
  metric_date date NOT NULL,
  denied_count integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  created_by text DEFAULT 'unknown'::text NOT NULL,
  CONSTRAINT payer_reason_daily_metrics_organization_id_payer_id_denial_reas PRIMARY KEY (organization_id, payer_id, denial_reason, metric_date),
  CONSTRAINT payer_reason_daily_metrics_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_payer_reason_daily_day ON payer_reason_daily_metrics USING btree (organization_id, metric_date);
ALTER TABLE payer_reason_daily_metrics ENABLE ROW LEVEL SECURITY;
ALTER TABLE payer_reason_daily_metrics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON payer_reason_daily_metrics AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON payer_reason_daily_metrics TO overturn_app;
GRANT SELECT ON payer_reason_daily_metrics TO overturn_identifier;
GRANT SELECT ON payer_reason_daily_metrics TO overturn_reader;

CREATE TABLE payers (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  is_placeholder boolean DEFAULT false NOT NULL,
  appeal_window_days integer DEFAULT 180 NOT NULL,
  timely_filing_days integer DEFAULT 365 NOT NULL,
  import_id bigint,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  windows_set_by text,
  windows_set_at timestamp with time zone,
  appeals_address text,
  CONSTRAINT payers_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT payers_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE payers ENABLE ROW LEVEL SECURITY;
ALTER TABLE payers FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON payers AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON payers TO overturn_app;
GRANT SELECT ON payers TO overturn_identifier;
GRANT SELECT ON payers TO overturn_reader;

CREATE TABLE policies (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  mode text DEFAULT 'active'::text NOT NULL,
  description text,
  clinical_rationale text,
  topic text,
  logic_type text,
  source text,
  effective_date date,
  end_date date,
  age_restrictions text,
  age_min integer,
  age_max integer,
  frequency_limits text,
  frequency_limit_count integer,
  frequency_limit_period text,
  frequency_limit_days integer,
  common_mistake text,
  fix_guidance text,
  reference_docs jsonb DEFAULT '[]'::jsonb NOT NULL,
  geography jsonb,
  learning_markers_count integer,
  recent_tests integer,
  hit_rate double precision,
  denial_rate double precision,
  appeal_rate double precision,
  overturn_rate double precision,
  impact numeric(14,2),
  insight_count integer,
  providers_impacted integer,
  trend text,
  reported jsonb,
  last_computed_at timestamp with time zone,
  computation_period_start date,
  computation_period_end date,
  computation_version integer DEFAULT 1 NOT NULL,
  computation_status text DEFAULT 'pending'::text NOT NULL,
  import_id bigint,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  claim_count integer,
  hit_count integer,
  denied_count integer,
  appealed_claim_count integer,
  appeal_decided_claim_count integer,
  overturned_claim_count integer,
  without_modifier_count integer,
  without_modifier_denied_count integer,
  CONSTRAINT policies_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT policies_computation_known CHECK ((computation_status = ANY (ARRAY['pending'::text, 'computing'::text, 'complete'::text, 'error'::text]))),
  CONSTRAINT policies_mode_known CHECK ((mode = ANY (ARRAY['active'::text, 'observation'::text, 'draft'::text, 'retired'::text]))),
  CONSTRAINT policies_period_known CHECK ((frequency_limit_period = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'year'::text]))),
  CONSTRAINT policies_trend_known CHECK ((trend = ANY (ARRAY['up'::text, 'down'::text, 'stable'::text]))),
  CONSTRAINT policies_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_policies_computed ON policies USING btree (organization_id, last_computed_at);
ALTER TABLE policies ENABLE ROW LEVEL SECURITY;
ALTER TABLE policies FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON policies AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON policies TO overturn_app;
GRANT SELECT ON policies TO overturn_identifier;
GRANT SELECT ON policies TO overturn_reader;

CREATE TABLE policy_conditions (
  organization_id integer NOT NULL,
  policy_id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  code text COLLATE "C" NOT NULL,
  label text,
  CONSTRAINT policy_conditions_organization_id_policy_id_kind_code_pk PRIMARY KEY (organization_id, policy_id, kind, code),
  CONSTRAINT policy_conditions_kind_known CHECK ((kind = ANY (ARRAY['diagnosis_code'::text, 'modifier_required'::text, 'modifier_forbidden'::text, 'place_of_service'::text, 'claim_type'::text, 'specialty'::text, 'carc'::text, 'rarc'::text, 'related_policy'::text]))),
  CONSTRAINT policy_conditions_organization_id_policy_id_policies_organizati FOREIGN KEY (organization_id, policy_id) REFERENCES policies(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_policy_conditions_code ON policy_conditions USING btree (organization_id, kind, code);
ALTER TABLE policy_conditions ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_conditions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON policy_conditions AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON policy_conditions TO overturn_app;
GRANT SELECT ON policy_conditions TO overturn_identifier;
GRANT SELECT ON policy_conditions TO overturn_reader;

CREATE TABLE policy_daily_metrics (
  organization_id integer NOT NULL,
  policy_id text COLLATE "C" NOT NULL,
  metric_date date NOT NULL,
  period_start date GENERATED ALWAYS AS (metric_date) STORED,
  period_end date GENERATED ALWAYS AS ((metric_date + 1)) STORED,
  hit_count integer DEFAULT 0 NOT NULL,
  denied_count integer DEFAULT 0 NOT NULL,
  denial_rate numeric GENERATED ALWAYS AS ((((denied_count)::numeric * 100.0) / (NULLIF(hit_count, 0))::numeric)) STORED,
  dollars_denied numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  appeal_count integer DEFAULT 0 NOT NULL,
  appeals_decided_count integer DEFAULT 0 NOT NULL,
  overturn_count integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  appealed_claim_count integer DEFAULT 0 NOT NULL,
  appeal_decided_claim_count integer DEFAULT 0 NOT NULL,
  overturned_claim_count integer DEFAULT 0 NOT NULL,
  without_modifier_count integer DEFAULT 0 NOT NULL,
  without_modifier_denied_count integer DEFAULT 0 NOT NULL,
  created_by text DEFAULT 'unknown'::text NOT NULL,
  CONSTRAINT policy_daily_metrics_organization_id_policy_id_metric_date_pk PRIMARY KEY (organization_id, policy_id, metric_date),
  CONSTRAINT policy_daily_metrics_organization_id_policy_id_policies_organiz FOREIGN KEY (organization_id, policy_id) REFERENCES policies(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_policy_daily_day ON policy_daily_metrics USING btree (organization_id, metric_date);
ALTER TABLE policy_daily_metrics ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_daily_metrics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON policy_daily_metrics AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON policy_daily_metrics TO overturn_app;
GRANT SELECT ON policy_daily_metrics TO overturn_identifier;
GRANT SELECT ON policy_daily_metrics TO overturn_reader;

CREATE TABLE policy_hits (
  organization_id integer NOT NULL,
  policy_id text COLLATE "C" NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  line_number integer NOT NULL,
  service_date date NOT NULL,
  has_modifier boolean DEFAULT true NOT NULL,
  denied boolean,
  patient text COLLATE "C",
  counted_on date,
  units numeric,
  exceeds_limit boolean DEFAULT true NOT NULL,
  amount numeric(14,2),
  provider_id text COLLATE "C",
  CONSTRAINT policy_hits_organization_id_policy_id_claim_id_line_number_pk PRIMARY KEY (organization_id, policy_id, claim_id, line_number),
  CONSTRAINT policy_hits_organization_id_policy_id_policies_organization_id_ FOREIGN KEY (organization_id, policy_id) REFERENCES policies(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_policy_hits_claim ON policy_hits USING btree (organization_id, claim_id);
CREATE INDEX idx_policy_hits_day ON policy_hits USING btree (organization_id, service_date, policy_id);
CREATE INDEX idx_policy_hits_denied ON policy_hits USING btree (organization_id, policy_id, service_date DESC NULLS LAST) WHERE (denied AND has_modifier AND exceeds_limit);
CREATE INDEX idx_policy_hits_patient ON policy_hits USING btree (organization_id, policy_id, patient, counted_on) WHERE (patient IS NOT NULL);
ALTER TABLE policy_hits ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_hits FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON policy_hits AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON policy_hits TO overturn_app;
GRANT SELECT ON policy_hits TO overturn_identifier;
GRANT SELECT ON policy_hits TO overturn_reader;

CREATE TABLE policy_procedure_codes (
  organization_id integer NOT NULL,
  policy_id text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  CONSTRAINT policy_procedure_codes_organization_id_policy_id_code_pk PRIMARY KEY (organization_id, policy_id, code),
  CONSTRAINT policy_procedure_codes_organization_id_policy_id_policies_organ FOREIGN KEY (organization_id, policy_id) REFERENCES policies(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_policy_codes ON policy_procedure_codes USING btree (organization_id, code);
ALTER TABLE policy_procedure_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_procedure_codes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON policy_procedure_codes AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON policy_procedure_codes TO overturn_app;
GRANT SELECT ON policy_procedure_codes TO overturn_identifier;
GRANT SELECT ON policy_procedure_codes TO overturn_reader;

CREATE TABLE practice_cards (
  organization_id integer NOT NULL,
  user_id text NOT NULL,
  pattern_id text COLLATE "C" NOT NULL,
  due_at timestamp with time zone NOT NULL,
  stability double precision NOT NULL,
  difficulty double precision NOT NULL,
  state integer NOT NULL,
  learning_step integer DEFAULT 0 NOT NULL,
  scheduled_days integer NOT NULL,
  reviews integer NOT NULL,
  lapses integer NOT NULL,
  last_review_at timestamp with time zone NOT NULL,
  CONSTRAINT practice_cards_organization_id_user_id_pattern_id_pk PRIMARY KEY (organization_id, user_id, pattern_id),
  CONSTRAINT practice_cards_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id),
  CONSTRAINT practice_cards_organization_id_pattern_id_patterns_organization FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_practice_cards_due ON practice_cards USING btree (organization_id, user_id, due_at);
ALTER TABLE practice_cards ENABLE ROW LEVEL SECURITY;
ALTER TABLE practice_cards FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON practice_cards AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON practice_cards TO overturn_app;
GRANT SELECT ON practice_cards TO overturn_identifier;
GRANT SELECT ON practice_cards TO overturn_reader;

CREATE TABLE provider_daily_metrics (
  organization_id integer NOT NULL,
  provider_id text COLLATE "C" NOT NULL,
  metric_date date NOT NULL,
  period_start date GENERATED ALWAYS AS (metric_date) STORED,
  period_end date GENERATED ALWAYS AS ((metric_date + 1)) STORED,
  claim_count integer DEFAULT 0 NOT NULL,
  pending_count integer DEFAULT 0 NOT NULL,
  denied_count integer DEFAULT 0 NOT NULL,
  denial_rate numeric GENERATED ALWAYS AS ((((denied_count)::numeric * 100.0) / (NULLIF(claim_count, 0))::numeric)) STORED,
  billed_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  dollars_denied numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  paid_amount numeric(14,2) DEFAULT '0'::numeric NOT NULL,
  appeal_count integer DEFAULT 0 NOT NULL,
  appeals_decided_count integer DEFAULT 0 NOT NULL,
  overturn_count integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  created_by text DEFAULT 'unknown'::text NOT NULL,
  CONSTRAINT provider_daily_metrics_organization_id_provider_id_metric_date_ PRIMARY KEY (organization_id, provider_id, metric_date),
  CONSTRAINT provider_daily_metrics_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_provider_daily_day ON provider_daily_metrics USING btree (organization_id, metric_date);
ALTER TABLE provider_daily_metrics ENABLE ROW LEVEL SECURITY;
ALTER TABLE provider_daily_metrics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON provider_daily_metrics AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON provider_daily_metrics TO overturn_app;
GRANT SELECT ON provider_daily_metrics TO overturn_identifier;
GRANT SELECT ON provider_daily_metrics TO overturn_reader;

CREATE TABLE provider_level_adjustments (
  organization_id integer NOT NULL,
  remittance_id bigint NOT NULL,
  "position" integer NOT NULL,
  provider_identifier text NOT NULL,
  fiscal_period_end date,
  reason_code text COLLATE "C" NOT NULL,
  reference text,
  amount numeric(14,2) NOT NULL,
  CONSTRAINT provider_level_adjustments_organization_id_remittance_id_positi PRIMARY KEY (organization_id, remittance_id, "position"),
  CONSTRAINT provider_level_adjustments_organization_id_remittance_id_remitt FOREIGN KEY (organization_id, remittance_id) REFERENCES remittances(organization_id, id) ON DELETE CASCADE
);
ALTER TABLE provider_level_adjustments ENABLE ROW LEVEL SECURITY;
ALTER TABLE provider_level_adjustments FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON provider_level_adjustments AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON provider_level_adjustments TO overturn_app;
GRANT SELECT ON provider_level_adjustments TO overturn_identifier;
GRANT SELECT ON provider_level_adjustments TO overturn_reader;

CREATE TABLE provider_performance (
  organization_id integer NOT NULL,
  provider_id text COLLATE "C" NOT NULL,
  claim_count integer,
  denied_count integer,
  denial_rate numeric GENERATED ALWAYS AS ((((denied_count)::numeric * 100.0) / (NULLIF(claim_count, 0))::numeric)) STORED,
  expected_denied_count numeric,
  total_billed numeric(14,2),
  total_denied numeric(14,2),
  appeal_count integer,
  overturn_count integer,
  improved_patterns integer,
  computation_version integer DEFAULT 1 NOT NULL,
  last_computed_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  improved jsonb DEFAULT '[]'::jsonb NOT NULL,
  payers jsonb DEFAULT '[]'::jsonb NOT NULL,
  pending_count integer,
  appeals_decided_count integer,
  ratio double precision,
  ratio_low double precision,
  ratio_high double precision,
  funnel_low double precision,
  funnel_high double precision,
  over_dispersion double precision,
  verdict text,
  computation_period_start date,
  computation_period_end date,
  computation_status text DEFAULT 'pending'::text NOT NULL,
  CONSTRAINT provider_performance_organization_id_provider_id_pk PRIMARY KEY (organization_id, provider_id),
  CONSTRAINT provider_performance_computation_known CHECK ((computation_status = ANY (ARRAY['pending'::text, 'computing'::text, 'complete'::text, 'error'::text]))),
  CONSTRAINT provider_performance_verdict_known CHECK ((verdict = ANY (ARRAY['not_enough_claims'::text, 'as_expected'::text, 'above_expected'::text, 'below_expected'::text]))),
  CONSTRAINT provider_performance_organization_id_provider_id_providers_orga FOREIGN KEY (organization_id, provider_id) REFERENCES providers(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_provider_performance_denial ON provider_performance USING btree (organization_id, denial_rate);
ALTER TABLE provider_performance ENABLE ROW LEVEL SECURITY;
ALTER TABLE provider_performance FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON provider_performance AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON provider_performance TO overturn_app;
GRANT SELECT ON provider_performance TO overturn_identifier;
GRANT SELECT ON provider_performance TO overturn_reader;

CREATE TABLE providers (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  npi text,
  tax_id text,
  taxonomy text,
  specialty text,
  is_placeholder boolean DEFAULT false NOT NULL,
  import_id bigint,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT providers_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT providers_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_providers_npi ON providers USING btree (organization_id, npi);
ALTER TABLE providers ENABLE ROW LEVEL SECURITY;
ALTER TABLE providers FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON providers AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON providers TO overturn_app;
GRANT SELECT ON providers TO overturn_identifier;
GRANT SELECT ON providers TO overturn_reader;

CREATE TABLE rate_changes (
  organization_id integer NOT NULL,
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  subject text NOT NULL,
  subject_key text COLLATE "C" NOT NULL,
  payer_id text COLLATE "C",
  denial_reason text,
  pattern_id text COLLATE "C",
  direction text NOT NULL,
  onset date NOT NULL,
  onset_low date NOT NULL,
  onset_high date NOT NULL,
  signalled_on date NOT NULL,
  ended_on date,
  reference_start date NOT NULL,
  reference_end date NOT NULL,
  rate_before double precision NOT NULL,
  rate_after double precision NOT NULL,
  claims_since integer NOT NULL,
  denied_since integer NOT NULL,
  run_length integer NOT NULL,
  decision_limit double precision NOT NULL,
  computed_until date NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT rate_changes_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT rate_changes_direction_known CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text]))),
  CONSTRAINT rate_changes_subject_known CHECK ((subject = ANY (ARRAY['payer_reason'::text, 'pattern'::text]))),
  CONSTRAINT rate_changes_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id),
  CONSTRAINT rate_changes_organization_id_pattern_id_patterns_organization_i FOREIGN KEY (organization_id, pattern_id) REFERENCES patterns(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_rate_changes_onset ON rate_changes USING btree (organization_id, onset DESC NULLS LAST);
CREATE UNIQUE INDEX rate_changes_once ON rate_changes USING btree (organization_id, subject_key, direction, signalled_on);
ALTER TABLE rate_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE rate_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON rate_changes AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON rate_changes TO overturn_app;
GRANT SELECT ON rate_changes TO overturn_identifier;
GRANT SELECT ON rate_changes TO overturn_reader;

CREATE TABLE recovered_payments (
  organization_id integer NOT NULL,
  paid_on date NOT NULL,
  adjudication_id bigint NOT NULL,
  line_number integer NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  payer_id text COLLATE "C" NOT NULL,
  rendered_by text COLLATE "C",
  amount numeric(14,2) NOT NULL,
  CONSTRAINT recovered_payments_pk PRIMARY KEY (organization_id, paid_on, adjudication_id, line_number),
  CONSTRAINT recovered_payments_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE recovered_payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovered_payments FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON recovered_payments AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON recovered_payments TO overturn_app;
GRANT SELECT ON recovered_payments TO overturn_identifier;
GRANT SELECT ON recovered_payments TO overturn_reader;

CREATE TABLE remittances (
  organization_id integer NOT NULL,
  id bigint NOT NULL,
  import_id bigint NOT NULL,
  payer_id text COLLATE "C",
  payee_provider_id text COLLATE "C",
  trace_number text,
  payment_method text,
  payment_amount numeric(14,2) NOT NULL,
  payment_date date,
  production_date date,
  interchange_control text,
  transaction_control text,
  CONSTRAINT remittances_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT remittances_organization_id_import_id_imports_organization_id_i FOREIGN KEY (organization_id, import_id) REFERENCES imports(organization_id, id),
  CONSTRAINT remittances_organization_id_payer_id_payers_organization_id_id_ FOREIGN KEY (organization_id, payer_id) REFERENCES payers(organization_id, id)
);
CREATE INDEX idx_remittances_trace ON remittances USING btree (organization_id, trace_number);
ALTER TABLE remittances ENABLE ROW LEVEL SECURITY;
ALTER TABLE remittances FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON remittances AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
CREATE POLICY whole_files ON remittances AS RESTRICTIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING (
CASE
    WHEN (import_id = ANY (ARRAY( SELECT i.id
       FROM imports i
      WHERE ((i.organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")) AND (i.status = ANY (ARRAY['staging'::text, 'merging'::text, 'undoing'::text])) AND (i.id IS DISTINCT FROM ( SELECT (NULLIF(current_setting('app.own_import'::text, true), ''::text))::bigint AS "nullif")))))) THEN false
    ELSE true
END);
GRANT DELETE, INSERT, SELECT, UPDATE ON remittances TO overturn_app;
GRANT SELECT ON remittances TO overturn_identifier;
GRANT SELECT ON remittances TO overturn_reader;

CREATE TABLE saved_views (
  organization_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  user_id text NOT NULL,
  screen text NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  is_shared boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT saved_views_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT saved_views_screen_known CHECK ((screen = ANY (ARRAY['dashboard'::text, 'patterns'::text, 'claims'::text, 'worklist'::text, 'payers'::text, 'providers'::text, 'policies'::text, 'codes'::text, 'impact'::text]))),
  CONSTRAINT saved_views_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE UNIQUE INDEX saved_views_one_of_a_name ON saved_views USING btree (organization_id, user_id, screen, name);
ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_views FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON saved_views AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON saved_views TO overturn_app;
GRANT SELECT ON saved_views TO overturn_identifier;
GRANT SELECT ON saved_views TO overturn_reader;

CREATE TABLE service_days_to_recompute (
  organization_id integer NOT NULL,
  date_basis text NOT NULL,
  day date NOT NULL,
  cause text NOT NULL,
  marked_at timestamp with time zone DEFAULT now() NOT NULL,
  claims text[],
  payers text[],
  CONSTRAINT service_days_to_recompute_organization_id_date_basis_day_pk PRIMARY KEY (organization_id, date_basis, day),
  CONSTRAINT service_days_basis_known CHECK ((date_basis = ANY (ARRAY['service'::text, 'submission'::text, 'payment'::text]))),
  CONSTRAINT service_days_to_recompute_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE service_days_to_recompute ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_days_to_recompute FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON service_days_to_recompute AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON service_days_to_recompute TO overturn_app;
GRANT SELECT ON service_days_to_recompute TO overturn_identifier;
GRANT SELECT ON service_days_to_recompute TO overturn_reader;

CREATE TABLE source_chunks (
  organization_id integer NOT NULL,
  id bigint NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT source_chunks_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT source_chunks_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE source_chunks ENABLE ROW LEVEL SECURITY;
ALTER TABLE source_chunks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON source_chunks AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
CREATE POLICY whole_files ON source_chunks AS RESTRICTIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING (
CASE
    WHEN ((id >> 32) = ANY (ARRAY( SELECT i.id
       FROM imports i
      WHERE ((i.organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")) AND (i.status = ANY (ARRAY['staging'::text, 'merging'::text, 'undoing'::text])) AND (i.id IS DISTINCT FROM ( SELECT (NULLIF(current_setting('app.own_import'::text, true), ''::text))::bigint AS "nullif")))))) THEN false
    ELSE true
END);
GRANT DELETE, INSERT, SELECT, UPDATE ON source_chunks TO overturn_app;
GRANT SELECT ON source_chunks TO overturn_identifier;

CREATE TABLE staging_records (
  organization_id integer NOT NULL,
  import_id bigint NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  body jsonb NOT NULL,
  claim_id text COLLATE "C",
  CONSTRAINT staging_records_organization_id_import_id_seq_pk PRIMARY KEY (organization_id, import_id, seq),
  CONSTRAINT staging_records_organization_id_import_id_imports_organization_ FOREIGN KEY (organization_id, import_id) REFERENCES imports(organization_id, id) ON DELETE CASCADE
);
CREATE INDEX idx_staging_claim ON staging_records USING btree (organization_id, import_id, claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX idx_staging_kind ON staging_records USING btree (organization_id, import_id, kind, seq);
ALTER TABLE staging_records ENABLE ROW LEVEL SECURITY;
ALTER TABLE staging_records FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON staging_records AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON staging_records TO overturn_app;
GRANT SELECT (organization_id, import_id, seq, kind, claim_id) ON staging_records TO overturn_identifier;
GRANT SELECT (organization_id, import_id, seq, kind, claim_id) ON staging_records TO overturn_reader;

CREATE TABLE unresolved_references (
  organization_id integer NOT NULL,
  from_table text COLLATE "C" NOT NULL,
  from_id text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  reference text COLLATE "C" NOT NULL,
  import_id bigint,
  CONSTRAINT unresolved_references_organization_id_field_reference_from_tabl PRIMARY KEY (organization_id, field, reference, from_table, from_id),
  CONSTRAINT unresolved_references_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE unresolved_references ENABLE ROW LEVEL SECURITY;
ALTER TABLE unresolved_references FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON unresolved_references AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON unresolved_references TO overturn_app;
GRANT SELECT ON unresolved_references TO overturn_identifier;
GRANT SELECT ON unresolved_references TO overturn_reader;

CREATE TABLE user_accounts (
  id text NOT NULL,
  user_id text NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT user_accounts_pkey PRIMARY KEY (id),
  CONSTRAINT user_accounts_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX idx_user_accounts_user ON user_accounts USING btree (user_id);
CREATE UNIQUE INDEX user_accounts_once ON user_accounts USING btree (provider_id, account_id);

CREATE TABLE user_sessions (
  id text NOT NULL,
  user_id text NOT NULL,
  token text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT user_sessions_pkey PRIMARY KEY (id),
  CONSTRAINT user_sessions_token_unique UNIQUE (token),
  CONSTRAINT user_sessions_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX idx_user_sessions_user ON user_sessions USING btree (user_id);

CREATE TABLE user_two_factors (
  id text NOT NULL,
  user_id text NOT NULL,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean DEFAULT true,
  failed_verification_count integer DEFAULT 0,
  locked_until timestamp with time zone,
  CONSTRAINT user_two_factors_pkey PRIMARY KEY (id),
  CONSTRAINT user_two_factors_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX idx_user_two_factors_user ON user_two_factors USING btree (user_id);

CREATE TABLE user_verifications (
  id text NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT user_verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_user_verifications ON user_verifications USING btree (identifier);

CREATE TABLE users (
  id text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean DEFAULT false NOT NULL,
  image text,
  two_factor_enabled boolean DEFAULT false,
  must_change_password boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_email_unique UNIQUE (email)
);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY colleagues ON users AS PERMISSIVE FOR SELECT TO overturn_app, overturn_identifier, overturn_reader USING ((id IN ( SELECT m.user_id
   FROM members m
  WHERE (m.organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")))));
GRANT SELECT (id, name, email, two_factor_enabled) ON users TO overturn_app;
GRANT SELECT (id, name, email, two_factor_enabled) ON users TO overturn_identifier;
GRANT SELECT (id, name, email, two_factor_enabled) ON users TO overturn_reader;

CREATE TABLE visits (
  organization_id integer NOT NULL,
  user_id text NOT NULL,
  previous_ended_at timestamp with time zone,
  last_seen_at timestamp with time zone NOT NULL,
  CONSTRAINT visits_organization_id_user_id_pk PRIMARY KEY (organization_id, user_id),
  CONSTRAINT visits_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
ALTER TABLE visits ENABLE ROW LEVEL SECURITY;
ALTER TABLE visits FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON visits AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON visits TO overturn_app;
GRANT SELECT ON visits TO overturn_identifier;
GRANT SELECT ON visits TO overturn_reader;

CREATE TABLE work_items (
  organization_id integer NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  assigned_to text,
  snoozed_until date,
  updated_at timestamp with time zone NOT NULL,
  updated_by text NOT NULL,
  CONSTRAINT work_items_organization_id_claim_id_pk PRIMARY KEY (organization_id, claim_id),
  CONSTRAINT work_items_state_known CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'given_up'::text]))),
  CONSTRAINT work_items_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_work_items_assigned ON work_items USING btree (organization_id, assigned_to);
ALTER TABLE work_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_items FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON work_items AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON work_items TO overturn_app;
GRANT SELECT ON work_items TO overturn_identifier;
GRANT SELECT ON work_items TO overturn_reader;

CREATE TABLE work_notes (
  organization_id integer NOT NULL,
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  body text NOT NULL,
  written_by text NOT NULL,
  written_at timestamp with time zone NOT NULL,
  CONSTRAINT work_notes_organization_id_id_pk PRIMARY KEY (organization_id, id),
  CONSTRAINT work_notes_organization_id_organizations_id_fk FOREIGN KEY (organization_id) REFERENCES organizations(id)
);
CREATE INDEX idx_work_notes_claim ON work_notes USING btree (organization_id, claim_id, written_at);
ALTER TABLE work_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON work_notes AS PERMISSIVE FOR ALL TO overturn_app, overturn_identifier, overturn_reader USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif"))) WITH CHECK ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::integer AS "nullif")));
GRANT DELETE, INSERT, SELECT, UPDATE ON work_notes TO overturn_app;
GRANT SELECT ON work_notes TO overturn_identifier;
