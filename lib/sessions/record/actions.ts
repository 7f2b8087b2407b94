"use server";

import { action } from "@/lib/platform/action";
import {
  closeSession,
  publishMinutes,
  recordAttendance,
  recordPastSession,
  reopenSession,
  writeMinutes,
} from "@/lib/sessions/record/mutations";
import {
  closeSessionSchema,
  publishMinutesSchema,
  recordAttendanceSchema,
  reopenSessionSchema,
  writeMinutesSchema,
} from "@/lib/sessions/schema";

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

export const writeMinutesAction = action(
  {
    name: "sessions.writeMinutes",
    audience: ["coordinator", "expert"],
    schema: writeMinutesSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  writeMinutes,
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

export const publishMinutesAction = action(
  {
    name: "sessions.publishMinutes",
    audience: ["coordinator"],
    schema: publishMinutesSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  publishMinutes,
);
