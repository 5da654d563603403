-- What stands between the rounds that asked a version and those that asked the one before: decided when the version is made.
ALTER TABLE "question_version" ADD COLUMN     "edge_kind" "edge_kind",
ADD COLUMN     "edge_notes" JSONB NOT NULL DEFAULT '{}';
