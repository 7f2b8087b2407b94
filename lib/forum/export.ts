import { z } from "zod";
import type { ListedThread } from "@/lib/forum/listing/queries";
import { getForum, listThreads } from "@/lib/forum/queries";
import { threadFiltersSchema } from "@/lib/forum/schema";
import { found } from "@/lib/platform/errors";
import type { Translate } from "@/lib/platform/i18n/translator";
import { readCursor } from "@/lib/platform/lists/cursor";
import { exportable } from "@/lib/platform/lists/definition";
import { getAreaProgramme } from "@/lib/programmes/queries";

const filters = threadFiltersSchema.extend({
  programme: z.string().min(1).max(200),
  category: z.uuid("invalid"),
});

/** Threads of a category for the members of its programme, the pinned ones first. */
export const threadsList = exportable<ListedThread, z.output<typeof filters>>({
  name: "threads",
  namespace: "forum",
  filters,
  columns: [
    { key: "title", header: "export.title", value: (row) => row.title },
    { key: "state", header: "threads.fieldState", value: (row, { t }) => t(`states.${row.state}`) },
    { key: "marks", header: "export.marks", value: (row, { t }) => marksOf(row, t) },
    { key: "author", header: "export.author", value: (row) => row.author },
    { key: "posts", header: "export.posts", value: (row) => row.postCount, numeric: true },
    { key: "unread", header: "export.unread", value: (row) => row.unread, numeric: true },
    { key: "lastPostAt", header: "export.lastPostAt", value: (row) => row.lastPostAt },
    { key: "lastAuthor", header: "export.lastAuthor", value: (row) => row.lastAuthor },
    { key: "lastBody", header: "export.lastBody", value: (row) => row.lastBody },
  ],
  // A public category is read by everybody, but without the names that this list holds.
  async page(actor, { programme, category, ...narrowed }, { after, size }) {
    await getAreaProgramme(actor, programme);
    const forum = await getForum(actor, programme);
    const chosen = found(forum.categories.find(({ id }) => id === category) ?? null, "category");
    const place = { ...forum, categories: [chosen] };
    const page = await listThreads(actor, place, narrowed, { after: readCursor(after), size });
    return { rows: [...page.pinned, ...page.rows], next: page.next };
  },
});

function marksOf({ isPinned, isLocked, isHidden }: ListedThread, t: Translate): string {
  const marks = [isPinned && t("marks.pinned"), isLocked && t("marks.locked"), isHidden && t("marks.hidden")];
  return marks.filter(Boolean).join(", ");
}
