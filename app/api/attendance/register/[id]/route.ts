import { sendPdf } from "@/lib/platform/downloads";
import { localeIn } from "@/lib/platform/i18n/locale-in";
import { identifierIn, route } from "@/lib/platform/route";
import { makeRegister } from "@/lib/sessions/attendance/document";
import { getRegister } from "@/lib/sessions/attendance/queries";

/** The register of a session, to be signed or with who was there. */
export const GET = route<{ id: string }>(
  { name: "sessions.downloadRegister", audience: ["coordinator"] },
  async (request, { params, actor: asks }) => {
    const actor = await asks();
    const register = await getRegister(actor, identifierIn(params.id));
    return sendPdf(await makeRegister(register, actor.at, localeIn(request)), "registro-presenze.pdf");
  },
);
