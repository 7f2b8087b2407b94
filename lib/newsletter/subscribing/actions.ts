"use server";

import { headers } from "next/headers";
import {
  askForNewsletter,
  confirmSubscription,
  endSubscription,
} from "@/lib/newsletter/subscribing/mutations";
import {
  askForNewsletterSchema,
  confirmSubscriptionSchema,
  endSubscriptionSchema,
} from "@/lib/newsletter/subscribing/schema";
import { action } from "@/lib/platform/action";
import { requestClient } from "@/lib/platform/server/client-address";

export const askForNewsletterAction = action(
  {
    name: "newsletter.ask",
    audience: ["anyone"],
    schema: askForNewsletterSchema,
    redirectTo: () => ({ pathname: "/newsletter", query: { done: "asked" } }),
  },
  async (actor, input) => askForNewsletter(actor, input, requestClient(await headers())),
);

export const confirmSubscriptionAction = action(
  {
    name: "newsletter.confirm",
    audience: ["anyone"],
    schema: confirmSubscriptionSchema,
    redirectTo: () => ({ pathname: "/newsletter", query: { done: "confirmed" } }),
  },
  async (actor, input) => confirmSubscription(actor, input, requestClient(await headers())),
);

export const endSubscriptionAction = action(
  {
    name: "newsletter.end",
    audience: ["anyone"],
    schema: endSubscriptionSchema,
    redirectTo: (_done, { token }) => ({ pathname: "/unsubscribe/[token]", params: { token } }),
  },
  async (actor, input) => endSubscription(actor, input, requestClient(await headers())),
);
