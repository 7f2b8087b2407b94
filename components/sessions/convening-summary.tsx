import { useLocale, useTranslations } from "next-intl";
import { SessionWhen } from "@/components/sessions/session-when";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { SectionHead } from "@/components/ui/section-head";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ConveningReview } from "@/lib/sessions/planning/queries";

/** What convening does: to whom mails go, what is missing, who is busy. */
export function ConveningSummary({ review }: { review: ConveningReview }) {
  const t = useTranslations("sessions");
  const { session } = review;
  const people = review.groups.reduce((sum, group) => sum + group.people.length, 0);
  return (
    <div className="space-y-7">
      <Obstacles review={review} />
      <DefinitionList
        look="rows"
        items={[
          { key: "when", term: t("review.when"), value: <SessionWhen {...session} /> },
          {
            key: "where",
            term: t("review.where"),
            value: session.place
              ? `${t(`mode.${session.mode}`)}, ${session.place}`
              : t(`mode.${session.mode}`),
          },
          { key: "audience", term: t("review.audience"), value: t(`audience.${session.audience}`) },
          ...(session.capacity === null
            ? []
            : [
                {
                  key: "capacity",
                  term: t("review.capacity"),
                  value: t("review.capacityOf", { capacity: session.capacity, people }),
                },
              ]),
          {
            key: "agenda",
            term: t("review.agenda"),
            value: t("review.agendaSum", {
              count: session.points,
              sum: session.agendaMinutes,
              length: session.lengthMinutes,
            }),
          },
        ]}
      />
      <People review={review} />
      <Overlaps overlaps={review.overlaps} />
      <Conflicts conflicts={review.conflicts} />
    </div>
  );
}

function Obstacles({ review }: { review: ConveningReview }) {
  const t = useTranslations("sessions.review");
  return (
    <>
      {review.isPast ? (
        <Notice tone="warning" title={t("past")}>
          {t("pastNote")}
        </Notice>
      ) : null}
      {review.missing.map((what) => (
        <Notice key={what} tone="warning" title={what === "link" ? t("missingLink") : t("missingPlace")}>
          {t("missingNote")}
        </Notice>
      ))}
      {review.emptyBodies.length > 0 ? (
        <Notice tone="warning" title={`${t("emptyBodies")}: ${review.emptyBodies.join(", ")}.`}>
          {t("emptyBodiesNote")}
        </Notice>
      ) : null}
    </>
  );
}

function People({ review }: { review: ConveningReview }) {
  const t = useTranslations("sessions.review");
  const count = review.groups.reduce((sum, group) => sum + group.people.length, 0);
  return (
    <section>
      <SectionHead title={t("who", { count })} size="area" />
      <dl className="divide-y divide-hairline">
        {review.groups.map((group) => (
          <div key={group.body ?? ""} className="py-2.5">
            <dt className="font-semibold">{group.body ?? t("staffGroup")}</dt>
            <dd>{group.people.join(", ")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Overlaps({ overlaps }: Pick<ConveningReview, "overlaps">) {
  const t = useTranslations("sessions.review");
  const locale = useLocale() as Locale;
  if (overlaps.length === 0) return null;
  return (
    <Notice tone="warning" title={t("overlaps")}>
      <ul>
        {overlaps.map(({ session, startsAt }) => (
          <li key={`${session} ${startsAt.getTime()}`}>
            {t("overlap", { session: session ?? t("otherSession"), when: formatInstant(startsAt, locale) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Conflicts({ conflicts }: Pick<ConveningReview, "conflicts">) {
  const t = useTranslations("sessions.review");
  const locale = useLocale() as Locale;
  if (conflicts.length === 0) return <p className="text-muted">{t("noConflicts")}</p>;
  return (
    <Notice tone="warning" title={t("conflicts")}>
      <ul>
        {conflicts.map((one) => (
          <li key={`${one.personId} ${one.startsAt.getTime()}`}>
            {t("conflict", {
              name: one.name,
              session: one.session ?? t("otherSession"),
              when: formatInstant(one.startsAt, locale),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
