"use server";

import { action } from "@/lib/platform/action";
import {
  addOutcome,
  editOutcome,
  publishOutcome,
  removeOutcome,
  unpublishOutcome,
} from "@/lib/programmes/outcomes/mutations";
import {
  addOutcomeSchema,
  editOutcomeSchema,
  publishOutcomeSchema,
  removeOutcomeSchema,
  unpublishOutcomeSchema,
} from "@/lib/programmes/outcomes/schema";

export const addOutcomeAction = action(
  {
    name: "programmes.addOutcome",
    audience: ["coordinator", "expert", "referent"],
    schema: addOutcomeSchema,
    redirectTo: ({ id, slug }) => ({
      pathname: "/area/programmes/[slug]/outcomes/[id]",
      params: { slug, id },
    }),
  },
  addOutcome,
);

export const editOutcomeAction = action(
  {
    name: "programmes.editOutcome",
    audience: ["coordinator"],
    schema: editOutcomeSchema,
    redirectTo: ({ id, slug }) => ({
      pathname: "/area/programmes/[slug]/outcomes/[id]",
      params: { slug, id },
    }),
  },
  editOutcome,
);

export const publishOutcomeAction = action(
  {
    name: "programmes.publishOutcome",
    audience: ["coordinator"],
    schema: publishOutcomeSchema,
    redirectTo: ({ id, slug }) => ({
      pathname: "/area/programmes/[slug]/outcomes/[id]",
      params: { slug, id },
    }),
  },
  publishOutcome,
);

export const unpublishOutcomeAction = action(
  {
    name: "programmes.unpublishOutcome",
    audience: ["coordinator"],
    schema: unpublishOutcomeSchema,
    redirectTo: ({ id, slug }) => ({
      pathname: "/area/programmes/[slug]/outcomes/[id]",
      params: { slug, id },
    }),
  },
  unpublishOutcome,
);

export const removeOutcomeAction = action(
  {
    name: "programmes.removeOutcome",
    audience: ["coordinator"],
    schema: removeOutcomeSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]/outcomes", params: { slug } }),
  },
  removeOutcome,
);
