-- CreateTable
CREATE TABLE "body_reminder" (
    "programme_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "body_reminder_pkey" PRIMARY KEY ("programme_id","organisation_id","sent_on")
);

-- CreateTable
CREATE TABLE "deliverable_reminder" (
    "deliverable_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "days" INTEGER NOT NULL,
    "is_before" BOOLEAN NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deliverable_reminder_pkey" PRIMARY KEY ("deliverable_id","due_at","days","is_before")
);

-- CreateIndex
CREATE INDEX "body_reminder_organisation_id_idx" ON "body_reminder"("organisation_id");

-- AddForeignKey
ALTER TABLE "body_reminder" ADD CONSTRAINT "body_reminder_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_reminder" ADD CONSTRAINT "body_reminder_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable_reminder" ADD CONSTRAINT "deliverable_reminder_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "deliverable_reminder" ADD CONSTRAINT "deliverable_reminder_days_check" CHECK ("days" BETWEEN 0 AND 60);

-- How many days from its due day a body is reminded of what it owes.
INSERT INTO "rule_set" ("id", "kind", "scope", "version", "valid_from", "content", "source") VALUES
(gen_random_uuid(), 'documents.reminders', 'portal', 1, '2012-01-01', '{"before": [7, 1], "after": [1]}',
 'Scelta del portale: una settimana prima, il giorno prima e il giorno dopo il termine.');
