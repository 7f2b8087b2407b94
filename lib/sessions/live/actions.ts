"use server";

import { action } from "@/lib/platform/action";
import type { Href } from "@/lib/platform/i18n/navigation";
import { endPoint, type PointPlace, startPoint } from "@/lib/sessions/live/mutations";
import {
  addDecisionSchema,
  addTaskSchema,
  keepNotesSchema,
  runPointSchema,
} from "@/lib/sessions/live/schema";
import { addDecision, addTask, keepNotes } from "@/lib/sessions/live/writing/mutations";

/** The page with the point that was acted on open, in view. */
const pageOf = ({ id, slug, item }: PointPlace): Href => ({
  pathname: "/area/programmes/[slug]/sessions/[id]/live",
  params: { id, slug },
  query: { point: item },
});
const pointOf = ({ item }: PointPlace) => `point-${item}`;

export const startPointAction = action(
  {
    name: "sessions.startPoint",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: runPointSchema,
    redirectTo: pageOf,
    anchor: pointOf,
    staysInPlace: true,
  },
  startPoint,
);

export const endPointAction = action(
  {
    name: "sessions.endPoint",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: runPointSchema,
    redirectTo: pageOf,
    anchor: pointOf,
    staysInPlace: true,
  },
  endPoint,
);

export const keepNotesAction = action(
  {
    name: "sessions.keepNotes",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: keepNotesSchema,
    redirectTo: pageOf,
    anchor: pointOf,
    staysInPlace: true,
  },
  keepNotes,
);

export const addDecisionAction = action(
  {
    name: "sessions.addDecision",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: addDecisionSchema,
    redirectTo: pageOf,
    anchor: pointOf,
    staysInPlace: true,
    done: "live.decisionAdded",
  },
  addDecision,
);

export const addTaskAction = action(
  {
    name: "sessions.addTask",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: addTaskSchema,
    redirectTo: pageOf,
    anchor: pointOf,
    staysInPlace: true,
    done: "live.taskAdded",
  },
  addTask,
);
