import { z } from "zod";
import { type OpenGroup, openGroups, paces } from "@/lib/notifications/groups";

const pace = z.enum(paces, "chooseOne");

/** A pace for each group whose mails one may have otherwise. */
export const choosePacesSchema = z.object(
  Object.fromEntries(openGroups.map((group) => [group, pace])) as Record<OpenGroup, typeof pace>,
);
export type ChoosePaces = z.output<typeof choosePacesSchema>;
