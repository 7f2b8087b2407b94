-- A worker that sends a mail holds it for a while, so that two workers send it once.
ALTER TABLE "mail" ADD COLUMN "leased_to" TIMESTAMPTZ(3);
