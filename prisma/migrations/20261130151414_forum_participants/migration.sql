-- DropIndex
DROP INDEX "thread_author_id_idx";

-- CreateTable
CREATE TABLE "thread_participant" (
    "person_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "last_post_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_participant_pkey" PRIMARY KEY ("person_id","thread_id")
);

-- CreateIndex
CREATE INDEX "thread_participant_person_id_category_id_last_post_at_threa_idx" ON "thread_participant"("person_id", "category_id", "last_post_at" DESC, "thread_id" DESC);

-- CreateIndex
CREATE INDEX "thread_participant_thread_id_idx" ON "thread_participant"("thread_id");

-- CreateIndex
CREATE INDEX "thread_author_id_category_id_last_post_at_id_idx" ON "thread"("author_id", "category_id", "last_post_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "thread_participant" ADD CONSTRAINT "thread_participant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_participant" ADD CONSTRAINT "thread_participant_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever writes takes part, whatever wrote it: once a statement, so that many posts at once cost little more.
CREATE FUNCTION post_brings_participant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public."thread_participant" ("person_id", "thread_id", "category_id", "last_post_at")
    SELECT DISTINCT p."author_id", t."id", t."category_id", t."last_post_at"
    FROM added p JOIN public."thread" t ON t."id" = p."thread_id"
    WHERE p."author_id" IS NOT NULL
    ON CONFLICT ("person_id", "thread_id") DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER "post_participant" AFTER INSERT ON "post"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION post_brings_participant();

CREATE FUNCTION thread_moves_participants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE public."thread_participant" SET "category_id" = NEW."category_id", "last_post_at" = NEW."last_post_at"
    WHERE "thread_id" = NEW."id";
    RETURN NULL;
END $$;
CREATE TRIGGER "thread_participants_move" AFTER UPDATE OF "category_id", "last_post_at" ON "thread" FOR EACH ROW
    WHEN ((OLD."category_id", OLD."last_post_at") IS DISTINCT FROM (NEW."category_id", NEW."last_post_at"))
    EXECUTE FUNCTION thread_moves_participants();

INSERT INTO "thread_participant" ("person_id", "thread_id", "category_id", "last_post_at")
SELECT DISTINCT p."author_id", t."id", t."category_id", t."last_post_at"
FROM "post" p JOIN "thread" t ON t."id" = p."thread_id" WHERE p."author_id" IS NOT NULL;
