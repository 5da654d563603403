-- CreateTable
CREATE TABLE "search_index" (
    "organisation_id" UUID NOT NULL,
    "vector_version" SMALLINT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "last_received_at" TIMESTAMPTZ(3),
    "last_item_id" UUID,

    CONSTRAINT "search_index_pkey" PRIMARY KEY ("organisation_id")
);

-- From here on written by hand: what Prisma cannot say.

ALTER TABLE "search_index" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "search_index" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "search_index"
  USING (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "search_index" TO kuultu_app;
