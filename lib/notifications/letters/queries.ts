import "server-only";
import { postingRoles } from "@/lib/forum/policy";
import { announcementLetters } from "@/lib/notifications/announcements/queries";
import {
  declarationContent,
  deliverableContent,
  invitationOf,
  minutesContent,
  pollContent,
  postContent,
  proposalContent,
  requestContent,
  sessionContent,
  sessionPath,
  withheldContent,
} from "@/lib/notifications/contents";
import { refusedLetters, silenceLetters } from "@/lib/notifications/letters/animation/queries";
import type { Letter, LoggedEvent } from "@/lib/notifications/letters/letter";
import { flaggedLetters, warningLetters } from "@/lib/notifications/letters/moderation/queries";
import { seatLetters } from "@/lib/notifications/letters/tables/queries";
import { welcomeLetters } from "@/lib/notifications/letters/welcome/queries";
import {
  type DeliverableFacts,
  findDeliverable,
  findPost,
  findRequest,
  findWaitingDeclaration,
  findWithheld,
  listMentioned,
  listRecipients,
  listRoleHolders,
  type PostFacts,
  type Recipient,
} from "@/lib/notifications/queries";
import type { Rule, TemplateName } from "@/lib/notifications/rules";
import type { Subject } from "@/lib/notifications/subject";
import type { Actor } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { NotFoundError } from "@/lib/platform/errors";
import { proposingRoles } from "@/lib/sessions/agenda/policy";
import { getProposalNotice } from "@/lib/sessions/agenda/queries";
import { getMinutesNotice } from "@/lib/sessions/minutes/approval/queries";
import { getSessionNotice, type SessionNotice } from "@/lib/sessions/notices/queries";
import { deputyRoles, type Run } from "@/lib/sessions/policy";
import { getPollNotice } from "@/lib/sessions/polls/queries";
import { organiserFor } from "@/lib/sessions/replies/organiser";
import { buildInvitation } from "@/lib/sessions/vevent";

/** Those whom an event concerns by a rule, each with what it says to them. */
export async function lettersFor(actor: Actor, event: LoggedEvent, rule: Rule): Promise<Letter[]> {
  try {
    if (event.kind.startsWith("sessions.minutes")) return await minutesLetters(actor, event, rule);
    if (rule.template === "fileWithheld") return await withheldLetters(actor, event);
    if (rule.template === "scheduledRefused") return await refusedLetters(actor, event);
    if (rule.template === "silenceReminded") return await silenceLetters(actor, event);
    if (rule.template === "tableSeatGiven" && rule.to.of === "named")
      return await seatLetters(actor, event, rule.to.people);
    if (rule.template === "welcomed") return await welcomeLetters(actor, event);
    if (rule.template === "postFlagged") return await flaggedLetters(actor, event);
    if (rule.template === "authorWarned") return await warningLetters(actor, event);
    if (rule.template === "reuseDeclared") return await declarationLetters(actor, event);
    if (rule.to.of === "addressed") return await announcementLetters(actor, event);
    if (rule.to.of === "proposer") return await proposalLetters(actor, event);
    if (event.subjectKind === "session") return await sessionLetters(actor, event, rule);
    if (event.subjectKind === "poll") return await pollLetters(actor, event, rule);
    if (event.subjectKind === "request") return await requestLetters(actor, event);
    if (event.subjectKind === "deliverable") return await deliverableLetters(actor, event, rule);
    return await postLetters(actor, event, rule);
  } catch (error) {
    // Removed between the event and this job: there is nothing left to tell of.
    if (error instanceof NotFoundError) return [];
    throw error;
  }
}

async function sessionLetters(actor: Actor, event: LoggedEvent, rule: Rule): Promise<Letter[]> {
  const notice = await getSessionNotice(actor, event.subjectId);
  const { to } = rule;
  const except = to.of === "invitees" ? to.except : [];
  const wanted = to.of === "named" ? to.people : notice.invited.map((one) => one.personId);
  const people = await listRecipients(
    actor,
    wanted.filter((id) => !except.includes(id)),
  );
  const content = (person: Recipient) => sessionContent(notice, person);
  // Running a session is nothing that a calendar shows.
  if (rule.template === "deputyNamed")
    return people.map((person) => ({
      person,
      params: { ...content(person), link: sessionPath(notice, person) },
    }));
  const method = withdraws.includes(rule.template) ? "CANCEL" : "REQUEST";
  return people.map((person) => ({
    person,
    params: content(person),
    calendar: { content: invitation(notice, person, method), method },
  }));
}

