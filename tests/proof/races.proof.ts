import { beforeAll, describe, expect, test } from "vitest";
import { addDraft, submitDeliverable } from "@/lib/documents/deliverables/mutations";
import { addDocument, addVersion } from "@/lib/documents/mutations";
import { nextNumber } from "@/lib/platform/counter";
import { withClient } from "@/lib/platform/database/connection";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { actorAs } from "@/tests/support/actors";
import {
  aDeliverable,
  aFile,
  aWorkingGroup,
  reload,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { aChange, aSession } from "@/tests/support/session-factories";

const rounds = Array.from({ length: 50 }, (_, index) => index + 1);
const crowd = Array.from({ length: 300 }, (_, index) => index + 1);

let group: WorkingGroup;
beforeAll(async () => {
  group = await aWorkingGroup();
});

describe("Of two at once, fifty times,", () => {
  test("one submission of a deliverable is taken and the other refused", async () => {
    const refusals: string[] = [];
    for (const round of rounds) {
      const draft = await aDraft(`Doppio invio ${round}`);
      const refused = await theOneRefused([
        submitDeliverable(group.referent, draft),
        submitDeliverable(group.staff, draft),
      ]);
      refusals.push(refused.name);
      const after = await reload({ id: draft.id });
      expect(after).toMatchObject({ state: "SUBMITTED", version: draft.version + 1 });
      expect(after.submissions).toHaveLength(1);
      expect(await eventsOf(draft.id, "documents.submitted")).toBe(1);
    }
    tell("refused submissions", refusals);
    expect(await receiptJobs()).toBe(rounds.length);
    expect(await submissionNumbers()).toEqual(rounds);
  });

  test("one first draft of a deliverable is kept, and of the other nothing", async () => {
    for (const round of rounds) {
      const title = `Due bozze ${round}`;
      const { id } = await aDeliverable(group, title);
      const refused = await theOneRefused(
        [group.referent, group.staff].map((actor, index) =>
          addDraft(actor, { deliverable: id, number: 1, note: "" }, aFile(`bozza-${round}-${index}.pdf`)),
        ),
      );
      expect(refused).toMatchObject({ code: "documents.versionTaken" });
      expect((await reload({ id })).document?.versions).toHaveLength(1);
      expect(await db.document.count({ where: { title } })).toBe(1);
    }
  });

  test("one upload of a version number is kept, and of the other nothing", async () => {
    const { id } = await addDocument(
      group.coordinator,
      { programme: group.programme.slug, kind: "STUDY_MATERIAL", title: "Guida", note: "" },
      aFile("guida.pdf"),
    );
    for (const round of rounds) {
      const refused = await theOneRefused(
        [group.coordinator, group.coordinator].map((actor, index) =>
          addVersion(actor, { document: id, number: round + 1, note: "" }, aFile(`v${round}-${index}.pdf`)),
        ),
      );
      expect(refused).toMatchObject({ code: "documents.versionTaken" });
    }
    const versions = await db.documentVersion.findMany({
      where: { documentId: id },
      orderBy: { number: "asc" },
      select: { number: true },
    });
    expect(versions.map(({ number }) => number)).toEqual([1, ...rounds.map((round) => round + 1)]);
    expect(await eventsOf(id, "documents.versionAdded")).toBe(rounds.length);
    const kept = { filename: { startsWith: "v" }, documentId: id };
    expect(await db.documentVersion.count({ where: kept })).toBe(rounds.length);
  });

  test("one edit of a session is kept whole, and the other told that it is stale", async () => {
    const colleague = await actorAs("COORDINATOR", { programmeId: group.programme.id });
    const { id } = await aSession(group.programme.id);
    for (const round of rounds) {
      const before = await db.session.findUniqueOrThrow({ where: { id } });
      const texts = [group.coordinator, colleague].map((actor, index) => ({
        actor,
        title: `Titolo ${round} di ${index}`,
        agenda: [{ title: `Punto ${round} di ${index}`, owner: "Faculty", minutes: 30 + index }],
      }));
      const refused = await theOneRefused(
        texts.map(({ actor, ...text }) => changeSession(actor, aChange(before, text))),
      );
      expect(refused).toBeInstanceOf(StaleError);
      const after = await db.session.findUniqueOrThrow({ where: { id }, include: { agenda: true } });
      expect(after.version).toBe(before.version + 1);
      const winner = texts.find(({ title }) => title === after.title);
      expect(after.agenda.map(({ title }) => title)).toEqual(winner?.agenda.map(({ title }) => title));
      expect(after.vevent).toContain(after.title);
    }
    expect(await eventsOf(id, "sessions.changed")).toBe(rounds.length);
  });
});

describe("With one in five rolled back at the last moment, 300 at once", () => {
  test("take numbers of a register without gap or double", async () => {
    const attempts = crowd.map((one) =>
      db.$transaction(
        async (tx) => {
          const number = await nextNumber(tx, "proof", 2026);
          if (one % 5 === 0) throw new Error("given up");
          return number;
        },
        { maxWait: 120_000, timeout: 120_000 },
      ),
    );
    const taken = (await Promise.allSettled(attempts)).flatMap((one) =>
      one.status === "fulfilled" ? [one.value] : [],
    );
    expect(taken.sort((left, right) => left - right)).toEqual(
      Array.from({ length: 240 }, (_, index) => index + 1),
    );
    const counter = await db.counter.findFirst({ where: { register: "proof", year: 2026 } });
    expect(counter?.value).toBe(240);
  });

  test("submissions take receipt numbers without gap or double", async () => {
    const before = (await submissionNumbers()).length;
    const drafts: Awaited<ReturnType<typeof aDraft>>[] = [];
    for (const one of crowd) drafts.push(await aDraft(`${one % 5 === 0 ? "Annullata" : "Tenuta"} ${one}`));
    await failAtCommit("Annullata");
    const started = performance.now();
    const results = await inLanes(drafts, (draft) => submitDeliverable(group.referent, draft));
    tell("300 submissions", [`${Math.round(performance.now() - started)} ms`]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(240);
    const reasons = results.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
    expect(reasons.filter((reason) => !reason.includes("rolled back by the proof"))).toEqual([]);
    const numbers = await submissionNumbers();
    expect(numbers).toEqual(Array.from({ length: before + 240 }, (_, index) => index + 1));
    expect(await receiptJobs()).toBe(before + 240);
  });
});

/** A deliverable with one draft, as the form that sends it. */
async function aDraft(title: string): Promise<{ id: string; version: number; versionId: string }> {
  const { id } = await aDeliverable(group, title);
  await addDraft(group.referent, { deliverable: id, number: 1, note: "" }, aFile(`${title}.pdf`));
  const { version, document } = await reload({ id });
  return { id, version, versionId: document?.versions[0]?.id ?? "" };
}

/** Why the one attempt failed while the other succeeded. */
async function theOneRefused(attempts: Promise<unknown>[]): Promise<Error> {
  const results = await Promise.allSettled(attempts);
  const refused = results.flatMap((one) => (one.status === "rejected" ? [one.reason as Error] : []));
  expect(refused, "exactly one is refused").toHaveLength(results.length - 1);
  return refused[0] as Error;
}

/** As many at a time as the portal has connections: the others would not wait, they would be told to come later. */
async function inLanes<Item, Result>(items: Item[], work: (item: Item) => Promise<Result>) {
  const results: PromiseSettledResult<Result>[] = [];
  const queue = [...items];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      results.push(...(await Promise.allSettled([work(item)])));
    }
  };
  await Promise.all(Array.from({ length: 10 }, lane));
  return results;
}

