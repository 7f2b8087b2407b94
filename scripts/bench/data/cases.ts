import { getOpenMonth, getOwnMonth } from "@/lib/calendar/queries";
import { countApproved, getMatrix, listOwed, listToReview } from "@/lib/documents/deliverables/queries";
import { listDocuments, listPublicDocuments } from "@/lib/documents/queries";
import { spaceNamed } from "@/lib/documents/space-words";
import { countQueues, getQueue } from "@/lib/forum/assignments/queries";
import { pageStart } from "@/lib/forum/paging";
import {
  countPublicThreadsByBody,
  countUnread,
  getForum,
  listTakenPartIn,
  listThreads,
  listUnreadThreads,
} from "@/lib/forum/queries";
import { getThread } from "@/lib/forum/reading/queries";
import { listPeople } from "@/lib/people/administration/queries";
import { listEvents } from "@/lib/people/log/queries";
import { listOrganisationsForAdministration } from "@/lib/people/organisations/queries";
import { countMails, listMails } from "@/lib/platform/mail/queries";
import { listProgrammes } from "@/lib/programmes/catalogue/queries";
import { listProgrammeHistory } from "@/lib/programmes/history/queries";
import { countForHome } from "@/lib/programmes/home/queries";
import { search } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";
import { getFollowUp, listToClose } from "@/lib/sessions/followup/queries";
import { listOpenSessions, listSessions } from "@/lib/sessions/queries";
import { getFrame, getToday } from "@/lib/today/queries";
import type { Facts } from "@/scripts/bench/data/facts";
import { known } from "@/scripts/bench/data/vocabulary";

/**
 * What is promised of it. "steady": as quick with a hundred times the data; "search": at most 300 ms; "told": measured
 * and told, because it shows all there is (a matrix) or counts it.
 */
export type Promised = "steady" | "search" | "told";
export type Case = { name: string; promised: Promised; run(): Promise<unknown> };

/** Everything that is measured through the portal's own queries, in the largest programme unless said otherwise. */
export function casesOf(facts: Facts): Case[] {
  return [
    ...forumCases(facts),
    ...listCases(facts),
    ...administrationCases(facts),
    ...searchCases(facts),
    ...countCases(facts),
  ];
}

const steady = (name: string, run: () => Promise<unknown>): Case => ({ name, promised: "steady", run });
const told = (name: string, run: () => Promise<unknown>): Case => ({ name, promised: "told", run });

function forumCases({ actors, slug, programmeId, thread, forum, middle }: Facts): Case[] {
  const { referent, coordinator, visitor } = actors;
  const page = (number: number) => () => getThread(referent, thread.id, pageStart(number));
  const one = { ...forum, categories: forum.categories.slice(1, 2) };
  return [
    steady("thread, first page", page(1)),
    steady("thread, middle page", page(Math.ceil(thread.posts / 2))),
    steady("thread, last page", page(thread.posts)),
    steady("thread, visitor", () => getThread(visitor, thread.id, 1)),
    steady("forum, its categories", () => getForum(referent, slug)),
    steady("forum, first page", () => listThreads(referent, forum, {}, { size: 20 })),
    steady("forum, middle page", () => listThreads(referent, forum, {}, { size: 20, after: middle.thread })),
    steady("category, first page", () => listThreads(referent, one, {}, { size: 30 })),
    steady("category, open questions", () => listThreads(referent, one, { state: "OPEN" }, { size: 30 })),
    steady("forum, what one takes part in", () =>
      listThreads(referent, forum, { whose: "taking-part" }, { size: 20 }),
    ),
    steady("forum, what one has opened", () => listThreads(referent, forum, { whose: "mine" }, { size: 20 })),
    steady("threads of every programme", () => listTakenPartIn(referent)),
    steady("questions that wait", () => getQueue(coordinator, slug)),
    steady("questions that wait, counted", () => countQueues(coordinator)),
    steady("category, only news, none there", () =>
      listThreads(coordinator, one, { unread: "1" }, { size: 30 }),
    ),
    steady("unread, some", () => countUnread(referent, programmeId)),
    steady("unread, none", () => countUnread(coordinator, programmeId)),
    steady("unread threads of today", () => listUnreadThreads(referent, 6)),
  ];
}

