import { z } from "zod";
import { attachFile, checkMayAttach } from "@/lib/forum/attachments/mutations";
import { attachmentTargetSchema } from "@/lib/forum/schema";
import { answerUpload } from "@/lib/platform/uploads";

/** The post, and the page from which the form came: a refusal leads back to it. */
const addressSchema = attachmentTargetSchema.extend({
  programme: z.string().min(1).max(200),
  thread: z.uuid(),
  number: z.string().regex(/^\d{1,9}$/),
});

/** Receives a file for one's own post. The post stands in the address, so that it is checked before the bytes come. */
export async function POST(request: Request): Promise<Response> {
  const target = addressSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!target.success) return new Response(null, { status: 400 });
  const { post, programme, thread, number } = target.data;
  const pathname = "/area/programmes/[slug]/forum/threads/[id]/posts/[number]";
  return answerUpload(request, {
    name: "forum.attach",
    schema: attachmentTargetSchema,
    check: (actor) => checkMayAttach(actor, post),
    keep: async (actor, input, file) => {
      const place = await attachFile(actor, input, file);
      const params = { slug: place.slug, id: place.threadId, number: String(place.number) };
      return { pathname, params };
    },
    back: { pathname, params: { slug: programme, id: thread, number } },
  });
}
