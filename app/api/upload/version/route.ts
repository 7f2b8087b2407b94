import { addVersion, checkMayAddVersion } from "@/lib/documents/mutations";
import { addVersionSchema, versionTargetSchema } from "@/lib/documents/schema";
import { answerUpload } from "@/lib/platform/uploads";

/** Receives a new version of a document. */
export async function POST(request: Request): Promise<Response> {
  const target = versionTargetSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!target.success) return new Response(null, { status: 400 });
  const { document, programme } = target.data;
  return answerUpload(request, {
    name: "documents.addVersion",
    schema: addVersionSchema,
    check: (actor) => checkMayAddVersion(actor, document),
    keep: async (actor, input, file) => {
      const { id, slug } = await addVersion(actor, input, file);
      return { pathname: "/area/programmes/[slug]/documents/[id]", params: { slug, id } };
    },
    back: { pathname: "/area/programmes/[slug]/documents/[id]", params: { slug: programme, id: document } },
  });
}
