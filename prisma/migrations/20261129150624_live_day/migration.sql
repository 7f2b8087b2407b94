-- CreateTable
CREATE TABLE "agenda_run" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "agenda_item_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "started_by_id" UUID,

    CONSTRAINT "agenda_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agenda_run_session_id_started_at_id_idx" ON "agenda_run"("session_id", "started_at", "id");

-- CreateIndex
CREATE INDEX "agenda_run_agenda_item_id_session_id_idx" ON "agenda_run"("agenda_item_id", "session_id");

-- CreateIndex
CREATE INDEX "agenda_run_started_by_id_idx" ON "agenda_run"("started_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_id_session_id_key" ON "agenda_item"("id", "session_id");

-- AddForeignKey
ALTER TABLE "agenda_run" ADD CONSTRAINT "agenda_run_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_run" ADD CONSTRAINT "agenda_run_agenda_item_id_session_id_fkey" FOREIGN KEY ("agenda_item_id", "session_id") REFERENCES "agenda_item"("id", "session_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_run" ADD CONSTRAINT "agenda_run_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A session speaks of one point at a time.
CREATE UNIQUE INDEX "agenda_run_one_at_a_time" ON "agenda_run"("session_id") WHERE "ended_at" IS NULL;

ALTER TABLE "agenda_run" ADD CONSTRAINT "agenda_run_ends_after_it_starts" CHECK ("ended_at" >= "started_at");
