import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** What to do next, or when something will be here. */
  children?: ReactNode;
  action?: ReactNode;
};

/** In place of a list without rows: says so, and what comes next. The path of dots waits for its line. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="border-hairline border-y py-8">
      <svg width="112" height="12" aria-hidden="true" className="mb-4 fill-control">
        {[1.25, 1.7, 2.1, 2.6, 3.1, 3.7, 4.3, 5].map((r, index) => (
          <circle key={r} cx={6 + index * 14} cy="6" r={r} />
        ))}
      </svg>
      <p className="font-semibold text-h4">{title}</p>
      {children ? <div className="measure mt-1 text-muted">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap gap-3">{action}</div> : null}
    </div>
  );
}
