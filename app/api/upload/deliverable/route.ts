import { addDraft, checkMayAddDraft } from "@/lib/documents/deliverables/mutations";
import { addDraftSchema, draftTargetSchema } from "@/lib/documents/deliverables/schema";
import { answerUpload } from "@/lib/platform/uploads";

/** Receives a version of the draft that a body shares for one deliverable. */
export async function POST(request: Request): Promise<Response> {
  const target = draftTargetSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!target.success) return new Response(null, { status: 400 });
  const { deliverable, programme } = target.data;
  return answerUpload(request, {
    name: "documents.addDraft",
    schema: addDraftSchema,
    check: (actor) => checkMayAddDraft(actor, deliverable),
    keep: async (actor, input, file) => {
      const { id, slug } = await addDraft(actor, input, file);
      return { pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id } };
    },
    back: {
      pathname: "/area/programmes/[slug]/deliverables/[id]",
      params: { slug: programme, id: deliverable },
    },
  });
}
