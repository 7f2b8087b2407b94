import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import type { Structure } from "@/lib/programmes/structure/queries";

/** The roles as the programme describes them, each with who holds it, or that nobody is named. */
export function RoleList({ roles, lang }: { roles: Structure["roles"]; lang: string }) {
  const t = useTranslations("programmes.roles");
  return (
    <dl className="divide-y divide-hairline">
      {roles.map((role) => (
        <div key={role.id} className="grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[18rem_1fr]">
          <dt lang={lang} className="font-semibold">
            {role.title}
          </dt>
          <dd>
            {role.description ? (
              <p lang={lang} className="measure">
                {role.description}
              </p>
            ) : null}
            <p className="text-meta text-muted">
              {role.organisation ? (
                <AppLink
                  href={{ pathname: "/organisations/[slug]", params: { slug: role.organisation.slug } }}
                >
                  {role.organisation.name}
                </AppLink>
              ) : null}
              {role.organisation && role.holder ? " · " : null}
              {role.holder ?? (role.organisation ? null : t("nobodyNamed"))}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
