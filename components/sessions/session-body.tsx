import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KindIcon } from "@/components/sessions/kind-icon";
import { SessionWhen } from "@/components/sessions/session-when";
import { AppLink, type Href } from "@/components/ui/app-link";
import type { SessionRow } from "@/lib/sessions/session-row";

type Props = {
  row: SessionRow;
  href: Href;
  /** of the title in its page */
  level: "h2" | "h3";
  children?: ReactNode;
};

/** A session in a list: its kind, its title with the way to it, when and where it is. */
export function SessionBody({ row, href, level: Heading, children }: Props) {
  const t = useTranslations("sessions");
  return (
    <div className="min-w-0 flex-1">
      <p className="flex items-center gap-1.5 text-meta text-muted [&_svg]:size-4">
        <KindIcon kind={row.kind} />
        {t(`kind.${row.kind}`)}
      </p>
      <Heading className="text-h4">
        <AppLink href={href}>{row.title}</AppLink>
      </Heading>
      <p className="mt-0.5 text-base">
        <SessionWhen {...row} />
      </p>
      <p className="text-meta text-muted">
        {t(`mode.${row.mode}`)}
        {row.place ? `, ${row.place}` : null}
      </p>
      {children}
    </div>
  );
}
