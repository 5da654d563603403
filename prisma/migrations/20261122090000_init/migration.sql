-- CreateEnum
CREATE TYPE "facet_name" AS ENUM ('service', 'site', 'channel', 'customer_group');

-- CreateEnum
CREATE TYPE "coding_origin" AS ENUM ('staff', 'import', 'rule');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('running', 'finished', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "collection_mode" AS ENUM ('invited', 'open');

-- CreateEnum
CREATE TYPE "edge_kind" AS ENUM ('comparable', 'break', 'not_comparable');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('exact', 'over', 'almost', 'just_under', 'about');

-- CreateEnum
CREATE TYPE "role_name" AS ENUM ('viewer', 'triager', 'registrar', 'theme_member', 'theme_owner', 'analyst', 'approver', 'admin', 'privacy_officer');

-- CreateEnum
CREATE TYPE "round_state" AS ENUM ('planned', 'collecting', 'closed', 'published');

-- CreateEnum
CREATE TYPE "question_kind" AS ENUM ('rating', 'yes_no', 'open_text');

-- CreateEnum
CREATE TYPE "theme_status" AS ENUM ('new', 'under_review', 'planned', 'in_progress', 'delivered', 'verified', 'declined', 'merged');

-- CreateEnum
CREATE TYPE "action_status" AS ENUM ('planned', 'in_progress', 'delivered', 'dropped');

-- CreateEnum
CREATE TYPE "measure_direction" AS ENUM ('down', 'up');

-- CreateTable
CREATE TABLE "account_user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_login" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_login_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_membership" (
    "user_id" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,

    CONSTRAINT "account_membership_pkey" PRIMARY KEY ("user_id","organisation_id")
);

-- CreateTable
CREATE TABLE "facet_value" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "facet" "facet_name" NOT NULL,
    "key" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "facet_value_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "feedback_item" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'new',
    "kind" TEXT NOT NULL DEFAULT 'other',
    "source" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'und',
    "service_id" UUID,
    "site_id" UUID,
    "channel_id" UUID,
    "customer_group_id" UUID,
    "round_id" UUID,
    "response_id" UUID,
    "import_id" UUID,
    "assignee_id" UUID,
    "status_reason" TEXT,
    "duplicate_of_id" UUID,
    "waiting_until" DATE,
    "reply_expected" BOOLEAN NOT NULL DEFAULT false,
    "triage_due_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "feedback_item_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "feedback_text" (
    "organisation_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "masks" JSONB NOT NULL DEFAULT '[]',
    "title_masks" JSONB NOT NULL DEFAULT '[]',
    "tsv" tsvector NOT NULL,
    "vector_version" SMALLINT NOT NULL,

    CONSTRAINT "feedback_text_pkey" PRIMARY KEY ("organisation_id","item_id")
);

-- CreateTable
CREATE TABLE "feedback_original" (
    "organisation_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "key_version" SMALLINT NOT NULL,
    "nonce" BYTEA NOT NULL,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "feedback_original_pkey" PRIMARY KEY ("organisation_id","item_id")
);

-- CreateTable
CREATE TABLE "coding" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "words_start" INTEGER,
    "words_end" INTEGER,
    "origin" "coding_origin" NOT NULL DEFAULT 'staff',
    "staff_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coding_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "feedback_cube" (
    "organisation_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "channel_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "feedback_cube_pkey" PRIMARY KEY ("organisation_id","round_id","status","kind","source","channel_id","service_id","language")
);

-- CreateTable
CREATE TABLE "theme_cube" (
    "organisation_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "theme_cube_pkey" PRIMARY KEY ("organisation_id","theme_id","round_id")
);

-- CreateTable
CREATE TABLE "history" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,
    "step_id" UUID NOT NULL,
    "undoes_step_id" UUID,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "change" TEXT NOT NULL,
    "values" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "history_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "history_text" (
    "organisation_id" UUID NOT NULL,
    "history_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "history_text_pkey" PRIMARY KEY ("organisation_id","history_id","field")
);

-- CreateTable
CREATE TABLE "access_log" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,
    "purpose" TEXT NOT NULL,
    "item_ids" UUID[],
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "import" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_digest" BYTEA NOT NULL,
    "state" "import_state" NOT NULL,
    "mapping" JSONB NOT NULL,
    "round_id" UUID,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "total_rows" INTEGER,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "duplicate" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "items" INTEGER NOT NULL DEFAULT 0,
    "responses" INTEGER NOT NULL DEFAULT 0,
    "masked" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT,

    CONSTRAINT "import_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "import_problem" (
    "organisation_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "import_problem_pkey" PRIMARY KEY ("organisation_id","import_id","position")
);

