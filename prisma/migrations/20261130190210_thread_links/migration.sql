-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "link_count" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "thread_link" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "agenda_item_id" UUID,
    "decision_id" UUID,
    "deliverable_id" UUID,
    "linked_by_id" UUID,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "thread_link_agenda_item_id_idx" ON "thread_link"("agenda_item_id");

-- CreateIndex
CREATE INDEX "thread_link_decision_id_idx" ON "thread_link"("decision_id");

-- CreateIndex
CREATE INDEX "thread_link_deliverable_id_idx" ON "thread_link"("deliverable_id");

-- CreateIndex
CREATE INDEX "thread_link_linked_by_id_idx" ON "thread_link"("linked_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "thread_link_thread_id_agenda_item_id_key" ON "thread_link"("thread_id", "agenda_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "thread_link_thread_id_decision_id_key" ON "thread_link"("thread_id", "decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "thread_link_thread_id_deliverable_id_key" ON "thread_link"("thread_id", "deliverable_id");

-- AddForeignKey
ALTER TABLE "thread_link" ADD CONSTRAINT "thread_link_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_link" ADD CONSTRAINT "thread_link_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_link" ADD CONSTRAINT "thread_link_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_link" ADD CONSTRAINT "thread_link_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_link" ADD CONSTRAINT "thread_link_linked_by_id_fkey" FOREIGN KEY ("linked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "thread_link" ADD CONSTRAINT "thread_link_one_check" CHECK (num_nonnulls("agenda_item_id", "decision_id", "deliverable_id") = 1);
ALTER TABLE "thread" ADD CONSTRAINT "thread_link_count_check" CHECK ("link_count" >= 0);

-- A page of a thread looks for links only where there are some: whatever writes them, or takes their things away, is counted.
CREATE FUNCTION thread_link_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE public."thread" SET "link_count" = "link_count" - 1 WHERE "id" = OLD."thread_id";
    END IF;
    IF TG_OP <> 'DELETE' THEN
        UPDATE public."thread" SET "link_count" = "link_count" + 1 WHERE "id" = NEW."thread_id";
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "thread_link_count" AFTER INSERT OR DELETE OR UPDATE OF "thread_id" ON "thread_link" FOR EACH ROW
    EXECUTE FUNCTION thread_link_counts();
