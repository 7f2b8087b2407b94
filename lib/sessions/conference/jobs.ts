import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { serviceOf } from "@/lib/sessions/conference/providers/configured";
import { ProviderError } from "@/lib/sessions/conference/providers/provider";
import { configuredProviders } from "@/lib/sessions/conference/room";

const day = 86_400_000;
/** From the press of the button to the provider's list of those present it takes a while: sound, camera, consent. */
const arrivalMs = 3 * 60_000;
const meetingsAtOnce = 100;

/**
 * Writes into the join log who has left, as the provider tells: it does not call back, so its list of those present is
 * read every few minutes. The minutes of presence are as exact as that.
 */
export async function followMeetings(actor: Actor): Promise<{ left: number }> {
  authorise(actor.kind === "system");
  if (!configuredProviders().includes("BIGBLUEBUTTON")) return { left: 0 };
  const { meetings } = serviceOf("BIGBLUEBUTTON");
  const arrived = {
    leftAt: null,
    byFallback: false,
    joinedAt: { lt: new Date(actor.at.getTime() - arrivalMs) },
  };
  const sessions = await db.session.findMany({
    where: {
      provider: "BIGBLUEBUTTON",
      startsAt: { gte: new Date(actor.at.getTime() - day), lte: new Date(actor.at.getTime() + day) },
      joins: { some: arrived },
    },
    orderBy: { startsAt: "asc" },
    take: meetingsAtOnce,
    select: { id: true, roomKey: true },
  });
  let left = 0;
  for (const { id, roomKey } of sessions) {
    try {
      const present = (await meetings?.present(roomKey)) ?? [];
      const { count } = await db.sessionJoin.updateMany({
        where: { sessionId: id, ...arrived, id: { notIn: present } },
        data: { leftAt: actor.at },
      });
      left += count;
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      log.warn({ err: error, session: id }, "nobody knows who is still in a meeting");
    }
  }
  return { left };
}
