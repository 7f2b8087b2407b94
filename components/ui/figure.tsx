import type { ReactNode } from "react";

type Props = {
  value: ReactNode;
  /** "su 12", "%": smaller, beside the number. */
  unit?: ReactNode;
  label: ReactNode;
  /** When it was counted: a figure never stands without its date. */
  date: ReactNode;
  /** Where it comes from. */
  source?: ReactNode;
  size?: "row" | "hero";
};

/** A counted number with its unit, name and date. */
export function Figure({ value, unit, label, date, source, size = "row" }: Props) {
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2.5 font-bold">
        <span
          className={`text-action tabular-nums leading-none ${size === "hero" ? "text-[4rem]" : "text-[3rem]"}`}
        >
          {value}
        </span>
        {unit ? <span className="text-[1.375rem]">{unit}</span> : null}
      </p>
      <p className="mt-2 font-semibold text-[1.0625rem]">{label}</p>
      <p className="mt-1 text-meta text-muted">{date}</p>
      {source ? <p className="mt-1 text-meta text-muted">{source}</p> : null}
    </div>
  );
}

/** Counted numbers in a row with hairlines between; two by two on small screens. */
export function FigureRow({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-8 lg:flex lg:gap-0 lg:divide-x lg:divide-hairline lg:[&>*:first-child]:pl-0 lg:[&>*]:flex-1 lg:[&>*]:px-7">
      {children}
    </div>
  );
}
