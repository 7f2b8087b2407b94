import { z } from "zod";
import { watchLevels } from "@/lib/forum/watching/levels";

/** A level, or none of one's own: what holds without it. */
const level = z.enum([...watchLevels, "USUAL"], "chooseOne");

export const watchThreadSchema = z.object({ id: z.uuid("invalid"), level });
export type WatchThread = z.output<typeof watchThreadSchema>;

export const watchCategorySchema = z.object({ id: z.uuid("invalid"), level });
export type WatchCategory = z.output<typeof watchCategorySchema>;
