"use server";

import { headers } from "next/headers";
import { stopMails } from "@/lib/notifications/unsubscribing/mutations";
import { stopMailsSchema } from "@/lib/notifications/unsubscribing/schema";
import { action } from "@/lib/platform/action";
import { requestClient } from "@/lib/platform/server/client-address";

export const stopMailsAction = action(
  {
    name: "notifications.stopMails",
    audience: ["anyone"],
    schema: stopMailsSchema,
    redirectTo: (_done, { token }) => ({ pathname: "/unsubscribe/[token]", params: { token } }),
  },
  async (actor, input) => stopMails(actor, input, requestClient(await headers())),
);
