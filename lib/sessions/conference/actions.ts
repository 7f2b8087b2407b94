"use server";

import { headers } from "next/headers";
import { action } from "@/lib/platform/action";
import type { Href } from "@/lib/platform/i18n/navigation";
import { requestClient } from "@/lib/platform/server/client-address";
import {
  announceGuest,
  type Entered,
  endMeeting,
  enterAsGuest,
  enterRoom,
  makeGuestLink,
  revokeGuestLink,
} from "@/lib/sessions/conference/mutations";
import {
  announceGuestSchema,
  enterAsGuestSchema,
  enterRoomSchema,
  guestLinkSchema,
  oneSessionSchema,
} from "@/lib/sessions/conference/schema";
import type { SessionPlace } from "@/lib/sessions/session-place";

/**
 * The page of the room, which moves on to the provider: the answer of a form may not lead there itself, since the
 * policy of our pages lets forms end on our own origin alone.
 */
const roomOf = ({ id, slug, ...entered }: SessionPlace & Partial<Entered>): Href => ({
  pathname: "/area/programmes/[slug]/sessions/[id]/room",
  params: { id, slug },
  ...marksOf(entered),
});

const client = async () => requestClient(await headers()).client;

export const enterRoomAction = action(
  {
    name: "sessions.enterRoom",
    audience: ["signed-in"],
    schema: enterRoomSchema,
    redirectTo: roomOf,
  },
  enterRoom,
);

export const makeGuestLinkAction = action(
  {
    name: "sessions.makeGuestLink",
    audience: ["coordinator"],
    schema: oneSessionSchema,
    redirectTo: roomOf,
  },
  makeGuestLink,
);

export const revokeGuestLinkAction = action(
  {
    name: "sessions.revokeGuestLink",
    audience: ["coordinator"],
    schema: guestLinkSchema,
    redirectTo: roomOf,
  },
  revokeGuestLink,
);

export const endMeetingAction = action(
  {
    name: "sessions.endMeeting",
    audience: ["coordinator"],
    schema: oneSessionSchema,
    redirectTo: roomOf,
  },
  endMeeting,
);

export const announceGuestAction = action(
  {
    name: "sessions.announceGuest",
    audience: ["anyone"],
    schema: announceGuestSchema,
    redirectTo: ({ token, guest }: { token: string; guest: string }) => ({
      pathname: "/session/guest/[token]",
      params: { token },
      query: { guest },
    }),
  },
  async (actor, input) => announceGuest(actor, input, await client()),
);

export const enterAsGuestAction = action(
  {
    name: "sessions.enterAsGuest",
    audience: ["anyone"],
    schema: enterAsGuestSchema,
    redirectTo: ({ token, guest, ...entered }: { token: string; guest: string } & Entered) => ({
      pathname: "/session/guest/[token]",
      params: { token },
      query: { guest, ...marksOf(entered).query },
    }),
  },
  async (actor, input) => enterAsGuest(actor, input, await client()),
);

function marksOf({ stay, isDown }: Partial<Entered>): { query?: { stay: string } | { down: string } } {
  if (stay) return { query: { stay } };
  return isDown ? { query: { down: "1" } } : {};
}
