import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Href } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { ChevronLeft, ChevronRight } from "@/components/ui/icons";

type Props = { previous?: Href; next?: Href; summary?: ReactNode };

/** Steps through a long list; nothing when everything is in sight. */
export function Pager({ previous, next, summary }: Props) {
  const t = useTranslations("ui.pager");
  if (!previous && !next) return summary ? <p className="pt-4 text-meta text-muted">{summary}</p> : null;
  return (
    <nav aria-label={t("label")} className="no-print flex flex-wrap items-center gap-3 pt-5">
      {previous ? (
        <ButtonLink href={previous} variant="outline" size={40} icon={<ChevronLeft />} rel="prev">
          {t("previous")}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink href={next} variant="outline" size={40} iconAfter={<ChevronRight />} rel="next">
          {t("next")}
        </ButtonLink>
      ) : null}
      {summary ? <p className="text-meta text-muted">{summary}</p> : null}
    </nav>
  );
}
