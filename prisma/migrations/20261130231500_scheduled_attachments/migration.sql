-- CreateTable
CREATE TABLE "scheduled_attachment" (
    "id" UUID NOT NULL,
    "scheduled_id" UUID NOT NULL,
    "object_sha256" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "upload_id" UUID,

    CONSTRAINT "scheduled_attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "scheduled_attachment_upload_id_key" ON "scheduled_attachment"("upload_id");

-- CreateIndex
CREATE INDEX "scheduled_attachment_scheduled_id_idx" ON "scheduled_attachment"("scheduled_id");

-- CreateIndex
CREATE INDEX "scheduled_attachment_object_sha256_idx" ON "scheduled_attachment"("object_sha256");

-- AddForeignKey
ALTER TABLE "scheduled_attachment" ADD CONSTRAINT "scheduled_attachment_scheduled_id_fkey" FOREIGN KEY ("scheduled_id") REFERENCES "scheduled_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_attachment" ADD CONSTRAINT "scheduled_attachment_object_sha256_fkey" FOREIGN KEY ("object_sha256") REFERENCES "stored_object"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.
ALTER TABLE "scheduled_attachment" ADD CONSTRAINT "scheduled_attachment_size_check" CHECK ("size" >= 0);
