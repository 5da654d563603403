-- AlterTable
ALTER TABLE "feedback_item" ADD COLUMN     "routing_acknowledged_on" DATE,
ADD COLUMN     "routing_settled_on" DATE;

-- CreateIndex
CREATE INDEX "feedback_item_organisation_id_waiting_until_idx" ON "feedback_item"("organisation_id", "waiting_until");

-- From here on written by hand: what Prisma cannot say.

-- Few items have these clocks at a time: small indexes find the overdue ones among a million.
CREATE INDEX "feedback_item_routing_due" ON "feedback_item"("organisation_id", "routing_due_on")
  WHERE "routing_due_on" IS NOT NULL AND "routing_settled_on" IS NULL;
CREATE INDEX "feedback_item_answer_due" ON "feedback_item"("organisation_id", "answer_due_on")
  WHERE "answer_due_on" IS NOT NULL AND "status" IN ('new', 'in_review', 'waiting', 'categorised');
