-- CreateEnum
CREATE TYPE "mark_sign" AS ENUM ('plus', 'minus');

-- CreateEnum
CREATE TYPE "dimension_kind" AS ENUM ('value', 'viewpoint', 'subject');

-- AlterEnum
ALTER TYPE "qualifier" ADD VALUE 'slightly_over';

-- AlterEnum

ALTER TYPE "question_kind" ADD VALUE 'single_choice';
ALTER TYPE "question_kind" ADD VALUE 'multiple_choice';
ALTER TYPE "question_kind" ADD VALUE 'rank_order';
ALTER TYPE "question_kind" ADD VALUE 'zero_to_ten';

-- AlterTable
ALTER TABLE "published_figure" ADD COLUMN     "facet_value_id" UUID,
ADD COLUMN     "words" JSONB;

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "dimension_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "question_version" ADD COLUMN     "mode" "collection_mode",
ADD COLUMN     "option_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "scale_labels" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "round" ADD COLUMN     "notes" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "survey" ADD COLUMN     "modes" "collection_mode"[] DEFAULT ARRAY[]::"collection_mode"[],
ADD COLUMN     "notes" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "chosen_option" (
    "organisation_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "option_id" UUID NOT NULL,
    "rank" SMALLINT NOT NULL DEFAULT 0,
    "language" TEXT NOT NULL DEFAULT 'und',
    "service_id" UUID,
    "site_id" UUID,
    "channel_id" UUID,
    "customer_group_id" UUID,

    CONSTRAINT "chosen_option_pkey" PRIMARY KEY ("organisation_id","round_id","question_id","response_id","option_id")
);

-- CreateTable
CREATE TABLE "option_margin" (
    "organisation_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "facet" TEXT NOT NULL,
    "facet_key" TEXT NOT NULL,
    "option_id" UUID NOT NULL,
    "rank" SMALLINT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "option_margin_pkey" PRIMARY KEY ("organisation_id","round_id","question_id","facet","facet_key","option_id","rank")
);

-- CreateTable
CREATE TABLE "mark" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "dimension_id" UUID NOT NULL,
    "service_id" UUID,
    "sign" "mark_sign" NOT NULL,
    "aspects" JSONB NOT NULL DEFAULT '{}',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mark_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "published_rank" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "option_id" UUID NOT NULL,
    "customer_group_id" UUID,
    "rank" SMALLINT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "published_rank_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "aggregate_count" (
    "organisation_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "facet" TEXT NOT NULL,
    "facet_key" TEXT NOT NULL,
    "rating" SMALLINT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "aggregate_count_pkey" PRIMARY KEY ("organisation_id","round_id","question_id","facet","facet_key","rating")
);

-- CreateTable
CREATE TABLE "round_site" (
    "organisation_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "notes" JSONB NOT NULL DEFAULT '{}',
    "comparable" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "service_ids" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "round_site_pkey" PRIMARY KEY ("organisation_id","round_id","site_id")
);

-- CreateTable
CREATE TABLE "weight_target" (
    "organisation_id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "facet" TEXT NOT NULL,
    "facet_key" TEXT NOT NULL,
    "share" DECIMAL(9,8) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "weight_target_pkey" PRIMARY KEY ("organisation_id","survey_id","facet","facet_key")
);

-- CreateTable
CREATE TABLE "series_target" (
    "organisation_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "value" DECIMAL(18,6) NOT NULL,
    "direction" "measure_direction" NOT NULL DEFAULT 'up',

    CONSTRAINT "series_target_pkey" PRIMARY KEY ("organisation_id","series_id","year")
);

-- CreateTable
CREATE TABLE "annotation" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "owner_id" UUID,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "pinned_chart" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "owner_id" UUID,
    "view" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pinned_chart_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "question_option" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "question_option_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "dimension" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "dimension_kind" NOT NULL,
    "names" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "dimension_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateIndex
CREATE INDEX "chosen_option_organisation_id_response_id_idx" ON "chosen_option"("organisation_id", "response_id");

-- CreateIndex
CREATE INDEX "mark_organisation_id_round_id_idx" ON "mark"("organisation_id", "round_id");

-- CreateIndex
CREATE INDEX "published_rank_organisation_id_round_id_question_id_idx" ON "published_rank"("organisation_id", "round_id", "question_id");

-- CreateIndex
CREATE INDEX "annotation_organisation_id_series_id_idx" ON "annotation"("organisation_id", "series_id");

-- CreateIndex
CREATE INDEX "pinned_chart_organisation_id_owner_id_idx" ON "pinned_chart"("organisation_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_option_organisation_id_question_id_key_key" ON "question_option"("organisation_id", "question_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "dimension_organisation_id_survey_id_key_key" ON "dimension"("organisation_id", "survey_id", "key");

-- CreateIndex
CREATE INDEX "published_figure_organisation_id_round_id_idx" ON "published_figure"("organisation_id", "round_id");

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_organisation_id_round_id_fkey" FOREIGN KEY ("organisation_id", "round_id") REFERENCES "round"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_organisation_id_dimension_id_fkey" FOREIGN KEY ("organisation_id", "dimension_id") REFERENCES "dimension"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_rank" ADD CONSTRAINT "published_rank_organisation_id_round_id_fkey" FOREIGN KEY ("organisation_id", "round_id") REFERENCES "round"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_rank" ADD CONSTRAINT "published_rank_organisation_id_option_id_fkey" FOREIGN KEY ("organisation_id", "option_id") REFERENCES "question_option"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aggregate_count" ADD CONSTRAINT "aggregate_count_organisation_id_round_id_fkey" FOREIGN KEY ("organisation_id", "round_id") REFERENCES "round"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_site" ADD CONSTRAINT "round_site_organisation_id_round_id_fkey" FOREIGN KEY ("organisation_id", "round_id") REFERENCES "round"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weight_target" ADD CONSTRAINT "weight_target_organisation_id_survey_id_fkey" FOREIGN KEY ("organisation_id", "survey_id") REFERENCES "survey"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_target" ADD CONSTRAINT "series_target_organisation_id_series_id_fkey" FOREIGN KEY ("organisation_id", "series_id") REFERENCES "series"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_organisation_id_series_id_fkey" FOREIGN KEY ("organisation_id", "series_id") REFERENCES "series"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_organisation_id_dimension_id_fkey" FOREIGN KEY ("organisation_id", "dimension_id") REFERENCES "dimension"("organisation_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_option" ADD CONSTRAINT "question_option_organisation_id_question_id_fkey" FOREIGN KEY ("organisation_id", "question_id") REFERENCES "question"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension" ADD CONSTRAINT "dimension_organisation_id_survey_id_fkey" FOREIGN KEY ("organisation_id", "survey_id") REFERENCES "survey"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Not in the schema: what a value may be.
ALTER TABLE "weight_target" ADD CONSTRAINT "weight_target_share_check" CHECK ("share" > 0 AND "share" <= 1);
ALTER TABLE "aggregate_count" ADD CONSTRAINT "aggregate_count_count_check" CHECK ("count" >= 0);
ALTER TABLE "published_rank" ADD CONSTRAINT "published_rank_rank_check" CHECK ("rank" > 0);
ALTER TABLE "chosen_option" ADD CONSTRAINT "chosen_option_rank_check" CHECK ("rank" >= 0);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'aggregate_count', 'annotation', 'chosen_option', 'dimension', 'mark', 'option_margin', 'pinned_chart', 'published_rank',
    'question_option', 'round_site', 'series_target', 'weight_target'
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
