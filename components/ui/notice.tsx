import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "@/components/ui/icons";

export type NoticeTone = "info" | "success" | "warning" | "error";

const looks = {
  info: { icon: Info, box: "border-edge border-l-action bg-paper", mark: "text-action" },
  success: { icon: CircleCheck, box: "border-approved/40 border-l-approved bg-paper", mark: "text-approved" },
  warning: { icon: TriangleAlert, box: "border-correct/40 border-l-correct bg-paper", mark: "text-correct" },
  error: { icon: CircleAlert, box: "border-late/40 border-l-late bg-paper", mark: "text-late" },
};

type Props = {
  tone?: NoticeTone;
  /** What happened. */
  title?: ReactNode;
  /** What comes next. */
  children?: ReactNode;
  /** One button or link on the right. */
  action?: ReactNode;
  /** Read out when it appears; for messages that answer what the reader just did. */
  live?: boolean;
};

/** A message: what happened and what comes next. */
export function Notice({ tone = "info", title, children, action, live }: Props) {
  const t = useTranslations("ui.notice");
  const { icon: Icon, box, mark } = looks[tone];
  const role = tone === "error" ? "alert" : "status";
  return (
    <div
      role={live ? role : undefined}
      className={`flex flex-wrap items-center gap-x-6 gap-y-3 rounded border border-l-4 px-4 py-3.5 ${box}`}
    >
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-3">
        <Icon className={`mt-0.5 size-5 shrink-0 ${mark}`} />
        <div className="min-w-0 space-y-1">
          <span className="sr-only">{t(tone)}</span>
          {title ? <p className="font-semibold">{title}</p> : null}
          {children ? <div className="measure">{children}</div> : null}
        </div>
      </div>
      {action ? <div className="no-print shrink-0">{action}</div> : null}
    </div>
  );
}
