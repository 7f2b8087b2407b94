import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppLink, type Href } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";

type Props = {
  /** Address of the list itself; the choice ends in its query, so that it can be shared. */
  action: string;
  /** Fields of the form kit; each should say its current value by `defaultValue`. */
  children: ReactNode;
  /** The list without filters; shown only when some are set. */
  reset?: Href;
  hidden?: Record<string, string>;
  submitLabel?: string;
};

/** The filters of a list: a plain form above it. */
export function ListFilters({ action, children, reset, hidden = {}, submitLabel }: Props) {
  const t = useTranslations("ui.filters");
  return (
    <form
      method="get"
      action={action}
      aria-label={t("label")}
      className="no-print rounded border border-hairline bg-ground p-4 sm:p-5"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-col gap-4 sm:flex-row sm:flex-wrap sm:items-end [&>*]:min-w-44 [&>*]:flex-1 [&>.filter-end]:flex-none">
        {children}
        <div className="filter-end flex items-center gap-4">
          <Button size={40} variant="outline" className="min-h-11">
            {submitLabel ?? t("apply")}
          </Button>
          {reset ? (
            <AppLink href={reset} className="py-1 font-semibold">
              {t("reset")}
            </AppLink>
          ) : null}
        </div>
      </div>
    </form>
  );
}
