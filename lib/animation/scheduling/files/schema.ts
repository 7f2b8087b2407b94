import { z } from "zod";

export const scheduledFileSchema = z.object({ post: z.uuid() });

export const removeScheduledFileSchema = z.object({ id: z.uuid("invalid") });
export type RemoveScheduledFile = z.output<typeof removeScheduledFileSchema>;
