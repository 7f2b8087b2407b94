-- AlterTable
ALTER TABLE "session_join" ADD COLUMN     "by_fallback" BOOLEAN NOT NULL DEFAULT false;
