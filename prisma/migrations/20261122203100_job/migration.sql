-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "singleton" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "failures" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_due_at_idx" ON "job"("due_at");

-- CreateIndex
CREATE INDEX "job_organisation_id_kind_singleton_idx" ON "job"("organisation_id", "kind", "singleton");

-- From here on written by hand: what Prisma cannot say.

GRANT SELECT, INSERT, UPDATE, DELETE ON "job" TO kuultu_app;
