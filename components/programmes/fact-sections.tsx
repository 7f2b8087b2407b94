import { useLocale, useTranslations } from "next-intl";
import { Quote } from "@/components/ui/quote";
import { SectionHead } from "@/components/ui/section-head";
import type { FactKind } from "@/lib/platform/db/generated/enums";
import { showSourceDate } from "@/lib/platform/source-date";
import type { StructureFact } from "@/lib/programmes/structure/queries";

const order: FactKind[] = [
  "CONTEXT",
  "OBJECTIVE",
  "ACTIVITY",
  "BENEFICIARY",
  "THEME",
  "RULE",
  "TOOL",
  "DOCUMENT",
  "HISTORY",
  "NUMBER",
  "ISSUE",
];

type Props = { facts: StructureFact[]; lang: string };

/** What the text of a programme says, grouped: objectives, rules, tools, quoted numbers, contradictions. */
export function FactSections({ facts, lang }: Props) {
  const t = useTranslations("programmes.facts");
  const groups = order
    .map((kind) => ({ kind, rows: facts.filter((fact) => fact.kind === kind) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <div className="space-y-12">
      {groups.map(({ kind, rows }) => (
        <section key={kind} aria-labelledby={`facts-${kind}`}>
          <SectionHead id={`facts-${kind}`} title={t(`kinds.${kind}`)} />
          {kind === "NUMBER" || kind === "ISSUE" ? (
            <p className="measure mt-3 text-muted">{t(kind === "NUMBER" ? "numbersNote" : "issuesNote")}</p>
          ) : null}
          <div
            className={
              kind === "NUMBER" ? "mt-5 grid gap-x-10 gap-y-8 md:grid-cols-2" : "divide-y divide-hairline"
            }
          >
            {rows.map((fact) =>
              kind === "NUMBER" ? (
                <QuotedNumber key={fact.id} fact={fact} lang={lang} />
              ) : (
                <Fact key={fact.id} fact={fact} lang={lang} />
              ),
            )}
          </div>
        </section>
      ))}
    </div>
  );
}

function Fact({ fact, lang }: { fact: StructureFact; lang: string }) {
  const locale = useLocale();
  return (
    <div lang={lang} className="grid gap-x-10 gap-y-1 py-4 md:grid-cols-[20rem_1fr]">
      <div>
        <h3 className="text-h4">{fact.title}</h3>
        {fact.date ? (
          <p className="mt-0.5 text-meta text-muted">{showSourceDate(fact.date, locale)}</p>
        ) : null}
      </div>
      <div>
        {fact.text ? <p className="measure">{fact.text}</p> : null}
        <Source fact={fact} />
      </div>
    </div>
  );
}

function QuotedNumber({ fact, lang }: { fact: StructureFact; lang: string }) {
  const t = useTranslations("programmes.facts");
  const locale = useLocale();
  const when = fact.date ? showSourceDate(fact.date, locale) : t("undated");
  return (
    <Quote lang={lang} source={t("quoted", { source: fact.source || t("theText"), when })}>
      {fact.value ? <strong className="text-action">{fact.value}</strong> : null} {fact.title}
      {fact.text ? `. ${fact.text}` : ""}
    </Quote>
  );
}

function Source({ fact }: { fact: StructureFact }) {
  const t = useTranslations("programmes.facts");
  return fact.source ? (
    <p className="mt-1 text-meta text-muted">{t("source", { source: fact.source })}</p>
  ) : null;
}
