import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";

type Props = {
  title: ReactNode;
  /** A short line beside the title: a date, a count. */
  note?: ReactNode;
  /** The first paragraph below the title. */
  lead?: ReactNode;
  crumbs?: Crumb[];
  /** State chip, promoter, dates: rendered as one wrapping row. */
  meta?: ReactNode;
  /** Buttons on the right; below the title on small screens. */
  actions?: ReactNode;
  size?: "page" | "area";
};

/** The head of a page: breadcrumbs, the one `h1`, what qualifies it, what can be done. */
export function PageHead({ title, note, lead, crumbs, meta, actions, size = "page" }: Props) {
  return (
    <header className={size === "page" ? "space-y-4" : "space-y-2"}>
      {crumbs ? <Breadcrumbs items={crumbs} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 className={`max-w-[22em] ${size === "page" ? "text-h1" : "text-title"}`}>{title}</h1>
          {note ? <p className="text-muted">{note}</p> : null}
        </div>
        {actions ? <div className="no-print flex flex-wrap gap-3">{actions}</div> : null}
      </div>
      {meta ? (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 [&_svg]:size-[1.125rem] [&_svg]:shrink-0">
          {meta}
        </div>
      ) : null}
      {lead ? <p className="measure text-lead">{lead}</p> : null}
    </header>
  );
}

/** One fact of the row under a title: icon and words. */
export function MetaItem({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 text-base">
      {icon}
      <span>{children}</span>
    </span>
  );
}
