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
