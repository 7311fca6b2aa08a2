DO $$
DECLARE
  mine text := 'organization_id = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::integer)';
BEGIN
  ALTER TABLE recovered_payments ENABLE ROW LEVEL SECURITY;
  ALTER TABLE recovered_payments FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY tenant ON recovered_payments TO overturn_app, overturn_reader, overturn_identifier USING (%s) WITH CHECK (%s)', mine, mine);
  GRANT SELECT, INSERT, UPDATE, DELETE ON recovered_payments TO overturn_app;
  GRANT SELECT ON recovered_payments TO overturn_reader, overturn_identifier;
END $$;
--> statement-breakpoint
-- The payments of the past are filled by the next start or refresh; until then none would seem to have been recovered.
ALTER TABLE organization_daily_metrics NO FORCE ROW LEVEL SECURITY;
ALTER TABLE service_days_to_recompute NO FORCE ROW LEVEL SECURITY;
INSERT INTO service_days_to_recompute (organization_id, date_basis, day, cause)
SELECT DISTINCT organization_id, 'payment', metric_date, 'upgrade' FROM organization_daily_metrics WHERE date_basis = 'payment'
ON CONFLICT (organization_id, date_basis, day) DO UPDATE SET cause = excluded.cause, claims = NULL, payers = NULL;
ALTER TABLE organization_daily_metrics FORCE ROW LEVEL SECURITY;
ALTER TABLE service_days_to_recompute FORCE ROW LEVEL SECURITY;
