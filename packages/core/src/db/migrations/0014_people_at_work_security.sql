DO $$
DECLARE
  target text;
  mine text := 'organization_id = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::integer)';
BEGIN
  FOREACH target IN ARRAY ARRAY['work_items', 'work_notes', 'letter_templates', 'lab_cases', 'practice_cards', 'saved_views', 'visits'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY tenant ON %I TO overturn_app, overturn_reader, overturn_identifier USING (%s) WITH CHECK (%s)', target, mine, mine);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO overturn_app', target);
    EXECUTE format('GRANT SELECT ON %I TO overturn_reader, overturn_identifier', target);
  END LOOP;
END $$;
--> statement-breakpoint
-- A note may speak of the patient: those who may not know who that is do not read it.
REVOKE SELECT ON work_notes FROM overturn_reader;
