-- CreateEnum
CREATE TYPE "answer_state" AS ENUM ('sending', 'sent', 'failed', 'elsewhere', 'withdrawn');

-- CreateEnum
CREATE TYPE "bulk_state" AS ENUM ('running', 'finished', 'stopped', 'failed');

-- AlterTable
ALTER TABLE "feedback_item" ADD COLUMN     "answer_due_on" DATE,
ADD COLUMN     "processed_at" TIMESTAMPTZ(3),
ADD COLUMN     "routed_on" DATE,
ADD COLUMN     "routing_due_on" DATE,
ADD COLUMN     "team_id" UUID;

-- CreateTable
CREATE TABLE "feedback_contact" (
    "organisation_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "key_version" SMALLINT NOT NULL,
    "nonce" BYTEA NOT NULL,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "feedback_contact_pkey" PRIMARY KEY ("organisation_id","item_id")
);

-- CreateTable
CREATE TABLE "answer" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "state" "answer_state" NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "elsewhere" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "failure" TEXT,
    "step_id" UUID NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "answer_template" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_template_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "bulk_step" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "step_id" UUID NOT NULL,
    "undoes_step_id" UUID,
    "staff_id" UUID NOT NULL,
    "state" "bulk_state" NOT NULL,
    "change" JSONB NOT NULL,
    "selection" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "left_alone" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT,

    CONSTRAINT "bulk_step_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "bulk_item" (
    "organisation_id" UUID NOT NULL,
    "bulk_step_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("organisation_id","bulk_step_id","item_id")
);

-- CreateTable
CREATE TABLE "note" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "body" TEXT NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "mention" (
    "organisation_id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "mention_pkey" PRIMARY KEY ("organisation_id","note_id","staff_id")
);

-- CreateTable
CREATE TABLE "routing_rule" (
    "organisation_id" UUID NOT NULL,
    "routing_class" TEXT NOT NULL,
    "target_names" JSONB NOT NULL,
    "days" SMALLINT,
    "months" SMALLINT,
    "registrar_ids" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "routing_rule_pkey" PRIMARY KEY ("organisation_id","routing_class")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "filter" JSONB NOT NULL,
    "order" TEXT NOT NULL DEFAULT 'newest',
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "team" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "team_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "organisation_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("organisation_id","team_id","staff_id")
);

-- CreateIndex
CREATE INDEX "answer_organisation_id_item_id_idx" ON "answer"("organisation_id", "item_id");

-- CreateIndex
CREATE INDEX "answer_organisation_id_state_idx" ON "answer"("organisation_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "answer_template_organisation_id_name_key" ON "answer_template"("organisation_id", "name");

-- CreateIndex
CREATE INDEX "bulk_step_organisation_id_started_at_idx" ON "bulk_step"("organisation_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "bulk_step_organisation_id_step_id_idx" ON "bulk_step"("organisation_id", "step_id");

-- CreateIndex
CREATE INDEX "bulk_step_organisation_id_state_idx" ON "bulk_step"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "note_organisation_id_item_id_made_at_idx" ON "note"("organisation_id", "item_id", "made_at");

-- CreateIndex
CREATE INDEX "mention_organisation_id_staff_id_read_at_made_at_idx" ON "mention"("organisation_id", "staff_id", "read_at", "made_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_organisation_id_staff_id_name_key" ON "saved_view"("organisation_id", "staff_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "team_organisation_id_name_key" ON "team"("organisation_id", "name");

-- CreateIndex
CREATE INDEX "team_member_organisation_id_staff_id_idx" ON "team_member"("organisation_id", "staff_id");

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_team_id_received_at_id_idx" ON "feedback_item"("organisation_id", "team_id", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_duplicate_of_id_idx" ON "feedback_item"("organisation_id", "duplicate_of_id");

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_response_id_idx" ON "feedback_item"("organisation_id", "response_id");

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_processed_at_idx" ON "feedback_item"("organisation_id", "processed_at" DESC);

-- AddForeignKey
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_organisation_id_bulk_step_id_fkey" FOREIGN KEY ("organisation_id", "bulk_step_id") REFERENCES "bulk_step"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_organisation_id_note_id_fkey" FOREIGN KEY ("organisation_id", "note_id") REFERENCES "note"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_organisation_id_team_id_fkey" FOREIGN KEY ("organisation_id", "team_id") REFERENCES "team"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on written by hand: what Prisma cannot say.

-- Items processed before this was kept: the newest step tells when, and the newest routing the day from which a registrar has it.
-- What was routed before has no last day. A table's owner is bound by its policy while that is forced. One look into an index of
-- the history for each processed item, while the table is locked: minutes, not seconds, where there are millions.
ALTER TABLE "feedback_item" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "history" NO FORCE ROW LEVEL SECURITY;

UPDATE "feedback_item" i
   SET "processed_at" = coalesce(step."newest", i."received_at"),
       "routed_on" = CASE WHEN i."status" = 'routed'
         THEN (coalesce(step."routed", i."received_at") AT TIME ZONE 'Europe/Helsinki')::date END
  FROM "feedback_item" same
  CROSS JOIN LATERAL (
    SELECT max(h."at") AS "newest", max(h."at") FILTER (WHERE h."change" = 'feedback.routed') AS "routed" FROM "history" h
     WHERE h."organisation_id" = same."organisation_id" AND h."subject_id" = same."id" AND h."subject" = 'feedback') step
 WHERE same."organisation_id" = i."organisation_id" AND same."id" = i."id" AND i."status" NOT IN ('new', 'in_review', 'waiting');

ALTER TABLE "feedback_item" FORCE ROW LEVEL SECURITY;
ALTER TABLE "history" FORCE ROW LEVEL SECURITY;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'answer', 'answer_template', 'bulk_item', 'bulk_step', 'feedback_contact', 'mention', 'note', 'routing_rule', 'saved_view',
    'team', 'team_member'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I'
      ' USING (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)'
      ' WITH CHECK (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kuultu_app', name);
  END LOOP;
END
$$;
