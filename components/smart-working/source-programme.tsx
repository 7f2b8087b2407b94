import { useLocale, useTranslations } from "next-intl";
import { PhaseTimeline } from "@/components/programmes/phase-timeline";
import { DataTable } from "@/components/ui/data-table";
import { SectionHead } from "@/components/ui/section-head";
import type { FactKind } from "@/lib/platform/db/generated/enums";
import type { Structure } from "@/lib/programmes/structure/queries";

type Part = { slug: string; lang: string; structure: Structure };

/** What smart working is for the programme of the source: its aims and its rules, each with its place in the text. */
export function WhatItIs({ lang, structure }: Part) {
  const t = useTranslations("smart-working.what");
  return (
    <div className="grid gap-x-14 gap-y-10 md:grid-cols-2">
      {(["OBJECTIVE", "RULE"] satisfies FactKind[]).map((kind) => {
        const facts = structure.facts.filter((fact) => fact.kind === kind);
        if (facts.length === 0) return null;
        return (
          <section key={kind} aria-labelledby={`what-${kind}`}>
            <h3 id={`what-${kind}`} className="mb-3 text-h3">
              {t(kind)}
            </h3>
            <ul className="divide-y divide-hairline border-hairline border-y">
              {facts.map((fact) => (
                <li key={fact.id} lang={lang} className="py-3">
                  <p className="font-semibold">{fact.title}</p>
                  {fact.text ? <p className="mt-0.5 text-base">{fact.text}</p> : null}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** The phases in time, and what the source leaves open or contradicts. */
export function ProgrammePhases({ slug, lang, structure, at }: Part & { at: Date }) {
  const t = useTranslations("smart-working.phases");
  const issues = structure.facts.filter(({ kind }) => kind === "ISSUE");
  const noted = structure.phases.filter(({ note, gateNote, description }) => note || gateNote || description);
  return (
    <section aria-labelledby="phases">
      <SectionHead
        id="phases"
        title={t("title", { count: structure.phases.length })}
        link={{ href: { pathname: "/programmes/[slug]/phases", params: { slug } }, label: t("all") }}
      />
      <div className="pt-5">
        <PhaseTimeline slug={slug} phases={structure.phases} sessions={[]} at={at} />
      </div>
      {noted.length > 0 ? (
        <>
          <h3 className="mt-10 mb-3 text-h3">{t("notes")}</h3>
          <DataTable
            caption={t("notes")}
            hiddenCaption
            rows={noted}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "phase",
                header: t("phase"),
                rowHeader: true,
                cell: ({ code, title }) => <span lang={lang}>{code ? `${code}. ${title}` : title}</span>,
              },
              {
                key: "note",
                header: t("said"),
                cell: ({ description, gateNote, note }) => (
                  <div lang={lang} className="space-y-1 text-left text-base sm:max-w-[42rem]">
                    {description ? <p>{description}</p> : null}
                    {[gateNote, note].filter(Boolean).map((text) => (
                      <p key={text} className="text-muted">
                        {text}
                      </p>
                    ))}
                  </div>
                ),
              },
            ]}
          />
        </>
      ) : null}
      {issues.length > 0 ? (
        <>
          <h3 className="mt-10 mb-3 text-h3">{t("issues")}</h3>
          <ul className="grid gap-x-14 gap-y-5 md:grid-cols-2">
            {issues.map((issue) => (
              <li key={issue.id} lang={lang} className="border-control border-l-3 pl-4 text-base">
                <p className="font-semibold">{issue.title}</p>
                <p className="mt-0.5">{issue.text}</p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** The lines of tools with what each aims at and does. */
export function ToolLines({ slug, lang, structure }: Part) {
  const t = useTranslations("smart-working.lines");
  if (structure.lines.length === 0) return null;
  return (
    <section aria-labelledby="lines">
      <SectionHead
        id="lines"
        title={t("title")}
        link={{ href: { pathname: "/programmes/[slug]", params: { slug } }, label: t("programme") }}
      />
      <ul lang={lang} className="divide-y divide-hairline border-hairline border-b">
        {structure.lines.map((line) => (
          <li key={line.id} className="grid gap-x-10 gap-y-2 py-5 lg:grid-cols-[12rem_1fr_1fr]">
            <h3 className="text-h4">{line.title}</h3>
            <Side label={t("aim")} text={line.aim} />
            <Side label={t("method")} text={line.method} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Side({ label, text }: { label: string; text: string }) {
  const locale = useLocale();
  return (
    <div className="text-base">
      <p lang={locale} className="text-meta text-muted">
        {label}
      </p>
      <p>{text}</p>
    </div>
  );
}
