import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DoneNotice } from "@/components/people/done-notice";
import { PersonConfirmation, ResetConfirmation } from "@/components/people/person-confirmations";
import { PersonSections } from "@/components/people/person-sections";
import { PageHead } from "@/components/ui/page-head";
import { StateChip } from "@/components/ui/state-chip";
import { getPerson, listRoleScopes } from "@/lib/people/administration/queries";
import { presentSignIn } from "@/lib/people/providers/browser";
import { listSignIns } from "@/lib/people/sign-in/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, pageQuery, proofFirst, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getPerson);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const person = await open(id);
  return { title: `${person.givenName} ${person.familyName}` };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const person = await open(id);
  const role = person.roles.find(({ id }) => id === one(query.end));
  const resets = Boolean(one(query.reset)) && person.secondFactorSince !== null;
  if (one(query.disable) || role || resets) {
    if (!role || role.role === "ADMINISTRATOR") await proofFirst(actor);
    return resets ? (
      <ResetConfirmation person={person} />
    ) : (
      <PersonConfirmation person={person} role={role} />
    );
  }
  const [t, signIns, scopes, present] = await onPage(
    Promise.all([
      getTranslations("people.administration"),
      listSignIns(actor, person.id),
      listRoleScopes(actor),
      presentSignIn(),
    ]),
  );
  const name = `${person.givenName} ${person.familyName}`;
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={name}
        crumbs={[
          { label: t("title"), href: "/area/administration" },
          { label: t("people"), href: "/area/administration/people" },
          { label: name },
        ]}
        meta={
          person.disabledAt ? (
            <StateChip tone="cancelled">
              {t("person.disabledSince", { at: formatInstant(person.disabledAt, locale) })}
            </StateChip>
          ) : null
        }
      />
      <DoneNotice done={one(query.done)} />
      <PersonSections person={person} signIns={signIns} scopes={scopes} present={present} />
    </div>
  );
}
