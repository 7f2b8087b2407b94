import type { ReactNode } from "react";

const edges = {
  action: "border-edge border-l-action",
  late: "border-late/40 border-l-late",
  approved: "border-approved/40 border-l-approved",
};

type Props = { children: ReactNode; tone?: keyof typeof edges; compact?: boolean; labelledBy?: string };

/** The one box of the portal: for what must be acted on, with a 4 px edge. */
export function CalloutCard({ children, tone = "action", compact, labelledBy }: Props) {
  const room = compact ? "px-4 py-3" : "p-5 sm:p-6";
  return (
    <section
      aria-labelledby={labelledBy}
      className={`rounded border border-l-4 bg-paper ${room} ${edges[tone]}`}
    >
      {children}
    </section>
  );
}
