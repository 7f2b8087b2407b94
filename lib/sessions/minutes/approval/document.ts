import type { RoundEnd, SessionMode, Verdict } from "@/lib/platform/db/generated/enums";
import { formatDay, formatInstant, formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { markdownBlocks } from "@/lib/platform/markdown-blocks";
import { type Block, makePdf } from "@/lib/platform/pdf";
import { isWritten, type MinutesPart } from "@/lib/sessions/minutes/minutes-row";

export type MinutesFacts = {
  title: string;
  programme: string;
  startsAt: Date;
  endsAt: Date;
  mode: SessionMode;
  place: string | null;
  people: { name: string; body: string | null; present: boolean }[];
  parts: MinutesPart[];
  approval: {
    number: number;
    proposedAt: Date;
    termEndsAt: Date;
    endedAs: RoundEnd | null;
    endedAt: Date | null;
    verdicts: { verdict: Verdict; givenAt: Date; name: string }[];
  };
};

/** The approved minutes as a document: where and who, what was said, decided and taken on, and how it was approved. */
export async function makeMinutesPdf(facts: MinutesFacts, locale: Locale): Promise<Uint8Array> {
  const t = await translatorFor(locale, "minutes.document");
  const title = t("title", { session: facts.title });
  return makePdf({
    title,
    locale,
    madeAt: facts.approval.endedAt ?? facts.approval.proposedAt,
    blocks: [
      { kind: "title", text: title },
      ...(await sessionBlocks(facts, locale)),
      ...(await peopleBlocks(facts, locale)),
      ...(await Promise.all(facts.parts.filter(isWritten).map((part) => partBlocks(part, locale)))).flat(),
      ...(await approvalBlocks(facts, locale)),
    ],
  });
}

async function sessionBlocks(facts: MinutesFacts, locale: Locale): Promise<Block[]> {
  const t = await translatorFor(locale, "minutes.document");
  const where = facts.place ?? t("online");
  return [
    {
      kind: "facts",
      facts: [
        { label: t("programme"), value: facts.programme },
        { label: t("when"), value: formatRange(facts.startsAt, facts.endsAt, locale) },
        { label: t("where"), value: facts.mode === "HYBRID" ? t("hybrid", { place: where }) : where },
      ],
    },
  ];
}

async function peopleBlocks({ people }: MinutesFacts, locale: Locale): Promise<Block[]> {
  const t = await translatorFor(locale, "minutes.document");
  const named = (present: boolean) =>
    people
      .filter((one) => one.present === present)
      .map(({ name, body }) => (body ? t("person", { name, body }) : name));
  const [there, away] = [named(true), named(false)];
  return [
    { kind: "heading", text: t("present", { count: there.length }) },
    { kind: "list", items: there },
    ...(away.length > 0
      ? ([
          { kind: "heading", text: t("absent", { count: away.length }) },
          { kind: "list", items: away },
        ] satisfies Block[])
      : []),
  ];
}

async function partBlocks(part: MinutesPart, locale: Locale): Promise<Block[]> {
  const t = await translatorFor(locale, "minutes.document");
  return [
    ...(part.title ? ([{ kind: "heading", text: part.title }] satisfies Block[]) : []),
    ...markdownBlocks(part.markdown),
    ...part.decisions.map(
      ({ number, text }): Block => ({ kind: "text", text: t("decision", { number, text }) }),
    ),
    ...part.tasks.map(
      ({ text, owner, dueOn }): Block => ({
        kind: "text",
        text: t("task", { text, owner: owner ?? t("nobody"), due: formatDay(dueOn, locale) }),
      }),
    ),
  ];
}

async function approvalBlocks({ approval }: MinutesFacts, locale: Locale): Promise<Block[]> {
  const t = await translatorFor(locale, "minutes.document");
  const at = (moment: Date) => formatInstant(moment, locale);
  const approved = approval.verdicts.filter((one) => one.verdict === "APPROVED");
  return [
    { kind: "heading", text: t("approval") },
    {
      kind: "text",
      text: t("proposed", {
        round: approval.number,
        at: at(approval.proposedAt),
        term: at(approval.termEndsAt),
      }),
    },
    {
      kind: "text",
      text: t(approval.endedAs === "APPROVED_BY_ALL" ? "byAll" : "byTerm", {
        at: at(approval.endedAt ?? approval.termEndsAt),
      }),
    },
    { kind: "list", items: approved.map(({ name, givenAt }) => t("verdict", { name, at: at(givenAt) })) },
    { kind: "note", text: t("note") },
  ];
}
