import { z } from "zod";

export const setProtocolSchema = z
  .object({
    /** of the submission */
    id: z.uuid("invalid"),
    rowVersion: z.coerce.number().int().min(1),
    protocolNumber: z.string().trim().max(60, "tooLong").optional(),
    protocolDate: z.iso.date("documents.dayExpected").optional(),
    pecReference: z.string().trim().max(200, "tooLong").optional(),
  })
  .refine((one) => one.protocolNumber || one.pecReference, {
    path: ["protocolNumber"],
    error: "deliverables.protocolEmpty",
  })
  .refine((one) => !one.protocolNumber === !one.protocolDate, {
    path: ["protocolDate"],
    error: "deliverables.protocolWithDate",
  });
export type SetProtocol = z.output<typeof setProtocolSchema>;
