import { useTranslations } from "next-intl";
import { DueDay } from "@/components/documents/state";
import { ButtonLink } from "@/components/ui/button";
import { ScrollText } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import type { Today } from "@/lib/today/queries";

type Props = { minutes: Today["minutes"]; now: Date };

/** Minutes of sessions that the person attended, until it has said whether they are right. */
export function MinutesToJudge({ minutes, now }: Props) {
  const t = useTranslations("today.day.minutes");
  return (
    <section>
      <SectionHead size="area" icon={<ScrollText />} title={t("title")} note={minutes.length} />
      <ul>
        {minutes.map((one) => (
          <li
            key={one.id}
            className="grid items-center gap-x-6 gap-y-1 border-hairline border-b py-2.5 sm:grid-cols-[minmax(0,1fr)_15rem_auto]"
          >
            <div className="min-w-0">
              <p className="font-semibold">{one.title}</p>
              <p className="text-meta text-muted">{one.programme.shortTitle}</p>
            </div>
            <DueDay at={one.termEndsAt} now={now} />
            <ButtonLink
              href={{
                pathname: "/area/programmes/[slug]/sessions/[id]/minutes",
                params: { slug: one.programme.slug, id: one.id },
              }}
              size={40}
              variant="outline"
            >
              {t("open")}
              <span className="sr-only"> {one.title}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
