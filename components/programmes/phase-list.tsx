import { useTranslations } from "next-intl";
import { ProgrammePeriod } from "@/components/programmes/programme-period";
import { DefinitionList } from "@/components/ui/definition-list";
import type { Structure, StructurePhase } from "@/lib/programmes/structure/queries";

type Props = { phases: StructurePhase[]; lines: Structure["lines"]; lang: string };

/** Every phase with all that is known of it, under the line of action to which it belongs. */
export function PhaseList({ phases, lines, lang }: Props) {
  const t = useTranslations("programmes.phases");
  const groups = [
    ...lines.map((line) => ({ line, phases: phases.filter((phase) => phase.actionLineId === line.id) })),
    { line: null, phases: phases.filter((phase) => !lines.some(({ id }) => id === phase.actionLineId)) },
  ].filter((group) => group.line !== null || group.phases.length > 0);
  // Where no phase is tied to a line, saying so of each line would say nothing.
  const areTied = phases.some((phase) => phase.actionLineId !== null);
  return (
    <div className="space-y-10">
      {groups.map(({ line, phases: own }) => (
        <section key={line?.id ?? "none"} aria-labelledby={line ? `line-${line.id}` : undefined}>
          {line ? (
            <>
              <h2 id={`line-${line.id}`} lang={lang} className="border-ink border-b-2 pb-3 text-h2">
                {line.title}
              </h2>
              <p lang={lang} className="measure mt-3">
                {line.aim}
              </p>
              <p lang={lang} className="measure mt-1 text-muted">
                {line.method}
              </p>
            </>
          ) : null}
          {!line && lines.length > 0 ? (
            <h2 className="border-ink border-b-2 pb-3 text-h2">{t(areTied ? "withoutLine" : "all")}</h2>
          ) : null}
          {own.length > 0 ? (
            <ol className="divide-y divide-hairline border-hairline border-b">
              {own.map((phase) => (
                <PhaseEntry key={phase.id} phase={phase} all={phases} lang={lang} />
              ))}
            </ol>
          ) : null}
          {own.length === 0 && areTied ? <p className="mt-3 text-muted">{t("noneInLine")}</p> : null}
        </section>
      ))}
    </div>
  );
}

function PhaseEntry({ phase, all, lang }: { phase: StructurePhase; all: StructurePhase[]; lang: string }) {
  const t = useTranslations("programmes.phases");
  const gate = all.find(({ id }) => id === phase.gatePhaseId);
  const gated = gate ? t("gate", { title: gate.title }) : null;
  return (
    <li id={`phase-${phase.id}`} lang={lang} className="py-5">
      <h3 className="text-h3">
        {phase.code ? <span className="mr-2 text-muted">{phase.code}</span> : null}
        {phase.title}
      </h3>
      <p className="mt-1 text-meta text-muted">
        <ProgrammePeriod begin={phase.begin} end={phase.end} />
      </p>
      {phase.description ? <p className="measure mt-2">{phase.description}</p> : null}
      <div className="mt-3 text-base empty:hidden">
        <DefinitionList
          items={[
            { key: "gate", term: t("opensAfter"), value: [gated, phase.gateNote].filter(Boolean).join(". ") },
            { key: "place", term: t("place"), value: phase.place },
            { key: "cost", term: t("cost"), value: phase.costNote },
            { key: "host", term: t("host"), value: phase.hostNote },
          ]}
        />
      </div>
      {phase.note ? (
        <p className="measure mt-3 border-control border-l-3 pl-4 text-meta text-muted">
          <span className="font-semibold">{t("note")}</span> {phase.note}
        </p>
      ) : null}
    </li>
  );
}
