"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { circumstances, dropSignIn, keepSignIn, presentSignIn } from "@/lib/people/providers/browser";
import { endOtherSignIns, endSignIn, signIn, signOut } from "@/lib/people/sign-in/mutations";
import { safeNextAddress, withNext } from "@/lib/people/sign-in/next-address";
import {
  endOtherSignInsSchema,
  endSignInSchema,
  signInSchema,
  signOutSchema,
} from "@/lib/people/sign-in/schema";
import { action } from "@/lib/platform/action";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { enrollingActor } from "@/lib/platform/request";

export const signInAction = action(
  { name: "people.signIn", audience: ["anyone"], schema: signInSchema },
  async (actor, input) => {
    const { signInId, awaits } = await signIn(actor, input, await circumstances());
    await keepSignIn(signInId);
    const locale = (await getLocale()) as Locale;
    const next = safeNextAddress(input.next) ?? undefined;
    const goal = awaits ? getPathname({ href: withNext("/sign-in/code", next), locale }) : next;
    redirect(goal ?? getPathname({ href: "/area", locale }));
  },
);

export const signOutAction = action(
  { name: "people.signOut", audience: ["anyone"], schema: signOutSchema, redirectTo: () => "/" },
  async (actor) => {
    const person = actor.isVisitor ? ((await enrollingActor()) ?? actor) : actor;
    await signOut(person, { signInId: await presentSignIn() });
    await dropSignIn();
  },
);

export const endSignInAction = action(
  { name: "people.endSignIn", audience: ["signed-in"], schema: endSignInSchema, done: "people.signInEnded" },
  endSignIn,
);

export const endOtherSignInsAction = action(
  {
    name: "people.endOtherSignIns",
    audience: ["signed-in"],
    schema: endOtherSignInsSchema,
    done: "people.signInsEnded",
  },
  async (actor) => endOtherSignIns(actor, { signInId: await presentSignIn() }),
);
