"use server";

import { action } from "@/lib/platform/action";
import {
  closeSession,
  recordAttendance,
  recordPastSession,
  reopenSession,
} from "@/lib/sessions/record/mutations";
import { closeSessionSchema, recordAttendanceSchema, reopenSessionSchema } from "@/lib/sessions/schema";

const page = "/area/programmes/[slug]/sessions/[id]";

export const recordAttendanceAction = action(
  {
    name: "sessions.recordAttendance",
    audience: ["coordinator"],
    schema: recordAttendanceSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  recordAttendance,
);

export const closeSessionAction = action(
  {
    name: "sessions.close",
    audience: ["coordinator"],
    schema: closeSessionSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  closeSession,
);

export const recordPastSessionAction = action(
  {
    name: "sessions.recordPast",
    audience: ["coordinator"],
    schema: closeSessionSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  recordPastSession,
);

export const reopenSessionAction = action(
  {
    name: "sessions.reopen",
    audience: ["coordinator"],
    schema: reopenSessionSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  reopenSession,
);
