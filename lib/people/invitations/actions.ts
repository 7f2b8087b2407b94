"use server";

import {
  acceptInvitation,
  inviteToRole,
  resendInvitation,
  revokeInvitation,
} from "@/lib/people/invitations/mutations";
import { acceptInvitationSchema, invitationSchema, inviteSchema } from "@/lib/people/invitations/schema";
import { circumstances, keepSignIn } from "@/lib/people/providers/browser";
import { action } from "@/lib/platform/action";
import type { Href } from "@/lib/platform/i18n/navigation";

/** Back to where invitations of this kind are listed. */
const listOf = (slug: string | null, done: string): Href =>
  slug
    ? { pathname: "/area/programmes/[slug]/bodies", params: { slug }, query: { done } }
    : { pathname: "/area/administration/people", query: { done } };

export const inviteAction = action(
  {
    name: "people.invite",
    audience: ["administrator", "programme-manager", "coordinator", "referent"],
    schema: inviteSchema,
    redirectTo: ({ slug }) => listOf(slug, "invited"),
  },
  inviteToRole,
);

export const resendInvitationAction = action(
  {
    name: "people.resendInvitation",
    audience: ["administrator", "programme-manager", "coordinator", "referent"],
    schema: invitationSchema,
    redirectTo: ({ slug }) => listOf(slug, "resent"),
  },
  resendInvitation,
);

export const revokeInvitationAction = action(
  {
    name: "people.revokeInvitation",
    audience: ["administrator", "programme-manager", "coordinator", "referent"],
    schema: invitationSchema,
    redirectTo: ({ slug }) => listOf(slug, "revoked"),
  },
  revokeInvitation,
);

export const acceptInvitationAction = action(
  {
    name: "people.acceptInvitation",
    audience: ["anyone"],
    schema: acceptInvitationSchema,
    redirectTo: ({ signInId, awaits }: { signInId: string | null; awaits: "code" | null }) => {
      if (!signInId) return { pathname: "/sign-in", query: { done: "invitation" } };
      return awaits ? "/sign-in/code" : "/area";
    },
  },
  async (actor, input) => {
    const result = await acceptInvitation(actor, input, await circumstances());
    if (result.signInId) await keepSignIn(result.signInId);
    return result;
  },
);
