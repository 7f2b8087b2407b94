"use server";

import { action } from "@/lib/platform/action";
import { renderMarkdown } from "@/lib/platform/markdown";
import { giveVerdict, proposeMinutes, publishMinutes } from "@/lib/sessions/minutes/approval/mutations";
import { completeTask, requestFromDecision, resumeTask } from "@/lib/sessions/minutes/follow/mutations";
import { addPoint, startMinutes, writePoint } from "@/lib/sessions/minutes/mutations";
import {
  addPointSchema,
  giveVerdictSchema,
  minutesMoveSchema,
  requestFromDecisionSchema,
  startMinutesSchema,
  taskSchema,
  writePointSchema,
} from "@/lib/sessions/minutes/schema";

const page = "/area/programmes/[slug]/sessions/[id]/minutes";
const pointPage = "/area/programmes/[slug]/sessions/[id]/minutes/points/[point]";
const requestPage = "/area/programmes/[slug]/deliverables/requests/[id]";

export const startMinutesAction = action(
  {
    name: "sessions.startMinutes",
    audience: ["coordinator", "expert"],
    schema: startMinutesSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  startMinutes,
);

export const addPointAction = action(
  {
    name: "sessions.addMinutesPoint",
    audience: ["coordinator", "expert"],
    schema: addPointSchema,
    redirectTo: (params) => ({ pathname: pointPage, params }),
  },
  addPoint,
);

export const writePointAction = action(
  {
    name: "sessions.writeMinutesPoint",
    audience: ["coordinator", "expert"],
    schema: writePointSchema,
    preview: { field: "text", render: (text) => renderMarkdown(text).html },
    redirectTo: (params, { point, next }) =>
      next === "stay"
        ? { pathname: pointPage, params: { ...params, point }, query: { done: "saved" } }
        : { pathname: page, params },
  },
  writePoint,
);

export const proposeMinutesAction = action(
  {
    name: "sessions.proposeMinutes",
    audience: ["coordinator"],
    schema: minutesMoveSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  proposeMinutes,
);

export const giveVerdictAction = action(
  {
    name: "sessions.giveVerdict",
    audience: ["coordinator", "expert", "observer", "referent", "staff"],
    schema: giveVerdictSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  giveVerdict,
);

export const publishMinutesAction = action(
  {
    name: "sessions.publishMinutes",
    audience: ["coordinator"],
    schema: minutesMoveSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  publishMinutes,
);

export const completeTaskAction = action(
  {
    name: "sessions.completeTask",
    audience: ["coordinator", "expert", "observer", "referent", "staff"],
    schema: taskSchema,
    redirectTo: (params, { from }) => (from === "today" ? "/area" : { pathname: page, params }),
  },
  completeTask,
);

export const resumeTaskAction = action(
  {
    name: "sessions.resumeTask",
    audience: ["coordinator", "expert", "observer", "referent", "staff"],
    schema: taskSchema,
    redirectTo: (params, { from }) => (from === "today" ? "/area" : { pathname: page, params }),
  },
  resumeTask,
);

export const requestFromDecisionAction = action(
  {
    name: "sessions.requestFromDecision",
    audience: ["coordinator"],
    schema: requestFromDecisionSchema,
    redirectTo: (params) => ({ pathname: requestPage, params }),
  },
  requestFromDecision,
);
