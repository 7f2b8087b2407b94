import { useTranslations } from "next-intl";
import { ProgrammePeriod } from "@/components/programmes/programme-period";
import { ProgrammeState } from "@/components/programmes/programme-state";
import { AppLink } from "@/components/ui/app-link";
import { Building2, CalendarRange, Landmark } from "@/components/ui/icons";
import { MetaItem } from "@/components/ui/page-head";
import type { CatalogueRow } from "@/lib/programmes/catalogue/queries";

/** Programmes as rows: what each is, who promotes it, when, how far it has come. */
export function ProgrammeList({ rows }: { rows: CatalogueRow[] }) {
  const t = useTranslations("programmes.list");
  return (
    <ul className="border-ink border-t-2">
      {rows.map((row) => (
        <li key={row.id} className="border-hairline border-b py-6">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <h2 className="max-w-[32em] text-h3">
              <AppLink href={{ pathname: "/programmes/[slug]", params: { slug: row.slug } }} lang={row.lang}>
                {row.title}
              </AppLink>
            </h2>
            <ProgrammeState state={row.state} />
          </div>
          <p lang={row.lang} className="measure mt-2">
            {row.summary}
          </p>
          <div className="mt-3 flex flex-wrap gap-x-6 gap-y-1.5 text-muted [&_svg]:size-[1.125rem] [&_svg]:shrink-0">
            <MetaItem icon={<Landmark />}>{row.promoter}</MetaItem>
            <MetaItem icon={<CalendarRange />}>
              <ProgrammePeriod begin={row.begin} end={row.end} />
            </MetaItem>
            {row.bodies > 0 ? (
              <MetaItem icon={<Building2 />}>{t("bodies", { count: row.bodies })}</MetaItem>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
