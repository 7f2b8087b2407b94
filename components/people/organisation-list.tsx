import { useTranslations } from "next-intl";
import { OrganisationProgrammes } from "@/components/people/organisation-programmes";
import { AppLink } from "@/components/ui/app-link";
import { SectionHead } from "@/components/ui/section-head";
import type { OrganisationCard } from "@/lib/people/organisations/queries";
import { organisationKinds } from "@/lib/people/organisations/schema";

/** The organisations by kind, each with the programmes in which it takes part. */
export function OrganisationList({ organisations }: { organisations: OrganisationCard[] }) {
  const t = useTranslations("people");
  const groups = organisationKinds
    .map((kind) => ({ kind, rows: organisations.filter((one) => one.kind === kind) }))
    .filter((group) => group.rows.length > 0);
  return (
    <div className="space-y-12">
      {groups.map(({ kind, rows }) => (
        <section key={kind} aria-labelledby={`kind-${kind}`}>
          <SectionHead
            id={`kind-${kind}`}
            title={t(`kindsPlural.${kind}`)}
            note={t("organisations.count", { count: rows.length })}
          />
          <ul className="divide-y divide-hairline border-hairline border-b">
            {rows.map((one) => (
              <li
                key={one.id}
                className="grid gap-x-8 gap-y-2 py-4 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
              >
                <div>
                  <AppLink
                    href={{ pathname: "/organisations/[slug]", params: { slug: one.slug } }}
                    className="font-semibold"
                  >
                    {one.name}
                  </AppLink>
                  {one.city ? <p className="text-base text-muted">{one.city}</p> : null}
                  {one.isDemo ? <p className="text-meta text-muted">{t("organisations.demo")}</p> : null}
                </div>
                <OrganisationProgrammes programmes={one.programmes} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
