import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { declineProposal, proposePoint, takeProposal } from "@/lib/sessions/agenda/mutations";
import { getAgenda } from "@/lib/sessions/agenda/queries";
import { issueCertificates } from "@/lib/sessions/attendance/certificates/mutations";
import { getCertificate } from "@/lib/sessions/attendance/certificates/queries";
import { setProtocol } from "@/lib/sessions/attendance/letter/mutations";
import { getLetter, getProtocolForm } from "@/lib/sessions/attendance/letter/queries";
import { addAttendee } from "@/lib/sessions/attendance/mutations";
import { getAttendanceView, getRegister, listAddable } from "@/lib/sessions/attendance/queries";
import { listToClose } from "@/lib/sessions/followup/queries";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { listInterests } from "@/lib/sessions/interests/queries";
import { getSessionPlanning } from "@/lib/sessions/planning/aside/queries";
import { getFreeSlots } from "@/lib/sessions/planning/slots/queries";
import { cancelPoll, decidePoll, openPoll } from "@/lib/sessions/polls/mutations";
import { getPollForm } from "@/lib/sessions/polls/queries";
import { scheduleSession } from "@/lib/sessions/scheduling/mutations";
import { applyTemplate, makeSeries } from "@/lib/sessions/series/mutations";
import { applyTemplateSchema, makeSeriesSchema } from "@/lib/sessions/series/schema";
import { actorAs } from "@/tests/support/actors";
import { expectRefusal } from "@/tests/support/denied";
import { type Deputies, runs, somebodyInCharge } from "@/tests/support/deputies";
import { moment } from "@/tests/support/factories";
import { aHeldSession } from "@/tests/support/minutes-factories";
import { aSchedule, aSession } from "@/tests/support/session-factories";

let set: Deputies;
let pilot: Deputies["pilot"];
let deputy: Deputies["deputy"];
let former: Deputies["former"];
let other: Deputies["other"];
beforeAll(async () => {
  set = await somebodyInCharge();
  ({ pilot, deputy, former, other } = set);
});

const sets = () => set;
const run = () => ({ deputyId: deputy.personId });
const slug = () => pilot.programme.slug;

async function putInCharge(id: string): Promise<void> {
  await db.session.update({ where: { id }, data: run() });
}

const aDraft = () => aSession(pilot.programme.id, run());
const aConvened = () => aSession(pilot.programme.id, { state: "CONVENED", ...run() });
const options = ["2026-04-14", "2026-04-15"].map((day) => ({
  startsAt: new Date(`${day}T08:30:00Z`),
  endsAt: new Date(`${day}T10:30:00Z`),
}));
const aPoll = (session: string) => ({
  for: "draft" as const,
  id: freshIdentifier(moment),
  session,
  note: "",
  closesAt: new Date("2026-04-10T10:00:00Z"),
  options,
});

async function proposed() {
  const session = await aConvened();
  const id = freshIdentifier(moment);
  await proposePoint(pilot.staff, { id, session: session.id, title: "Un punto", note: "", minutes: 10 });
  return { id, session };
}

describe("the agenda", () => {
  runs(sets, "takes what is proposed", {
    ground: proposed,
    act: (actor, { id, session }) => takeProposal(actor, { id, version: session.version, minutes: 10 }),
  });
  runs(sets, "or declines it", {
    ground: proposed,
    act: (actor, { id }) => declineProposal(actor, { id, reason: "Un’altra volta" }),
  });
  test("offers the page that manages it", async () => {
    const { id } = await aConvened();
    expect((await getAgenda(deputy, slug(), id)).may.manage).toBe(true);
    expect((await getAgenda(other, slug(), id)).may.manage).toBe(false);
  });
});

