import { addDraft, checkMayAddDraft } from "@/lib/documents/deliverables/mutations";
import { addDraftSchema, draftTargetSchema } from "@/lib/documents/deliverables/schema";
import { checkRoom, findUploaded } from "@/lib/documents/queries";
import { uploadTarget } from "@/lib/platform/uploads/target";

const pathname = "/area/programmes/[slug]/deliverables/[id]";

/** A version of the draft that a body shares for one deliverable. */
export const newDraft = uploadTarget({
  audience: ["referent", "staff"],
  target: draftTargetSchema,
  schema: addDraftSchema,
  check: (actor, { deliverable }) => checkMayAddDraft(actor, deliverable),
  checkRoom: (actor, { deliverable }, size) => checkRoom(actor, { deliverable }, size),
  keep: async (actor, input, file) => ({ pathname, params: await addDraft(actor, input, file) }),
  kept: async (actor, uploadId) => {
    const document = await findUploaded(actor, uploadId);
    return document?.deliverableId
      ? { pathname, params: { slug: document.slug, id: document.deliverableId } }
      : null;
  },
  back: ({ programme, deliverable }) => ({ pathname, params: { slug: programme, id: deliverable } }),
});
