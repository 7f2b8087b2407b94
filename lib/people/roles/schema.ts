import { z } from "zod";
import { roleSchema } from "@/lib/people/schema";

export const assignRoleSchema = z.object({
  personId: z.uuid(),
  role: roleSchema,
  organisationId: z.uuid({ error: "chooseOne" }).optional(),
  programmeId: z.uuid({ error: "chooseOne" }).optional(),
});
export type AssignRole = z.infer<typeof assignRoleSchema>;

export const endRoleSchema = z.object({ id: z.uuid() });
export const personSchema = z.object({ id: z.uuid() });
