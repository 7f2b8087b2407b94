import { addDocument, checkMayAdd } from "@/lib/documents/mutations";
import { addDocumentSchema, uploadTargetSchema } from "@/lib/documents/schema";
import { uploadRoute } from "@/lib/platform/uploads";

/** Receives a new document of a space. */
export const POST = uploadRoute({
  name: "documents.add",
  audience: ["coordinator", "expert", "referent", "staff"],
  target: uploadTargetSchema,
  schema: addDocumentSchema,
  check: (actor, target) => checkMayAdd(actor, { ...target, kind: "EXCHANGE_MATERIAL" }),
  keep: async (actor, input, file) => ({
    pathname: "/area/programmes/[slug]/documents/[id]",
    params: await addDocument(actor, input, file),
  }),
  back: ({ programme }) => ({
    pathname: "/area/programmes/[slug]/documents/new",
    params: { slug: programme },
  }),
});
