import "server-only";
import { momentOn, reminderRules, usualMoments } from "@/lib/documents/deliverables/reminders/moments";
import { owedNow } from "@/lib/documents/deliverables/reminders/owed";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { formatInstant } from "@/lib/platform/i18n/format";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { isLocale, routing } from "@/lib/platform/i18n/routing";
import type { Jobs } from "@/lib/platform/jobs/queue";
import { queueMail } from "@/lib/platform/mail/queue";
import { findRuleSet, portalScope } from "@/lib/platform/rules";

const day = 86_400_000;

/** Writes to the people of a body what it owes, as somebody asked; what was sent meanwhile is left out. */
export async function remindBody(actor: Actor, input: Jobs["remind-body"]): Promise<number> {
  authorise(actor.kind === "system");
  const { programmeId, organisationId } = input;
  const rows = await db.deliverable.findMany({
    where: {
      AND: [owedNow(programmeId, actor.at, input.isWhole ? organisationId : undefined), { organisationId }],
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: 100,
    select: owedSelect,
  });
  return inTransaction((tx) =>
    writeTo(tx, actor, { rows, key: `owed:${programmeId}:${organisationId}:${input.day}` }),
  );
}

/**
 * Reminds of what is due in so many days or was due so many days ago, by the rules of the day; once for each due moment,
 * and of nothing that was sent. May run as often as one likes.
 * @returns of how many deliverables
 */
export async function remindOfDue(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  const rules = (await findRuleSet(reminderRules, portalScope, actor.at))?.content ?? usualMoments;
  const furthest = Math.max(0, ...rules.before, ...rules.after) + 1;
  const rows = await db.deliverable.findMany({
    where: {
      state: { in: ["TO_DO", "CHANGES_REQUESTED"] },
      dueAt: {
        gte: new Date(actor.at.getTime() - furthest * day),
        lte: new Date(actor.at.getTime() + furthest * day),
      },
      request: { programme: { state: "RUNNING" } },
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: 2_000,
    select: owedSelect,
  });
  let reminded = 0;
  for (const row of rows) {
    const moment = momentOn(rules, row.dueAt, actor.at);
    if (!moment) continue;
    const isFirst = await inTransaction(async (tx) => {
      const { count } = await tx.deliverableReminder.createMany({
        data: [{ deliverableId: row.id, dueAt: row.dueAt, ...moment, sentAt: actor.at }],
        skipDuplicates: true,
      });
      if (count === 0) return false;
      const key = `due:${row.id}:${row.dueAt.getTime()}:${moment.isBefore ? "-" : "+"}${moment.days}`;
      await writeTo(tx, actor, { rows: [row], key });
      return true;
    });
    if (isFirst) reminded += 1;
  }
  return reminded;
}

const owedSelect = {
  id: true,
  dueAt: true,
  organisationId: true,
  organisation: { select: { name: true } },
  request: {
    select: { title: true, programme: { select: { id: true, slug: true, shortTitle: true } } },
  },
} as const;

type Owed = {
  id: string;
  dueAt: Date;
  organisationId: string;
  organisation: { name: string };
  request: { title: string; programme: { id: string; slug: string; shortTitle: string } };
};

// Referents and staff of the body, each in the own language.
async function writeTo(
  tx: Tx,
  actor: Actor,
  { rows, key }: { rows: readonly Owed[]; key: string },
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const { programme } = first.request;
  const people = await tx.person.findMany({
    where: {
      disabledAt: null,
      roles: {
        some: {
          role: { in: ["REFERENT", "STAFF"] },
          programmeId: programme.id,
          organisationId: first.organisationId,
          fromAt: { lte: actor.at },
          OR: [{ toAt: null }, { toAt: { gt: actor.at } }],
        },
      },
    },
    orderBy: { id: "asc" },
    select: { id: true, givenName: true, email: true, locale: true },
  });
  for (const person of people) {
    const locale = isLocale(person.locale) ? person.locale : routing.defaultLocale;
    const [only] = rows.length === 1 ? rows : [];
    await queueMail(tx, {
      dedupeKey: `${key}:${person.id}`,
      template: "deliverables.owed",
      locale,
      to: { address: person.email, personId: person.id },
      params: {
        name: person.givenName,
        body: first.organisation.name,
        programme: programme.shortTitle,
        count: rows.length,
        owed: rows
          .map(({ dueAt, request }) => `- ${request.title} (${formatInstant(dueAt, locale)})`)
          .join("\n"),
        late: rows.some(({ dueAt }) => dueAt < actor.at) ? "yes" : "no",
        link: only
          ? pagePath(
              "/area/programmes/[slug]/deliverables/[id]",
              { slug: programme.slug, id: only.id },
              locale,
            )
          : pagePath("/area/programmes/[slug]/deliverables", { slug: programme.slug }, locale),
      },
    });
  }
  return people.length;
}
