-- CreateEnum
CREATE TYPE "assignment_end" AS ENUM ('ANSWERED', 'SOLVED', 'REASSIGNED', 'TAKEN_BACK');

-- CreateTable
CREATE TABLE "thread_assignment" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "assignee_id" UUID NOT NULL,
    "assigned_by_id" UUID,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_as" "assignment_end",

    CONSTRAINT "thread_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "thread_assignment_thread_id_idx" ON "thread_assignment"("thread_id");

-- CreateIndex
CREATE INDEX "thread_assignment_assignee_id_ended_at_idx" ON "thread_assignment"("assignee_id", "ended_at");

-- CreateIndex
CREATE INDEX "thread_assignment_assigned_by_id_idx" ON "thread_assignment"("assigned_by_id");

-- AddForeignKey
ALTER TABLE "thread_assignment" ADD CONSTRAINT "thread_assignment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_assignment" ADD CONSTRAINT "thread_assignment_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_assignment" ADD CONSTRAINT "thread_assignment_assigned_by_id_fkey" FOREIGN KEY ("assigned_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "thread_assignment" ADD CONSTRAINT "thread_assignment_end_check"
    CHECK (("ended_at" IS NULL) = ("ended_as" IS NULL));

-- One person answers: whoever assigns at the same time as somebody else is refused.
CREATE UNIQUE INDEX "thread_assignment_open_key" ON "thread_assignment"("thread_id") WHERE "ended_at" IS NULL;
-- What is late, from the longest.
CREATE INDEX "thread_assignment_due_idx" ON "thread_assignment"("due_at", "id") WHERE "ended_at" IS NULL;

-- Questions that wait for an answer and can have one, the oldest first.
CREATE INDEX "thread_waiting_idx" ON "thread"("category_id", "created_at", "id")
    WHERE "state" = 'OPEN' AND "locked_at" IS NULL AND "hidden_at" IS NULL;
