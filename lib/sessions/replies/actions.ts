"use server";

import { headers } from "next/headers";
import { action } from "@/lib/platform/action";
import { requestClient } from "@/lib/platform/server/client-address";
import { replyByLink, replyToSession } from "@/lib/sessions/replies/mutations";
import { replyByLinkSchema, replySchema } from "@/lib/sessions/replies/schema";

export const replyToSessionAction = action(
  {
    name: "sessions.reply",
    audience: ["signed-in"],
    schema: replySchema,
    redirectTo: (params) => ({ pathname: "/area/programmes/[slug]/sessions/[id]", params }),
    anchor: () => "reply-title",
    // The keyboard stays on the buttons, and what was answered is told.
    staysInPlace: true,
    done: "sessions.replyKept",
  },
  replyToSession,
);

export const replyByLinkAction = action(
  {
    name: "sessions.replyByLink",
    audience: ["anyone"],
    schema: replyByLinkSchema,
    redirectTo: (_done, { token }) => ({ pathname: "/session/[token]", params: { token } }),
  },
  async (actor, input) => replyByLink(actor, input, requestClient(await headers())),
);
