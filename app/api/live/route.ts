import { randomUUID } from "node:crypto";
import { partsFor } from "@/app/api/live/parts";
import { getFollowedThread } from "@/lib/forum/news/queries";
import { beginReading, endReading, keepReading } from "@/lib/forum/readers/mutations";
import { systemActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { eventLines } from "@/lib/platform/live/event-stream";
import { createLiveHub, type LiveHub } from "@/lib/platform/live/hub";
import { lastEventOf } from "@/lib/platform/live/last-event";
import { sharedListener } from "@/lib/platform/live/listener";
import { processHub } from "@/lib/platform/live/process-hub";
import { log } from "@/lib/platform/log";
import { currentSignIn, watchedActors } from "@/lib/platform/request";
import { identifierIn, route } from "@/lib/platform/route";
import { presentAnswer } from "@/lib/platform/server/answer";

/** Windows of one person that are told at a time, in one process. A hidden one is not. */
const streamsOfPerson = 12;

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Compressed or collected on the way, events would wait for one another.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  // Whoever stops this server does not wait for a connection that nobody uses any more.
  Connection: "close",
};

/**
 * Tells a page what changes while it is open: numbers, never texts. Whoever asks without wanting a stream is told how things
 * stand.
 */
export const GET = route({ name: "portal.follow", audience: ["signed-in"] }, async (request, call) => {
  const { searchParams } = new URL(request.url);
  const [programme, threadId] = [searchParams.get("programme"), searchParams.get("thread")];
  const actor = await call.actor();
  const thread = threadId === null ? null : await getFollowedThread(actor, identifierIn(threadId));
  const after = lastEventOf(request, searchParams.get("after"));
  const programmeId = programme === null ? thread?.programmeId : identifierIn(programme);
  const parts = partsFor(actor, { ...(programmeId ? { programmeId } : {}), thread, after });
  if (!request.headers.get("accept")?.includes("text/event-stream")) {
    const events = await Promise.all(parts.map((part) => part.read(actor)));
    return new Response(events.flat().map(eventLines).join(""), { headers });
  }
  const signInId = await currentSignIn();
  if (signInId === null) return new Response(null, { status: 401 });
  const streamId = randomUUID();
  const { cut = () => undefined } = presentAnswer();
  const left = () => {
    if (thread?.tracks) noted(endReading(systemActor("live", now()), { streamId, threadId: thread.id }));
  };
  const body = await liveHub().open({ streamId, signInId, actor, parts, cut, left });
  if (typeof body === "string")
    return new Response(null, { status: body === "person" ? 429 : 503, headers: { "Retry-After": "60" } });
  if (thread?.tracks) noted(beginReading(actor, { streamId, threadId: thread.id }));
  return new Response(body, { headers });
});

function liveHub(): LiveHub {
  return processHub(() =>
    createLiveHub(
      {
        listener: sharedListener(),
        actorsOf: watchedActors,
        stillHere: (streamIds, at) => keepReading(systemActor("live", at), streamIds),
        now,
      },
      { ofPerson: streamsOfPerson, ofProcess: env().LIVE_STREAMS },
    ),
  );
}

// Who reads is shown as far as it is known: no reader is refused for it.
function noted(writing: Promise<void>): void {
  writing.catch((error: unknown) => log.warn({ err: error }, "who reads could not be noted"));
}
