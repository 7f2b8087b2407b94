import { expect, test } from "vitest";
import { newsletterIssueTransitions } from "@/lib/newsletter/lifecycle";
import {
  canWriteNewsletter,
  hasNewsletter,
  issueVisibleTo,
  sentIssueVisibleTo,
} from "@/lib/newsletter/policy";
import { momentOf, sendIssueSchema, writeIssueSchema } from "@/lib/newsletter/schema";
import { visitorActor } from "@/lib/platform/actor";
import { Role } from "@/lib/platform/db/generated/enums";
import { actorFor } from "@/tests/support/actors";
import { moment } from "@/tests/support/factories";

const id = "01990000-0000-7000-8000-00000000000";
const place = { programmeId: `${id}1`, promoterId: `${id}2` };

test("the coordinator alone writes a programme's newsletter", () => {
  const writers = (programmeId: string) =>
    Object.values(Role).filter((role) => {
      const scopes = {
        PROGRAMME_MANAGER: { organisationId: place.promoterId },
        ADMINISTRATOR: {},
        PRIVACY_OFFICER: {},
      };
      const scope = scopes[role as keyof typeof scopes] ?? { programmeId, organisationId: place.promoterId };
      return canWriteNewsletter(actorFor(`${id}9`, [{ role, ...scope }]), place);
    });
  expect(writers(place.programmeId)).toEqual(["COORDINATOR"]);
  expect(writers(`${id}3`)).toEqual([]);
  expect(canWriteNewsletter(visitorActor(moment), place)).toBe(false);
});

test("everybody reads what was sent of a public programme, a coordinator all of one's own", () => {
  const visitor = visitorActor(moment);
  expect(sentIssueVisibleTo(visitor)).toMatchObject({ state: "SENT" });
  expect(issueVisibleTo(visitor)).toEqual({
    OR: [{ programmeId: { in: [] } }, sentIssueVisibleTo(visitor)],
  });
  const coordinator = actorFor(`${id}9`, [{ role: "COORDINATOR", programmeId: place.programmeId }]);
  expect(issueVisibleTo(coordinator).OR).toContainEqual({ programmeId: { in: [place.programmeId] } });
  expect(hasNewsletter).toEqual({ state: { not: "DRAFT" } });
});

test("an issue is written, waits or is sent, and stays sent", () => {
  expect(newsletterIssueTransitions).toEqual({
    DRAFT: { schedule: "SCHEDULED", send: "SENT" },
    SCHEDULED: { send: "SENT", takeBack: "DRAFT" },
    SENT: {},
  });
});

const written = { programmeId: `${id}1`, title: "Titolo", text: "Testo", submissionKey: `${id}5` };
const faultsOf = (schema: typeof writeIssueSchema | typeof sendIssueSchema, input: object) =>
  schema.safeParse(input).error?.issues.map(({ path }) => path.join("."));

test.each([
  [{}, undefined],
  [{ title: " " }, ["title"]],
  [{ title: "x".repeat(201) }, ["title"]],
  [{ text: "" }, ["text"]],
  [{ text: "x".repeat(20_001) }, ["text"]],
])("the form of an issue with %o is refused at %o", (changes, faults) => {
  expect(faultsOf(writeIssueSchema, { ...written, ...changes })).toEqual(faults);
});

test.each([
  [{}, undefined],
  [{ date: "2026-04-01", time: "9.30" }, undefined],
  [{ date: "2026-04-01" }, ["time"]],
  [{ time: "9:30" }, ["date"]],
  [{ date: "1.4.2026", time: "9:30" }, ["date"]],
  [{ date: "2026-04-01", time: "25:00" }, ["time"]],
])("the form of sending with %o is refused at %o", (moments, faults) => {
  expect(faultsOf(sendIssueSchema, { id: `${id}6`, version: "1", ...moments })).toEqual(faults);
});

test("the moment is on Rome's clock", () => {
  const { date, time } = sendIssueSchema.parse({
    id: `${id}6`,
    version: 1,
    date: "2026-04-01",
    time: "9.30",
  });
  expect(momentOf({ date, time })?.toISOString()).toBe("2026-04-01T07:30:00.000Z");
  expect(momentOf({})).toBeNull();
});
