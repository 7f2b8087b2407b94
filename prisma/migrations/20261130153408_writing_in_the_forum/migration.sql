-- CreateEnum
CREATE TYPE "reaction_kind" AS ENUM ('THANKS', 'AGREEMENT', 'USEFUL');

-- CreateTable
CREATE TABLE "post_mention" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "role" "role",
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_reaction" (
    "post_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "reaction_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_reaction_pkey" PRIMARY KEY ("post_id","person_id","kind")
);

-- CreateTable
CREATE TABLE "post_draft" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "thread_id" UUID,
    "category_id" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "markdown" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "post_mention_person_id_idx" ON "post_mention"("person_id");

-- CreateIndex
CREATE INDEX "post_mention_organisation_id_idx" ON "post_mention"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_mention_post_id_person_id_key" ON "post_mention"("post_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_mention_post_id_organisation_id_key" ON "post_mention"("post_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_mention_post_id_role_key" ON "post_mention"("post_id", "role");

-- CreateIndex
CREATE INDEX "post_reaction_person_id_idx" ON "post_reaction"("person_id");

-- CreateIndex
CREATE INDEX "post_draft_thread_id_idx" ON "post_draft"("thread_id");

-- CreateIndex
CREATE INDEX "post_draft_category_id_idx" ON "post_draft"("category_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_draft_person_id_thread_id_key" ON "post_draft"("person_id", "thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_draft_person_id_category_id_key" ON "post_draft"("person_id", "category_id");

-- AddForeignKey
ALTER TABLE "post_mention" ADD CONSTRAINT "post_mention_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mention" ADD CONSTRAINT "post_mention_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mention" ADD CONSTRAINT "post_mention_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_reaction" ADD CONSTRAINT "post_reaction_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_reaction" ADD CONSTRAINT "post_reaction_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_draft" ADD CONSTRAINT "post_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_draft" ADD CONSTRAINT "post_draft_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_draft" ADD CONSTRAINT "post_draft_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A mention calls one: a person, a body or a role. A draft has one place.
ALTER TABLE "post_mention" ADD CONSTRAINT "post_mention_one_check"
  CHECK (num_nonnulls("person_id", "organisation_id", "role") = 1);
ALTER TABLE "post_draft" ADD CONSTRAINT "post_draft_place_check"
  CHECK (num_nonnulls("thread_id", "category_id") = 1);