/** The database refuses the commit itself of submissions whose deliverable has such a title: later than any code of ours. */
async function failAtCommit(title: string): Promise<void> {
  await owner(`
    create function proof_refuse() returns trigger language plpgsql as $$
    begin
      if exists (select from deliverable join deliverable_request on request_id = deliverable_request.id
                 where deliverable.id = new.deliverable_id and title like '${title}%')
      then raise exception 'rolled back by the proof'; end if;
      return null;
    end $$;
    create constraint trigger proof_refuse after insert on submission
      deferrable initially deferred for each row execute function proof_refuse()`);
}

async function owner(sql: string): Promise<void> {
  await withClient(process.env.DATABASE_MIGRATION_URL ?? "", (client) => client.query(sql));
}

function eventsOf(subjectId: string, kind: string): Promise<number> {
  return db.event.count({ where: { subjectId, kind } });
}

async function submissionNumbers(): Promise<number[]> {
  const rows = await db.submission.findMany({ where: { year: 2026 }, select: { number: true } });
  return rows.map(({ number }) => number).sort((left, right) => left - right);
}

async function receiptJobs(): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from graphile_worker.jobs where task_identifier = 'make-receipt'`;
  return row?.n ?? 0;
}

function tell(what: string, values: string[]): void {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  console.log(`${what}: ${[...counts].map(([value, n]) => (n > 1 ? `${n} × ${value}` : value)).join(", ")}`);
}
