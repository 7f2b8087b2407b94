import { z } from "zod";

/** Minutes that moderators can set between two posts of one person; 0: none. */
export const paces = [0, 1, 5, 15, 60] as const;

export const setPaceSchema = z.object({
  id: z.uuid("invalid"),
  version: z.coerce.number().int().min(1),
  minutes: z
    .enum(["0", "1", "5", "15", "60"] satisfies `${(typeof paces)[number]}`[], "chooseOne")
    .transform(Number),
});
export type SetPace = z.output<typeof setPaceSchema>;
