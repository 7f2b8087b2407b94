import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { sendFile } from "@/lib/platform/downloads";
import { identifierIn, route } from "@/lib/platform/route";
import { beginsDownload } from "@/lib/reuse/releases/counting";
import { countDownload } from "@/lib/reuse/releases/mutations";
import { getReleasedFile } from "@/lib/reuse/releases/queries";

/** Gives a release to whoever asks, and counts that it was taken. Who asks is neither known nor kept. */
export const GET = route<{ id: string }>(
  { name: "reuse.download", audience: ["anyone"] },
  async (request, { params }) => {
    const actor = visitorActor(now());
    const id = identifierIn(params.id);
    const file = await getReleasedFile(actor, id);
    if (beginsDownload(request, file.size)) await countDownload(actor, id);
    return sendFile(request, file);
  },
);
