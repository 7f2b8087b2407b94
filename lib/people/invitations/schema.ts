import { z } from "zod";
import {
  emailSchema,
  localeSchema,
  nameSchema,
  newPasswordSchema,
  roleSchema,
  secretSchema,
} from "@/lib/people/schema";

const invitee = {
  email: emailSchema,
  givenName: nameSchema.optional(),
  familyName: nameSchema.optional(),
  locale: localeSchema.default("it"),
};

/** An invitation to any role; which scope a role needs is told by `scopeFault`. */
export const inviteSchema = z.object({
  ...invitee,
  role: roleSchema,
  organisationId: z.uuid({ error: "chooseOne" }).optional(),
  programmeId: z.uuid({ error: "chooseOne" }).optional(),
});
export type Invite = z.infer<typeof inviteSchema>;

export const inviteAdministratorSchema = z.object({ email: emailSchema });

export const acceptInvitationSchema = z.object({
  token: secretSchema,
  givenName: nameSchema.optional(),
  familyName: nameSchema.optional(),
  password: newPasswordSchema.optional(),
});
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;

export const invitationSchema = z.object({ id: z.uuid() });
