"use server";

import { addCategory, changeCategory, moveCategory } from "@/lib/forum/categories/mutations";
import { addCategorySchema, changeCategorySchema, moveCategorySchema } from "@/lib/forum/schema";
import { action } from "@/lib/platform/action";

const toCategories = ({ slug }: { slug: string }) =>
  ({ pathname: "/area/programmes/[slug]/forum/categories", params: { slug } }) as const;

export const addCategoryAction = action(
  {
    name: "forum.addCategory",
    audience: ["coordinator"],
    schema: addCategorySchema,
    redirectTo: toCategories,
  },
  addCategory,
);

export const changeCategoryAction = action(
  {
    name: "forum.changeCategory",
    audience: ["coordinator"],
    schema: changeCategorySchema,
    redirectTo: toCategories,
  },
  changeCategory,
);

export const moveCategoryAction = action(
  {
    name: "forum.moveCategory",
    audience: ["coordinator"],
    schema: moveCategorySchema,
    redirectTo: toCategories,
  },
  moveCategory,
);
