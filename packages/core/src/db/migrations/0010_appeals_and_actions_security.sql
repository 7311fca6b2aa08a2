ALTER TABLE pattern_status_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern_status_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pattern_status_changes TO overturn_app, overturn_reader, overturn_identifier
  USING (organization_id = (SELECT nullif(current_setting('app.organization_id', true), '')::integer))
  WITH CHECK (organization_id = (SELECT nullif(current_setting('app.organization_id', true), '')::integer));
-- What people decided is added to; it goes with its pattern, by the foreign key.
GRANT SELECT, INSERT ON pattern_status_changes TO overturn_app;
GRANT SELECT ON pattern_status_changes TO overturn_reader, overturn_identifier;