-- CreateTable
CREATE TABLE "import_row" (
    "organisation_id" UUID NOT NULL,
    "identity" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "response_id" UUID,
    "item_ids" UUID[],

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("organisation_id","identity")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "upload" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "digest" BYTEA NOT NULL,
    "uploaded_by_id" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "suppress_below" INTEGER NOT NULL DEFAULT 10,
    "indicative_below" INTEGER NOT NULL DEFAULT 30,
    "triage_target_days" INTEGER NOT NULL DEFAULT 5,
    "answer_target_days" INTEGER NOT NULL DEFAULT 10,
    "digest_salt" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "responded_at" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL DEFAULT 'und',
    "service_id" UUID,
    "site_id" UUID,
    "channel_id" UUID,
    "customer_group_id" UUID,
    "collection_mode" "collection_mode",
    "import_id" UUID,

    CONSTRAINT "response_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "rating" (
    "organisation_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "value" SMALLINT,
    "language" TEXT NOT NULL DEFAULT 'und',
    "service_id" UUID,
    "site_id" UUID,
    "channel_id" UUID,
    "customer_group_id" UUID,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("organisation_id","round_id","question_id","response_id")
);

-- CreateTable
CREATE TABLE "rating_margin" (
    "organisation_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "facet" TEXT NOT NULL,
    "facet_key" TEXT NOT NULL,
    "rating" SMALLINT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rating_margin_pkey" PRIMARY KEY ("organisation_id","round_id","question_id","facet","facet_key","rating")
);

-- CreateTable
CREATE TABLE "series" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "survey_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "year_pools" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "series_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "series_edge" (
    "organisation_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "from_round_id" UUID NOT NULL,
    "to_round_id" UUID NOT NULL,
    "kind" "edge_kind" NOT NULL,
    "notes" JSONB NOT NULL,

    CONSTRAINT "series_edge_pkey" PRIMARY KEY ("organisation_id","series_id","from_round_id","to_round_id")
);

-- CreateTable
CREATE TABLE "published_figure" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "series_id" UUID,
    "round_id" UUID,
    "measure_id" UUID,
    "figure" TEXT NOT NULL,
    "period" TEXT,
    "value" DECIMAL(18,6) NOT NULL,
    "qualifier" "qualifier" NOT NULL DEFAULT 'exact',
    "source" TEXT NOT NULL,

    CONSTRAINT "published_figure_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "staff" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "staff_role" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "role" "role_name" NOT NULL,
    "whole_organisation" BOOLEAN NOT NULL DEFAULT true,
    "service_ids" UUID[],
    "site_ids" UUID[],

    CONSTRAINT "staff_role_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "survey" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "provider" TEXT,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "round" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "round_state" NOT NULL DEFAULT 'planned',
    "opens_on" DATE,
    "closes_on" DATE,
    "published_on" DATE,
    "invited" INTEGER,
    "answered_invited" INTEGER,
    "answered_open" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "round_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "question" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "question_kind" NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "question_version" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "wordings" JSONB NOT NULL,
    "scale_min" SMALLINT,
    "scale_max" SMALLINT,

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "round_question" (
    "organisation_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "question_version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "round_question_pkey" PRIMARY KEY ("organisation_id","round_id","question_id")
);

-- CreateTable
CREATE TABLE "theme" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "names" JSONB NOT NULL,
    "descriptions" JSONB NOT NULL DEFAULT '{}',
    "status" "theme_status" NOT NULL DEFAULT 'new',
    "owner_id" UUID,
    "target_on" DATE,
    "started_on" DATE,
    "delivered_on" DATE,
    "evidence" TEXT,
    "no_measure_reason" TEXT,
    "public_reason" TEXT,
    "merged_into_id" UUID,
    "pinned_digit" SMALLINT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "theme_action" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "action_status" NOT NULL DEFAULT 'planned',
    "owner_id" UUID,
    "target_on" DATE,
    "delivered_on" DATE,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "theme_action_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "measure" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" "measure_direction" NOT NULL,
    "target_value" DECIMAL(18,6),
    "target_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "value" DECIMAL(18,6) NOT NULL,
    "qualifier" "qualifier" NOT NULL DEFAULT 'exact',
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "complete" BOOLEAN NOT NULL,
    "published" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_user_email_key" ON "account_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_session_token_key" ON "account_session"("token");

-- CreateIndex
CREATE INDEX "account_session_user_id_idx" ON "account_session"("user_id");

-- CreateIndex
CREATE INDEX "account_login_user_id_idx" ON "account_login"("user_id");

