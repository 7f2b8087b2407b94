import { z } from "zod";

const wholeNumber = z.coerce
  .number("sessions.number")
  .int("sessions.number")
  .min(1, "tooSmall")
  .max(1440, "tooBig")
  .optional();
const version = z.coerce.number().int().min(1);
const owner = z.string().trim().max(120, "tooLong").optional();

export const proposePointSchema = z.object({
  /** made with the form, so that sending it twice is one proposal */
  id: z.uuid(),
  session: z.uuid(),
  title: z.string().trim().min(1, "required").max(200, "tooLong"),
  note: z.string().trim().max(2000, "tooLong").default(""),
  minutes: wholeNumber,
  body: z.uuid().optional(),
});

export const withdrawProposalSchema = z.object({ id: z.uuid() });
export const declineProposalSchema = z.object({
  id: z.uuid(),
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});
export const takeProposalSchema = z.object({ id: z.uuid(), version, minutes: wholeNumber, owner });

const chosen = z.array(z.uuid()).max(99).default([]);

export const drawInSchema = z
  .object({
    id: z.uuid(),
    version,
    points: chosen,
    threads: chosen,
    deliverables: chosen,
    minutes: wholeNumber,
  })
  .refine(({ points, threads, deliverables }) => points.length + threads.length + deliverables.length > 0, {
    error: "planning.chooseSources",
  });

export type ProposePoint = z.output<typeof proposePointSchema>;
export type WithdrawProposal = z.output<typeof withdrawProposalSchema>;
export type DeclineProposal = z.output<typeof declineProposalSchema>;
export type TakeProposal = z.output<typeof takeProposalSchema>;
export type DrawIn = z.output<typeof drawInSchema>;
