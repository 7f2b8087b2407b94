import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { AssignRoleForm } from "@/components/people/assign-role-form";
import { PersonAccess } from "@/components/people/person-access";
import { PersonRoles } from "@/components/people/person-roles";
import { SignInList } from "@/components/people/sign-in-list";
import { AppLink } from "@/components/ui/app-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { SectionHead } from "@/components/ui/section-head";
import { endSignInsOfAction } from "@/lib/people/administration/actions";
import type { PersonView } from "@/lib/people/administration/queries";
import type { SignInRow } from "@/lib/people/sign-in/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import { isLocale, type Locale } from "@/lib/platform/i18n/routing";

type Choice = { id: string; name: string };

type Props = {
  person: PersonView;
  signIns: SignInRow[];
  scopes: { organisations: Choice[]; programmes: Choice[] };
  present: string | null;
};

/** What the administrator sees of a person: data, roles, sign-ins. */
export function PersonSections({ person, signIns, scopes, present }: Props) {
  const t = useTranslations("people.administration");
  const languages = useTranslations("people.profile.locales");
  const locale = useLocale() as Locale;
  return (
    <>
      <section aria-labelledby="data" className="space-y-4">
        <SectionHead id="data" size="area" title={t("person.data")} />
        <DefinitionList
          look="rows"
          items={[
            {
              term: t("email"),
              value: person.isUnreachable ? `${person.email} (${t("unreachable")})` : person.email,
            },
            {
              term: t("person.locale"),
              value: isLocale(person.locale) ? languages(person.locale) : person.locale,
            },
            { term: t("person.created"), value: formatDay(person.createdAt, locale) },
            { term: t("state"), value: person.hasPassword ? null : t("neverSigned") },
            {
              term: t("person.secondFactor"),
              value: person.secondFactorSince
                ? t("person.secondFactorSince", { date: formatDay(person.secondFactorSince, locale) })
                : t("person.secondFactorNone"),
            },
          ]}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <PersonAccess person={person} />
          <AppLink
            href={{ pathname: "/area/administration/log", query: { person: person.id } }}
            className="py-1"
          >
            {t("person.log")}
          </AppLink>
        </div>
      </section>
      <section aria-labelledby="roles" className="space-y-2">
        <SectionHead id="roles" size="area" title={t("person.roles")} />
        <PersonRoles personId={person.id} caption={t("person.roles")} roles={person.roles} present />
      </section>
      {person.disabledAt ? null : (
        <section aria-labelledby="assign" className="space-y-4">
          <SectionHead id="assign" size="area" title={t("person.assign")} />
          <AssignRoleForm personId={person.id} {...scopes} />
        </section>
      )}
      {person.pastRoles.length > 0 ? (
        <section aria-labelledby="past-roles" className="space-y-2">
          <SectionHead id="past-roles" size="area" title={t("person.pastRoles")} />
          <PersonRoles personId={person.id} caption={t("person.pastRoles")} roles={person.pastRoles} />
        </section>
      ) : null}
      <section aria-labelledby="sign-ins" className="space-y-2">
        <SectionHead id="sign-ins" size="area" title={t("person.signIns")} />
        {signIns.length > 0 ? (
          <>
            <SignInList signIns={signIns} present={present} />
            <ActionForm action={endSignInsOfAction} hidden={{ id: person.id }} className="pt-2">
              <SubmitButton variant="outline" size={40}>
                {t("person.endAll")}
              </SubmitButton>
            </ActionForm>
          </>
        ) : (
          <p className="text-muted">{t("person.signInsNone")}</p>
        )}
      </section>
    </>
  );
}
