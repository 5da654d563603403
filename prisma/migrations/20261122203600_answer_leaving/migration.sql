-- AlterTable
ALTER TABLE "answer" ADD COLUMN     "leaving_since" TIMESTAMPTZ(3);
