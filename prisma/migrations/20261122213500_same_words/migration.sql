-- Texts of all the same words are found by one number, however common the words are (docs/decisions/0016): a walk along the lists
-- of common words takes seconds. Word order, case and signs do not count.
CREATE INDEX "feedback_text_same_words" ON "feedback_text" ("organisation_id", hash_array_extended(tsvector_to_array("tsv"), 0));

-- As feedback_texts_like, of texts with all the same words as one; `looked` of them at most are compared.
CREATE FUNCTION "feedback_texts_of_same_words"(organisation uuid, item uuid, looked integer, floor real, most integer)
  RETURNS TABLE ("item_id" uuid, "likeness" real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp ROWS 20
  AS $$
    WITH mine AS MATERIALIZED (
      SELECT left(t.body, 2000) AS body, hash_array_extended(tsvector_to_array(t.tsv), 0) AS words FROM feedback_text t
       WHERE t.organisation_id = organisation AND t.item_id = item AND length(t.tsv) > 0
         AND organisation = nullif(current_setting('app.organisation', true), '')::uuid),
    found AS MATERIALIZED (
      SELECT t.item_id, left(t.body, 2000) AS body FROM feedback_text t
       WHERE t.organisation_id = organisation AND hash_array_extended(tsvector_to_array(t.tsv), 0) = (SELECT words FROM mine)
         AND t.item_id <> item
       LIMIT looked)
    SELECT alike.item_id, alike.likeness
      FROM (SELECT found.item_id, public.similarity(found.body, mine.body) AS likeness FROM found, mine) alike
     WHERE alike.likeness >= floor
     ORDER BY alike.likeness DESC, alike.item_id DESC LIMIT most
  $$;

REVOKE EXECUTE ON FUNCTION "feedback_texts_of_same_words"(uuid, uuid, integer, real, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "feedback_texts_of_same_words"(uuid, uuid, integer, real, integer) TO kuultu_app;
