"use server";

import { action } from "@/lib/platform/action";
import {
  nameDeputy,
  nameSubstitute,
  takeBackDeputy,
  takeBackSubstitute,
} from "@/lib/sessions/substitutes/mutations";
import {
  nameDeputySchema,
  nameSubstituteSchema,
  takeBackDeputySchema,
  takeBackSubstituteSchema,
} from "@/lib/sessions/substitutes/schema";

const page = "/area/programmes/[slug]/sessions/[id]";
const ownPage = "/area/programmes/[slug]/sessions/[id]/substitutes";

export const nameSubstituteAction = action(
  {
    name: "sessions.nameSubstitute",
    audience: ["signed-in"],
    schema: nameSubstituteSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  nameSubstitute,
);

export const takeBackSubstituteAction = action(
  {
    name: "sessions.takeBackSubstitute",
    audience: ["signed-in"],
    schema: takeBackSubstituteSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  takeBackSubstitute,
);

export const nameDeputyAction = action(
  {
    name: "sessions.nameDeputy",
    audience: ["coordinator"],
    schema: nameDeputySchema,
    redirectTo: (params) => ({ pathname: ownPage, params }),
  },
  nameDeputy,
);

export const takeBackDeputyAction = action(
  {
    name: "sessions.takeBackDeputy",
    audience: ["coordinator"],
    schema: takeBackDeputySchema,
    redirectTo: (params) => ({ pathname: ownPage, params }),
  },
  takeBackDeputy,
);
