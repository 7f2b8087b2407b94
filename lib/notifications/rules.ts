/** An event of the log, as far as it decides who is told. */
export type TellingEvent = { kind: string; subjectKind: string; data: Record<string, unknown> };

/** Whom an event concerns: `people` lists persons that the event itself names. */
export type Audience =
  | { of: "invitees"; except: readonly string[] }
  | { of: "named"; people: readonly string[] }
  | { of: "owing-bodies" }
  | { of: "coordinators" }
  | { of: "reviewers" }
  | { of: "next-reviewer" }
  | { of: "managers" }
  | { of: "attended" }
  | { of: "body" }
  | { of: "referents" }
  | { of: "watchers" }
  | { of: "mentioned"; mentions: readonly string[] }
  | { of: "asked" }
  | { of: "silent" }
  | { of: "proposer" }
  | { of: "addressed" }
  | { of: "newcomer" };

export type TemplateName =
  | "sessionConvened"
  | "sessionChanged"
  | "sessionWithdrawn"
  | "sessionCancelled"
  | "placeGiven"
  | "substituteNamed"
  | "substituteTakenBack"
  | "deputyNamed"
  | "requestCreated"
  | "submitted"
  | "newerSubmitted"
  | "reviewTurn"
  | "changesRequested"
  | "approved"
  | "extensionGranted"
  | "draftReady"
  | "extensionAsked"
  | "extensionRefused"
  | "deliverableMessage"
  | "mentioned"
  | "posted"
  | "threadOpened"
  | "threadAssigned"
  | "minutesProposed"
  | "minutesObjected"
  | "minutesApproved"
  | "minutesPublished"
  | "pollOpened"
  | "pollReminded"
  | "proposalTaken"
  | "proposalDeclined"
  | "fileWithheld"
  | "reuseDeclared"
  | "postFlagged"
  | "authorWarned"
  | "announced"
  | "scheduledRefused"
  | "silenceReminded"
  | "tableSeatGiven"
  | "welcomed";

/** One mail to each person of an audience. */
export type Rule = { template: TemplateName; to: Audience };

const simple = new Map<string, Rule>(
  Object.entries({
    "sessions.convened": { template: "sessionConvened", to: { of: "invitees", except: [] } },
    "sessions.minutesProposed": { template: "minutesProposed", to: { of: "attended" } },
    "sessions.minutesObjected": { template: "minutesObjected", to: { of: "managers" } },
    "sessions.minutesApproved": { template: "minutesApproved", to: { of: "attended" } },
    "sessions.minutesPublished": { template: "minutesPublished", to: { of: "invitees", except: [] } },
    "sessions.pollOpened": { template: "pollOpened", to: { of: "asked" } },
    "sessions.pollReminded": { template: "pollReminded", to: { of: "silent" } },
    "sessions.proposalTaken": { template: "proposalTaken", to: { of: "proposer" } },
    "sessions.proposalDeclined": { template: "proposalDeclined", to: { of: "proposer" } },
    "documents.requestCreated": { template: "requestCreated", to: { of: "owing-bodies" } },
    "documents.submitted": { template: "submitted", to: { of: "reviewers" } },
    "documents.newerSubmitted": { template: "newerSubmitted", to: { of: "reviewers" } },
    "documents.newerTaken": { template: "reviewTurn", to: { of: "next-reviewer" } },
    "documents.stepApproved": { template: "reviewTurn", to: { of: "next-reviewer" } },
    "documents.changesRequested": { template: "changesRequested", to: { of: "body" } },
    "documents.approved": { template: "approved", to: { of: "body" } },
    "documents.draftReady": { template: "draftReady", to: { of: "referents" } },
    "documents.extensionAsked": { template: "extensionAsked", to: { of: "coordinators" } },
    "documents.extensionRefused": { template: "extensionRefused", to: { of: "body" } },
    "documents.extensionGranted": { template: "extensionGranted", to: { of: "body" } },
    "documents.fileWithheld": { template: "fileWithheld", to: { of: "coordinators" } },
    "forum.fileWithheld": { template: "fileWithheld", to: { of: "coordinators" } },
    "reuse.declarationConfirmed": { template: "reuseDeclared", to: { of: "coordinators" } },
    "announcements.published": { template: "announced", to: { of: "addressed" } },
    "animation.postRefused": { template: "scheduledRefused", to: { of: "coordinators" } },
    "animation.bodyReminded": { template: "silenceReminded", to: { of: "referents" } },
    "people.roleAssigned": { template: "welcomed", to: { of: "newcomer" } },
    "forum.flagged": { template: "postFlagged", to: { of: "coordinators" } },
    "forum.posted": { template: "posted", to: { of: "watchers" } },
    "forum.threadOpened": { template: "threadOpened", to: { of: "watchers" } },
  }),
);

