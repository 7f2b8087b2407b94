import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { SectionHead } from "@/components/ui/section-head";
import { Steps } from "@/components/ui/steps";
import type { Structure, StructureFact } from "@/lib/programmes/structure/queries";

type Props = {
  programme: { slug: string; lang: string };
  structure: Pick<Structure, "phases" | "facts" | "lines">;
};

/** Where the model comes from and what it is for, in the words of its programme. */
export function ModelOrigin({ programme, structure: { phases, facts, lines } }: Props) {
  const t = useTranslations("job-centre.origin");
  const { lang } = programme;
  const ofKind = (kind: StructureFact["kind"]) => facts.filter((fact) => fact.kind === kind);
  return (
    <section aria-labelledby="origin">
      <SectionHead
        id="origin"
        title={t("title")}
        link={{
          href: { pathname: "/programmes/[slug]", params: { slug: programme.slug } },
          label: t("programme"),
        }}
      />
      <div className="mt-7 space-y-11">
        {phases.length > 0 ? (
          <section aria-labelledby="genesis">
            <h3 id="genesis" className="mb-5 text-h3">
              {t("genesis")}
            </h3>
            <div lang={lang}>
              <Steps
                columns={4}
                items={phases.map(({ id, title, description }) => ({ key: id, title, body: description }))}
              />
            </div>
          </section>
        ) : null}
        <Facts id="mission" title={t("mission")} facts={ofKind("OBJECTIVE")} lang={lang} />
        <Facts id="strategy" title={t("strategy")} facts={ofKind("RULE")} lang={lang} />
        {lines.length > 0 ? (
          <section aria-labelledby="impact">
            <h3 id="impact" className="mb-3 text-h3">
              {t("impact")}
            </h3>
            <div lang={lang}>
              <DefinitionList
                look="rows"
                items={lines.map(({ id, title, aim, method }) => ({
                  key: id,
                  term: title,
                  value: (
                    <>
                      <span className="measure block">{aim}</span>
                      <span className="measure mt-1 block text-base text-muted">{method}</span>
                    </>
                  ),
                }))}
              />
            </div>
          </section>
        ) : null}
      </div>
    </section>
  );
}

type FactsProps = { id: string; title: string; facts: StructureFact[]; lang: string };

function Facts({ id, title, facts, lang }: FactsProps) {
  const t = useTranslations("job-centre.origin");
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-4 text-h3">
        {title}
      </h3>
      <ul className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        {facts.map((fact) => (
          <li key={fact.id} lang={lang}>
            <p className="font-semibold">{fact.title}</p>
            {fact.text ? <p className="measure mt-1">{fact.text}</p> : null}
            <p className="mt-1 text-meta text-muted">{t("source", { place: fact.source })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
