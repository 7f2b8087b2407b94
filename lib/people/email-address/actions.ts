"use server";

import { confirmEmailChange, requestEmailChange } from "@/lib/people/email-address/mutations";
import { confirmEmailSchema, requestEmailSchema } from "@/lib/people/email-address/schema";
import { circumstances } from "@/lib/people/providers/browser";
import { action } from "@/lib/platform/action";

export const requestEmailAction = action(
  {
    name: "people.requestEmail",
    audience: ["signed-in"],
    schema: requestEmailSchema,
    redirectTo: () => ({ pathname: "/area/profile", query: { done: "emailAsked" } }),
  },
  requestEmailChange,
);

export const confirmEmailAction = action(
  {
    name: "people.confirmEmail",
    audience: ["anyone"],
    schema: confirmEmailSchema,
    redirectTo: () => ({ pathname: "/sign-in", query: { done: "email" } }),
  },
  async (actor, input) => confirmEmailChange(actor, input, await circumstances()),
);
