"use server";

import { changePassword, requestPasswordReset, resetPassword } from "@/lib/people/passwords/mutations";
import { changePasswordSchema, requestResetSchema, resetPasswordSchema } from "@/lib/people/passwords/schema";
import { circumstances, presentSignIn } from "@/lib/people/providers/browser";
import { action } from "@/lib/platform/action";

export const requestResetAction = action(
  {
    name: "people.requestReset",
    audience: ["anyone"],
    schema: requestResetSchema,
    redirectTo: () => ({ pathname: "/password", query: { sent: "1" } }),
  },
  async (actor, input) => requestPasswordReset(actor, input, await circumstances()),
);

export const resetPasswordAction = action(
  {
    name: "people.resetPassword",
    audience: ["anyone"],
    schema: resetPasswordSchema,
    redirectTo: () => ({ pathname: "/sign-in", query: { done: "password" } }),
  },
  async (actor, input) => resetPassword(actor, input, await circumstances()),
);

export const changePasswordAction = action(
  {
    name: "people.changePassword",
    audience: ["signed-in"],
    schema: changePasswordSchema,
    done: "people.passwordChanged",
  },
  async (actor, input) => changePassword(actor, input, { signInId: await presentSignIn() }),
);
