DO $$
DECLARE
  target text;
  mine text := 'organization_id = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::integer)';
BEGIN
  FOREACH target IN ARRAY ARRAY['provider_daily_metrics', 'payer_lag_curves', 'metric_snapshots', 'policy_hits', 'code_performance', 'job_runs', 'job_pauses', 'alerts', 'computation_releases', 'computed_beside'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY tenant ON %I TO overturn_app USING (%s) WITH CHECK (%s)', target, mine, mine);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO overturn_app', target);
  END LOOP;
END $$;
--> statement-breakpoint
-- What is new is computed of the claims that are there, at the next start or refresh. Owners are bound by row-level security too.
ALTER TABLE organization_daily_metrics NO FORCE ROW LEVEL SECURITY;
ALTER TABLE service_days_to_recompute NO FORCE ROW LEVEL SECURITY;
INSERT INTO service_days_to_recompute (organization_id, date_basis, day, cause)
SELECT DISTINCT organization_id, 'service', metric_date, 'upgrade' FROM organization_daily_metrics WHERE date_basis = 'service'
ON CONFLICT DO NOTHING;
ALTER TABLE organization_daily_metrics FORCE ROW LEVEL SECURITY;
ALTER TABLE service_days_to_recompute FORCE ROW LEVEL SECURITY;
