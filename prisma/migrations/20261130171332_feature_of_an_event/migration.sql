-- A kind is "feature.verbInPast". The events of one feature were looked for among all by their beginning.
ALTER TABLE "event" ADD COLUMN "feature" TEXT NOT NULL GENERATED ALWAYS AS (split_part("kind", '.', 1)) STORED;

-- CreateIndex
CREATE INDEX "event_feature_seq_idx" ON "event"("feature", "seq");
