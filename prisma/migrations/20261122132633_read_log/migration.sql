-- CreateTable
CREATE TABLE "read_log" (
    "id" UUID NOT NULL,
    "actor_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "read_log_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "read_log_subject_kind_subject_id_id_idx" ON "read_log"("subject_kind", "subject_id", "id");

-- CreateIndex
CREATE INDEX "read_log_actor_id_id_idx" ON "read_log"("actor_id", "id");

-- What the schema's language cannot say.
ALTER TABLE "read_log"
    ADD CONSTRAINT "read_log_actor_check" CHECK (("actor_kind" = 'person') = ("actor_id" IS NOT NULL)),
    ADD CONSTRAINT "read_log_actor_kind_check" CHECK ("actor_kind" IN ('person', 'visitor') OR "actor_kind" LIKE 'system:_%');
