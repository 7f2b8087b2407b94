"use server";

import { action } from "@/lib/platform/action";
import {
  addIndicator,
  editIndicator,
  recordMeasurements,
  removeIndicator,
  removeMeasurement,
} from "@/lib/programmes/indicators/mutations";
import {
  addIndicatorSchema,
  editIndicatorSchema,
  recordMeasurementsSchema,
  removeIndicatorSchema,
  removeMeasurementSchema,
} from "@/lib/programmes/indicators/schema";

export const addIndicatorAction = action(
  {
    name: "programmes.addIndicator",
    audience: ["coordinator"],
    schema: addIndicatorSchema,
    redirectTo: ({ id, slug }) => ({
      pathname: "/area/programmes/[slug]/indicators/[id]",
      params: { slug, id },
    }),
  },
  addIndicator,
);

export const editIndicatorAction = action(
  {
    name: "programmes.editIndicator",
    audience: ["coordinator"],
    schema: editIndicatorSchema,
    redirectTo: ({ id, slug }) => ({
      pathname: "/area/programmes/[slug]/indicators/[id]",
      params: { slug, id },
    }),
  },
  editIndicator,
);

export const removeIndicatorAction = action(
  {
    name: "programmes.removeIndicator",
    audience: ["coordinator"],
    schema: removeIndicatorSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]/outcomes", params: { slug } }),
  },
  removeIndicator,
);

export const recordMeasurementsAction = action(
  {
    name: "programmes.recordMeasurements",
    audience: ["coordinator"],
    schema: recordMeasurementsSchema,
    redirectTo: ({ id, slug }) => ({
      pathname: "/area/programmes/[slug]/indicators/[id]",
      params: { slug, id },
    }),
  },
  recordMeasurements,
);

export const removeMeasurementAction = action(
  {
    name: "programmes.removeMeasurement",
    audience: ["coordinator"],
    schema: removeMeasurementSchema,
    redirectTo: ({ id, slug }) => ({
      pathname: "/area/programmes/[slug]/indicators/[id]",
      params: { slug, id },
    }),
  },
  removeMeasurement,
);
