DO $$
DECLARE
  target text;
  mine text := 'organization_id = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::integer)';
BEGIN
  FOREACH target IN ARRAY ARRAY['pattern_findings', 'pattern_lineage', 'pattern_searches', 'rate_changes', 'payer_reason_daily_metrics', 'pattern_checks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY tenant ON %I TO overturn_app, overturn_reader, overturn_identifier USING (%s) WITH CHECK (%s)', target, mine, mine);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO overturn_app', target);
    EXECUTE format('GRANT SELECT ON %I TO overturn_reader, overturn_identifier', target);
  END LOOP;
END $$;
--> statement-breakpoint
-- Denials by payer, reason and day are filled by the next start or refresh; without those of the past every rate would seem to have risen from nothing.
ALTER TABLE organization_daily_metrics NO FORCE ROW LEVEL SECURITY;
ALTER TABLE service_days_to_recompute NO FORCE ROW LEVEL SECURITY;
INSERT INTO service_days_to_recompute (organization_id, date_basis, day, cause)
SELECT DISTINCT organization_id, 'service', metric_date, 'upgrade' FROM organization_daily_metrics WHERE date_basis = 'service'
ON CONFLICT (organization_id, date_basis, day) DO UPDATE SET cause = excluded.cause, claims = NULL, payers = NULL;
ALTER TABLE organization_daily_metrics FORCE ROW LEVEL SECURITY;
ALTER TABLE service_days_to_recompute FORCE ROW LEVEL SECURITY;
