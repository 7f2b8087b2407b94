"use server";

import { action } from "@/lib/platform/action";
import {
  declineProposal,
  drawIn,
  proposePoint,
  takeProposal,
  withdrawProposal,
} from "@/lib/sessions/agenda/mutations";
import {
  declineProposalSchema,
  drawInSchema,
  proposePointSchema,
  takeProposalSchema,
  withdrawProposalSchema,
} from "@/lib/sessions/agenda/schema";

const page = "/area/programmes/[slug]/sessions/[id]/agenda";

export const proposePointAction = action(
  {
    name: "sessions.proposePoint",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: proposePointSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  proposePoint,
);

export const withdrawProposalAction = action(
  {
    name: "sessions.withdrawProposal",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: withdrawProposalSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  withdrawProposal,
);

export const declineProposalAction = action(
  {
    name: "sessions.declineProposal",
    audience: ["coordinator"],
    schema: declineProposalSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  declineProposal,
);

export const takeProposalAction = action(
  {
    name: "sessions.takeProposal",
    audience: ["coordinator"],
    schema: takeProposalSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  takeProposal,
);

export const drawInAction = action(
  {
    name: "sessions.drawIn",
    audience: ["coordinator"],
    schema: drawInSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  drawIn,
);
