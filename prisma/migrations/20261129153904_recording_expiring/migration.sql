-- AlterTable
ALTER TABLE "session_recording" ADD COLUMN     "expiring_at" TIMESTAMPTZ(3);
