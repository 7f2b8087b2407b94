"use server";

import { moveDocuments } from "@/lib/documents/moving/mutations";
import { moveDocumentsSchema } from "@/lib/documents/moving/schema";
import { action } from "@/lib/platform/action";
import { given } from "@/lib/platform/lists/query";

export const moveDocumentsAction = action(
  {
    name: "documents.move",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: moveDocumentsSchema,
    redirectTo: ({ slug, folderId, organisationId }) => ({
      pathname: "/area/programmes/[slug]/documents",
      params: { slug },
      query: given({ body: organisationId ?? undefined, folder: folderId ?? undefined }),
    }),
  },
  moveDocuments,
);
