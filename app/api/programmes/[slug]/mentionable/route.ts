import { listMentionableOf } from "@/lib/forum/mentions/queries";
import { localeIn } from "@/lib/platform/i18n/locale-in";
import { route } from "@/lib/platform/route";

/** Whom a post of a programme can call by name, for suggestions while somebody writes. */
export const GET = route<{ slug: string }>(
  { name: "forum.mentionable", audience: ["coordinator", "expert", "referent", "staff"] },
  async (request, { params, actor }) => {
    const mentionable = await listMentionableOf(await actor(), params.slug, localeIn(request));
    return Response.json({ mentionable }, { headers: { "Cache-Control": "private, no-store" } });
  },
);
