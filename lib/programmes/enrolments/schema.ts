import { z } from "zod";
import { optionalText, requiredText, versionSchema } from "@/lib/programmes/schema";

const day = z.iso.date("invalid");

export const addBodySchema = z.object({
  programmeId: z.uuid(),
  organisationId: z.uuid("chooseOne"),
  appliedOn: day.optional(),
  note: optionalText(1000),
});
export type AddBody = z.output<typeof addBodySchema>;

export const moveEnrolmentSchema = z
  .object({
    enrolmentId: z.uuid(),
    version: versionSchema,
    move: z.enum(["assess", "select", "putOnWaitingList", "refuse", "activate", "conclude", "withdraw"]),
    /** why; kept as the note of the enrolment */
    reason: optionalText(1000),
    /** who agreed to the selection, as the coordinator was told */
    agreed: z.array(requiredText(200)).default([]),
  })
  .refine(({ move, reason }) => !["refuse", "withdraw"].includes(move) || reason !== null, {
    path: ["reason"],
    error: "required",
  });
export type MoveEnrolment = z.output<typeof moveEnrolmentSchema>;

export const agreeToSelectionSchema = z.object({ enrolmentId: z.uuid(), onBehalfOf: requiredText(200) });
export type AgreeToSelection = z.output<typeof agreeToSelectionSchema>;
