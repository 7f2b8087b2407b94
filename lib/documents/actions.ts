"use server";

import { changeDocument, removeDocument, restoreVersion } from "@/lib/documents/mutations";
import { changeDocumentSchema, removeDocumentSchema, restoreVersionSchema } from "@/lib/documents/schema";
import { action } from "@/lib/platform/action";

const toDocument = ({ id, slug }: { id: string; slug: string }) =>
  ({ pathname: "/area/programmes/[slug]/documents/[id]", params: { slug, id } }) as const;

export const changeDocumentAction = action(
  {
    name: "documents.change",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: changeDocumentSchema,
    redirectTo: toDocument,
  },
  changeDocument,
);

export const restoreVersionAction = action(
  {
    name: "documents.restoreVersion",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: restoreVersionSchema,
    redirectTo: toDocument,
  },
  restoreVersion,
);

export const removeDocumentAction = action(
  {
    name: "documents.remove",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: removeDocumentSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]/documents", params: { slug } }),
  },
  removeDocument,
);
