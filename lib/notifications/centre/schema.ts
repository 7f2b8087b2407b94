import { z } from "zod";
import { groups } from "@/lib/notifications/groups";

/** What of one's notifications is looked at; what cannot be read is left out. */
export const noticeFiltersSchema = z.object({
  unread: z.literal("1").optional().catch(undefined),
  group: z.enum(groups).optional().catch(undefined),
  programme: z.uuid().optional().catch(undefined),
});
export type NoticeFilters = z.output<typeof noticeFiltersSchema>;

/** One is marked on a list, to which a plain form goes back. */
export const markReadSchema = noticeFiltersSchema.extend({ id: z.uuid("invalid") });
export type MarkRead = z.output<typeof markReadSchema>;

/** All of a list up to the newest that was shown. */
export const markAllSchema = noticeFiltersSchema.extend({ upTo: z.string().min(1).max(200) });
export type MarkAll = z.output<typeof markAllSchema>;
