import { sendPdf } from "@/lib/platform/downloads";
import { localeIn } from "@/lib/platform/i18n/locale-in";
import { identifierIn, route } from "@/lib/platform/route";
import { makeLetter } from "@/lib/sessions/attendance/letter/document";
import { getLetter } from "@/lib/sessions/attendance/letter/queries";

/** The convening letter to a body (`?body=`), or to experts and coordinators. */
export const GET = route<{ id: string }>(
  { name: "sessions.downloadLetter", audience: ["signed-in"] },
  async (request, { params, actor }) => {
    const body = new URL(request.url).searchParams.get("body");
    const letter = await getLetter(await actor(), {
      id: identifierIn(params.id),
      organisationId: body ? identifierIn(body) : null,
    });
    return sendPdf(await makeLetter(letter, localeIn(request)), "convocazione.pdf");
  },
);
