"use server";

import { headers } from "next/headers";
import { action } from "@/lib/platform/action";
import { requestClient } from "@/lib/platform/server/client-address";
import {
  answerInterest,
  askInterest,
  expressInterest,
  withdrawInterest,
} from "@/lib/sessions/interests/mutations";
import {
  answerInterestSchema,
  askInterestSchema,
  expressInterestSchema,
  withdrawInterestSchema,
} from "@/lib/sessions/interests/schema";
import type { SessionPlace } from "@/lib/sessions/session-place";

const page = "/area/meetings/[id]";

export const expressInterestAction = action(
  {
    name: "sessions.expressInterest",
    audience: ["referent", "staff"],
    schema: expressInterestSchema,
    redirectTo: ({ id }) => ({ pathname: page, params: { id } }),
  },
  expressInterest,
);

export const withdrawInterestAction = action(
  {
    name: "sessions.withdrawInterest",
    audience: ["referent", "staff"],
    schema: withdrawInterestSchema,
    redirectTo: ({ id }) => ({ pathname: page, params: { id } }),
  },
  withdrawInterest,
);

export const askInterestAction = action(
  {
    name: "sessions.askInterest",
    audience: ["anyone"],
    schema: askInterestSchema,
    redirectTo: (params: SessionPlace) => ({
      pathname: "/programmes/[slug]/sessions/[id]/interest",
      params,
      query: { done: "asked" },
    }),
  },
  async (actor, input) => askInterest(actor, input, requestClient(await headers())),
);

export const answerInterestAction = action(
  {
    name: "sessions.answerInterest",
    audience: ["anyone"],
    schema: answerInterestSchema,
    redirectTo: (params: { token: string }) => ({ pathname: "/interest/[token]", params }),
  },
  async (actor, input) => answerInterest(actor, input, requestClient(await headers())),
);