-- CreateIndex
CREATE INDEX "account_verification_identifier_idx" ON "account_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "facet_value_organisation_id_facet_key_key" ON "facet_value"("organisation_id", "facet", "key");

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_received_at_id_idx" ON "feedback_item"("organisation_id", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_status_received_at_id_idx" ON "feedback_item"("organisation_id", "status", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_kind_received_at_id_idx" ON "feedback_item"("organisation_id", "kind", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_source_received_at_id_idx" ON "feedback_item"("organisation_id", "source", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_language_received_at_id_idx" ON "feedback_item"("organisation_id", "language", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_service_id_received_at_id_idx" ON "feedback_item"("organisation_id", "service_id", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_channel_id_received_at_id_idx" ON "feedback_item"("organisation_id", "channel_id", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_round_id_received_at_id_idx" ON "feedback_item"("organisation_id", "round_id", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_assignee_id_received_at_id_idx" ON "feedback_item"("organisation_id", "assignee_id", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_import_id_idx" ON "feedback_item"("organisation_id", "import_id");

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_status_reason_idx" ON "feedback_item"("organisation_id", "status_reason");

-- CreateIndex
CREATE INDEX "feedback_text_tsv_idx" ON "feedback_text" USING GIN ("tsv");

-- CreateIndex
CREATE INDEX "feedback_text_organisation_id_received_at_item_id_idx" ON "feedback_text"("organisation_id", "received_at" DESC, "item_id" DESC);

-- CreateIndex
CREATE INDEX "coding_organisation_id_item_id_idx" ON "coding"("organisation_id", "item_id");

-- CreateIndex
CREATE INDEX "coding_organisation_id_theme_id_received_at_item_id_idx" ON "coding"("organisation_id", "theme_id", "received_at" DESC, "item_id" DESC);

-- CreateIndex
CREATE INDEX "history_organisation_id_subject_id_at_idx" ON "history"("organisation_id", "subject_id", "at" DESC);

-- CreateIndex
CREATE INDEX "history_organisation_id_staff_id_at_idx" ON "history"("organisation_id", "staff_id", "at" DESC);

-- CreateIndex
CREATE INDEX "history_organisation_id_step_id_idx" ON "history"("organisation_id", "step_id");

-- CreateIndex
CREATE INDEX "history_organisation_id_undoes_step_id_idx" ON "history"("organisation_id", "undoes_step_id");

-- CreateIndex
CREATE INDEX "access_log_organisation_id_at_idx" ON "access_log"("organisation_id", "at" DESC);

-- CreateIndex
CREATE INDEX "import_organisation_id_started_at_idx" ON "import"("organisation_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "import_row_organisation_id_import_id_idx" ON "import_row"("organisation_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_organisation_id_name_key" ON "import_mapping"("organisation_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "response_organisation_id_round_id_idx" ON "response"("organisation_id", "round_id");

-- CreateIndex
CREATE INDEX "rating_organisation_id_response_id_idx" ON "rating"("organisation_id", "response_id");

-- CreateIndex
CREATE UNIQUE INDEX "series_organisation_id_key_key" ON "series"("organisation_id", "key");

-- CreateIndex
CREATE INDEX "published_figure_organisation_id_series_id_idx" ON "published_figure"("organisation_id", "series_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_organisation_id_email_key" ON "staff"("organisation_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "staff_role_organisation_id_staff_id_role_key" ON "staff_role"("organisation_id", "staff_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "survey_organisation_id_key_key" ON "survey"("organisation_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "round_organisation_id_survey_id_name_key" ON "round"("organisation_id", "survey_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "question_organisation_id_survey_id_key_key" ON "question"("organisation_id", "survey_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_organisation_id_question_id_version_key" ON "question_version"("organisation_id", "question_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "theme_organisation_id_pinned_digit_key" ON "theme"("organisation_id", "pinned_digit");

-- CreateIndex
CREATE INDEX "theme_action_organisation_id_theme_id_idx" ON "theme_action"("organisation_id", "theme_id");

-- CreateIndex
CREATE INDEX "measure_organisation_id_theme_id_idx" ON "measure"("organisation_id", "theme_id");

-- CreateIndex
CREATE INDEX "measurement_organisation_id_measure_id_period_start_idx" ON "measurement"("organisation_id", "measure_id", "period_start");

-- AddForeignKey
ALTER TABLE "account_session" ADD CONSTRAINT "account_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_login" ADD CONSTRAINT "account_login_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_membership" ADD CONSTRAINT "account_membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_text" ADD CONSTRAINT "feedback_text_organisation_id_item_id_fkey" FOREIGN KEY ("organisation_id", "item_id") REFERENCES "feedback_item"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding" ADD CONSTRAINT "coding_organisation_id_item_id_fkey" FOREIGN KEY ("organisation_id", "item_id") REFERENCES "feedback_item"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding" ADD CONSTRAINT "coding_organisation_id_theme_id_fkey" FOREIGN KEY ("organisation_id", "theme_id") REFERENCES "theme"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_text" ADD CONSTRAINT "history_text_organisation_id_history_id_fkey" FOREIGN KEY ("organisation_id", "history_id") REFERENCES "history"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_problem" ADD CONSTRAINT "import_problem_organisation_id_import_id_fkey" FOREIGN KEY ("organisation_id", "import_id") REFERENCES "import"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_edge" ADD CONSTRAINT "series_edge_organisation_id_series_id_fkey" FOREIGN KEY ("organisation_id", "series_id") REFERENCES "series"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_role" ADD CONSTRAINT "staff_role_organisation_id_staff_id_fkey" FOREIGN KEY ("organisation_id", "staff_id") REFERENCES "staff"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_organisation_id_survey_id_fkey" FOREIGN KEY ("organisation_id", "survey_id") REFERENCES "survey"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_organisation_id_survey_id_fkey" FOREIGN KEY ("organisation_id", "survey_id") REFERENCES "survey"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_organisation_id_question_id_fkey" FOREIGN KEY ("organisation_id", "question_id") REFERENCES "question"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_question" ADD CONSTRAINT "round_question_organisation_id_round_id_fkey" FOREIGN KEY ("organisation_id", "round_id") REFERENCES "round"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_question" ADD CONSTRAINT "round_question_organisation_id_question_version_id_fkey" FOREIGN KEY ("organisation_id", "question_version_id") REFERENCES "question_version"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_action" ADD CONSTRAINT "theme_action_organisation_id_theme_id_fkey" FOREIGN KEY ("organisation_id", "theme_id") REFERENCES "theme"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_organisation_id_theme_id_fkey" FOREIGN KEY ("organisation_id", "theme_id") REFERENCES "theme"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_organisation_id_measure_id_fkey" FOREIGN KEY ("organisation_id", "measure_id") REFERENCES "measure"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on written by hand: what Prisma cannot say.

-- The application works under this role, never as the owner. Roles belong to the server, so it may be there already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kuultu_app') THEN
    CREATE ROLE kuultu_app NOLOGIN;
  END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO kuultu_app;

-- Tables that belong to no organisation: sign-in, memberships, the list of organisations.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  "account_user", "account_session", "account_login", "account_verification", "account_membership", "organisation"
  TO kuultu_app;

-- Every other table is an organisation's: bound to the one set in the transaction. A forgotten setting sees nothing.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'facet_value', 'feedback_item', 'feedback_text', 'feedback_original', 'coding', 'feedback_cube', 'theme_cube',
    'history', 'history_text', 'access_log', 'import', 'import_problem', 'import_row', 'import_mapping', 'upload',
    'response', 'rating', 'rating_margin', 'series', 'series_edge', 'published_figure', 'staff', 'staff_role',
    'survey', 'round', 'question', 'question_version', 'round_question', 'theme', 'theme_action', 'measure', 'measurement'
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

-- The history and the access log are written once.
REVOKE UPDATE, DELETE ON "history", "access_log" FROM kuultu_app;

-- Words of the domain. Text, not enums: under row-level security an index serves leak-proof operators only.
ALTER TABLE "feedback_item"
  ADD CONSTRAINT "feedback_item_status_check" CHECK ("status" IN ('new', 'in_review', 'waiting', 'categorised', 'answered', 'closed', 'routed', 'duplicate', 'rejected')),
  ADD CONSTRAINT "feedback_item_kind_check" CHECK ("kind" IN ('idea', 'complaint', 'praise', 'question', 'other')),
  ADD CONSTRAINT "feedback_item_source_check" CHECK ("source" IN ('survey', 'feedback_form', 'email', 'phone_note', 'service_point', 'chat', 'social_media', 'stakeholder', 'letter'));

-- "@@" is not leak-proof either, so under the policy no search would use its index. This function runs as the owner, whom the
-- policy of this one table does not bind, and holds the same boundary itself: the organisation asked for must be the one set.
ALTER TABLE "feedback_text" NO FORCE ROW LEVEL SECURITY;
CREATE FUNCTION "search_feedback_text"(organisation uuid, query tsquery, most integer DEFAULT NULL) RETURNS TABLE ("item_id" uuid, "received_at" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp ROWS 2000
  AS $$
    SELECT t.item_id, t.received_at FROM feedback_text t
     WHERE t.organisation_id = organisation AND t.tsv @@ query
       AND organisation = nullif(current_setting('app.organisation', true), '')::uuid
     LIMIT most
  $$;
REVOKE EXECUTE ON FUNCTION "search_feedback_text"(uuid, tsquery, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "search_feedback_text"(uuid, tsquery, integer) TO kuultu_app;
