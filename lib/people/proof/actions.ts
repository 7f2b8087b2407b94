"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { proveAgain } from "@/lib/people/proof/mutations";
import { proveAgainSchema } from "@/lib/people/proof/schema";
import { presentSignIn } from "@/lib/people/providers/browser";
import { safeNextAddress } from "@/lib/people/sign-in/next-address";
import { action } from "@/lib/platform/action";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

export const proveAgainAction = action(
  { name: "people.proveAgain", audience: ["signed-in"], schema: proveAgainSchema },
  async (actor, input) => {
    await proveAgain(actor, input, { signInId: await presentSignIn() });
    const locale = (await getLocale()) as Locale;
    const profile = { pathname: "/area/profile", query: { done: "proved" } } as const;
    redirect(safeNextAddress(input.next) ?? getPathname({ href: profile, locale }));
  },
);
