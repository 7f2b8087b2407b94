import type { Ref } from "react";
import { CircleAlert } from "@/components/ui/icons";

export type SummaryItem = { id: string; text: string };

type Props = {
  title: string;
  note?: string;
  items: SummaryItem[];
  /** A page to open beside this one before the form is sent again. */
  way?: { href: string; label: string };
  ref?: Ref<HTMLDivElement>;
};

/** What must be mended, on top of the form, each line a link to its field. Takes the focus, with and without JavaScript. */
export function ErrorSummary({ title, note, items, way, ref }: Props) {
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      autoFocus
      className="rounded border-3 border-late bg-paper p-5 focus:outline-3 focus:outline-focus focus:outline-offset-2 sm:p-6"
    >
      <h2 className="flex items-start gap-2.5 text-h3">
        <CircleAlert className="size-6 shrink-0 text-late" />
        {title}
      </h2>
      {note ? <p className="mt-1.5">{note}</p> : null}
      {way ? (
        <p className="mt-3">
          <a href={way.href} target="_blank" rel="noopener" className="font-semibold underline">
            {way.label}
          </a>
        </p>
      ) : null}
      {items.length > 0 ? (
        <ul className="mt-3 space-y-1.5">
          {items.map((item) => (
            <li key={item.id}>
              <a href={`#${item.id}`} className="font-semibold text-late underline">
                {item.text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
