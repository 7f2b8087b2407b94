"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ownPerson } from "@/lib/people/policy";
import { circumstances, keepSignIn, presentSignIn } from "@/lib/people/providers/browser";
import { keepRecoveryCodes } from "@/lib/people/providers/recovery-codes";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "@/lib/people/second-factor/mutations";
import {
  beginSchema,
  completeSchema,
  confirmSchema,
  removeSchema,
  renewSchema,
} from "@/lib/people/second-factor/schema";
import { completeSignIn } from "@/lib/people/sign-in/mutations";
import { safeNextAddress, withNext } from "@/lib/people/sign-in/next-address";
import { action } from "@/lib/platform/action";
import type { Actor } from "@/lib/platform/actor";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { enrollingActor } from "@/lib/platform/request";

/** Signed in, or let in nowhere until this is done. */
async function whoeverEnrols(actor: Actor): Promise<Actor> {
  return actor.isVisitor ? ((await enrollingActor()) ?? actor) : actor;
}

/** The code that completes a sign-in. */
export const completeSignInAction = action(
  { name: "people.completeSignIn", audience: ["anyone"], schema: completeSchema },
  async (actor, input) => {
    const { signInId } = await completeSignIn(actor, input, await circumstances());
    await keepSignIn(signInId);
    const locale = (await getLocale()) as Locale;
    redirect(safeNextAddress(input.next) ?? getPathname({ href: "/area", locale }));
  },
);

export const beginSecondFactorAction = action(
  {
    name: "people.beginSecondFactor",
    audience: ["anyone"],
    schema: beginSchema,
    redirectTo: ({ isEnrolling }: { isEnrolling: boolean }, { next }): Href =>
      isEnrolling
        ? withNext("/sign-in/second-factor", safeNextAddress(next) ?? undefined)
        : "/area/profile/second-factor",
  },
  async (actor) => {
    await beginSecondFactor(await whoeverEnrols(actor));
    return { isEnrolling: actor.isVisitor };
  },
);

export const confirmSecondFactorAction = action(
  {
    name: "people.confirmSecondFactor",
    audience: ["anyone"],
    schema: confirmSchema,
    redirectTo: (_done: unknown, { next }) =>
      withNext("/area/profile/second-factor/codes", safeNextAddress(next) ?? undefined),
  },
  async (actor, input) => {
    const person = await whoeverEnrols(actor);
    const { codes } = await confirmSecondFactor(person, input, { signInId: await presentSignIn() });
    await keepRecoveryCodes(ownPerson(person), codes);
  },
);

export const removeSecondFactorAction = action(
  {
    name: "people.removeSecondFactor",
    audience: ["signed-in"],
    schema: removeSchema,
    redirectTo: () => ({ pathname: "/area/profile/second-factor", query: { done: "secondFactorRemoved" } }),
  },
  (actor) => removeSecondFactor(actor),
);

export const renewRecoveryCodesAction = action(
  {
    name: "people.renewRecoveryCodes",
    audience: ["signed-in"],
    schema: renewSchema,
    redirectTo: () => "/area/profile/second-factor/codes",
  },
  async (actor) => {
    const { codes } = await renewRecoveryCodes(actor);
    await keepRecoveryCodes(ownPerson(actor), codes);
  },
);
