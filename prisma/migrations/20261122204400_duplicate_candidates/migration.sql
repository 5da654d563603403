-- Trigrams tell how alike two texts are; no index of them is kept (docs/decisions/0016).
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The words of one text as its vector has them, each with the share of all texts that hold it (null where the statistics do not
-- know it: rarer than all they know), and how many texts there are. Statistics are of the whole table: the caller picks words by
-- them and shows none. Runs as the owner, as search_feedback_text does, and holds the same boundary.
CREATE FUNCTION "lexemes_of_feedback_text"(organisation uuid, item uuid)
  RETURNS TABLE ("lexeme" text, "share" real, "texts" real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH known AS (
      SELECT m.lexeme, m.share
        FROM pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS m (lexeme, share)
       WHERE s.schemaname = 'public' AND s.tablename = 'feedback_text' AND s.attname = 'tsv' AND m.lexeme IS NOT NULL)
    SELECT w.lexeme, known.share, greatest(c.reltuples, 0)
      FROM feedback_text t
      CROSS JOIN unnest(tsvector_to_array(t.tsv)) AS w (lexeme)
      CROSS JOIN pg_class c
      LEFT JOIN known ON known.lexeme = w.lexeme
     WHERE t.organisation_id = organisation AND t.item_id = item AND c.oid = 'public.feedback_text'::regclass
       AND organisation = nullif(current_setting('app.organisation', true), '')::uuid
  $$;

-- Texts that hold the words of `query`, `looked` at most, and are at least as like one text as `floor` (0 to 1). The likeness is
-- of the first 2 000 characters: trigrams of a whole book would take as long as all the rest.
CREATE FUNCTION "feedback_texts_like"(organisation uuid, item uuid, query tsquery, looked integer, floor real, most integer)
  RETURNS TABLE ("item_id" uuid, "likeness" real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off ROWS 20
  AS $$
    WITH mine AS MATERIALIZED (
      SELECT left(t.body, 2000) AS body FROM feedback_text t
       WHERE t.organisation_id = organisation AND t.item_id = item
         AND organisation = nullif(current_setting('app.organisation', true), '')::uuid),
    found AS MATERIALIZED (
      SELECT t.item_id, left(t.body, 2000) AS body FROM feedback_text t
       WHERE t.organisation_id = organisation AND t.tsv @@ query AND t.item_id <> item
       LIMIT looked)
    SELECT alike.item_id, alike.likeness
      FROM (SELECT found.item_id, public.similarity(found.body, mine.body) AS likeness FROM found, mine) alike
     WHERE alike.likeness >= floor
     ORDER BY alike.likeness DESC, alike.item_id DESC LIMIT most
  $$;

REVOKE EXECUTE ON FUNCTION "lexemes_of_feedback_text"(uuid, uuid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION "feedback_texts_like"(uuid, uuid, tsquery, integer, real, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "lexemes_of_feedback_text"(uuid, uuid) TO kuultu_app;
GRANT EXECUTE ON FUNCTION "feedback_texts_like"(uuid, uuid, tsquery, integer, real, integer) TO kuultu_app;
