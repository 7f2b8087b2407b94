"use server";

import { action } from "@/lib/platform/action";
import { cancelSession } from "@/lib/sessions/cancelling/mutations";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { conveneSession } from "@/lib/sessions/convening/mutations";
import { scheduleSession } from "@/lib/sessions/scheduling/mutations";
import {
  cancelSessionSchema,
  changeSessionSchema,
  conveneSessionSchema,
  scheduleSessionSchema,
} from "@/lib/sessions/schema";

const page = "/area/programmes/[slug]/sessions/[id]";
/** Where the button that saved leads. */
const next = {
  draft: page,
  continue: "/area/programmes/[slug]/sessions/[id]/convene",
  series: "/area/programmes/[slug]/sessions/[id]/series",
} as const;

export const scheduleSessionAction = action(
  {
    name: "sessions.schedule",
    audience: ["coordinator"],
    schema: scheduleSessionSchema,
    sendsBack: ["sessions.pointAdded"],
    redirectTo: (params, { intent }) => ({ pathname: intent === "addPoint" ? page : next[intent], params }),
  },
  scheduleSession,
);

export const changeSessionAction = action(
  {
    name: "sessions.change",
    audience: ["coordinator"],
    schema: changeSessionSchema,
    sendsBack: ["sessions.pointAdded"],
    redirectTo: (params, { intent }) => ({ pathname: intent === "addPoint" ? page : next[intent], params }),
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
