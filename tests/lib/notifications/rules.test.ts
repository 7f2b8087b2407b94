import { describe, expect, test } from "vitest";
import { rulesFor } from "@/lib/notifications/rules";

const rules = (kind: string, data: Record<string, unknown> = {}) =>
  rulesFor({ kind, subjectKind: "x", data });

describe("rulesFor", () => {
  test.each([
    ["sessions.convened", "sessionConvened", "invitees"],
    ["sessions.cancelled", "sessionCancelled", "invitees"],
    ["sessions.minutesProposed", "minutesProposed", "attended"],
    ["sessions.minutesObjected", "minutesObjected", "managers"],
    ["sessions.minutesApproved", "minutesApproved", "attended"],
    ["sessions.minutesPublished", "minutesPublished", "invitees"],
    ["documents.requestCreated", "requestCreated", "owing-bodies"],
    ["documents.submitted", "submitted", "reviewers"],
    ["documents.newerSubmitted", "newerSubmitted", "reviewers"],
    ["documents.newerTaken", "reviewTurn", "next-reviewer"],
    ["documents.stepApproved", "reviewTurn", "next-reviewer"],
    ["documents.draftReady", "draftReady", "referents"],
    ["documents.extensionAsked", "extensionAsked", "coordinators"],
    ["documents.extensionRefused", "extensionRefused", "body"],
    ["documents.changesRequested", "changesRequested", "body"],
    ["documents.approved", "approved", "body"],
    ["documents.extensionGranted", "extensionGranted", "body"],
    ["reuse.declarationConfirmed", "reuseDeclared", "coordinators"],
    ["animation.postRefused", "scheduledRefused", "coordinators"],
    ["animation.bodyReminded", "silenceReminded", "referents"],
    ["people.roleAssigned", "welcomed", "newcomer"],
    ["forum.flagged", "postFlagged", "coordinators"],
    ["forum.authorWarned", "authorWarned", "named"],
    ["tables.seatGiven", "tableSeatGiven", "named"],
    ["forum.posted", "posted", "watchers"],
    ["forum.threadOpened", "threadOpened", "watchers"],
  ])("%s is told by %s to the %s", (kind, template, of) => {
    expect(rules(kind)).toMatchObject([{ template, to: { of } }]);
  });

  test.each([
    "people.signedIn",
    "documents.locked",
    "programmes.edited",
    "sessions.replied",
    "sessions.minutesWritten",
    "sessions.minutesAgreed",
    // The moderators were told of the first one.
    "forum.flagAdded",
    "nonsense",
    "constructor",
  ])("%s is told to nobody", (kind) => {
    expect(rules(kind)).toEqual([]);
  });

  test.each(["forum.threadAssigned", "forum.threadReassigned"])(
    "%s is told to whoever is to answer",
    (kind) => {
      expect(rules(kind, { assignee: "a", previous: "b" })).toEqual([
        { template: "threadAssigned", to: { of: "named", people: ["a"] } },
      ]);
    },
  );

  test("a draft that changes or is dropped is told to nobody", () => {
    expect(rules("sessions.changed", { convened: false, raised: true })).toEqual([]);
    expect(rules("sessions.cancelled", { wasConvened: false })).toEqual([]);
  });

  test("a change that the calendar does not show is told to nobody", () => {
    expect(rules("sessions.changed", { convened: true, raised: false, added: [], removed: [] })).toEqual([]);
  });

  test("of a change of time and bodies, each hears what concerns them, once", () => {
    expect(rules("sessions.changed", { convened: true, raised: true, added: ["a"], removed: ["r"] })).toEqual(
      [
        { template: "sessionConvened", to: { of: "named", people: ["a"] } },
        { template: "sessionWithdrawn", to: { of: "named", people: ["r"] } },
        { template: "sessionChanged", to: { of: "invitees", except: ["a"] } },
      ],
    );
  });
});
