import { Prisma } from "@/lib/platform/db";
import type { SourceDate } from "@/lib/platform/source-date";

/** A SourceDate as a Json column takes it. */
export function jsonDate(date: SourceDate | null): SourceDate | typeof Prisma.DbNull {
  return date ?? Prisma.DbNull;
}
