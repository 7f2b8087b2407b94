import { addDocument, addVersion, checkMayAdd, checkMayAddVersion } from "@/lib/documents/mutations";
import { checkRoom, findUploaded } from "@/lib/documents/queries";
import {
  addDocumentSchema,
  addVersionSchema,
  uploadTargetSchema,
  versionTargetSchema,
} from "@/lib/documents/schema";
import { uploadTarget } from "@/lib/platform/uploads/target";

const pathname = "/area/programmes/[slug]/documents/[id]";

const kept = async (...asked: Parameters<typeof findUploaded>) => {
  const document = await findUploaded(...asked);
  return document && ({ pathname, params: { slug: document.slug, id: document.id } } as const);
};

/** A new document of a space. */
export const newDocument = uploadTarget({
  audience: ["coordinator", "expert", "referent", "staff"],
  target: uploadTargetSchema,
  schema: addDocumentSchema,
  check: (actor, target) => checkMayAdd(actor, { ...target, kind: "EXCHANGE_MATERIAL" }),
  checkRoom,
  keep: async (actor, input, file) => ({ pathname, params: await addDocument(actor, input, file) }),
  kept,
  back: ({ programme }) => ({
    pathname: "/area/programmes/[slug]/documents/new",
    params: { slug: programme },
  }),
});

/** A new version of a document. */
export const newVersion = uploadTarget({
  audience: ["coordinator", "expert", "referent", "staff"],
  target: versionTargetSchema,
  schema: addVersionSchema,
  check: (actor, { document }) => checkMayAddVersion(actor, document),
  checkRoom: (actor, { document }, size) => checkRoom(actor, { document }, size),
  keep: async (actor, input, file) => ({ pathname, params: await addVersion(actor, input, file) }),
  kept,
  back: ({ programme, document }) => ({ pathname, params: { slug: programme, id: document } }),
});
