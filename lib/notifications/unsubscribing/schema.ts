import { z } from "zod";

export const stopMailsSchema = z.object({ token: z.string().min(1).max(200) });
export type StopMails = z.output<typeof stopMailsSchema>;
