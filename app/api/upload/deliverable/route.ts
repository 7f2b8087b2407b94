import { addDraft, checkMayAddDraft } from "@/lib/documents/deliverables/mutations";
import { addDraftSchema, draftTargetSchema } from "@/lib/documents/deliverables/schema";
import { uploadRoute } from "@/lib/platform/uploads";

const pathname = "/area/programmes/[slug]/deliverables/[id]";

/** Receives a version of the draft that a body shares for one deliverable. */
export const POST = uploadRoute({
  name: "documents.addDraft",
  audience: ["referent", "staff"],
  target: draftTargetSchema,
  schema: addDraftSchema,
  check: (actor, { deliverable }) => checkMayAddDraft(actor, deliverable),
  keep: async (actor, input, file) => ({ pathname, params: await addDraft(actor, input, file) }),
  back: ({ programme, deliverable }) => ({ pathname, params: { slug: programme, id: deliverable } }),
});
