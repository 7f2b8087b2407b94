import { addDocument, checkMayAdd } from "@/lib/documents/mutations";
import { addDocumentSchema, uploadTargetSchema } from "@/lib/documents/schema";
import { answerUpload } from "@/lib/platform/uploads";

/** Receives a new document of a space. The target stands in the address, so that it is checked before the bytes come. */
export async function POST(request: Request): Promise<Response> {
  const target = uploadTargetSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!target.success) return new Response(null, { status: 400 });
  return answerUpload(request, {
    name: "documents.add",
    schema: addDocumentSchema,
    check: (actor) => checkMayAdd(actor, { ...target.data, kind: "EXCHANGE_MATERIAL" }),
    keep: async (actor, input, file) => {
      const { id, slug } = await addDocument(actor, input, file);
      return { pathname: "/area/programmes/[slug]/documents/[id]", params: { slug, id } };
    },
    back: { pathname: "/area/programmes/[slug]/documents/new", params: { slug: target.data.programme } },
  });
}
