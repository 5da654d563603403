-- DropIndex
DROP INDEX "feedback_item_organisation_id_kind_received_at_id_idx";

-- DropTable
DROP TABLE "feedback_cube";

-- CreateTable
CREATE TABLE "feedback_pair" (
    "organisation_id" UUID NOT NULL,
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "other_facet" TEXT NOT NULL,
    "other_value" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "feedback_pair_pkey" PRIMARY KEY ("organisation_id","facet","value","other_facet","other_value")
);

-- CreateIndex
CREATE INDEX "feedback_pair_organisation_id_other_facet_other_value_idx" ON "feedback_pair"("organisation_id", "other_facet", "other_value");

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_site_id_received_at_id_idx" ON "feedback_item"("organisation_id", "site_id", "received_at" DESC, "id" DESC);

-- From here on written by hand: what Prisma cannot say.

-- The roll-up of what is there already; a table's owner is bound by its policy while that is forced. Some sixty
-- pairs of each item are sorted and counted while the table is locked: minutes where there are millions of items.
ALTER TABLE "feedback_item" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "coding" NO FORCE ROW LEVEL SECURITY;

WITH facet AS (
  SELECT i."organisation_id", i."id", f."position", f."facet", f."value"
    FROM "feedback_item" i
    CROSS JOIN LATERAL (VALUES
      (0, '', ''), (1, 'status', i."status"), (2, 'kind', i."kind"), (3, 'source', i."source"), (4, 'channelId', i."channel_id"::text),
      (5, 'serviceId', i."service_id"::text), (6, 'siteId', i."site_id"::text), (7, 'customerGroupId', i."customer_group_id"::text),
      (8, 'language', i."language"), (9, 'roundId', i."round_id"::text), (10, 'teamId', i."team_id"::text),
      (11, 'assigneeId', CASE WHEN i."assignee_id" IS NULL AND i."team_id" IS NULL THEN 'nobody' ELSE i."assignee_id"::text END)
    ) AS f ("position", "facet", "value")
   WHERE i."status_reason" IS DISTINCT FROM 'whistleblowing' AND f."value" IS NOT NULL
  UNION ALL
  SELECT DISTINCT c."organisation_id", c."item_id", 12, 'themeId', c."theme_id"::text
    FROM "coding" c JOIN "feedback_item" i ON i."organisation_id" = c."organisation_id" AND i."id" = c."item_id"
   WHERE i."status_reason" IS DISTINCT FROM 'whistleblowing')
INSERT INTO "feedback_pair" ("organisation_id", "facet", "value", "other_facet", "other_value", "count")
SELECT one."organisation_id", one."facet", one."value", other."facet", other."value", count(*)
  FROM facet one JOIN facet other ON other."organisation_id" = one."organisation_id" AND other."id" = one."id" AND one."position" < other."position"
 GROUP BY 1, 2, 3, 4, 5;

ALTER TABLE "feedback_item" FORCE ROW LEVEL SECURITY;
ALTER TABLE "coding" FORCE ROW LEVEL SECURITY;

ALTER TABLE "feedback_pair" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "feedback_pair" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "feedback_pair"
  USING (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "feedback_pair" TO kuultu_app;
