"use server";

import { action } from "@/lib/platform/action";
import { editProgramme, moveProgramme } from "@/lib/programmes/mutations";
import { editProgrammeSchema, moveProgrammeSchema } from "@/lib/programmes/schema";

export const editProgrammeAction = action(
  {
    name: "programmes.edit",
    audience: ["coordinator"],
    schema: editProgrammeSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]/settings", params: { slug } }),
  },
  editProgramme,
);

export const moveProgrammeAction = action(
  {
    name: "programmes.move",
    audience: ["coordinator"],
    schema: moveProgrammeSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]", params: { slug } }),
  },
  moveProgramme,
);
