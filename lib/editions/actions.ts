"use server";

import { cloneProgramme, createProgramme, moveBody } from "@/lib/editions/mutations";
import { action } from "@/lib/platform/action";
import { moveEnrolmentSchema } from "@/lib/programmes/enrolments/schema";
import { cloneProgrammeSchema, createProgrammeSchema } from "@/lib/programmes/schema";

export const createProgrammeAction = action(
  {
    name: "editions.create",
    audience: ["programme-manager"],
    schema: createProgrammeSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]", params: { slug } }),
  },
  createProgramme,
);

export const cloneProgrammeAction = action(
  {
    name: "editions.clone",
    audience: ["programme-manager"],
    schema: cloneProgrammeSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]", params: { slug } }),
  },
  cloneProgramme,
);

export const moveBodyAction = action(
  {
    name: "editions.moveBody",
    audience: ["coordinator"],
    schema: moveEnrolmentSchema,
    redirectTo: ({ id, slug }) => ({
      pathname: "/area/programmes/[slug]/settings/enrolments/[id]",
      params: { slug, id },
    }),
  },
  moveBody,
);