function listCases({ actors, slug, programmeId, bodyId, middle }: Facts): Case[] {
  const { referent, coordinator, visitor } = actors;
  const documents = (
    filters: Parameters<typeof listDocuments>[2],
    { size = 50, after }: { size?: number; after?: Facts["middle"]["document"] } = {},
  ) => listDocuments(coordinator, programmeId, filters, { size, after });
  return [
    steady("documents, first page", () => documents({})),
    steady("documents, middle page", () => documents({}, { after: middle.document })),
    steady("documents, of one kind", () => documents({ kind: "INFORMATION" })),
    // Pages that a hundredth of the data fills too: a short one beside a whole one would compare nothing.
    steady("documents, of one body", () =>
      documents({ space: spaceNamed(programmeId, { body: bodyId }) }, { size: 5 }),
    ),
    steady("documents, as a body sees them", () => listDocuments(referent, programmeId)),
    told("documents, public", () => listPublicDocuments(visitor, programmeId)),
    steady("sessions, to come", () => listSessions(referent, slug, { when: "upcoming" })),
    steady("sessions, past", () => listSessions(referent, slug, { when: "past" })),
    steady("sessions, past, middle page", () =>
      listSessions(referent, slug, { when: "past", after: middle.session }),
    ),
    told("sessions, public page", () => listOpenSessions(visitor, slug)),
    told("calendar, public month", () => getOpenMonth(visitor, { month: middle.month })),
    told("calendar, own month", () => getOwnMonth(referent, { month: middle.month })),
    told("calendar, public week", () =>
      getOpenMonth(visitor, { ...middle, week: `${middle.month}-16`, view: "week" }),
    ),
    told("calendar, public list", () => getOpenMonth(visitor, { ...middle, view: "list" })),
    told("calendar, what is one's own", () => getOwnMonth(referent, { ...middle, filter: { mine: true } })),
    told("follow-up of sessions", () => getFollowUp(coordinator, slug)),
    told("sessions to be closed", () => listToClose(coordinator)),
    told("matrix, coordinator", () => getMatrix(coordinator, programmeId)),
    told("matrix, a body's row", () => getMatrix(referent, programmeId)),
    told("owed by a body", () => listOwed(referent)),
    told("to be reviewed", () => listToReview(coordinator)),
    told("frame of a reserved page", () => getFrame(referent, slug)),
    told("today", () => getToday(referent)),
  ];
}

function administrationCases({ actors, slug, programmeId, middle }: Facts): Case[] {
  const { administrator, coordinator } = actors;
  return [
    steady("people, first page", () => listPeople(administrator)),
    steady("people, middle page", () => listPeople(administrator, {}, { after: middle.person })),
    told("people, by a part of a name", () => listPeople(administrator, { q: "mar" })),
    steady("organisations, first page", () => listOrganisationsForAdministration(administrator)),
    steady("organisations, middle page", () =>
      listOrganisationsForAdministration(administrator, {}, { after: middle.organisation }),
    ),
    steady("log, first page", () => listEvents(administrator)),
    steady("log, middle page", () => listEvents(administrator, {}, { before: middle.event })),
    steady("log, one kind", () => listEvents(administrator, { kind: "documents.extended" })),
    steady("log, one feature", () => listEvents(administrator, { kind: "documents" })),
    steady("log, one programme", () => listEvents(administrator, { programme: programmeId })),
    steady("history of a programme", () => listProgrammeHistory(coordinator, slug)),
    steady("mail, first page", () => listMails(administrator)),
    steady("mail, middle page", () => listMails(administrator, {}, { after: middle.mail })),
    steady("mail, given up", () => listMails(administrator, { state: "DEAD" }, { size: 10 })),
    told("mail, counted", () => countMails(administrator)),
  ];
}

function searchCases({ actors, slug, smallSlug, middle }: Facts): Case[] {
  const { referent, coordinator, visitor, smallReferent, administrator } = actors;
  const given = middle.person.givenName;
  const year = visitor.at.getUTCFullYear() - 3;
  const past = { from: { typed: "", day: `${year}-05-01` }, to: { typed: "", day: `${year}-05-31` } };
  const asked = (actor: typeof visitor, q: string, more: object = {}) => {
    const input = { ...searchSchema.parse({ q }), ...more };
    return () => search(actor, input);
  };
  const cases: [string, () => Promise<unknown>][] = [
    ["a word of one post in four", asked(referent, known.common)],
    ["the same, visitor", asked(visitor, known.common)],
    ["the same, in a small programme", asked(smallReferent, known.common, { programme: smallSlug })],
    ["the same, of one kind", asked(coordinator, known.common, { kind: "post" })],
    ["the same, in a month of years ago", asked(referent, known.common, past)],
    ["the same, up to years ago", asked(visitor, known.common, { to: past.to })],
    [
      "the same, in a month, in one programme",
      asked(coordinator, known.common, { ...past, programme: slug }),
    ],
    ["with an accent", asked(referent, known.accented)],
    ["two frequent words", asked(referent, "documento verbale")],
    ["a word of one post in a hundred", asked(referent, "facilitatore")],
    ["a rare word", asked(referent, known.rare)],
    ["a phrase", asked(referent, `"${known.phrase}"`)],
    ["a phrase, visitor", asked(visitor, `"${known.phrase}"`)],
    ["a word mistyped: another is proposed", asked(referent, known.typo)],
    ["the same, visitor, two words", asked(visitor, `${known.typo} verbbale`)],
    ["a name", asked(referent, given)],
    ["a name, administrator", asked(administrator, given)],
    ["a name mistyped, administrator", asked(administrator, `${given}x`)],
    ["an organisation", asked(visitor, "valfiorita 77")],
  ];
  return cases.map(([name, run]) => ({ name: `search: ${name}`, promised: "search", run }));
}

function countCases({ actors, programmeId }: Facts): Case[] {
  const { visitor } = actors;
  return [
    told("programmes, first page", () => listProgrammes(visitor, {})),
    told("home: programmes, sessions, bodies", () => countForHome(visitor)),
    told("home: deliverables", () => countApproved(visitor)),
    told("programme: threads by body", () => countPublicThreadsByBody(visitor, programmeId)),
  ];
}
