-- AlterTable
ALTER TABLE "document_space" ADD COLUMN     "quota_bytes" BIGINT NOT NULL DEFAULT 50000000000,
ADD COLUMN     "used_bytes" BIGINT NOT NULL DEFAULT 0;

-- What the versions of a space weigh is kept by triggers, and the check holds it to the quota: of two files at once that
-- would not both fit, one is refused, whoever writes them.
UPDATE "document_space" s SET "used_bytes" = v.used, "quota_bytes" = greatest(s."quota_bytes", v.used)
FROM (SELECT d."space_id", sum(v."size") AS used FROM "document_version" v JOIN "document" d ON d."id" = v."document_id"
      GROUP BY d."space_id") v WHERE v."space_id" = s."id";
ALTER TABLE "document_space" ADD CONSTRAINT "document_space_quota_check" CHECK (
  "used_bytes" BETWEEN 0 AND "quota_bytes"
);

CREATE FUNCTION weigh_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE public."document_space" s
    SET "used_bytes" = s."used_bytes" + CASE TG_OP WHEN 'INSERT' THEN v.bytes ELSE -v.bytes END
    FROM (SELECT d."space_id", sum(c."size") AS bytes
          FROM changed_rows c JOIN public."document" d ON d."id" = c."document_id" GROUP BY d."space_id") v
    WHERE s."id" = v."space_id";
    RETURN NULL;
END $$;
CREATE TRIGGER "version_weight_added" AFTER INSERT ON "document_version"
    REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION weigh_versions();
CREATE TRIGGER "version_weight_gone" AFTER DELETE ON "document_version"
    REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION weigh_versions();

-- A document that goes takes its versions along, which then know no space any more; one that moves takes their weight.
CREATE FUNCTION weigh_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    bytes NUMERIC := coalesce((SELECT sum(v."size") FROM public."document_version" v WHERE v."document_id" = OLD."id"), 0);
BEGIN
    UPDATE public."document_space" SET "used_bytes" = "used_bytes" - bytes WHERE "id" = OLD."space_id";
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    UPDATE public."document_space" SET "used_bytes" = "used_bytes" + bytes WHERE "id" = NEW."space_id";
    RETURN NEW;
END $$;
CREATE TRIGGER "document_weight_gone" BEFORE DELETE ON "document" FOR EACH ROW EXECUTE FUNCTION weigh_document();
CREATE TRIGGER "document_weight_moved" AFTER UPDATE OF "space_id" ON "document"
    FOR EACH ROW WHEN (OLD."space_id" <> NEW."space_id") EXECUTE FUNCTION weigh_document();
