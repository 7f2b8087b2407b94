type Props = {
  day: string;
  month: string /** Machine-readable date. */;
  dateTime: string;
  year?: string;
  muted?: boolean;
};

/** The day of a row: large number, month beneath. */
export function DateBlock({ day, month, dateTime, year, muted }: Props) {
  return (
    <time dateTime={dateTime} className={`block w-20 shrink-0 ${muted ? "text-muted" : ""}`}>
      <span className="block font-bold text-[2.375rem] tabular-nums leading-none">{day}</span>{" "}
      <span className="mt-1 block text-meta text-muted">{month}</span>
      {year ? <span className="block text-age text-muted"> {year}</span> : null}
    </time>
  );
}
