import { keepDraft } from "@/lib/forum/drafts/mutations";
import { keepDraftSchema } from "@/lib/forum/drafts/schema";
import { formInput, formValues } from "@/lib/platform/form-data";
import { formatTime } from "@/lib/platform/i18n/format";
import { localeIn } from "@/lib/platform/i18n/locale-in";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { route } from "@/lib/platform/route";

/** Takes a text of the forum while it is typed. A button of the same form does it by a plain post. */
export const POST = route(
  { name: "forum.typeDraft", audience: ["coordinator", "expert", "referent", "staff"] },
  async (request, { actor }) => {
    const locale = localeIn(request);
    const sent = await request.formData().catch(() => null);
    if (!sent) return new Response(null, { status: 400 });
    const input = keepDraftSchema.parse(formInput(formValues(sent)));
    const [{ at }, t] = await Promise.all([
      keepDraft(await actor(), input),
      translatorFor(locale, "forum.drafts"),
    ]);
    const message = t("kept", { time: formatTime(at, locale) });
    return Response.json({ message }, { headers: { "Cache-Control": "no-store" } });
  },
);
