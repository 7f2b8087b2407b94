import { useLocale, useTranslations } from "next-intl";
import { Band } from "@/components/layout/band";
import { BodyTable, type BodyWork } from "@/components/programmes/body-table";
import { IndicatorChart } from "@/components/programmes/indicator-chart";
import { type AgendaPoint, NextSession } from "@/components/programmes/next-session";
import { OutcomeList } from "@/components/programmes/outcome-list";
import { PhaseTimeline, type TimelineSession } from "@/components/programmes/phase-timeline";
import { StateOrigin } from "@/components/programmes/programme-frame";
import { PublicTables } from "@/components/tables/public-tables";
import { DefinitionList } from "@/components/ui/definition-list";
import { Prose } from "@/components/ui/prose";
import { SectionHead } from "@/components/ui/section-head";
import { Steps } from "@/components/ui/steps";
import type { Indicator } from "@/lib/programmes/indicators/queries";
import type { Outcome } from "@/lib/programmes/outcomes/queries";
import type { Body, ProgrammeHead } from "@/lib/programmes/queries";
import type { Structure } from "@/lib/programmes/structure/queries";
import type { SessionRow } from "@/lib/sessions/session-row";
import type { PublicTable } from "@/lib/tables/queries";

type Props = {
  programme: ProgrammeHead;
  structure: Structure;
  bodies: Body[];
  work: BodyWork;
  tables: PublicTable[];
  indicator?: Indicator;
  outcomes: Outcome[];
  sessions: TimelineSession[];
  next?: { session: SessionRow; agenda: AgendaPoint[] };
  at: Date;
};

/** The first page of a programme: what it is, what comes next, its phases, bodies, outcome, and how to join. */
export function ProgrammeOverview(props: Props) {
  const { programme, structure, bodies, work, tables, sessions, at } = props;
  const t = useTranslations("programmes.overview");
  const params = { slug: programme.slug };
  return (
    <>
      <Introduction {...props} />
      <Band as="section" labelledBy="phases" room="tight">
        <SectionHead
          id="phases"
          title={t("phases")}
          link={{ href: { pathname: "/programmes/[slug]/phases", params }, label: t("allPhases") }}
        />
        {structure.phases.length > 0 || sessions.length > 0 ? (
          <PhaseTimeline slug={programme.slug} phases={structure.phases} sessions={sessions} at={at} />
        ) : (
          <p className="pt-4 text-muted">{t(programme.isArchiveOfSource ? "sourceNoPhases" : "noPhases")}</p>
        )}
      </Band>
      <Band as="section" labelledBy="bodies" room="tight">
        <SectionHead
          id="bodies"
          title={t("bodies")}
          link={{ href: { pathname: "/programmes/[slug]/bodies", params }, label: t("allBodies") }}
        />
        <div className="pt-4">
          <BodyTable bodies={bodies} work={work} isArchive={programme.isArchiveOfSource} />
        </div>
      </Band>
      {tables.length > 0 ? (
        <Band as="section" labelledBy="tables" room="tight">
          <SectionHead id="tables" title={t("tables")} />
          <PublicTables tables={tables} />
        </Band>
      ) : null}
      <Outcomes {...props} />
      <Joining {...props} />
    </>
  );
}

function Introduction({ programme, structure, next, at }: Props) {
  const t = useTranslations("programmes.overview");
  const locale = useLocale();
  const feed =
    locale === "it"
      ? `/programmi/${programme.slug}/calendario.ics`
      : `/en/programmes/${programme.slug}/calendar.ics`;
  const [contact] = structure.contacts;
  return (
    <Band room="tight">
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="max-lg:order-2">
          <p lang={programme.lang} className="measure text-lead">
            {programme.summary}
          </p>
          <Prose html={structure.descriptionHtml} lang={programme.lang} className="mt-4" />
          <div className="mt-7 max-w-[40rem]">
            <DefinitionList
              items={[
                { key: "audience", term: t("audience"), value: structure.audience },
                { key: "contact", term: t("contact"), value: contact?.office },
                { key: "commitment", term: t("commitment"), value: structure.commitment },
                { key: "cost", term: t("cost"), value: structure.costNote },
                { key: "state", term: t("state"), value: <StateOrigin programme={programme} /> },
                { key: "source", term: t("source"), value: programme.sourceTitle },
              ]}
            />
          </div>
        </div>
        <div className="max-lg:order-1">
          {next ? (
            <NextSession
              session={next.session}
              agenda={next.agenda}
              at={at}
              ics={`/api/calendar/session/${next.session.id}`}
              feed={feed}
            />
          ) : (
            <p className="border-hairline border-l-3 pl-4 text-muted">{t("noNext")}</p>
          )}
        </div>
      </div>
    </Band>
  );
}

function Outcomes({ programme, indicator, outcomes }: Props) {
  const t = useTranslations("programmes.overview");
  return (
    <Band as="section" labelledBy="outcomes" room="tight">
      <SectionHead
        id="outcomes"
        title={t("outcomes")}
        link={{
          href: { pathname: "/programmes/[slug]/outcomes", params: { slug: programme.slug } },
          label: t("allOutcomes"),
        }}
      />
      {indicator ? (
        <div className="pt-6">
          <IndicatorChart indicator={indicator} csv={`/api/indicators/${indicator.id}`} />
        </div>
      ) : null}
      {outcomes.length > 0 ? (
        <div className="pt-2">
          <OutcomeList outcomes={outcomes.slice(0, 2)} />
        </div>
      ) : null}
      {!indicator && outcomes.length === 0 ? (
        <p className="pt-4 text-muted">
          {t(programme.isArchiveOfSource ? "sourceNoOutcomes" : "noOutcomes")}
        </p>
      ) : null}
    </Band>
  );
}

function Joining({ programme, structure }: Props) {
  const t = useTranslations("programmes.overview");
  if (structure.joiningSteps.length === 0) return null;
  return (
    <Band as="section" ground="ground" labelledBy="joining">
      <h2 id="joining" className="mb-7 text-h2">
        {t("joining")}
      </h2>
      <div lang={programme.lang}>
        <Steps
          columns={4}
          items={structure.joiningSteps.map((step) => ({
            key: step.id,
            title: step.title,
            body: step.description,
          }))}
        />
      </div>
    </Band>
  );
}
