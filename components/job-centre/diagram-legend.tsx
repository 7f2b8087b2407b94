import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What the lines of the drawing mean, and the keys that walk it. */
export function DiagramLegend({ withChosen }: { withChosen: boolean }) {
  const t = useTranslations("job-centre.diagram");
  return (
    <figcaption className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2 text-meta text-muted">
      {withChosen ? (
        <Entry text={t("chosen")}>
          <line x2="36" y1="6" y2="6" className="stroke-action" strokeWidth="3" />
        </Entry>
      ) : null}
      <Entry text={t(withChosen ? "others" : "ways")}>
        <line x2="36" y1="6" y2="6" className="stroke-control" strokeWidth="1.75" />
      </Entry>
      <Entry text={t("returns")}>
        <line
          x1="1"
          x2="36"
          y1="6"
          y2="6"
          className="stroke-control"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeDasharray="2 5"
        />
      </Entry>
      <span className="no-print flex flex-wrap gap-x-5 gap-y-2 max-lg:hidden xl:ml-auto">
        <Key name={t("tab")} text={t("next")} />
        <Key name={t("enter")} text={t("open")} />
      </span>
    </figcaption>
  );
}

function Entry({ text, children }: { text: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg width="36" height="12" aria-hidden="true">
        {children}
      </svg>
      {text}
    </span>
  );
}

function Key({ name, text }: { name: string; text: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <kbd className="rounded border border-control bg-paper px-2 font-sans font-semibold text-ink text-sm">
        {name}
      </kbd>
      {text}
    </span>
  );
}
