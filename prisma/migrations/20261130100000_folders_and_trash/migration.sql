-- CreateTable
CREATE TABLE "document_folder" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "parent_id" UUID,
    "parent_depth" INTEGER,
    "depth" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removal_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "document_folder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_removal" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by_id" UUID,
    "kept_until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_removal_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "folder_id" UUID,
ADD COLUMN     "removal_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "document_folder_space_id_id_key" ON "document_folder"("space_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "document_folder_space_id_id_depth_key" ON "document_folder"("space_id", "id", "depth");

-- CreateIndex
CREATE INDEX "document_folder_space_id_parent_id_parent_depth_idx" ON "document_folder"("space_id", "parent_id", "parent_depth");

-- CreateIndex
CREATE INDEX "document_folder_created_by_id_idx" ON "document_folder"("created_by_id");

-- CreateIndex
CREATE INDEX "document_folder_removal_id_idx" ON "document_folder"("removal_id");

-- CreateIndex
CREATE INDEX "document_removal_space_id_removed_at_id_idx" ON "document_removal"("space_id", "removed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "document_removal_removed_by_id_idx" ON "document_removal"("removed_by_id");

-- CreateIndex
CREATE INDEX "document_removal_kept_until_idx" ON "document_removal"("kept_until");

-- CreateIndex
CREATE INDEX "document_space_id_folder_id_created_at_id_idx" ON "document"("space_id", "folder_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "document_removal_id_idx" ON "document"("removal_id");

-- AddForeignKey
ALTER TABLE "document_folder" ADD CONSTRAINT "document_folder_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "document_space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_folder" ADD CONSTRAINT "document_folder_space_id_parent_id_parent_depth_fkey" FOREIGN KEY ("space_id", "parent_id", "parent_depth") REFERENCES "document_folder"("space_id", "id", "depth") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_folder" ADD CONSTRAINT "document_folder_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_folder" ADD CONSTRAINT "document_folder_removal_id_fkey" FOREIGN KEY ("removal_id") REFERENCES "document_removal"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_removal" ADD CONSTRAINT "document_removal_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "document_space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_removal" ADD CONSTRAINT "document_removal_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_space_id_folder_id_fkey" FOREIGN KEY ("space_id", "folder_id") REFERENCES "document_folder"("space_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_removal_id_fkey" FOREIGN KEY ("removal_id") REFERENCES "document_removal"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- A folder is one deeper than the one it lies in, and the foreign key carries the depth of the parent: a circle would
-- have to be deeper than itself, whoever moves what into what at once. The depth has its bound.
CREATE FUNCTION folder_takes_depth() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW."depth" := coalesce(NEW."parent_depth", 0) + 1;
    RETURN NEW;
END $$;
CREATE TRIGGER "document_folder_depth" BEFORE INSERT OR UPDATE ON "document_folder"
    FOR EACH ROW EXECUTE FUNCTION folder_takes_depth();
ALTER TABLE "document_folder"
    ADD CONSTRAINT "document_folder_parent_check" CHECK (("parent_id" IS NULL) = ("parent_depth" IS NULL)),
    ADD CONSTRAINT "document_folder_depth_check" CHECK ("depth" BETWEEN 1 AND 8),
    ADD CONSTRAINT "document_folder_name_check" CHECK ("name" = btrim("name") AND char_length("name") BETWEEN 1 AND 100);

-- Of two folders of one name in one place one wins, whatever their capitals; in the trash names do not matter.
CREATE UNIQUE INDEX "document_folder_name_key" ON "document_folder" ("space_id", "parent_id", (lower("name")))
    NULLS NOT DISTINCT WHERE "removal_id" IS NULL;

-- What was removed before there was a trash can be restored for a month from today.
ALTER TABLE "document_removal" ADD COLUMN "document_id" UUID;
INSERT INTO "document_removal" ("id", "space_id", "removed_at", "kept_until", "document_id")
    SELECT gen_random_uuid(), "space_id", "removed_at", CURRENT_TIMESTAMP + interval '30 days', "id"
    FROM "document" WHERE "removed_at" IS NOT NULL;
UPDATE "document" d SET "removal_id" = r."id" FROM "document_removal" r WHERE r."document_id" = d."id";
ALTER TABLE "document_removal" DROP COLUMN "document_id";
ALTER TABLE "document_removal" ADD CONSTRAINT "document_removal_period_check" CHECK ("kept_until" >= "removed_at");
ALTER TABLE "document" ADD CONSTRAINT "document_removed_check" CHECK (("removed_at" IS NULL) = ("removal_id" IS NULL));
-- Deliverables are found by their request.
ALTER TABLE "document" ADD CONSTRAINT "document_folder_kind_check" CHECK ("folder_id" IS NULL OR "kind" <> 'DELIVERABLE');

-- What is there lies in what is there. Whoever puts something into a folder holds it against its removal.
CREATE FUNCTION lies_in_a_folder() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    place UUID := CASE TG_TABLE_NAME WHEN 'document' THEN to_jsonb(NEW)->>'folder_id' ELSE to_jsonb(NEW)->>'parent_id' END;
BEGIN
    PERFORM 1 FROM public."document_folder" f WHERE f."id" = place AND f."removal_id" IS NULL FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'what is there lies in a folder that is there' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "document_lies_in_folder" AFTER INSERT OR UPDATE OF "folder_id", "removed_at" ON "document"
    FOR EACH ROW WHEN (NEW."folder_id" IS NOT NULL AND NEW."removed_at" IS NULL) EXECUTE FUNCTION lies_in_a_folder();
CREATE TRIGGER "document_folder_lies_in_folder" AFTER INSERT OR UPDATE OF "parent_id", "removal_id" ON "document_folder"
    FOR EACH ROW WHEN (NEW."parent_id" IS NOT NULL AND NEW."removal_id" IS NULL) EXECUTE FUNCTION lies_in_a_folder();

CREATE FUNCTION removed_folder_is_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM public."document" d
               WHERE d."space_id" = NEW."space_id" AND d."folder_id" = NEW."id" AND d."removed_at" IS NULL)
       OR EXISTS (SELECT FROM public."document_folder" f
                  WHERE f."space_id" = NEW."space_id" AND f."parent_id" = NEW."id" AND f."removal_id" IS NULL) THEN
        RAISE EXCEPTION 'a folder is removed with what it holds' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "document_folder_removed_empty" AFTER UPDATE OF "removal_id" ON "document_folder"
    FOR EACH ROW WHEN (NEW."removal_id" IS NOT NULL) EXECUTE FUNCTION removed_folder_is_empty();

-- What a request or the library counts on is neither removed nor taken to another space; what was removed is not counted
-- on. Both sides hold the document's row, so that of two at once the second sees the first.
CREATE FUNCTION document_is_free() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM public."request_material" m WHERE m."document_id" = NEW."id")
       OR EXISTS (SELECT FROM public."deliverable_request" r WHERE r."template_document_id" = NEW."id")
       OR EXISTS (SELECT FROM public."reuse_item" i WHERE i."document_id" = NEW."id") THEN
        RAISE EXCEPTION 'the document is needed elsewhere' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "document_removed_free" AFTER UPDATE OF "removed_at" ON "document"
    FOR EACH ROW WHEN (OLD."removed_at" IS NULL AND NEW."removed_at" IS NOT NULL) EXECUTE FUNCTION document_is_free();
CREATE TRIGGER "document_moved_free" AFTER UPDATE OF "space_id" ON "document"
    FOR EACH ROW WHEN (OLD."space_id" <> NEW."space_id") EXECUTE FUNCTION document_is_free();

CREATE FUNCTION counts_on_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    needed UUID := CASE TG_TABLE_NAME WHEN 'deliverable_request' THEN to_jsonb(NEW)->>'template_document_id'
                   ELSE to_jsonb(NEW)->>'document_id' END;
BEGIN
    PERFORM 1 FROM public."document" d WHERE d."id" = needed AND d."removed_at" IS NULL FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the document was removed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "request_material_counts_on_document" AFTER INSERT ON "request_material"
    FOR EACH ROW EXECUTE FUNCTION counts_on_document();
CREATE TRIGGER "deliverable_request_counts_on_document" AFTER INSERT OR UPDATE OF "template_document_id" ON "deliverable_request"
    FOR EACH ROW WHEN (NEW."template_document_id" IS NOT NULL) EXECUTE FUNCTION counts_on_document();
CREATE TRIGGER "reuse_item_counts_on_document" AFTER INSERT ON "reuse_item"
    FOR EACH ROW EXECUTE FUNCTION counts_on_document();

-- How long what was removed can be restored.
INSERT INTO "rule_set" ("id", "kind", "scope", "version", "valid_from", "content", "source") VALUES
(gen_random_uuid(), 'documents.trash', 'portal', 1, '2012-01-01', '{"days": 30}',
 'Scelta del portale: trenta giorni nel cestino, poi l’eliminazione definitiva.');
