import { addVersion, checkMayAddVersion } from "@/lib/documents/mutations";
import { addVersionSchema, versionTargetSchema } from "@/lib/documents/schema";
import { uploadRoute } from "@/lib/platform/uploads";

const pathname = "/area/programmes/[slug]/documents/[id]";

/** Receives a new version of a document. */
export const POST = uploadRoute({
  name: "documents.addVersion",
  audience: ["coordinator", "expert", "referent", "staff"],
  target: versionTargetSchema,
  schema: addVersionSchema,
  check: (actor, { document }) => checkMayAddVersion(actor, document),
  keep: async (actor, input, file) => ({ pathname, params: await addVersion(actor, input, file) }),
  back: ({ programme, document }) => ({ pathname, params: { slug: programme, id: document } }),
});
