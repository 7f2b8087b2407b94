import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Flag } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import type { Today } from "@/lib/today/queries";

/** Posts that somebody flagged, for who moderates the forum. */
export function FlagsToDecide({ flags }: { flags: Today["flags"] }) {
  const t = useTranslations("today.day.flags");
  const words = useTranslations("moderation.case");
  return (
    <section>
      <SectionHead size="area" icon={<Flag />} title={t("title")} note={flags.length} />
      <ul>
        {flags.map(({ id, post: { number, thread }, _count }) => {
          const { programme } = thread.category;
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-hairline border-b py-2.5"
            >
              <div className="min-w-0">
                <p className="font-semibold [overflow-wrap:anywhere]">
                  {t("post", { number, title: thread.title })}
                </p>
                <p className="text-meta text-muted">
                  {t("from", { programme: programme.shortTitle, count: _count.flags })}
                </p>
              </div>
              <ButtonLink
                href={{
                  pathname: "/area/programmes/[slug]/moderation/[id]",
                  params: { slug: programme.slug, id },
                }}
                size={40}
                variant="outline"
                aria-label={words("decideOf", { number, title: thread.title })}
              >
                {words("decide")}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
