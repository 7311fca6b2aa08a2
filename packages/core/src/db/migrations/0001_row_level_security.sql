-- Isolation in the database: the application steps down to overturn_app in every transaction, and a row of another organization
-- does not exist for it. `force` binds the owner of the tables too.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'overturn_app') THEN
    CREATE ROLE overturn_app NOLOGIN NOBYPASSRLS;
  END IF;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  -- PostgreSQL 16 and later: the creator of a role may administer it but not step down to it unless it says so.
  IF NOT pg_has_role(current_user, 'overturn_app', 'member') THEN
    EXECUTE format('GRANT overturn_app TO %I', current_user);
  END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO overturn_app;
--> statement-breakpoint
DO $$
DECLARE
  target record;
  mine text;
BEGIN
  FOR target IN
    SELECT c.table_name,
           bool_or(c.column_name = 'import_id') AND c.table_name IN ('claims', 'claim_line_items', 'adjudications', 'remittances') AS hidden_while_merging
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
    GROUP BY c.table_name
    HAVING bool_or(c.column_name = 'organization_id') OR c.table_name = 'organizations'
  LOOP
    mine := format('%I = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::integer)',
                   CASE target.table_name WHEN 'organizations' THEN 'id' ELSE 'organization_id' END);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', target.table_name);
    -- The list of organizations itself is kept by the owner, who makes and finds them.
    IF target.table_name <> 'organizations' THEN
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', target.table_name);
    END IF;
    EXECUTE format('CREATE POLICY tenant ON %I TO overturn_app USING (%s) WITH CHECK (%s)', target.table_name, mine, mine);
    -- Rows of a file that is still being merged are nobody's but the import's own: a file appears as a whole or not at all. Every
    -- statement asks the imports in its own snapshot, so that rows it sees and the import they are of are of one moment.
    -- Written as CASE on purpose: the planner takes `import_id <> ALL (...)` to leave no row at all and joins the wrong way round
    -- (measured: 34 claims/s merged instead of thousands); of a CASE it assumes that half the rows pass.
    IF target.hidden_while_merging THEN
      EXECUTE format('CREATE POLICY whole_files ON %I AS RESTRICTIVE TO overturn_app USING (CASE WHEN import_id = ANY (ARRAY('
                     'SELECT i.id FROM imports i WHERE i.organization_id = (SELECT nullif(current_setting(''app.organization_id'', true), '''')::integer) '
                     'AND i.status IN (''staging'', ''merging'') AND i.id IS DISTINCT FROM (SELECT nullif(current_setting(''app.own_import'', true), '''')::bigint)'
                     ')) THEN false ELSE true END)', target.table_name);
    END IF;
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO overturn_app', target.table_name);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE INSERT, DELETE ON organizations FROM overturn_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO overturn_app;
