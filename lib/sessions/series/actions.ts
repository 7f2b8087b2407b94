"use server";

import { action } from "@/lib/platform/action";
import { applyTemplate, makeSeries } from "@/lib/sessions/series/mutations";
import { applyTemplateSchema, makeSeriesSchema } from "@/lib/sessions/series/schema";

export const makeSeriesAction = action(
  {
    name: "sessions.makeSeries",
    audience: ["coordinator"],
    schema: makeSeriesSchema,
    redirectTo: (params) => ({ pathname: "/area/programmes/[slug]/sessions", params }),
  },
  makeSeries,
);

export const applyTemplateAction = action(
  {
    name: "sessions.applyTemplate",
    audience: ["coordinator"],
    schema: applyTemplateSchema,
    redirectTo: (params) => ({ pathname: "/area/programmes/[slug]/sessions", params }),
  },
  applyTemplate,
);
