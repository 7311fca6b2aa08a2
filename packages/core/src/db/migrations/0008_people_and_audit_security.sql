-- Least privilege: what only reads steps down to overturn_reader, which cannot write and has no right to the columns that say who a patient is;
-- overturn_identifier may read these too. Both see one organization, by the same policies as overturn_app.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['overturn_reader', 'overturn_identifier'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', role_name);
    END IF;
    -- PostgreSQL 16 and later: the creator of a role may administer it but not step down to it unless it says so.
    IF NOT pg_has_role(current_user, role_name, 'member') THEN
      EXECUTE format('GRANT %I TO %I', role_name, current_user);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role_name);
  END LOOP;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  target text;
  mine text := 'organization_id = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::integer)';
BEGIN
  FOREACH target IN ARRAY ARRAY['members', 'invitations', 'api_tokens', 'audit_events', 'idempotency_keys'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', target);
    -- The owner, who finds out which organization a person or a token belongs to, is not bound.
    IF target NOT IN ('members', 'invitations', 'api_tokens') THEN
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', target);
    END IF;
    EXECUTE format('CREATE POLICY tenant ON %I TO overturn_app USING (%s) WITH CHECK (%s)', target, mine, mine);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO overturn_app', target);
  END LOOP;
END $$;
--> statement-breakpoint
-- The trail is added to and read; whoever could change it would have to own the table.
REVOKE UPDATE, DELETE ON audit_events FROM overturn_app;
--> statement-breakpoint
-- Names and addresses of an organization's own members; of people without a seat here nothing.
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY colleagues ON users FOR SELECT TO overturn_app, overturn_reader, overturn_identifier USING (id IN (
  SELECT m.user_id FROM members m WHERE m.organization_id = (SELECT nullif(current_setting('app.organization_id', true), '')::integer)));
GRANT SELECT (id, name, email, two_factor_enabled) ON users TO overturn_app, overturn_reader, overturn_identifier;
--> statement-breakpoint
-- Whatever a table lets the application see, its readers see; a table that is added later says so itself.
DO $$
DECLARE
  policy record;
BEGIN
  FOR policy IN SELECT polname, polrelid::regclass AS target FROM pg_policy WHERE polroles = ARRAY[(SELECT oid FROM pg_roles WHERE rolname = 'overturn_app')] LOOP
    EXECUTE format('ALTER POLICY %I ON %s TO overturn_app, overturn_reader, overturn_identifier', policy.polname, policy.target);
  END LOOP;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  target record;
  -- Who a patient is, or text as it was received, in which that may stand.
  hidden text[] := ARRAY['claims.patient_name', 'claims.patient_dob', 'claims.member_id', 'claims.subscriber_name', 'claim_payers.member_id',
    'claim_payers.member_group_id', 'import_rejections.content', 'import_changes.before', 'staging_records.body',
    'invitations.token_hash', 'api_tokens.token_hash', 'idempotency_keys.answer'];
  -- What not even an identified read shows.
  secret text[] := ARRAY['invitations.token_hash', 'api_tokens.token_hash', 'idempotency_keys.answer', 'staging_records.body', 'import_changes.before'];
BEGIN
  FOR target IN
    SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FILTER (WHERE c.relname || '.' || a.attname <> ALL (hidden)) AS open_columns,
           string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FILTER (WHERE c.relname || '.' || a.attname = ANY (hidden) AND c.relname || '.' || a.attname <> ALL (secret)) AS identifying,
           bool_or(c.relname || '.' || a.attname = ANY (hidden)) AS hides
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'users'
      AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
    GROUP BY c.relname
  LOOP
    IF target.hides THEN
      EXECUTE format('GRANT SELECT (%s) ON %I TO overturn_reader, overturn_identifier', target.open_columns, target.relname);
    ELSE
      EXECUTE format('GRANT SELECT ON %I TO overturn_reader, overturn_identifier', target.relname);
    END IF;
    IF target.identifying IS NOT NULL THEN
      EXECUTE format('GRANT SELECT (%s) ON %I TO overturn_identifier', target.identifying, target.relname);
    END IF;
  END LOOP;
END $$;
