-- What lists and the search need to stay as quick with a million posts as with ten thousand.

-- A post and a document name their programme: lists are read in their order by one index, and the search narrows to
-- programmes before it reads a row. Triggers set it, so that no writer can forget it or say otherwise.
ALTER TABLE "document" ADD COLUMN "programme_id" UUID;
ALTER TABLE "post" ADD COLUMN "programme_id" UUID;

CREATE FUNCTION document_takes_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT s."programme_id" INTO NEW."programme_id" FROM public."document_space" s WHERE s."id" = NEW."space_id";
    RETURN NEW;
END $$;
CREATE TRIGGER "document_programme" BEFORE INSERT OR UPDATE OF "space_id", "programme_id" ON "document"
    FOR EACH ROW EXECUTE FUNCTION document_takes_programme();

CREATE FUNCTION post_takes_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT c."programme_id" INTO NEW."programme_id"
    FROM public."thread" t JOIN public."category" c ON c."id" = t."category_id" WHERE t."id" = NEW."thread_id";
    RETURN NEW;
END $$;
CREATE TRIGGER "post_programme" BEFORE INSERT OR UPDATE OF "thread_id", "programme_id" ON "post"
    FOR EACH ROW EXECUTE FUNCTION post_takes_programme();

UPDATE "document" SET "programme_id" = NULL;
UPDATE "post" SET "programme_id" = NULL;
ALTER TABLE "document" ALTER COLUMN "programme_id" SET NOT NULL;
ALTER TABLE "post" ALTER COLUMN "programme_id" SET NOT NULL;

-- What they took their programme from keeps it.
CREATE FUNCTION programme_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a % stays in its programme', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "category_programme_stays" BEFORE UPDATE OF "programme_id" ON "category"
    FOR EACH ROW WHEN (OLD."programme_id" <> NEW."programme_id") EXECUTE FUNCTION programme_stays();
CREATE TRIGGER "document_space_programme_stays" BEFORE UPDATE OF "programme_id" ON "document_space"
    FOR EACH ROW WHEN (OLD."programme_id" <> NEW."programme_id") EXECUTE FUNCTION programme_stays();
CREATE FUNCTION thread_stays_in_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(DISTINCT "programme_id") FROM public."category"
        WHERE "id" IN (OLD."category_id", NEW."category_id")) > 1 THEN
        RAISE EXCEPTION 'a thread stays in its programme' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER "thread_programme_stays" BEFORE UPDATE OF "category_id" ON "thread"
    FOR EACH ROW WHEN (OLD."category_id" <> NEW."category_id") EXECUTE FUNCTION thread_stays_in_programme();

-- How many threads of a category can be read: counted where they change, once a statement, so that a thousand rows cost
-- one update. Rows are locked in the order of their identifiers: two moves in opposite directions wait, and never lock.
ALTER TABLE "category" ADD COLUMN "thread_count" INTEGER NOT NULL DEFAULT 0;

CREATE FUNCTION count_threads() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changes jsonb;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT jsonb_object_agg(c, n) INTO changes FROM (
            SELECT "category_id" AS c, count(*) AS n FROM after_rows WHERE "hidden_at" IS NULL GROUP BY 1) AS added;
    ELSIF TG_OP = 'DELETE' THEN
        SELECT jsonb_object_agg(c, n) INTO changes FROM (
            SELECT "category_id" AS c, -count(*) AS n FROM before_rows WHERE "hidden_at" IS NULL GROUP BY 1) AS gone;
    ELSE
        SELECT jsonb_object_agg(c, n) INTO changes FROM (
            SELECT c, sum(one) AS n FROM (
                SELECT "category_id" AS c, 1 AS one FROM after_rows WHERE "hidden_at" IS NULL
                UNION ALL SELECT "category_id", -1 FROM before_rows WHERE "hidden_at" IS NULL) AS each
            GROUP BY 1 HAVING sum(one) <> 0) AS moved;
    END IF;
    IF changes IS NULL THEN RETURN NULL; END IF;
    PERFORM FROM public."category" WHERE "id" IN (SELECT key::uuid FROM jsonb_each(changes))
        ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE public."category" SET "thread_count" = "thread_count" + change.value::int
    FROM jsonb_each_text(changes) AS change WHERE "id" = change.key::uuid;
    RETURN NULL;
END $$;
CREATE TRIGGER "thread_count_added" AFTER INSERT ON "thread"
    REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_threads();
CREATE TRIGGER "thread_count_gone" AFTER DELETE ON "thread"
    REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION count_threads();
CREATE TRIGGER "thread_count_moved" AFTER UPDATE ON "thread"
    REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_threads();

UPDATE "category" c SET "thread_count" =
    (SELECT count(*) FROM "thread" t WHERE t."category_id" = c."id" AND t."hidden_at" IS NULL);
ALTER TABLE "category" ADD CONSTRAINT "category_thread_count_check" CHECK ("thread_count" >= 0);

-- CreateIndex
CREATE INDEX "document_programme_id_created_at_id_idx" ON "document"("programme_id", "created_at" DESC, "id" DESC);
CREATE INDEX "document_public_idx" ON "document"("programme_id", "created_at" DESC, "id" DESC)
    WHERE "is_public" AND "removed_at" IS NULL;

-- CreateIndex
CREATE INDEX "event_kind_seq_idx" ON "event"("kind", "seq");

-- The acts on a programme, among everything that happens in it.
CREATE INDEX "event_history_idx" ON "event"("programme_id", "seq") WHERE "kind" LIKE 'programmes.%';

-- CreateIndex
CREATE INDEX "mail_created_at_id_idx" ON "mail"("created_at", "id");

-- CreateIndex
CREATE INDEX "organisation_name_id_idx" ON "organisation"("name", "id");

-- CreateIndex
CREATE INDEX "post_programme_id_id_idx" ON "post"("programme_id", "id");

-- CreateIndex
CREATE INDEX "post_renderer_version_idx" ON "post"("renderer_version");

-- For which bodies is written in a thread, without reading what.
CREATE INDEX "post_voice_idx" ON "post"("thread_id", "on_behalf_of_id")
    WHERE "hidden_at" IS NULL AND "on_behalf_of_id" IS NOT NULL;

-- CreateIndex
CREATE INDEX "thread_category_id_state_last_post_at_id_idx" ON "thread"("category_id", "state", "last_post_at" DESC, "id" DESC);
-- The few that stand above the others are found without reading these.
CREATE INDEX "thread_pinned_idx" ON "thread"("category_id", "last_post_at" DESC, "id" DESC) WHERE "is_pinned";
