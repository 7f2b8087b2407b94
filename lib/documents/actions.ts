"use server";

import { changeDocument, restoreVersion } from "@/lib/documents/mutations";
import { changeDocumentSchema, restoreVersionSchema } from "@/lib/documents/schema";
import { action } from "@/lib/platform/action";
import { removeUpload } from "@/lib/platform/uploads/mutations";
import { removeUploadSchema } from "@/lib/platform/uploads/schema";

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

export const removeUploadAction = action(
  {
    name: "documents.removeUpload",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: removeUploadSchema,
    redirectTo: ({ target: { programme: slug = "", deliverable, document } }) => {
      if (deliverable)
        return { pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id: deliverable } };
      return document
        ? toDocument({ id: document, slug })
        : { pathname: "/area/programmes/[slug]/documents", params: { slug } };
    },
  },
  removeUpload,
);
