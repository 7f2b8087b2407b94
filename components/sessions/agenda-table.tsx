import { useTranslations } from "next-intl";
import { agendaMinutes } from "@/lib/sessions/schedule-checks";

type Props = { points: { position: number; title: string; minutes: number | null; owner: string | null }[] };

/** The agenda of a session, with the sum of its minutes. */
export function AgendaTable({ points }: Props) {
  const t = useTranslations("sessions.view");
  if (points.length === 0) return <p className="text-muted">{t("noAgenda")}</p>;
  const total = agendaMinutes(points);
  const cell = "border-hairline border-b px-3 py-2.5 align-top first:pl-0 last:pr-0";
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{t("agenda")}</caption>
      <thead>
        <tr className="text-meta text-muted">
          <th scope="col" className={`${cell} font-semibold`}>
            {t("point")}
          </th>
          <th scope="col" className={`${cell} font-semibold`}>
            {t("owner")}
          </th>
          <th scope="col" className={`${cell} text-right font-semibold`}>
            {t("minutes")}
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.position}>
            <th scope="row" className={`${cell} font-semibold`}>
              {point.title}
            </th>
            <td className={cell}>{point.owner}</td>
            <td className={`${cell} text-right`}>{point.minutes}</td>
          </tr>
        ))}
      </tbody>
      {total > 0 ? (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2} className="py-2.5 text-left font-semibold">
              {t("total")}
            </th>
            <td className="py-2.5 text-right font-semibold">{total}</td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
