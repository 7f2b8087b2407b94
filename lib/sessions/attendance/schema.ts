import { z } from "zod";

const version = z.coerce.number().int().min(1);

export const addAttendeeSchema = z.object({
  id: z.uuid(),
  person: z.uuid({ error: ({ input }) => (input === undefined ? "chooseOne" : undefined) }),
});
export type AddAttendee = z.output<typeof addAttendeeSchema>;

export const tickPresenceSchema = z.object({ id: z.uuid(), person: z.uuid(), here: z.enum(["yes", "no"]) });
export type TickPresence = z.output<typeof tickPresenceSchema>;

export const certificatesSchema = z.object({ id: z.uuid() });
export type OfSession = z.output<typeof certificatesSchema>;

/** Both empty takes the number off the letter again. */
export const setProtocolSchema = z
  .object({
    id: z.uuid(),
    version,
    protocolNumber: z.string().trim().max(60, "tooLong").optional(),
    protocolDate: z.iso.date("sessions.dateFormat").optional(),
  })
  .refine((one) => one.protocolDate === undefined || Boolean(one.protocolNumber), {
    path: ["protocolNumber"],
    error: "sessions.protocolNumberMissing",
  });
export type SetProtocol = z.output<typeof setProtocolSchema>;
