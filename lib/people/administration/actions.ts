"use server";

import { z } from "zod";
import { endSignInsOf, resetSecondFactor } from "@/lib/people/administration/mutations";
import { presentSignIn } from "@/lib/people/providers/browser";
import { personSchema } from "@/lib/people/roles/schema";
import { resetSecondFactorSchema } from "@/lib/people/second-factor/schema";
import { action } from "@/lib/platform/action";
import { retryJob } from "@/lib/platform/jobs/mutations";
import { retryMail } from "@/lib/platform/mail/mutations";

export const retryMailAction = action(
  {
    name: "people.retryMail",
    audience: ["administrator"],
    schema: z.object({ id: z.uuid() }),
    redirectTo: () => ({ pathname: "/area/administration/mail", query: { done: "retried" } }),
  },
  retryMail,
);

export const retryJobAction = action(
  {
    name: "people.retryJob",
    audience: ["administrator"],
    schema: z.object({ id: z.string().max(20) }),
    redirectTo: () => ({ pathname: "/area/administration/jobs", query: { done: "retried" } }),
  },
  retryJob,
);

export const resetSecondFactorAction = action(
  {
    name: "people.resetSecondFactor",
    audience: ["administrator"],
    schema: resetSecondFactorSchema,
    redirectTo: ({ id }) => ({
      pathname: "/area/administration/people/[id]",
      params: { id },
      query: { done: "secondFactorReset" },
    }),
  },
  resetSecondFactor,
);

export const endSignInsOfAction = action(
  {
    name: "people.endSignInsOf",
    audience: ["administrator"],
    schema: personSchema,
    redirectTo: ({ id }: { id: string }) => ({
      pathname: "/area/administration/people/[id]",
      params: { id },
      query: { done: "signInsEnded" },
    }),
  },
  async (actor, input) => endSignInsOf(actor, input, { signInId: await presentSignIn() }),
);
