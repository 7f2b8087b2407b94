"use server";

import { headers } from "next/headers";
import { action } from "@/lib/platform/action";
import { requestClient } from "@/lib/platform/server/client-address";
import {
  reconsiderDeclaration,
  refuseDeclaration,
  showDeclaration,
} from "@/lib/reuse/declarations/moderation/mutations";
import { answerDeclaration, declareReuse } from "@/lib/reuse/declarations/mutations";
import {
  answerDeclarationSchema,
  declareReuseSchema,
  reconsiderDeclarationSchema,
  refuseDeclarationSchema,
  showDeclarationSchema,
} from "@/lib/reuse/declarations/schema";

export const declareReuseAction = action(
  {
    name: "reuse.declare",
    audience: ["anyone"],
    schema: declareReuseSchema,
    redirectTo: (params: { slug: string }) => ({
      pathname: "/reuse/[slug]/declare",
      params,
      query: { done: "asked" },
    }),
  },
  async (actor, input) => declareReuse(actor, input, requestClient(await headers())),
);

export const answerDeclarationAction = action(
  {
    name: "reuse.answerDeclaration",
    audience: ["anyone"],
    schema: answerDeclarationSchema,
    redirectTo: (params: { token: string }) => ({ pathname: "/declaration/[token]", params }),
  },
  async (actor, input) => answerDeclaration(actor, input, requestClient(await headers())),
);

export const showDeclarationAction = action(
  {
    name: "reuse.showDeclaration",
    audience: ["coordinator"],
    schema: showDeclarationSchema,
    redirectTo: (params) => ({ pathname: "/area/programmes/[slug]/reuse/declarations", params }),
  },
  showDeclaration,
);

export const refuseDeclarationAction = action(
  {
    name: "reuse.refuseDeclaration",
    audience: ["coordinator"],
    schema: refuseDeclarationSchema,
    redirectTo: (params) => ({ pathname: "/area/programmes/[slug]/reuse/declarations", params }),
  },
  refuseDeclaration,
);

export const reconsiderDeclarationAction = action(
  {
    name: "reuse.reconsiderDeclaration",
    audience: ["coordinator"],
    schema: reconsiderDeclarationSchema,
    redirectTo: (params) => ({ pathname: "/area/programmes/[slug]/reuse/declarations", params }),
  },
  reconsiderDeclaration,
);
