import { withClient } from "@/lib/platform/database/connection";
import { buildVevent } from "@/lib/sessions/vevent";
import { signInAt } from "../testing/plain-browser";
import { type BenchData, type BenchWeb, buildOnce, openDemonstration, startWeb } from "./portal";
import { circumstances, type Section, table } from "./report";

const events = 10_000;
const times = 40;
const token = "a-token-of-the-benchmark";
/** What is wanted: milliseconds at the 95th of 100, and of the event loop at its longest. */
const wanted = { cold: 1_000, cached: 300, loop: 50 };

type Feed = { name: string; path: string };
type Measured = { name: string; cold: number; p95: number; known: number; loop: number; bytes: number };

/** npm run bench -- feeds: calendars of ten thousand events, made anew, kept, and unchanged. */
export async function benchFeeds(): Promise<Section[]> {
  await buildOnce();
  const when = circumstances();
  const data = await openDemonstration();
  try {
    await fill(data);
    const feeds = await feedsOf(data);
    const measured: Measured[] = [];
    for (const feed of feeds) measured.push(await measure(data, feed));
    return [feedsSection(measured, when)];
  } finally {
    await data.close();
  }
}

/** Adds public sessions to the running edition, to each of which somebody with an account is invited. */
async function fill(data: BenchData): Promise<void> {
  const start = Date.parse("2026-01-07T08:00:00Z");
  const rows = Array.from({ length: events }, (_, index) => {
    const id = `01960000-0000-7000-8000-${String(index).padStart(12, "0")}`;
    const startsAt = new Date(start + index * 3_600_000);
    const endsAt = new Date(startsAt.getTime() + 7_200_000);
    const title = `Seminario ${index + 1} sui profili professionali`;
    const description = "Principi e metodologia della revisione, con le domande delle Camere. ".repeat(3);
    const agenda = ["Apertura", "Relazione", "Domande"].map((point) => ({
      title: point,
      minutes: 40,
      owner: "Faculty",
    }));
    const vevent = buildVevent(
      {
        ...{ id, title, description, startsAt, endsAt, agenda },
        ...{ mode: "WEBCONFERENCE", place: null, state: "CONVENED", sequence: 0 },
      },
      new Date(start),
    );
    return { id, title, description, startsAt, endsAt, vevent };
  });
  const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
  await withClient(data.migrationUrl, async (client) => {
    await client.query(
      `INSERT INTO session (id, programme_id, kind, title, description, starts_at, ends_at, mode, audience, state,
         convened_at, vevent, updated_at)
       SELECT v.id, p.id, 'SEMINAR', v.title, v.description, v.starts_at, v.ends_at, 'WEBCONFERENCE', 'PUBLIC',
         'CONVENED', '2026-01-01', v.vevent, '2026-01-01'
       FROM programme p, unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[])
         AS v(id, title, description, starts_at, ends_at, vevent)
       WHERE p.slug = 'camere-nuova-edizione'`,
      [
        column("id"),
        column("title"),
        column("description"),
        column("startsAt"),
        column("endsAt"),
        column("vevent"),
      ],
    );
    await client.query(
      `INSERT INTO session_invitee (session_id, person_id) SELECT s.id, p.id FROM session s, person p
       WHERE s.kind = 'SEMINAR' AND p.email = 'staff.a@demo.test'`,
    );
    await client.query("ANALYZE");
  });
}

async function feedsOf(data: BenchData): Promise<Feed[]> {
  const web = await startWeb(data);
  try {
    const cookie = await signInAt(web.origin, "staff.a");
    const profile = await fetch(`${web.origin}/area/profilo`, { headers: { cookie } });
    const [personal] = /\/calendario\/[\w.-]+\.ics/.exec(await profile.text()) ?? [];
    if (!personal) throw new Error("the profile shows no calendar");
    return [
      { name: "all public sessions", path: "/calendario.ics" },
      { name: "of one programme", path: "/programmi/camere-nuova-edizione/calendario.ics" },
      { name: "of one person", path: personal },
    ];
  } finally {
    await web.stop();
  }
}

/** A web server of its own, so that the first answer finds nothing kept; then the same again and again. */
async function measure(data: BenchData, { name, path }: Feed): Promise<Measured> {
  const web = await startWeb(data, { METRICS_TOKEN: token });
  try {
    // The first request of a process loads programs; that is the start's cost and not the calendar's.
    await read(`${web.origin}/calendario.ics?nessuno`, { method: "HEAD" });
    await longestHold(web);
    const cold = await read(web.origin + path);
    const coldHold = await longestHold(web);
    const taken: number[] = [];
    let holds = coldHold;
    for (let time = 0; time < times; time += 1) {
      const one = await read(web.origin + path);
      if (one.bytes !== cold.bytes)
        throw new Error(`${path} was ${one.bytes} bytes long after ${cold.bytes}`);
      taken.push(one.ms);
      holds = Math.max(holds, await longestHold(web));
    }
    const known = await read(web.origin + path, { headers: { "if-none-match": cold.etag } });
    if (known.status !== 304) throw new Error(`${path} was answered ${known.status} to who has it`);
    return {
      name,
      cold: cold.ms,
      p95: taken.toSorted((a, b) => a - b)[Math.ceil(times * 0.95) - 1] as number,
      known: known.ms,
      loop: holds,
      bytes: cold.bytes,
    };
  } finally {
    await web.stop();
  }
}

async function read(url: string, init: RequestInit = {}) {
  const begun = performance.now();
  const headers = { "accept-encoding": "identity", ...init.headers };
  const answer = await fetch(url, { ...init, headers });
  const text = await answer.text();
  const ms = performance.now() - begun;
  const entries = text.split("BEGIN:VEVENT").length - 1;
  if (answer.status === 200 && init.method !== "HEAD" && entries < events) {
    throw new Error(`${url} has ${entries} events`);
  }
  return {
    ms,
    bytes: Buffer.byteLength(text),
    status: answer.status,
    etag: answer.headers.get("etag") ?? "",
  };
}

/** For how long the event loop of the server was held at most since it was last asked, in milliseconds. */
async function longestHold(web: BenchWeb): Promise<number> {
  const answer = await fetch(`${web.origin}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const [, seconds] = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(await answer.text()) ?? [];
  if (!seconds) throw new Error("the figures say nothing of the event loop");
  return Number(seconds) * 1000;
}

function feedsSection(measured: Measured[], when: string): Section {
  const ms = (value: number, most: number) => `${value.toFixed(0)}${value <= most ? "" : " **above**"}`;
  return {
    heading: "Calendars to subscribe to",
    body: `${when}

${events.toLocaleString("en")} events in one calendar, read to its end as a client without compression reads it, in milliseconds. *first*:
by a web process that has just started; *p95*: of ${times} more; *unchanged*: to who has it (304); *event loop*: for how
long it was held at most. Wanted: first ${wanted.cold}, p95 ${wanted.cached}, event loop ${wanted.loop}.

${table(
  ["calendar", "MB", "first", "p95", "unchanged", "event loop"],
  measured.map((one) => [
    one.name,
    (one.bytes / 1e6).toFixed(1),
    ms(one.cold, wanted.cold),
    ms(one.p95, wanted.cached),
    one.known.toFixed(1),
    ms(one.loop, wanted.loop),
  ]),
)}`,
  };
}
