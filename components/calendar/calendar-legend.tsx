import { useTranslations } from "next-intl";

/** What the edges of the sheet mean, and whose hours these are. */
export function CalendarLegend({ withDeadlines }: { withDeadlines?: boolean }) {
  const t = useTranslations("calendar.legend");
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-meta text-muted">
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="h-4 w-6 border-l-4 border-l-action bg-tint" />
        {t("programmes")}
      </li>
      {withDeadlines ? (
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="h-4 w-6 border-l-4 border-l-todo bg-quiet" />
          {t("deadlines")}
        </li>
      ) : null}
      <li>{t("rome")}</li>
    </ul>
  );
}
