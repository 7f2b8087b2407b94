-- AlterTable
ALTER TABLE "session" ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "deputy_id" UUID,
ADD COLUMN     "places_taken" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "session_invitee" ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "queue_number" INTEGER;

-- CreateTable
CREATE TABLE "session_substitute" (
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "substitute_id" UUID NOT NULL,
    "is_invited" BOOLEAN NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_substitute_pkey" PRIMARY KEY ("session_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "session_substitute_session_id_substitute_id_key" ON "session_substitute"("session_id", "substitute_id");

-- CreateIndex
CREATE INDEX "session_deputy_id_idx" ON "session"("deputy_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_invitee_id_key" ON "session_invitee"("id");

-- CreateIndex
CREATE UNIQUE INDEX "session_invitee_session_id_queue_number_key" ON "session_invitee"("session_id", "queue_number");

-- AddForeignKey
ALTER TABLE "session_substitute" ADD CONSTRAINT "session_substitute_session_id_person_id_fkey" FOREIGN KEY ("session_id", "person_id") REFERENCES "session_invitee"("session_id", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_substitute" ADD CONSTRAINT "session_substitute_session_id_substitute_id_fkey" FOREIGN KEY ("session_id", "substitute_id") REFERENCES "session_invitee"("session_id", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Only a yes waits, and nobody comes in their own place.
ALTER TABLE "session_invitee" ADD CONSTRAINT "session_invitee_queue_check"
    CHECK ("queue_number" IS NULL OR ("queue_number" >= 1 AND "reply" IS NOT DISTINCT FROM 'YES'));
ALTER TABLE "session_substitute" ADD CONSTRAINT "session_substitute_other_check" CHECK ("substitute_id" <> "person_id");

-- How many have said yes and do not wait: counted where replies change, so that no writer can get it wrong, and of two who
-- take the last place one is refused by the check.
CREATE FUNCTION count_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    change int := 0;
BEGIN
    IF TG_OP <> 'INSERT' AND OLD."reply" = 'YES' AND OLD."queue_number" IS NULL THEN
        change := change - 1;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW."reply" = 'YES' AND NEW."queue_number" IS NULL THEN
        change := change + 1;
    END IF;
    IF change <> 0 THEN
        UPDATE public."session" SET "places_taken" = "places_taken" + change
        WHERE "id" = CASE WHEN TG_OP = 'DELETE' THEN OLD."session_id" ELSE NEW."session_id" END;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "session_invitee_places" AFTER INSERT OR DELETE OR UPDATE OF "reply", "queue_number" ON "session_invitee"
    FOR EACH ROW EXECUTE FUNCTION count_places();

UPDATE "session" s SET "places_taken" =
    (SELECT count(*) FROM "session_invitee" i WHERE i."session_id" = s."id" AND i."reply" = 'YES');
ALTER TABLE "session" ADD CONSTRAINT "session_places_check"
    CHECK ("places_taken" >= 0 AND ("capacity" IS NULL OR ("capacity" >= 1 AND "capacity" >= "places_taken")));
