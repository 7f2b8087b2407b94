import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import { formatShortDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { FollowedBody, FollowedSession, Presence } from "@/lib/sessions/followup/queries";

type Props = {
  /** sessions that have begun, in the order of time */
  sessions: FollowedSession[];
  bodies: FollowedBody[];
};

const tones = {
  present: "approved",
  absent: "cancelled",
  notSaid: "todo",
  notConvened: "neutral",
} as const satisfies Record<Presence, StateTone>;

/** Bodies × sessions: who was there over time, as icon and word, with the sum of each body. */
export function PresenceMatrix({ sessions, bodies }: Props) {
  const t = useTranslations("followup.bodies");
  return (
    <section className="space-y-3">
      <SectionHead title={t("title")} size="area" />
      {sessions.length === 0 || bodies.length === 0 ? (
        <EmptyState title={bodies.length === 0 ? t("empty") : t("none")} />
      ) : (
        <Table sessions={sessions} bodies={bodies} />
      )}
    </section>
  );
}

const head = "border-hairline border-r border-b-2 border-b-ink bg-quiet p-2.5 align-top font-semibold";

function Table({ sessions, bodies }: Props) {
  const t = useTranslations("followup");
  const locale = useLocale() as Locale;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t("bodies.caption")}
      className="w-fit max-w-full overflow-x-auto border-hairline border-t border-l print:overflow-visible"
    >
      <table className="min-w-max border-separate border-spacing-0 text-left text-sm print:min-w-0">
        <caption className="sr-only">{t("bodies.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className={`sticky left-0 z-10 w-38 ${head}`}>
              {t("bodies.body")}
            </th>
            {sessions.map(({ id, title, startsAt, programme }) => (
              <th key={id} scope="col" className={`w-36 min-w-28 max-w-40 whitespace-normal ${head}`}>
                <AppLink
                  href={{
                    pathname: "/area/programmes/[slug]/sessions/[id]",
                    params: { slug: programme.slug, id },
                  }}
                  className="text-ink"
                >
                  {title}
                </AppLink>
                <time dateTime={startsAt.toISOString()} className="mt-1 block font-normal text-muted">
                  {formatShortDay(startsAt, locale)}
                </time>
              </th>
            ))}
            <th scope="col" className={head}>
              {t("bodies.sum")}
            </th>
          </tr>
        </thead>
        <tbody>
          {bodies.map((body) => (
            <tr key={body.id}>
              <th
                scope="row"
                className="sticky left-0 border-hairline border-r-2 border-b bg-ground p-2.5 align-top font-semibold"
              >
                {body.shortName}
              </th>
              {sessions.map(({ id }) => (
                <Cell key={id} presence={body.presence.get(id) ?? "notConvened"} />
              ))}
              <td className="whitespace-nowrap border-hairline border-r border-b p-2.5 tabular-nums">
                {t("bodies.sumOf", sumOf(body, sessions))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ presence }: { presence: Presence }) {
  const t = useTranslations("followup.presence");
  return (
    <td className="border-hairline border-r border-b p-2.5 align-top">
      <StateChip tone={tones[presence]} look="inline">
        {t(presence)}
      </StateChip>
    </td>
  );
}

/** At how many of the sessions of which something was said of it a body was there. */
function sumOf(body: FollowedBody, sessions: FollowedSession[]): { present: number; held: number } {
  const said = sessions
    .map(({ id }) => body.presence.get(id))
    .filter((one) => one === "present" || one === "absent");
  return { present: said.filter((one) => one === "present").length, held: said.length };
}
