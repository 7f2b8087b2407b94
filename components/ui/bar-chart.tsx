import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type BarRow = {
  id: string;
  label: ReactNode;
  /** null: the figure was not received; it is drawn as a dotted rule and must be left out of totals. */
  value: number | null;
  /** The figure in words ("118 su 142"), beside the bar. */
  text?: ReactNode;
  /** A second figure ("83 %"). */
  share?: ReactNode;
};

type Props = {
  caption: ReactNode;
  hiddenCaption?: boolean;
  headers: { label: ReactNode; bar: ReactNode; text?: ReactNode; share?: ReactNode };
  rows: BarRow[];
  /** The value of a full bar; the greatest of the rows when absent. */
  max?: number;
  /** Marks every bar at this value. */
  target?: { value: number; text: string };
};

/** Bars and their table in one: the drawing never holds more than the words beside it. */
export function BarChart({ caption, hiddenCaption, headers, rows, max, target }: Props) {
  const t = useTranslations("ui.chart");
  const full = max ?? Math.max(1, ...rows.map((row) => row.value ?? 0), target?.value ?? 0);
  const columns = [headers.text, headers.share].filter((header) => header !== undefined).length;
  return (
    <>
      <table className="w-full border-collapse text-left text-base">
        <caption className={hiddenCaption ? "sr-only" : "pb-2 text-left text-meta text-muted"}>
          {caption}
        </caption>
        <thead>
          <tr className="border-control border-b text-meta text-muted">
            <th scope="col" className="py-2 pr-4 font-semibold">
              {headers.label}
            </th>
            <th scope="col" className="w-2/5 py-2 pr-4 font-semibold max-sm:hidden">
              {headers.bar}
            </th>
            {headers.text === undefined ? null : (
              <th scope="col" className="py-2 pr-4 text-right font-semibold last:pr-0">
                {headers.text}
              </th>
            )}
            {headers.share === undefined ? null : (
              <th scope="col" className="py-2 text-right font-semibold">
                {headers.share}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-hairline border-b">
              <th scope="row" className="h-11 py-2 pr-4 font-semibold">
                {row.label}
                <span className="mt-1.5 block sm:hidden">
                  <Bar value={row.value} full={full} target={target?.value} />
                </span>
              </th>
              <td className="py-2 pr-4 max-sm:hidden">
                <Bar value={row.value} full={full} target={target?.value} />
              </td>
              {row.value === null ? (
                <td colSpan={Math.max(1, columns)} className="py-2 text-right text-muted">
                  {t("missing")}
                </td>
              ) : (
                <>
                  {headers.text === undefined ? null : (
                    <td className="whitespace-nowrap py-2 pr-4 text-right last:pr-0">{row.text}</td>
                  )}
                  {headers.share === undefined ? null : (
                    <td className="whitespace-nowrap py-2 text-right">{row.share}</td>
                  )}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {target ? (
        <p className="mt-2 flex items-center gap-2 text-meta text-muted">
          <svg width="3" height="16" aria-hidden="true">
            <rect width="3" height="16" className="fill-ink" />
          </svg>
          {t("target", { value: target.text })}
        </p>
      ) : null}
    </>
  );
}

/** A bar alone, for places where its figure stands right beside it. */
export function Bar({ value, full, target }: { value: number | null; full: number; target?: number }) {
  const share = (amount: number) => `${Math.min(100, Math.max(0, (amount / full) * 100))}%`;
  return (
    <svg width="100%" height="16" aria-hidden="true" className="block" overflow="visible">
      {value === null ? (
        <line
          x1="2"
          x2="100%"
          y1="8"
          y2="8"
          className="stroke-control"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeDasharray="0 8"
        />
      ) : (
        <>
          <rect y="2" width="100%" height="12" rx="6" className="fill-hairline" />
          {value > 0 ? <rect y="2" width={share(value)} height="12" rx="6" className="fill-action" /> : null}
        </>
      )}
      {target === undefined ? null : <rect x={share(target)} width="3" height="16" className="fill-ink" />}
    </svg>
  );
}
