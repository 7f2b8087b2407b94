import type { ReactNode } from "react";

type Props = {
  /** The visible face of the button. */
  summary: ReactNode;
  /** Its accessible name when the face does not say enough. */
  label?: string;
  children: ReactNode;
  align?: "left" | "right";
  summaryClass?: string;
  panelClass?: string;
  /** In a bar: on small screens the panel takes the bar's width. */
  inBar?: boolean;
};

/** A menu that opens without JavaScript; Escape and a click elsewhere close it where the shell's script runs. */
export function DetailsMenu({
  summary,
  label,
  children,
  align = "right",
  summaryClass = "",
  panelClass = "min-w-56",
  inBar,
}: Props) {
  return (
    <details data-menu className={`group/menu relative ${inBar ? "max-sm:static" : ""}`}>
      <summary
        aria-label={label}
        className={`no-marker flex min-h-8 items-center gap-2 rounded ${summaryClass}`}
      >
        {summary}
      </summary>
      <div
        className={`absolute top-full z-30 mt-1.5 max-h-[75vh] max-w-[calc(100vw-2rem)] overflow-y-auto rounded border border-control bg-paper py-1.5 text-ink ${align === "right" ? "right-0" : "left-0"} ${panelClass} ${inBar ? "max-sm:inset-x-4 max-sm:w-auto" : ""}`}
      >
        {children}
      </div>
    </details>
  );
}

/** The look of a line in a menu: give it to the link or the button inside. */
export const menuItemClass =
  "flex min-h-10 w-full items-center gap-2.5 px-4 py-1.5 text-left text-ink no-underline -outline-offset-2 hover:bg-tint hover:no-underline aria-[current]:font-semibold [&_svg]:size-5 [&_svg]:shrink-0";
