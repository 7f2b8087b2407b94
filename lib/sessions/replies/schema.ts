import { z } from "zod";
import { Reply } from "@/lib/platform/db/generated/enums";

const reply = z.enum(Reply);

export const replySchema = z.object({ id: z.uuid(), reply });
export const replyByLinkSchema = z.object({ token: z.string().min(1).max(100), reply });

export type ReplyToSession = z.output<typeof replySchema>;
export type ReplyByLink = z.output<typeof replyByLinkSchema>;
