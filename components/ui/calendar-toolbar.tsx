import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppLink, type Href } from "@/components/ui/app-link";
import { ChevronLeft, ChevronRight } from "@/components/ui/icons";

type Props = {
  /** "Marzo 2026" */
  title: string;
  previous: Href;
  next: Href;
  /** The month or week of today. */
  now?: Href;
  /** What the arrows lead to, in words. */
  labels: { previous: string; next: string };
  /** Month, week, list: the ways to see the same days. */
  views?: { href: Href; label: string; icon?: ReactNode; current?: boolean }[];
};

const square =
  "inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded border border-control bg-paper px-3 font-semibold text-ink text-meta no-underline hover:bg-tint hover:no-underline [&_svg]:size-5";

/** The month in words, the ways to the next one, the ways to see it. */
export function CalendarToolbar({ title, previous, next, now, labels, views = [] }: Props) {
  const t = useTranslations("ui.calendar");
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <h2 className="min-w-44 text-h2 first-letter:uppercase">{title}</h2>
        <div className="no-print flex gap-2">
          <AppLink href={previous} aria-label={labels.previous} rel="prev" className={square}>
            <ChevronLeft />
          </AppLink>
          <AppLink href={next} aria-label={labels.next} rel="next" className={square}>
            <ChevronRight />
          </AppLink>
          {now ? (
            <AppLink href={now} className={square}>
              {t("now")}
            </AppLink>
          ) : null}
        </div>
      </div>
      {views.length > 0 ? (
        <ul aria-label={t("views")} className="no-print flex">
          {views.map((view) => (
            <li key={view.label} className="-ml-px first:ml-0">
              <AppLink
                href={view.href}
                aria-current={view.current ? "true" : undefined}
                className={`${square} rounded-none! aria-[current]:border-place aria-[current]:bg-place aria-[current]:text-white`}
              >
                {view.icon}
                {view.label}
              </AppLink>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