const withdraws: TemplateName[] = ["sessionCancelled", "sessionWithdrawn", "substituteTakenBack"];

async function minutesLetters(actor: Actor, event: LoggedEvent, { to }: Rule): Promise<Letter[]> {
  const notice = await getMinutesNotice(actor, event.subjectId);
  const people =
    to.of === "managers"
      ? await listManagers(actor, notice.session)
      : await listRecipients(actor, to.of === "attended" ? notice.attendedIds : notice.invitedIds);
  return people
    .filter((person) => person.id !== event.actorId)
    .map((person) => ({ person, params: minutesContent(notice, person) }));
}

// A deputy is told for as long as its rights on the session last.
async function listManagers(actor: Actor, { programmeId, deputyId }: Run): Promise<Recipient[]> {
  const [coordinators, workers] = await Promise.all([
    listRoleHolders(actor, ["COORDINATOR"], { programmeId }),
    deputyId ? listRoleHolders(actor, deputyRoles, { programmeId }) : [],
  ]);
  const known = new Set(coordinators.map((one) => one.id));
  return [...coordinators, ...workers.filter((one) => one.id === deputyId && !known.has(one.id))];
}

function invitation(notice: SessionNotice, person: Recipient, method: "REQUEST" | "CANCEL"): string {
  const url = new URL(sessionPath(notice, person), env().siteUrl).href;
  const own = notice.invited.find((one) => one.personId === person.id);
  // Whoever waits for a place comes perhaps.
  const reply = own?.waits ? "MAYBE" : (own?.reply ?? null);
  return buildInvitation(
    { ...notice.session, stampedAt: notice.session.updatedAt, url },
    {
      organiser: organiserFor(invitationOf(notice, person)),
      attendee: { name: `${person.givenName} ${person.familyName}`, email: person.email, reply },
    },
    method,
  );
}

// Whoever proposed a point hears what became of it, unless it was done by the same person or the role has ended.
async function proposalLetters(actor: Actor, event: LoggedEvent): Promise<Letter[]> {
  const { proposalId } = event.data as { proposalId?: unknown };
  if (typeof proposalId !== "string") return [];
  const proposal = await getProposalNotice(actor, proposalId);
  const { programmeId } = proposal.session;
  const proposers = await listRoleHolders(actor, proposingRoles, { programmeId });
  return proposers
    .filter((person) => person.id === proposal.proposedById && person.id !== event.actorId)
    .map((person) => ({ person, params: proposalContent(proposal, person) }));
}

async function pollLetters(actor: Actor, event: LoggedEvent, { to }: Rule): Promise<Letter[]> {
  const poll = await getPollNotice(actor, event.subjectId);
  const people = await listRecipients(
    actor,
    (to.of === "silent" ? poll.silentIds : poll.askedIds).filter((id) => id !== event.actorId),
  );
  return people.map((person) => ({ person, params: pollContent(poll, person) }));
}

async function requestLetters(actor: Actor, event: LoggedEvent): Promise<Letter[]> {
  const request = await findRequest(actor, event.subjectId);
  if (!request) return [];
  const organisationIds = request.deliverables.map((one) => one.organisation.id);
  const scope = { programmeId: request.programme.id, organisationIds };
  const people = await listRoleHolders(actor, ["REFERENT", "STAFF"], scope);
  return people.flatMap((person) => {
    const [id] = person.organisationIds;
    const own = request.deliverables.find((one) => one.organisation.id === id);
    const params = id && person.id !== event.actorId ? requestContent(request, { id }, person) : null;
    return params && own ? [{ person, params, subject: { kind: "deliverable", id: own.id } }] : [];
  });
}

async function deliverableLetters(actor: Actor, event: LoggedEvent, rule: Rule): Promise<Letter[]> {
  const deliverable = await findDeliverable(actor, event.subjectId);
  if (!deliverable) return [];
  const people = await peopleOf(actor, deliverable, rule.to);
  return people
    .filter((person) => person.id !== event.actorId)
    .map((person) => ({ person, params: deliverableContent(deliverable, person) }));
}

