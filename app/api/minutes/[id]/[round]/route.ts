import { sendFile } from "@/lib/platform/downloads";
import { NotFoundError } from "@/lib/platform/errors";
import { romeDay } from "@/lib/platform/rome-time";
import { identifierIn, route } from "@/lib/platform/route";
import { getMinutesPdf } from "@/lib/sessions/minutes/approval/queries";

/** Downloads the approved minutes of a session. */
export const GET = route<{ id: string; round: string }>(
  { name: "sessions.downloadMinutes", audience: ["coordinator", "expert", "observer", "referent", "staff"] },
  async (request, { params, actor }) => {
    if (!/^[1-9]\d{0,5}$/.test(params.round)) throw new NotFoundError("minutes");
    const { sha256, size, startsAt } = await getMinutesPdf(
      await actor(),
      identifierIn(params.id),
      Number(params.round),
    );
    return sendFile(request, {
      sha256,
      filename: `verbale-${romeDay(startsAt)}.pdf`,
      mimeType: "application/pdf",
      size,
    });
  },
);
