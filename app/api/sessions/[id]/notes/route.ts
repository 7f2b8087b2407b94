import { DomainError, StaleError } from "@/lib/platform/errors";
import { formInput, formValues } from "@/lib/platform/form-data";
import { domainMessage, fieldMessage } from "@/lib/platform/i18n/error-messages";
import { formatInstant, formatTime } from "@/lib/platform/i18n/format";
import { localeIn } from "@/lib/platform/i18n/locale-in";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { identifierIn, route } from "@/lib/platform/route";
import { keepNotesSchema } from "@/lib/sessions/live/schema";
import { keepNotes } from "@/lib/sessions/live/writing/mutations";
import { findNotes } from "@/lib/sessions/live/writing/queries";
import type { NotesAnswer } from "@/lib/sessions/live/writing/typing";

/**
 * Takes the notes of a point while they are typed. The form beside it does the same by a plain post; this answers without a
 * page, and also to a browser that is about to leave its page.
 */
export const POST = route<{ id: string }>(
  { name: "sessions.typeNotes", audience: ["coordinator", "expert", "referent", "staff"] },
  async (request, { params, actor }) => {
    const locale = localeIn(request);
    const t = await translatorFor(locale, "live.notes");
    const id = identifierIn(params.id);
    const sent = await request.formData().catch(() => null);
    if (!sent) return new Response(null, { status: 400 });
    const parsed = keepNotesSchema.safeParse({ ...formInput(formValues(sent)), id });
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      if (issue?.path[0] !== "text") throw parsed.error;
      return answer({ status: "refused", message: await fieldMessage(locale, issue) });
    }
    const who = await actor();
    try {
      const { version, at } = await keepNotes(who, parsed.data);
      return answer({ status: "kept", version, message: t("kept", { time: formatTime(at, locale) }) });
    } catch (error) {
      if (error instanceof StaleError) {
        const theirs = await findNotes(who, id, parsed.data.item);
        if (theirs) {
          const name = theirs.who ?? t("somebody");
          const message = t("theirs", { who: name, when: formatInstant(theirs.at, locale) });
          return answer({ status: "conflict", version: theirs.version, text: theirs.markdown, message });
        }
      }
      if (!(error instanceof DomainError)) throw error;
      return answer({ status: "refused", message: await domainMessage(locale, error) });
    }
  },
);

// What was expected is an answer, as the state of a form is, and no failure of the request.
function answer(body: NotesAnswer): Response {
  return Response.json(body, { headers: { "Cache-Control": "no-store" } });
}
