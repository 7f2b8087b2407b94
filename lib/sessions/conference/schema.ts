import { z } from "zod";
import { secretSchema } from "@/lib/people/schema";
import { ConferenceProvider } from "@/lib/platform/db/generated/enums";

const link = (protocol: RegExp, error: string) => z.url({ protocol, error }).max(2000, "tooLong").optional();

/** What the form of a session says of its room. */
export const conferenceFields = {
  provider: z.enum(ConferenceProvider).default("LINK"),
  url: link(/^https?$/, "sessions.linkFormat"),
  doorsMinutes: z.coerce
    .number("sessions.number")
    .int("sessions.number")
    .min(0, "conference.doorsMinutes")
    .max(120, "conference.doorsMinutes")
    .default(15),
  isRecorded: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  fallbackUrl: link(/^https?$/, "sessions.linkFormat"),
  fallbackPhone: z.string().trim().max(120, "tooLong").optional(),
};
const conference = z.object(conferenceFields);
export type ConferenceInput = z.output<typeof conference>;

export const oneSessionSchema = z.object({ id: z.uuid() });
/** By which door, where it is not the provider's room: where to go while that gives no answer. */
const way = z.literal("fallback").optional();
export const enterRoomSchema = oneSessionSchema.extend({ way });
export const guestLinkSchema = z.object({ id: z.uuid() });
export type OneSession = z.output<typeof oneSessionSchema>;
export type EnterRoom = z.output<typeof enterRoomSchema>;

/** Control characters out of a name that a provider shows to others. */
const guestName = z
  .string()
  .transform((name) =>
    name
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
  )
  .pipe(z.string().min(2, "required").max(80, "tooLong"));

export const announceGuestSchema = z.object({ token: secretSchema, name: guestName });
export type AnnounceGuest = z.output<typeof announceGuestSchema>;

export const enterAsGuestSchema = z.object({ token: secretSchema, guest: secretSchema, way });
export type EnterAsGuest = z.output<typeof enterAsGuestSchema>;
