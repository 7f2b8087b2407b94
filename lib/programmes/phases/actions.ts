"use server";

import { action } from "@/lib/platform/action";
import { partAddress } from "@/lib/programmes/parts/address";
import { savePhase } from "@/lib/programmes/phases/mutations";
import { savePhaseSchema } from "@/lib/programmes/phases/schema";

export const savePhaseAction = action(
  {
    name: "programmes.savePhase",
    audience: ["coordinator"],
    schema: savePhaseSchema,
    redirectTo: ({ slug }) => partAddress(slug, "phases"),
  },
  savePhase,
);