/** Who hears of an event, and by which mail. Most events are told to nobody: they stand in the log. */
export function rulesFor(event: TellingEvent): Rule[] {
  if (event.kind === "sessions.changed") return sessionChanged(event.data);
  if (event.kind === "sessions.cancelled") {
    // A draft that is dropped was never in anybody's calendar.
    return event.data.wasConvened === false
      ? []
      : [{ template: "sessionCancelled", to: { of: "invitees", except: [] } }];
  }
  // The other side hears of it: who wrote knows, and colleagues read it on the page.
  if (event.kind === "documents.messageWritten")
    return [
      { template: "deliverableMessage", to: { of: event.data.side === "BODY" ? "reviewers" : "body" } },
    ];
  const named = toNamed(event);
  if (named) return [named];
  const rule = simple.get(event.kind);
  return [...mentioned(event), ...(rule ? [rule] : [])];
}

/** Whoever is called by name in a post hears of that, in place of a post more in what they follow. */
function mentioned({ kind, data }: TellingEvent): Rule[] {
  const mentions = listOf(data.mentions);
  if (!kind.startsWith("forum.") || mentions.length === 0) return [];
  return [{ template: "mentioned", to: { of: "mentioned", mentions } }];
}

/** What is told to the people alone whom the event names. */
function toNamed({ kind, data }: TellingEvent): Rule | null {
  const to = (...people: unknown[]): Audience => ({ of: "named", people: listOf(people.flat()) });
  if (kind === "forum.threadAssigned" || kind === "forum.threadReassigned")
    return { template: "threadAssigned", to: to(data.assignee) };
  if (kind === "sessions.placeGiven") return { template: "placeGiven", to: to(data.people) };
  if (kind === "sessions.substituteNamed") return { template: "substituteNamed", to: to(data.substitute) };
  if (kind === "tables.seatGiven") return { template: "tableSeatGiven", to: to(data.people) };
  if (kind === "sessions.deputyNamed") return { template: "deputyNamed", to: to(data.deputy) };
  if (kind === "sessions.invitationsEnded") return { template: "sessionWithdrawn", to: to(data.removed) };
  if (kind === "forum.authorWarned") return { template: "authorWarned", to: to(data.person) };
  // Whoever is convened besides stays so: only the others' calendars lose the session.
  if (kind === "sessions.substituteTakenBack" && data.invited === true)
    return { template: "substituteTakenBack", to: to(data.substitute) };
  return null;
}

function sessionChanged(data: Record<string, unknown>): Rule[] {
  if (data.convened !== true) return [];
  const added = listOf(data.added);
  const removed = listOf(data.removed);
  const rules: Rule[] = [];
  if (added.length > 0) rules.push({ template: "sessionConvened", to: { of: "named", people: added } });
  if (removed.length > 0) rules.push({ template: "sessionWithdrawn", to: { of: "named", people: removed } });
  // What a calendar entry does not say (a point of the agenda, the link) is read on the page.
  if (data.raised === true) rules.push({ template: "sessionChanged", to: { of: "invitees", except: added } });
  return rules;
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
