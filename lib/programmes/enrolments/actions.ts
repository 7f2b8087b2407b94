"use server";

import { action } from "@/lib/platform/action";
import { addBody, agreeToSelection } from "@/lib/programmes/enrolments/mutations";
import { addBodySchema, agreeToSelectionSchema } from "@/lib/programmes/enrolments/schema";

export const addBodyAction = action(
  {
    name: "programmes.addBody",
    audience: ["coordinator"],
    schema: addBodySchema,
    redirectTo: ({ id, slug }) => ({
      pathname: "/area/programmes/[slug]/settings/enrolments/[id]",
      params: { slug, id },
    }),
  },
  addBody,
);

export const agreeToSelectionAction = action(
  {
    name: "programmes.agreeToSelection",
    audience: ["coordinator", "expert", "observer"],
    schema: agreeToSelectionSchema,
    redirectTo: ({ id, slug }) => ({
      pathname: "/area/programmes/[slug]/settings/enrolments/[id]",
      params: { slug, id },
    }),
  },
  agreeToSelection,
);
