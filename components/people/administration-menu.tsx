import type { ReactNode } from "react";
import { AppLink, type Href } from "@/components/ui/app-link";

type Item = { href: Href; icon: ReactNode; title: string; text: string; note?: string };

/** The sections of the administration, each with the figure that tells whether to look. */
export function AdministrationMenu({ items }: { items: Item[] }) {
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {items.map(({ href, icon, title, text, note }) => (
        <li key={title} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-4">
          <div className="flex min-w-0 gap-3 [&_svg]:mt-1 [&_svg]:size-5 [&_svg]:shrink-0">
            {icon}
            <div>
              <AppLink href={href} className="font-semibold text-h4">
                {title}
              </AppLink>
              <p className="text-muted">{text}</p>
            </div>
          </div>
          {note ? <p className="text-meta text-muted">{note}</p> : null}
        </li>
      ))}
    </ul>
  );
}
