-- CreateTable
CREATE TABLE "poll_reminder" (
    "poll_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "is_automatic" BOOLEAN NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "poll_reminder_pkey" PRIMARY KEY ("poll_id","sent_on")
);

-- CreateIndex
CREATE INDEX "date_poll_state_closes_at_idx" ON "date_poll"("state", "closes_at");

-- AddForeignKey
ALTER TABLE "poll_reminder" ADD CONSTRAINT "poll_reminder_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Once by the portal itself, whoever else reminded on other days.
CREATE UNIQUE INDEX "poll_reminder_automatic_key" ON "poll_reminder" ("poll_id") WHERE "is_automatic";
