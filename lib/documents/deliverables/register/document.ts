import type { ReviewDecision } from "@/lib/platform/db/generated/enums";
import { formatDay, formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translate, translatorFor } from "@/lib/platform/i18n/translator";
import { type Block, makePdf } from "@/lib/platform/pdf";

type Person = { givenName: string; familyName: string } | null;

export type RegisterFacts = {
  dueAt: Date;
  /** of the lock */
  stateSince: Date;
  lockedBy: Person;
  round: number;
  reviewVersionId: string | null;
  organisation: { name: string };
  request: { title: string; dueAt: Date; programme: { title: string } };
  submissions: {
    year: number;
    number: number;
    submittedAt: Date;
    isLate: boolean;
    withdrawnAt: Date | null;
    receiptSha256: string | null;
    protocolNumber: string | null;
    protocolDate: Date | null;
    pecReference: string | null;
    submittedBy: Person;
    version: {
      id: string;
      number: number;
      filename: string;
      objectSha256: string;
      author: Person;
      createdAt: Date;
    };
  }[];
  reviews: {
    round: number;
    step: number;
    decision: ReviewDecision;
    decidedAt: Date;
    undoneAt: Date | null;
    reviewer: Person;
    standsInFor: Person;
    version: { number: number };
  }[];
  extensions: { newDueAt: Date; grantedAt: Date; reason: string }[];
  _count: { comments: number };
};

type Words = { t: Translate; locale: Locale };

/** What was done about a deliverable until its lock: who, when, on which version, with the hash of each file. */
export async function makeRegister(facts: RegisterFacts, locale: Locale): Promise<Uint8Array> {
  const t = await translatorFor(locale, "deliverables.register");
  const title = t("title", { request: facts.request.title });
  const words = { t, locale };
  return makePdf({
    title,
    locale,
    madeAt: facts.stateSince,
    blocks: [
      { kind: "title", text: title },
      { kind: "facts", facts: summary(facts, words) },
      ...section(t("submissions"), submissionTable(facts, words)),
      ...section(t("files"), fileList(facts, words)),
      ...section(t("decisions"), decisionTable(facts, words)),
      ...(facts.extensions.length > 0 ? section(t("extensions"), extensionTable(facts, words)) : []),
      { kind: "note", text: t("note") },
    ],
  });
}

function section(heading: string, ...blocks: Block[]): Block[] {
  return [{ kind: "heading", text: heading }, ...blocks];
}

const nameOf = (person: Person, { t }: Words): string =>
  person ? `${person.givenName} ${person.familyName}` : t("nobody");

function summary(facts: RegisterFacts, words: Words) {
  const { t, locale } = words;
  const final = facts.submissions.find((one) => one.version.id === facts.reviewVersionId);
  const lockedAt = formatInstant(facts.stateSince, locale);
  return [
    { label: t("programme"), value: facts.request.programme.title },
    { label: t("request"), value: facts.request.title },
    { label: t("body"), value: facts.organisation.name },
    { label: t("due"), value: formatInstant(facts.dueAt, locale) },
    { label: t("version"), value: final ? t("versionOf", { number: final.version.number }) : "—" },
    { label: t("revisions"), value: t("revisionCount", { count: facts.round }) },
    { label: t("comments"), value: t("commentCount", { count: facts._count.comments }) },
    {
      label: t("locked"),
      value: facts.lockedBy
        ? t("lockedBy", { at: lockedAt, who: nameOf(facts.lockedBy, words) })
        : t("lockedByItself", { at: lockedAt }),
    },
  ];
}

function submissionTable({ submissions }: RegisterFacts, words: Words): Block {
  const { t, locale } = words;
  return {
    kind: "table",
    columns: [
      { header: t("receipt"), share: 1.1 },
      { header: t("versionColumn"), share: 0.9 },
      { header: t("when"), share: 2.2 },
      { header: t("who"), share: 1.8 },
      { header: t("remarks"), share: 2.4 },
    ],
    rows: submissions.map((one) => [
      `${one.number}/${one.year}`,
      String(one.version.number),
      formatInstant(one.submittedAt, locale),
      nameOf(one.submittedBy, words),
      remarksOf(one, words).join("; ") || "—",
    ]),
  };
}

function remarksOf(one: RegisterFacts["submissions"][number], { t, locale }: Words): string[] {
  const day = one.protocolDate ? formatDay(one.protocolDate, locale) : "";
  return [
    ...(one.isLate ? [t("late")] : []),
    ...(one.withdrawnAt ? [t("withdrawn", { at: formatInstant(one.withdrawnAt, locale) })] : []),
    ...(one.protocolNumber ? [t("protocol", { number: one.protocolNumber, day })] : []),
    ...(one.pecReference ? [t("pec", { reference: one.pecReference })] : []),
  ];
}

function fileList({ submissions }: RegisterFacts, words: Words): Block {
  const { t } = words;
  const versions = new Map(submissions.map((one) => [one.version.id, one.version]));
  return {
    kind: "list",
    items: [
      ...[...versions.values()].map((one) =>
        t("file", {
          number: one.number,
          name: one.filename,
          who: nameOf(one.author, words),
          sha256: one.objectSha256,
        }),
      ),
      ...submissions.flatMap((one) =>
        one.receiptSha256
          ? [t("receiptFile", { number: `${one.number}/${one.year}`, sha256: one.receiptSha256 })]
          : [],
      ),
    ],
  };
}

function decisionTable({ reviews }: RegisterFacts, words: Words): Block {
  const { t, locale } = words;
  return {
    kind: "table",
    columns: [
      { header: t("place"), share: 1.1 },
      { header: t("versionColumn"), share: 0.9 },
      { header: t("when"), share: 2.2 },
      { header: t("who"), share: 2.2 },
      { header: t("decision"), share: 2 },
    ],
    rows: reviews.map((one) => [
      `${one.round}.${one.step}`,
      String(one.version.number),
      formatInstant(one.decidedAt, locale),
      one.standsInFor
        ? t("inPlaceOf", { who: nameOf(one.reviewer, words), whom: nameOf(one.standsInFor, words) })
        : nameOf(one.reviewer, words),
      one.undoneAt
        ? t("undone", { decision: t(`results.${one.decision}`), at: formatInstant(one.undoneAt, locale) })
        : t(`results.${one.decision}`),
    ]),
  };
}

function extensionTable({ extensions }: RegisterFacts, { t, locale }: Words): Block {
  return {
    kind: "table",
    columns: [
      { header: t("until"), share: 1.4 },
      { header: t("when"), share: 1.8 },
      { header: t("reason"), share: 3.4 },
    ],
    rows: extensions.map((one) => [
      formatDay(one.newDueAt, locale),
      formatInstant(one.grantedAt, locale),
      one.reason,
    ]),
  };
}
