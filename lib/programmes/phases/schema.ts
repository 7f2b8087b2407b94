import { z } from "zod";
import { dateFieldsSchema } from "@/lib/programmes/date-fields";
import { editedProgramme, optionalText, requiredText } from "@/lib/programmes/schema";

const reference = z
  .uuid()
  .optional()
  .transform((id) => id ?? null);

export const savePhaseSchema = z.object({
  ...editedProgramme,
  id: z.uuid().optional(),
  code: optionalText(20),
  title: requiredText(200),
  description: z.string().trim().max(4000, "tooLong").default(""),
  actionLineId: reference,
  begin: dateFieldsSchema,
  end: dateFieldsSchema,
  gatePhaseId: reference,
  gateNote: optionalText(500),
  place: optionalText(300),
  costNote: optionalText(300),
  hostNote: optionalText(1000),
  note: optionalText(1000),
});
export type SavePhase = z.output<typeof savePhaseSchema>;
