DO $$
DECLARE
  target text;
  mine text := 'organization_id = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::integer)';
BEGIN
  FOREACH target IN ARRAY ARRAY['source_chunks', 'claim_sources'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY tenant ON %I TO overturn_app, overturn_reader, overturn_identifier USING (%s) WITH CHECK (%s)', target, mine, mine);
    -- The upper half of a row id is the import's: what a file that is not whole told is nobody's.
    EXECUTE format('CREATE POLICY whole_files ON %I AS RESTRICTIVE TO overturn_app, overturn_reader, overturn_identifier USING (CASE WHEN (id >> 32) = ANY (ARRAY('
                   'SELECT i.id FROM imports i WHERE i.organization_id = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::integer) '
                   'AND i.status IN (''staging'', ''merging'', ''undoing'') AND i.id IS DISTINCT FROM (SELECT nullif(current_setting(''app.own_import'', true), '''')::bigint)'
                   ')) THEN false ELSE true END)', target);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO overturn_app', target);
    -- The text of a claim names the patient: plain reads have no right to it.
    EXECUTE format('GRANT SELECT ON %I TO overturn_identifier', target);
  END LOOP;
  -- It is packed already.
  ALTER TABLE source_chunks ALTER COLUMN content SET STORAGE EXTERNAL;
END $$;
