"use server";

import { spaceWords } from "@/lib/documents/space-words";
import {
  type RemovedFrom,
  removeDocument,
  removeFolder,
  restoreRemoval,
} from "@/lib/documents/trash/mutations";
import { removeDocumentSchema, removeFolderSchema, restoreRemovalSchema } from "@/lib/documents/trash/schema";
import { action } from "@/lib/platform/action";
import { given } from "@/lib/platform/lists/query";

const toPlace = ({ slug, folderId, ...space }: RemovedFrom) =>
  ({
    pathname: "/area/programmes/[slug]/documents",
    params: { slug },
    query: { ...spaceWords(space), ...given({ folder: folderId ?? undefined }) },
  }) as const;

export const removeDocumentAction = action(
  {
    name: "documents.remove",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: removeDocumentSchema,
    redirectTo: toPlace,
  },
  removeDocument,
);

export const removeFolderAction = action(
  {
    name: "documents.removeFolder",
    audience: ["coordinator", "referent", "staff"],
    schema: removeFolderSchema,
    redirectTo: toPlace,
  },
  removeFolder,
);

export const restoreRemovalAction = action(
  {
    name: "documents.restore",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: restoreRemovalSchema,
    redirectTo: toPlace,
  },
  restoreRemoval,
);
