import { localeIn } from "@/lib/platform/i18n/locale-in";
import { identifierIn, route } from "@/lib/platform/route";
import { followUpload, sendPart, speakTus } from "@/lib/platform/uploads/parts-route";

type Params = { id: string };

/** Tells the page that sent a file how far it is. */
export const GET = route<Params>(
  { name: "portal.followUpload", audience: ["signed-in"] },
  async (request, { params, actor }) =>
    followUpload(await actor(), { id: identifierIn(params.id), locale: localeIn(request) }),
);

/** Tells where the next part begins. */
export const HEAD = route<Params>(
  { name: "portal.resumeUpload", audience: ["signed-in"] },
  async (request, { params, actor }) =>
    speakTus(request, { actor: await actor(), id: identifierIn(params.id) }),
);

/** Takes the next part. */
export const PATCH = route<Params>(
  { name: "portal.sendPart", audience: ["signed-in"] },
  async (request, { params, actor }) =>
    sendPart(request, { actor: await actor(), id: identifierIn(params.id) }),
);

/** Takes an upload back. */
export const DELETE = route<Params>(
  { name: "portal.removeUpload", audience: ["signed-in"] },
  async (request, { params, actor }) =>
    speakTus(request, { actor: await actor(), id: identifierIn(params.id) }),
);
