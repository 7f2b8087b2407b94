import { z } from "zod";
import type { ReactionKind } from "@/lib/platform/db/generated/enums";

/** What can be said of a post without another one, in the order of the buttons. */
export const reactionKinds = ["THANKS", "AGREEMENT", "USEFUL"] as const satisfies readonly ReactionKind[];

/** "<post> <kind> <give or take>": one button says all, so that one form serves a page of posts. */
export const reactSchema = z.object({
  act: z
    .string("invalid")
    .transform((act) => act.split(" "))
    .pipe(z.tuple([z.uuid("invalid"), z.enum(reactionKinds, "invalid"), z.enum(["give", "take"], "invalid")]))
    .transform(([postId, kind, how]) => ({ postId, kind, how })),
});
export type React = z.output<typeof reactSchema>;
