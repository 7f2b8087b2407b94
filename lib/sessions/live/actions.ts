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
const onThePage = {
  redirectTo: pageOf,
  anchor: ({ item }: PointPlace) => `point-${item}`,
  staysInPlace: true,
};
/** Who writes the minutes, a deputy among them. */
const writers = ["coordinator", "expert", "referent", "staff"] as const;

export const startPointAction = action(
  {
    name: "sessions.startPoint",
    audience: writers,
    schema: runPointSchema,
    ...onThePage,
  },
  startPoint,
);

export const endPointAction = action(
  {
    name: "sessions.endPoint",
    audience: writers,
    schema: runPointSchema,
    ...onThePage,
  },
  endPoint,
);

export const keepNotesAction = action(
  {
    name: "sessions.keepNotes",
    audience: writers,
    schema: keepNotesSchema,
    ...onThePage,
  },
  keepNotes,
);

export const addDecisionAction = action(
  {
    name: "sessions.addDecision",
    audience: writers,
    schema: addDecisionSchema,
    ...onThePage,
    done: "live.decisionAdded",
  },
  addDecision,
);

export const addTaskAction = action(
  {
    name: "sessions.addTask",
    audience: writers,
    schema: addTaskSchema,
    ...onThePage,
    done: "live.taskAdded",
  },
  addTask,
);
