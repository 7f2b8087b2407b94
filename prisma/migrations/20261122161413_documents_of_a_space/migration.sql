-- CreateIndex
CREATE INDEX "document_space_id_created_at_id_idx" ON "document"("space_id", "created_at" DESC, "id" DESC);
