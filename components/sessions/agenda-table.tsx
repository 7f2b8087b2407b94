import { useTranslations } from "next-intl";
import { agendaMinutes } from "@/lib/sessions/schedule-checks";

type Props = {
  points: { position: number; title: string; minutes: number | null; owner: string | null }[];
  /** minutes that each point took, in the order of the points; null for one that was not dealt with */
  spent?: (number | null)[] | null;
};

/** The agenda of a session, with the sum of its minutes, and once it was held with those it really took. */
export function AgendaTable({ points, spent }: Props) {
  const t = useTranslations("sessions.view");
  const words = useTranslations("live.after");
  if (points.length === 0) return <p className="text-muted">{t("noAgenda")}</p>;
  const total = agendaMinutes(points);
  const cell = "border-hairline border-b px-2 py-2.5 align-top first:pl-0 last:pr-0 sm:px-3";
  // On a telephone who leads a point stands under it.
  const wide = "hidden sm:table-cell";
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{t("agenda")}</caption>
      <thead>
        <tr className="text-meta text-muted">
          <th scope="col" className={`${cell} font-semibold`}>
            {t("point")}
          </th>
          <th scope="col" className={`${cell} ${wide} font-semibold`}>
            {t("owner")}
          </th>
          <th scope="col" className={`${cell} text-right font-semibold`}>
            {t("minutes")}
          </th>
          {spent ? (
            <th scope="col" className={`${cell} text-right font-semibold`}>
              {words("actual")}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {points.map((point, index) => (
          <tr key={point.position}>
            <th scope="row" className={`${cell} font-semibold`}>
              {point.title}
              {point.owner ? (
                <span className="block font-normal text-meta text-muted sm:hidden">{point.owner}</span>
              ) : null}
            </th>
            <td className={`${cell} ${wide}`}>{point.owner}</td>
            <td className={`${cell} text-right`}>{point.minutes}</td>
            {spent ? (
              <td className={`${cell} text-right`}>
                {spent[index] ?? <span className="text-meta text-muted">{words("notDone")}</span>}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
      {total > 0 ? (
        <tfoot>
          <tr>
            <th scope="row" className="py-2.5 text-left font-semibold">
              {t("total")}
            </th>
            <td className={wide} />
            <td className={`py-2.5 text-right font-semibold ${spent ? "px-2 sm:px-3" : ""}`}>{total}</td>
            {spent ? (
              <td className="py-2.5 pl-2 text-right font-semibold sm:pl-3">
                {spent.reduce<number>((sum, one) => sum + (one ?? 0), 0)}
              </td>
            ) : null}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