describe("the attendance", () => {
  async function closed() {
    const { id } = await aHeldSession(pilot, { present: [pilot.expert.personId] });
    await putInCharge(id);
    return { id };
  }
  runs(sets, "gives the certificates of all, who reads them", {
    ground: closed,
    act: async (actor, input) => {
      await issueCertificates(actor, input);
      const { certificates } = await getAttendanceView(actor, slug(), input.id);
      expect(certificates).toHaveLength(1);
      await getCertificate(actor, certificates[0]?.id ?? "");
    },
  });
  runs(sets, "has its register", { ground: closed, act: (actor, { id }) => getRegister(actor, id) });
  runs(sets, "takes somebody who came uninvited", {
    ground: async () => {
      const { id } = await aHeldSession(pilot, { state: "CONVENED" });
      await putInCharge(id);
      return { id, person: (await actorAs("EXPERT", { programmeId: pilot.programme.id })).personId };
    },
    act: async (actor, input) => {
      await listAddable(actor, input.id);
      await addAttendee(actor, input);
    },
  });
  runs(sets, "sets the number of the letter, and reads each body's", {
    ground: async () => {
      const session = await aConvened();
      await db.sessionInvitee.create({
        data: { sessionId: session.id, personId: pilot.staff.personId, organisationId: pilot.body.id },
      });
      return session;
    },
    act: async (actor, { id, version }) => {
      await setProtocol(actor, { id, version, protocolNumber: `N ${id}`, protocolDate: "2026-03-20" });
      await getProtocolForm(actor, slug(), id);
      await getLetter(actor, { id, organisationId: pilot.body.id });
    },
  });
});

describe("the date of a draft", () => {
  runs(sets, "is asked for by a poll that the deputy opens and gives up", {
    ground: aDraft,
    act: async (actor, { id }) => {
      await getPollForm(actor, slug(), id);
      const input = aPoll(id);
      await openPoll(actor, input);
      await cancelPoll(actor, { id: input.id, version: 1 });
    },
  });
  runs(sets, "is decided from the poll", {
    ground: async () => {
      const { id } = await aDraft();
      const input = aPoll(id);
      await openPoll(pilot.coordinator, input);
      const option = await db.pollOption.findFirstOrThrow({ where: { pollId: input.id } });
      return { id: input.id, version: 1, option: option.id, busyAnyway: true };
    },
    act: decidePoll,
  });
  runs(sets, "is looked for among the free hours", {
    ground: aDraft,
    act: (actor, { id }) => getFreeSlots(actor, slug(), id, null),
  });
});

describe("a deputy besides", () => {
  runs(sets, "reads which bodies would come", {
    ground: () => aSession(pilot.programme.id, { audience: "PUBLIC", ...run() }),
    act: (actor, { id }) => listInterests(actor, id),
  });

  test("is asked to close the session", async () => {
    const { id } = await aSession(pilot.programme.id, {
      state: "CONVENED",
      startsAt: new Date("2026-03-02T09:30:00Z"),
      ...run(),
    });
    const asked = async (actor: Actor) => (await listToClose(actor)).map((one) => one.id);
    expect(await asked(deputy)).toContain(id);
    expect(await asked(other)).not.toContain(id);
    expect(await asked(former)).toEqual([]);
  });

  test("schedules nothing else: no session, series, template or poll for a new one", async () => {
    const draft = await aDraft();
    const head = { ...draft, kind: "DISSEMINATION", audience: "PROGRAMME", state: "DRAFT" } as const;
    const planning = await getSessionPlanning(deputy, { ...head, programme: pilot.programme });
    expect(planning.may).toEqual({ makeSeries: false, findDate: true });
    await expectRefusal(() => scheduleSession(deputy, aSchedule(pilot.programme)));
    await expectRefusal(() =>
      makeSeries(
        deputy,
        makeSeriesSchema.parse({ id: draft.id, version: 1, first: "2026-04-14", count: 2, every: 1 }),
      ),
    );
    await expectRefusal(() =>
      applyTemplate(deputy, applyTemplateSchema.parse({ programme: slug(), start: "2026-09-01" })),
    );
    await expectRefusal(() =>
      openPoll(deputy, {
        ...aPoll(draft.id),
        for: "new",
        programme: slug(),
        kind: "TABLE",
        title: "Un tavolo",
      }),
    );
    await expectRefusal(() => getPollForm(deputy, slug(), undefined));
    await expectRefusal(() => getFreeSlots(deputy, slug(), undefined, null));
  });
});
