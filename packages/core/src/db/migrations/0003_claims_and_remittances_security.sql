DO $$
DECLARE
  target text;
  mine text := 'organization_id = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::integer)';
BEGIN
  FOREACH target IN ARRAY ARRAY['import_changes', 'claim_payers', 'claim_submissions', 'match_queue', 'code_labels', 'column_mappings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY tenant ON %I TO overturn_app USING (%s) WITH CHECK (%s)', target, mine, mine);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO overturn_app', target);
  END LOOP;
  -- As in the first of these policies; rows of an import that is being undone are nobody's either.
  FOREACH target IN ARRAY ARRAY['claims', 'claim_line_items', 'adjudications', 'remittances'] LOOP
    EXECUTE format('DROP POLICY whole_files ON %I', target);
    EXECUTE format('CREATE POLICY whole_files ON %I AS RESTRICTIVE TO overturn_app USING (CASE WHEN import_id = ANY (ARRAY('
                   'SELECT i.id FROM imports i WHERE i.organization_id = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::integer) '
                   'AND i.status IN (''staging'', ''merging'', ''undoing'') AND i.id IS DISTINCT FROM (SELECT nullif(current_setting(''app.own_import'', true), '''')::bigint)'
                   ')) THEN false ELSE true END)', target);
  END LOOP;
END $$;
--> statement-breakpoint
-- Claims that were made from a decision are known by their remittance alone.
UPDATE claims c SET is_submitted = false FROM adjudications a
WHERE a.organization_id = c.organization_id AND a.claim_id = c.id AND c.id = 'C' || (a.id >> 32) || '-' || (a.id & 4294967295);
--> statement-breakpoint
UPDATE adjudications a SET patient_control_number = c.patient_control_number FROM claims c WHERE c.organization_id = a.organization_id AND c.id = a.claim_id;
