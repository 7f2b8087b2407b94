import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Step = { title: ReactNode; body?: ReactNode; done?: boolean; key?: string };

const grids = { 1: "", 2: "sm:grid-cols-2", 4: "sm:grid-cols-2 lg:grid-cols-4" };

/** Numbered steps; the ones behind us are filled. `columns` 4 stacks number over text, 1 and 2 set it beside. */
export function Steps({ items, columns = 2 }: { items: Step[]; columns?: 1 | 2 | 4 }) {
  const t = useTranslations("ui");
  const side = columns !== 4;
  return (
    <ol className={`grid gap-x-12 gap-y-7 ${grids[columns]}`}>
      {items.map((step, index) => (
        <li key={step.key ?? index} className={side ? "flex gap-5" : ""}>
          <span
            aria-hidden="true"
            className={`flex size-9 shrink-0 items-center justify-center rounded-full border-2 border-action font-bold tabular-nums ${step.done ? "bg-action text-white" : "bg-paper text-link"}`}
          >
            {index + 1}
          </span>
          <div className={side ? "min-w-0 pt-1" : "mt-3 min-w-0"}>
            <p className="font-semibold text-h4">
              {step.title}
              {step.done ? <span className="sr-only"> ({t("stepDone")})</span> : null}
            </p>
            {step.body ? <div className="mt-1 text-base text-muted">{step.body}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
