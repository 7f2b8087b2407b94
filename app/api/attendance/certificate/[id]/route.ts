import { sendPdf } from "@/lib/platform/downloads";
import { localeIn } from "@/lib/platform/i18n/locale-in";
import { identifierIn, route } from "@/lib/platform/route";
import { makeCertificate } from "@/lib/sessions/attendance/certificates/document";
import { getCertificate } from "@/lib/sessions/attendance/certificates/queries";

/** A certificate of attendance: one's own, or any of the coordinator's programme. */
export const GET = route<{ id: string }>(
  { name: "sessions.downloadCertificate", audience: ["signed-in"] },
  async (request, { params, actor }) => {
    const certificate = await getCertificate(await actor(), identifierIn(params.id));
    const { year, number } = certificate;
    return sendPdf(await makeCertificate(certificate, localeIn(request)), `attestato-${year}-${number}.pdf`);
  },
);
