import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BodyTable, type BodyWork } from "@/components/programmes/body-table";
import { PhaseTimeline, type TimelineSession } from "@/components/programmes/phase-timeline";
import { ProgrammePeriod } from "@/components/programmes/programme-period";
import { ProgrammeState } from "@/components/programmes/programme-state";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { CalloutCard } from "@/components/ui/callout-card";
import { CalendarDays, ExternalLink, Settings } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Outcome } from "@/lib/programmes/outcomes/queries";
import type { Body, ProgrammeHead } from "@/lib/programmes/queries";
import type { Structure } from "@/lib/programmes/structure/queries";
import type { SessionRow } from "@/lib/sessions/session-row";

type Props = {
  programme: ProgrammeHead;
  structure: Structure;
  bodies: Body[];
  work: BodyWork;
  /** outcomes that wait to be published */
  proposals: Outcome[];
  sessions: TimelineSession[];
  next?: SessionRow;
  mayEdit: boolean;
  at: Date;
  /** what to do first, for who is new here */
  firstSteps: ReactNode;
};

/** The first reserved page of a programme: where it stands, what comes next, what waits. */
export function ProgrammeDashboard(props: Props) {
  const { programme, structure, bodies, work, sessions, mayEdit, at } = props;
  const t = useTranslations("programmes.dashboard");
  const params = { slug: programme.slug };
  return (
    <div className="space-y-10">
      <PageHead
        size="area"
        title={programme.shortTitle}
        meta={
          <>
            <ProgrammeState state={programme.state} />
            <span className="text-muted">
              <ProgrammePeriod begin={programme.begin} end={programme.end} />
            </span>
          </>
        }
        actions={
          <>
            <ButtonLink
              size={40}
              variant="outline"
              icon={<ExternalLink />}
              href={{ pathname: "/programmes/[slug]", params }}
            >
              {t(programme.state === "DRAFT" ? "preview" : "publicPage")}
            </ButtonLink>
            {mayEdit ? (
              <ButtonLink
                size={40}
                variant="outline"
                icon={<Settings />}
                href={{ pathname: "/area/programmes/[slug]/settings", params }}
              >
                {t("settings")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {programme.state === "DRAFT" ? (
        <Notice tone="warning" title={t("draft")}>
          {t("draftNext")}
        </Notice>
      ) : null}
      {props.firstSteps}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <NextCard {...props} />
        <Waiting {...props} />
      </div>
      {structure.phases.length > 0 ? (
        <section aria-labelledby="phases">
          <SectionHead id="phases" size="area" title={t("phases")} />
          <PhaseTimeline slug={programme.slug} phases={structure.phases} sessions={sessions} at={at} inArea />
        </section>
      ) : null}
      <section aria-labelledby="bodies" className="space-y-3">
        <SectionHead
          id="bodies"
          size="area"
          title={t("bodies")}
          link={{ href: { pathname: "/area/programmes/[slug]/bodies", params }, label: t("allBodies") }}
        />
        <BodyTable bodies={bodies} work={work} isArchive={programme.isArchiveOfSource} withState />
      </section>
    </div>
  );
}

function NextCard({ programme, next }: Props) {
  const t = useTranslations("programmes.dashboard");
  const locale = useLocale() as Locale;
  if (!next) return <p className="border-hairline border-l-3 pl-4 text-muted">{t("noNext")}</p>;
  return (
    <CalloutCard labelledBy="next">
      <p className="text-meta text-muted">{t("next")}</p>
      <h2 id="next" className="mt-1 text-h3">
        <AppLink
          href={{
            pathname: "/area/programmes/[slug]/sessions/[id]",
            params: { slug: programme.slug, id: next.id },
          }}
        >
          {next.title}
        </AppLink>
      </h2>
      <p className="mt-1 flex items-center gap-2">
        <CalendarDays className="size-5" />
        {formatRange(next.startsAt, next.endsAt, locale)}
      </p>
    </CalloutCard>
  );
}

function Waiting({ programme, bodies, proposals, mayEdit }: Props) {
  const t = useTranslations("programmes.dashboard");
  const params = { slug: programme.slug };
  const assess = bodies.filter(({ state }) => state === "APPLIED" || state === "UNDER_ASSESSMENT").length;
  return (
    <section aria-labelledby="waiting">
      <SectionHead id="waiting" size="area" title={t("waiting")} />
      <ul className="divide-y divide-hairline">
        {mayEdit && assess > 0 ? (
          <li className="py-2.5">
            <AppLink href={{ pathname: "/area/programmes/[slug]/settings/enrolments", params }}>
              {t("toAssess", { count: assess })}
            </AppLink>
          </li>
        ) : null}
        {proposals.length > 0 ? (
          <li className="py-2.5">
            <AppLink href={{ pathname: "/area/programmes/[slug]/outcomes", params }}>
              {t("toPublish", { count: proposals.length })}
            </AppLink>
          </li>
        ) : null}
        <li className="py-2.5">
          <AppLink href={{ pathname: "/area/programmes/[slug]/deliverables", params }}>
            {t("deliverables")}
          </AppLink>
        </li>
      </ul>
    </section>
  );
}
