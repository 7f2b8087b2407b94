import "server-only";
import { categoryVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** The categories of a table that the actor reads, in their order. */
export async function listTableCategories(actor: Actor, tableId: string) {
  return db.category.findMany({
    where: { AND: [{ tableId }, categoryVisibleTo(actor)] },
    orderBy: { position: "asc" },
    select: { id: true, title: true, description: true, threadCount: true },
  });
}
