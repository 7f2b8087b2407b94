import { AppLink, type Href } from "@/components/ui/app-link";
import { Count } from "@/components/ui/count";

export type Tab = { href: Href; label: string; current?: boolean; count?: number };

type Props = {
  items: Tab[];
  label: string /** Stays at the top while the page scrolls. */;
  sticky?: boolean;
};

/** The pages of one thing, as links on a rule; scrolls sideways where they do not fit. */
export function TabsNav({ items, label, sticky }: Props) {
  return (
    <nav aria-label={label} className={`no-print bg-inherit ${sticky ? "sticky top-0 z-20" : ""}`}>
      <ul className="-mx-1 flex gap-x-7 overflow-x-auto overflow-y-hidden px-1">
        {items.map((item) => (
          <li key={item.label} className="shrink-0">
            <AppLink
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className="flex min-h-13 items-center gap-2 border-transparent border-b-3 pt-[3px] font-semibold text-ink no-underline -outline-offset-2 hover:border-control hover:no-underline aria-[current]:border-action aria-[current]:text-link"
            >
              {item.label}
              {item.count === undefined ? null : <Count value={item.count} />}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
