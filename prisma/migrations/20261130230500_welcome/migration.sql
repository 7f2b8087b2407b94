-- CreateTable
CREATE TABLE "programme_welcome" (
    "programme_id" UUID NOT NULL,
    "markdown" TEXT NOT NULL DEFAULT '',
    "html" TEXT NOT NULL DEFAULT '',
    "renderer_version" INTEGER NOT NULL,
    "lang" TEXT NOT NULL DEFAULT 'it',
    "thread_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_welcome_pkey" PRIMARY KEY ("programme_id")
);

-- CreateTable
CREATE TABLE "first_steps_dismissal" (
    "person_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "first_steps_dismissal_pkey" PRIMARY KEY ("person_id","programme_id")
);

-- CreateIndex
CREATE INDEX "programme_welcome_thread_id_idx" ON "programme_welcome"("thread_id");

-- CreateIndex
CREATE INDEX "programme_welcome_renderer_version_idx" ON "programme_welcome"("renderer_version");

-- CreateIndex
CREATE INDEX "first_steps_dismissal_programme_id_idx" ON "first_steps_dismissal"("programme_id");

-- AddForeignKey
ALTER TABLE "programme_welcome" ADD CONSTRAINT "programme_welcome_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_welcome" ADD CONSTRAINT "programme_welcome_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first_steps_dismissal" ADD CONSTRAINT "first_steps_dismissal_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first_steps_dismissal" ADD CONSTRAINT "first_steps_dismissal_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say.
ALTER TABLE "programme_welcome" ADD CONSTRAINT "programme_welcome_lang_check" CHECK ("lang" IN ('it', 'en')),
ADD CONSTRAINT "programme_welcome_text_check" CHECK ("markdown" <> '' OR "html" = '');

-- Who is to introduce themselves in a thread does so in the one in which that ends.
CREATE FUNCTION thread_merge_takes_welcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE public."programme_welcome" SET "thread_id" = NEW."thread_id" WHERE "thread_id" = NEW."old_id";
    RETURN NULL;
END $$;
CREATE TRIGGER "thread_merged_welcome" AFTER INSERT ON "thread_merged" FOR EACH ROW
    EXECUTE FUNCTION thread_merge_takes_welcome();
