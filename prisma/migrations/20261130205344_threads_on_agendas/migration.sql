-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "agenda_count" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "thread" ADD CONSTRAINT "thread_agenda_count_check" CHECK ("agenda_count" >= 0);

UPDATE "thread" t SET "agenda_count" = c."count" FROM (
    SELECT coalesce(m."thread_id", a."source_id") AS "id", count(*)::int AS "count"
    FROM "agenda_item" a LEFT JOIN "thread_merged" m ON m."old_id" = a."source_id"
    WHERE a."source_kind" = 'THREAD' GROUP BY 1
) c WHERE c."id" = t."id";

-- A page of a thread asks for the sessions that deal with it only where there are some. A point keeps the identifier of the
-- thread that it was drawn from, though that has ended in another: the second statement sees a merge that the first waited for.
CREATE FUNCTION count_on_agendas("source" uuid, "by" int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE public."thread" SET "agenda_count" = "agenda_count" + "by" WHERE "id" = "source";
    IF NOT FOUND THEN
        UPDATE public."thread" SET "agenda_count" = "agenda_count" + "by"
        WHERE "id" = (SELECT "thread_id" FROM public."thread_merged" WHERE "old_id" = "source");
    END IF;
END $$;

CREATE FUNCTION agenda_item_threads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD."source_kind" = 'THREAD' THEN
        PERFORM public.count_on_agendas(OLD."source_id", -1);
    END IF;
    IF TG_OP <> 'DELETE' AND NEW."source_kind" = 'THREAD' THEN
        PERFORM public.count_on_agendas(NEW."source_id", 1);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "agenda_item_threads" AFTER INSERT OR DELETE OR UPDATE OF "source_kind", "source_id" ON "agenda_item"
    FOR EACH ROW EXECUTE FUNCTION agenda_item_threads();

CREATE FUNCTION thread_merged_agendas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE public."thread" SET "agenda_count" = "agenda_count" + (
        SELECT count(*) FROM public."agenda_item" WHERE "source_kind" = 'THREAD' AND "source_id" = NEW."old_id"
    ) WHERE "id" = NEW."thread_id";
    RETURN NULL;
END $$;
CREATE TRIGGER "thread_merged_agendas" AFTER INSERT OR UPDATE OF "thread_id" ON "thread_merged"
    FOR EACH ROW EXECUTE FUNCTION thread_merged_agendas();
