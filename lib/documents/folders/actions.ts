"use server";

import { addFolder, type FolderPlace, moveFolder, renameFolder } from "@/lib/documents/folders/mutations";
import { addFolderSchema, moveFolderSchema, renameFolderSchema } from "@/lib/documents/folders/schema";
import { action } from "@/lib/platform/action";

const toFolder = ({ id, slug }: FolderPlace) =>
  ({ pathname: "/area/programmes/[slug]/documents", params: { slug }, query: { folder: id } }) as const;

export const addFolderAction = action(
  {
    name: "documents.addFolder",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: addFolderSchema,
    redirectTo: toFolder,
  },
  addFolder,
);

export const renameFolderAction = action(
  {
    name: "documents.renameFolder",
    audience: ["coordinator", "referent", "staff"],
    schema: renameFolderSchema,
    redirectTo: toFolder,
  },
  renameFolder,
);

export const moveFolderAction = action(
  {
    name: "documents.moveFolder",
    audience: ["coordinator", "referent", "staff"],
    schema: moveFolderSchema,
    redirectTo: toFolder,
  },
  moveFolder,
);
