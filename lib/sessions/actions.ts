"use server";

import { action } from "@/lib/platform/action";
import { cancelSession, changeSession, conveneSession, scheduleSession } from "@/lib/sessions/mutations";
import {
  cancelSessionSchema,
  changeSessionSchema,
  conveneSessionSchema,
  scheduleSessionSchema,
} from "@/lib/sessions/schema";

const page = "/area/programmes/[slug]/sessions/[id]";
const conveningPage = "/area/programmes/[slug]/sessions/[id]/convene";

export const scheduleSessionAction = action(
  {
    name: "sessions.schedule",
    audience: ["coordinator"],
    schema: scheduleSessionSchema,
    redirectTo: (params, input) => ({ pathname: input.intent === "continue" ? conveningPage : page, params }),
  },
  scheduleSession,
);

export const changeSessionAction = action(
  {
    name: "sessions.change",
    audience: ["coordinator"],
    schema: changeSessionSchema,
    redirectTo: (params, input) => ({ pathname: input.intent === "continue" ? conveningPage : page, params }),
  },
  changeSession,
);

export const conveneSessionAction = action(
  {
    name: "sessions.convene",
    audience: ["coordinator"],
    schema: conveneSessionSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  conveneSession,
);

export const cancelSessionAction = action(
  {
    name: "sessions.cancel",
    audience: ["coordinator"],
    schema: cancelSessionSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  cancelSession,
);
