import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Rss } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";

type Props = {
  /** the calendar's own address, in full */ address: string;
  path: string;
  children?: ReactNode;
};

/** How to have the calendar in one's own program. */
export function Subscribe({ address, path, children }: Props) {
  const t = useTranslations("calendar.subscribe");
  return (
    <section className="space-y-4">
      <SectionHead title={t("title")} />
      <div className="measure space-y-3">
        <p>{t("text")}</p>
        <p>
          <code className="break-all rounded-sm bg-quiet px-1.5 py-0.5 font-mono text-base">{address}</code>
        </p>
        {children}
      </div>
      <ButtonLink href={{ url: path }} variant="outline" size={40} icon={<Rss />}>
        {t("button")}
      </ButtonLink>
    </section>
  );
}
