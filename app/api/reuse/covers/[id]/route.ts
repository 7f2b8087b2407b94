import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { sendImage } from "@/lib/platform/downloads";
import { identifierIn, route } from "@/lib/platform/route";
import { getCover } from "@/lib/reuse/queries";

/** The picture of an item. */
export const GET = route<{ id: string }>(
  { name: "reuse.cover", audience: ["anyone"] },
  async (request, { params }) =>
    sendImage(request, await getCover(visitorActor(now()), identifierIn(params.id))),
);
