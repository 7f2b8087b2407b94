"use server";

import { action } from "@/lib/platform/action";
import { partAddress } from "@/lib/programmes/parts/address";
import { movePart, removePart, savePart } from "@/lib/programmes/parts/mutations";
import { movePartSchema, removePartSchema, savePartSchema } from "@/lib/programmes/parts/schema";

export const savePartAction = action(
  {
    name: "programmes.savePart",
    audience: ["coordinator"],
    schema: savePartSchema,
    redirectTo: ({ slug }, { part }) => partAddress(slug, part),
  },
  savePart,
);

export const removePartAction = action(
  {
    name: "programmes.removePart",
    audience: ["coordinator"],
    schema: removePartSchema,
    redirectTo: ({ slug }, { part }) => partAddress(slug, part),
  },
  removePart,
);

export const movePartAction = action(
  {
    name: "programmes.movePart",
    audience: ["coordinator"],
    schema: movePartSchema,
    redirectTo: ({ slug }, { part }) => partAddress(slug, part),
  },
  movePart,
);
