"use server";

import { moveDocuments } from "@/lib/documents/moving/mutations";
import { moveDocumentsSchema } from "@/lib/documents/moving/schema";
import { spaceWords } from "@/lib/documents/space-words";
import { action } from "@/lib/platform/action";
import { given } from "@/lib/platform/lists/query";

export const moveDocumentsAction = action(
  {
    name: "documents.move",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: moveDocumentsSchema,
    redirectTo: ({ slug, folderId, ...space }) => ({
      pathname: "/area/programmes/[slug]/documents",
      params: { slug },
      query: { ...spaceWords(space), ...given({ folder: folderId ?? undefined }) },
    }),
  },
  moveDocuments,
);
