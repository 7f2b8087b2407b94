import { format } from "date-fns";
import { getForum } from "@/lib/forum/queries";
import { type Actor, personActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { encodeSignIn, signInCookie } from "@/lib/platform/sign-in-token";

/** What the cases are about: found in the data, so that they hold for any size. */
export type Facts = Awaited<ReturnType<typeof findFacts>>;

/** Looks for the people, the thread and the places in lists that are measured. */
export async function findFacts(at: Date) {
  const slug = "programma-1";
  const { id: programmeId } = await db.programme.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const last = await db.programme.findFirstOrThrow({
    orderBy: { id: "desc" },
    select: { id: true, slug: true },
  });
  const [referent, coordinator, smallReferent, administrator] = await Promise.all([
    actorOf(at, { programmeId, role: "REFERENT" }),
    actorOf(at, { programmeId, role: "COORDINATOR" }),
    actorOf(at, { programmeId: last.id, role: "REFERENT" }),
    actorOf(at, { role: "ADMINISTRATOR" }),
  ]);
  const thread = await db.thread.findFirstOrThrow({
    where: { category: { programmeId, isPublic: true } },
    orderBy: { lastPostNumber: "desc" },
    select: { id: true, lastPostNumber: true },
  });
  return {
    slug,
    programmeId,
    smallSlug: last.slug,
    bodyId: referent.organisationsWith(["REFERENT"], programmeId)[0] as string,
    thread: { id: thread.id, posts: thread.lastPostNumber },
    actors: { referent, coordinator, smallReferent, administrator, visitor: visitorActor(at) },
    forum: await getForum(referent, slug),
    middle: await findMiddles(programmeId, at),
  };
}

/** A cookie of somebody who has just signed in. */
export async function signInOf(actor: Actor): Promise<string> {
  const now = actor.at;
  const { id } = await db.signIn.create({
    data: {
      personId: actor.personId ?? "",
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 12 * 3_600_000),
    },
    select: { id: true },
  });
  return `${signInCookie().name}=${await encodeSignIn(id)}`;
}

async function actorOf(
  at: Date,
  held: { programmeId?: string; role: "REFERENT" | "COORDINATOR" | "ADMINISTRATOR" },
): Promise<Actor> {
  const { personId } = await db.roleAssignment.findFirstOrThrow({
    where: held,
    orderBy: { id: "asc" },
    select: { personId: true },
  });
  const assignments = await db.roleAssignment.findMany({
    where: { personId },
    select: { role: true, programmeId: true, organisationId: true },
  });
  return personActor({ personId, assignments }, at);
}

/** A place half way down each list. */
async function findMiddles(programmeId: string, at: Date) {
  const half = (count: number) => Math.floor(count / 2);
  const inProgramme = { category: { programmeId } };
  const [threads, documents, sessions, people, organisations, mails, event] = await Promise.all([
    db.thread.count({ where: inProgramme }),
    db.document.count({ where: { programmeId } }),
    db.session.count({ where: { programmeId } }),
    db.person.count(),
    db.organisation.count(),
    db.mail.count(),
    db.event.aggregate({ _max: { seq: true } }),
  ]);
  const [thread, document, session, person, organisation, mail] = await Promise.all([
    db.thread.findFirstOrThrow({
      where: inProgramme,
      orderBy: { lastPostAt: "desc" },
      skip: half(threads),
      select: { id: true, lastPostAt: true },
    }),
    db.document.findFirstOrThrow({
      where: { programmeId },
      orderBy: { createdAt: "desc" },
      skip: half(documents),
      select: { id: true, createdAt: true },
    }),
    db.session.findFirstOrThrow({
      where: { programmeId },
      orderBy: { startsAt: "desc" },
      skip: half(sessions),
      select: { id: true, startsAt: true },
    }),
    db.person.findFirstOrThrow({
      orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
      skip: half(people),
      select: { id: true, familyName: true, givenName: true },
    }),
    db.organisation.findFirstOrThrow({
      orderBy: { name: "asc" },
      skip: half(organisations),
      select: { slug: true },
    }),
    db.mail.findFirstOrThrow({
      orderBy: { createdAt: "desc" },
      skip: half(mails),
      select: { id: true, createdAt: true },
    }),
  ]);
  return {
    thread: { id: thread.id, at: thread.lastPostAt },
    document: { id: document.id, at: document.createdAt },
    session: { id: session.id, at: session.startsAt },
    mail: { id: mail.id, at: mail.createdAt },
    person,
    organisation: organisation.slug,
    event: (event._max.seq ?? 1n) / 2n,
    month: format(at, "yyyy-MM"),
  };
}
