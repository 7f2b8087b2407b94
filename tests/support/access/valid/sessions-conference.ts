import { randomUUID } from "node:crypto";
import { guestSecret } from "@/lib/sessions/conference/guest-secret";
import { accounts } from "../accounts";
import { type Demo, everybodyElse, members, type Row, type Rows } from "./row";

/** A session whose doors are open at the tests' moment, each time anew. */
function room(demo: Demo, audience: "PROGRAMME" | "PUBLIC", provider = "LINK") {
  return demo.edition<"id">(
    `insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, url, provider, audience, state, convened_at, vevent, updated_at)
     select gen_random_uuid(), $1::uuid, 'TABLE', 'Una stanza di prova', '2026-03-24T08:00Z', '2026-03-24T20:00Z', 'WEBCONFERENCE',
       'https://aula.example.org/stanza', '${provider}', '${audience}', 'CONVENED', now(), '', now() returning id`,
  );
}

const byCoordinator = (input: Row["input"]): Row => ({
  right: "coordinatore",
  hiddenFrom: everybodyElse.members,
  input,
});

/** A recording of a session of the group, which nobody but the coordinator sees. */
async function recording(demo: Demo): Promise<{ id: string; version: string }> {
  const { id } = await room(demo, "PROGRAMME");
  return demo.row<"id" | "version">(
    `insert into session_recording (id, session_id, title, url, recorded_at, retain_until, created_at, updated_at)
     values (gen_random_uuid(), $1, 'Una registrazione', 'https://video.example.org/1', now(), '2027-03-24', now(), now())
     returning id, version`,
    [id],
  );
}
const onRecording = (rest: Record<string, string> = {}): Row =>
  byCoordinator(async (demo) => ({ ...(await recording(demo)), ...rest }));

const byAnybody = (input: Row["input"]): Row => ({ right: "nobody", also: accounts, input });

export const conference: Rows = {
  "sessions.enterRoom": {
    right: "coordinatore",
    also: members.filter((account) => account !== "coordinatore"),
    hiddenFrom: everybodyElse.members,
    input: (demo) => room(demo, "PROGRAMME"),
  },
  "sessions.makeGuestLink": byCoordinator((demo) => room(demo, "PROGRAMME")),
  "sessions.revokeGuestLink": byCoordinator(async (demo) => {
    const { id } = await room(demo, "PROGRAMME");
    return demo.row<"id">(
      "insert into session_guest_link (id, session_id, created_at) values (gen_random_uuid(), $1, now()) returning id",
      [id],
    );
  }),
  "sessions.endMeeting": byCoordinator((demo) => room(demo, "PROGRAMME", "BIGBLUEBUTTON")),
  "sessions.announceGuest": byAnybody(async (demo) => {
    const { id } = await room(demo, "PUBLIC");
    return { token: id, name: "Una persona di passaggio" };
  }),
  "sessions.enterAsGuest": byAnybody(async (demo) => {
    const { id } = await room(demo, "PUBLIC");
    const guest = randomUUID();
    await demo.row(
      "insert into session_guest (id, session_id, name, created_at) values ($1, $2, 'Una persona', now()) returning id",
      [guest, id],
    );
    return { token: id, guest: guestSecret("guest", guest) };
  }),
  "sessions.addRecording": byCoordinator(async (demo) => {
    const { id } = await room(demo, "PROGRAMME");
    return { session: id, title: "Una registrazione", url: "https://video.example.org/1" };
  }),
  "sessions.publishRecording": onRecording({ readers: "members" }),
  "sessions.unpublishRecording": byCoordinator(async (demo) => {
    const { id } = await recording(demo);
    return demo.row<"id" | "version">(
      "update session_recording set state = 'PUBLISHED', published_at = now() where id = $1 returning id, version",
      [id],
    );
  }),
  "sessions.retainRecording": onRecording({ retainUntil: "2026-12-31" }),
  "sessions.removeRecording": onRecording(),
};
