import { countHelped } from "@/lib/forum/faq/mutations";
import { helpedSchema } from "@/lib/forum/faq/schema";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { consume } from "@/lib/platform/rate-limit";
import { identifierIn, route } from "@/lib/platform/route";
import { requestClient } from "@/lib/platform/server/client-address";

/** Counts that an answer helped, and leads back to it. Who was helped is neither known nor kept. */
export const POST = route<{ id: string }>(
  { name: "forum.countHelped", audience: ["anyone"] },
  async (request, { params, actor }) => {
    const id = identifierIn(params.id);
    const { face, lang } = helpedSchema.parse(Object.fromEntries(await request.formData()));
    await consume("faq", requestClient(request.headers).client);
    const { slug } = await countHelped(await actor(), id);
    const page = face === "area" ? "/area/programmes/[slug]/forum/faq" : "/programmes/[slug]/faq";
    const location = `${pagePath(page, { slug }, lang)}?grazie=${id}#domanda-${id}`;
    return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
  },
);
