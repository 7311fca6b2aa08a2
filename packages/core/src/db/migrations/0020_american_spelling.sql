-- Two reasons are spelled as the rest is. Claims, patterns and what is computed of them carry a reason by its label: all of it changes at once. What
-- payers, files and people wrote stays as they wrote it: reported reasons, notes, summaries of imports, the audit trail.
DO $$
DECLARE
  tables text[] := ARRAY['adjudications', 'adjudication_lines', 'alerts', 'claim_line_items', 'claims', 'code_intelligence', 'code_performance',
    'import_changes', 'import_word_mappings', 'metric_restatements', 'pattern_checks', 'pattern_evidence', 'patterns', 'payer_reason_daily_metrics', 'rate_changes', 'saved_views'];
  tab text;
  word record;
  place record;
BEGIN
  -- The owner of the tables sees the rows of every organization.
  FOREACH tab IN ARRAY tables LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', tab);
  END LOOP;

  FOR word IN SELECT * FROM (VALUES
    ('Emergency not recognised', 'Emergency not recognized'),
    ('Earlier reduction within a schedule of instalments', 'Earlier reduction within a schedule of installments')) AS w(before, after)
  LOOP
    FOREACH tab IN ARRAY ARRAY['adjudications', 'adjudication_lines', 'claim_line_items', 'claims', 'pattern_checks', 'pattern_evidence'] LOOP
      EXECUTE format('UPDATE %I SET denial_reason = $2 WHERE denial_reason = $1', tab) USING word.before, word.after;
    END LOOP;

    FOR place IN SELECT * FROM (VALUES
      ('code_performance', 'denial_reasons', '"reason": "%s"'),
      ('code_intelligence', 'common_denial_reasons', '"reason": "%s"'),
      ('import_changes', 'before', '"denial_reason": "%s"')) AS p(tab, col, pair)
    LOOP
      EXECUTE format('UPDATE %1$I SET %2$I = replace(%2$I::text, $1, $2)::jsonb WHERE position($1 in %2$I::text) > 0', place.tab, place.col)
        USING format(place.pair, word.before), format(place.pair, word.after);
    END LOOP;

    -- A reason in its new spelling may be there already, as the words of a payer: its days are added up, and what may be there once only stays as it is.
    INSERT INTO payer_reason_daily_metrics (organization_id, payer_id, denial_reason, metric_date, denied_count, created_at, created_by)
    SELECT organization_id, payer_id, word.after, metric_date, denied_count, created_at, created_by FROM payer_reason_daily_metrics WHERE denial_reason = word.before
    ON CONFLICT (organization_id, payer_id, denial_reason, metric_date)
    DO UPDATE SET denied_count = payer_reason_daily_metrics.denied_count + excluded.denied_count;
    DELETE FROM payer_reason_daily_metrics WHERE denial_reason = word.before;

    UPDATE patterns p SET denial_reason = replace(denial_reason, word.before, word.after), scope_key = replace(scope_key, word.before, word.after),
      title = replace(title, word.before, word.after), description = replace(description, word.before, word.after)
    WHERE denial_reason = word.before AND NOT EXISTS (
      SELECT FROM patterns o WHERE o.organization_id = p.organization_id AND o.scope_key = replace(p.scope_key, word.before, word.after));

    UPDATE rate_changes c SET denial_reason = word.after, subject_key = replace(subject_key, word.before, word.after)
    WHERE denial_reason = word.before AND NOT EXISTS (
      SELECT FROM rate_changes o WHERE o.organization_id = c.organization_id AND o.id <> c.id AND o.subject_key = replace(c.subject_key, word.before, word.after)
        AND o.direction = c.direction AND o.signalled_on = c.signalled_on);

    UPDATE alerts a SET subject = replace(subject, word.before, word.after), message = replace(message, word.before, word.after)
    WHERE position(word.before in subject || message) > 0 AND NOT EXISTS (
      SELECT FROM alerts o WHERE o.organization_id = a.organization_id AND o.id <> a.id AND o.kind = a.kind AND o.subject = replace(a.subject, word.before, word.after)
        AND o.dismissed_at IS NULL AND a.dismissed_at IS NULL);

    UPDATE import_word_mappings SET read_as = word.after WHERE read_as = word.before;
    UPDATE metric_restatements SET subject = replace(subject, word.before, word.after) WHERE position(word.before in subject) > 0;

    -- Filters stand in an address, where a blank is a plus sign or its number.
    UPDATE saved_views SET query = replace(replace(query, replace(word.before, ' ', '+'), replace(word.after, ' ', '+')),
      replace(word.before, ' ', '%20'), replace(word.after, ' ', '%20'))
    WHERE query LIKE '%reason=%';
  END LOOP;

  FOREACH tab IN ARRAY tables LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
  END LOOP;
END $$;
