import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Lock } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Today } from "@/lib/today/queries";

/** Sessions that took place days ago and still wait for attendance, minutes and their closing. */
export function ToClose({ sessions }: { sessions: Today["toClose"] }) {
  const t = useTranslations("followup");
  const locale = useLocale() as Locale;
  return (
    <section>
      <SectionHead size="area" icon={<Lock />} title={t("today.title")} note={sessions.length} />
      <p className="pt-2 text-meta text-muted">{t("today.lead")}</p>
      <ul>
        {sessions.map(({ id, title, endsAt, programme, missing }) => {
          const params = { slug: programme.slug, id };
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-hairline border-b py-2.5"
            >
              <div className="min-w-0 flex-1 basis-64">
                <AppLink
                  href={{ pathname: "/area/programmes/[slug]/sessions/[id]", params }}
                  className="font-semibold no-underline hover:underline"
                >
                  {title}
                </AppLink>
                <p className="text-meta text-muted">
                  {[
                    t("today.when", { day: formatDay(endsAt, locale) }),
                    programme.shortTitle,
                    ...missing.filter((one) => one !== "closing").map((one) => t(`missing.${one}`)),
                  ].join(", ")}
                </p>
              </div>
              <ButtonLink
                href={{ pathname: "/area/programmes/[slug]/sessions/[id]/close", params }}
                size={40}
                variant="outline"
              >
                {t("today.close")}
                <span className="sr-only"> {title}</span>
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
