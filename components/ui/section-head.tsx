import type { ReactNode } from "react";
import { AppLink, type Href } from "@/components/ui/app-link";

type Props = {
  title: ReactNode;
  /** One link, on the right of the rule. */
  link?: { href: Href; label: string };
  /** A count or a remark in place of, or before, the link. */
  note?: ReactNode;
  icon?: ReactNode;
  id?: string;
  level?: 2 | 3;
  /** `page` for public sections (30 px), `area` for reserved ones (20 px). */
  size?: "page" | "area";
};

/** A heading and at most one link on a 2 px rule; rows follow on hairlines. */
export function SectionHead({ title, link, note, icon, id, level = 2, size = "page" }: Props) {
  const Heading = `h${level}` as const;
  const text = size === "page" ? "text-h2" : "text-h3";
  const room = size === "page" ? "pb-3" : "pb-2";
  return (
    <div
      className={`flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-ink border-b-2 ${room}`}
    >
      <Heading
        id={id}
        className={`flex items-baseline gap-2.5 ${text} [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:translate-y-0.5`}
      >
        {icon}
        <span>{title}</span>
      </Heading>
      {note || link ? (
        <div className="flex flex-wrap items-baseline gap-x-4 text-meta">
          {note ? <span className="font-semibold text-muted">{note}</span> : null}
          {link ? (
            <AppLink href={link.href} className="py-0.5 font-semibold">
              {link.label}
            </AppLink>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