async function peopleOf(actor: Actor, deliverable: DeliverableFacts, to: Rule["to"]): Promise<Recipient[]> {
  const programmeId = deliverable.request.programme.id;
  if (to.of === "body" || to.of === "referents") {
    const organisationIds = [deliverable.organisation.id];
    const roles = to.of === "body" ? (["REFERENT", "STAFF"] as const) : (["REFERENT"] as const);
    return listRoleHolders(actor, roles, { programmeId, organisationIds });
  }
  if (to.of === "coordinators") return listRoleHolders(actor, ["COORDINATOR"], { programmeId });
  // Who reviews first, or whose turn it is, with those who may stand in.
  const reviewers = await listRoleHolders(actor, ["COORDINATOR", "EXPERT"], { programmeId });
  const next = deliverable.nextReviewerId ?? deliverable.request.reviewers[0]?.personId;
  if (to.of === "next-reviewer") return reviewers.filter((one) => one.id === deliverable.nextReviewerId);
  const coordinators = await listRoleHolders(actor, ["COORDINATOR"], { programmeId });
  const known = new Set(coordinators.map((one) => one.id));
  return [...coordinators, ...reviewers.filter((one) => one.id === next && !known.has(one.id))];
}

async function postLetters(actor: Actor, event: LoggedEvent, { to }: Rule): Promise<Letter[]> {
  // By its identifier where it is named: in the meantime it may have been moved to another thread.
  const { number, postId, dueAt } = event.data as Partial<Record<"number" | "postId" | "dueAt", unknown>>;
  const id = typeof postId === "string" ? postId : event.subjectId;
  const where =
    event.subjectKind === "thread" && id === event.subjectId
      ? { threadId: event.subjectId, number: typeof number === "number" ? number : 1 }
      : { id };
  const post = await findPost(actor, where);
  if (!post) return [];
  // Whoever is asked to answer hears of it, follow the thread or not, though the question may be theirs.
  const teller = to.of === "named" ? event.actorId : post.authorId;
  const people = await listRecipients(
    actor,
    (await readersOf(actor, post, to)).filter((one) => one !== teller),
  );
  const due = typeof dueAt === "string" ? new Date(dueAt) : undefined;
  const subject: Subject = { kind: "thread", id: post.thread.id, number: post.number };
  const writers = await writersOf(actor, post);
  return people.map((person) => ({
    person,
    params: postContent(post, person, due),
    subject,
    ...(writers.has(person.id) ? { repliesTo: `thread.${post.thread.id}` } : {}),
  }));
}

/** Who may answer by mail: who may write there, where the body's mail server hands answers on. */
async function writersOf(actor: Actor, { thread }: PostFacts): Promise<Set<string>> {
  if (!env().inbound || thread.lockedAt) return new Set();
  const programmeId = thread.category.programme.id;
  return new Set((await listRoleHolders(actor, postingRoles, { programmeId })).map(({ id }) => id));
}

async function readersOf(
  actor: Actor,
  { thread, watchers }: PostFacts,
  to: Rule["to"],
): Promise<readonly string[]> {
  if (to.of === "named") return to.people;
  if (to.of !== "mentioned") return watchers;
  const { tableId, programme } = thread.category;
  return listMentioned(actor, to.mentions, { threadId: thread.id, programmeId: programme.id, tableId });
}

async function declarationLetters(actor: Actor, event: LoggedEvent): Promise<Letter[]> {
  const declaration = await findWaitingDeclaration(actor, event);
  if (!declaration) return [];
  const { programme } = declaration.item;
  const coordinators = await listRoleHolders(actor, ["COORDINATOR"], { programmeId: programme.id });
  const subject: Subject = { kind: "programme", id: programme.id };
  return coordinators.map((person) => ({ person, params: declarationContent(declaration, person), subject }));
}

// Its author may have left the programme: what they put in is theirs all the same.
async function withheldLetters(actor: Actor, event: LoggedEvent): Promise<Letter[]> {
  const file = await findWithheld(actor, event);
  if (!file) return [];
  const { author } = event.data as { author?: unknown };
  const [coordinators, authors] = await Promise.all([
    listRoleHolders(actor, ["COORDINATOR"], { programmeId: file.programme.id }),
    typeof author === "string" ? listRecipients(actor, [author]) : [],
  ]);
  const known = new Set(coordinators.map(({ id }) => id));
  return [...coordinators, ...authors.filter(({ id }) => !known.has(id))].map((person) => ({
    person,
    params: withheldContent(file, person),
    subject: { kind: "programme", id: file.programme.id },
  }));
}
