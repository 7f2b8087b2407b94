"use server";

import {
  changeFaqEntry,
  type FaqPlace,
  moveFaqSection,
  putIntoFaq,
  renameFaqSection,
  takeOutOfFaq,
} from "@/lib/forum/faq/mutations";
import {
  changeFaqEntrySchema,
  moveFaqSectionSchema,
  putIntoFaqSchema,
  renameFaqSectionSchema,
  takeOutOfFaqSchema,
} from "@/lib/forum/faq/schema";
import { action } from "@/lib/platform/action";

const toFaq = ({ slug }: FaqPlace) =>
  ({ pathname: "/area/programmes/[slug]/forum/faq", params: { slug } }) as const;

export const putIntoFaqAction = action(
  { name: "forum.putIntoFaq", audience: ["coordinator"], schema: putIntoFaqSchema, redirectTo: toFaq },
  putIntoFaq,
);

export const changeFaqEntryAction = action(
  {
    name: "forum.changeFaqEntry",
    audience: ["coordinator"],
    schema: changeFaqEntrySchema,
    redirectTo: toFaq,
  },
  changeFaqEntry,
);

export const takeOutOfFaqAction = action(
  { name: "forum.takeOutOfFaq", audience: ["coordinator"], schema: takeOutOfFaqSchema, redirectTo: toFaq },
  takeOutOfFaq,
);

export const renameFaqSectionAction = action(
  {
    name: "forum.renameFaqSection",
    audience: ["coordinator"],
    schema: renameFaqSectionSchema,
    redirectTo: toFaq,
  },
  renameFaqSection,
);

export const moveFaqSectionAction = action(
  {
    name: "forum.moveFaqSection",
    audience: ["coordinator"],
    schema: moveFaqSectionSchema,
    redirectTo: toFaq,
  },
  moveFaqSection,
);
