import { useTranslations } from "next-intl";
import { ConfirmPage } from "@/components/form/confirm-page";
import { RepresentationForm } from "@/components/people/representation-form";
import { RepresentationList } from "@/components/people/representation-list";
import { AppLink } from "@/components/ui/app-link";
import { X } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { removeRepresentationAction } from "@/lib/people/organisations/actions";
import type { OrganisationView } from "@/lib/people/organisations/queries";

type Props = { organisation: OrganisationView; organisations: { id: string; name: string }[] };

/** Whom an organisation represents: list, removal, addition. */
export function RepresentationEditor({ organisation, organisations }: Props) {
  const t = useTranslations("people.administration.organisation");
  const { slug } = organisation;
  return (
    <>
      <section aria-labelledby="represents" className="space-y-3">
        <SectionHead id="represents" size="area" title={t("represents")} />
        {organisation.represents.length === 0 ? <p className="text-muted">{t("none")}</p> : null}
        <RepresentationList
          rows={organisation.represents}
          action={(row) => (
            <AppLink
              href={{
                pathname: "/area/administration/organisations/[slug]",
                params: { slug },
                query: { remove: row.id },
              }}
              aria-label={t("removeOf", { name: row.other.name })}
              className="py-1"
            >
              {t("remove")}
            </AppLink>
          )}
        />
      </section>
      <section aria-labelledby="add-representation" className="space-y-4">
        <SectionHead id="add-representation" size="area" title={t("addRepresentation")} />
        <RepresentationForm
          id={organisation.id}
          organisations={organisations.filter((one) => one.id !== organisation.id)}
        />
      </section>
    </>
  );
}

/** Asks before a representation is removed. */
export function RemoveRepresentation({ slug, id, name }: { slug: string; id: string; name: string }) {
  const t = useTranslations("people");
  return (
    <ConfirmPage
      title={t("confirm.removeRepresentation.title")}
      action={removeRepresentationAction}
      hidden={{ id }}
      confirm={{ label: t("confirm.removeRepresentation.submit"), icon: <X /> }}
      cancel={{
        href: { pathname: "/area/administration/organisations/[slug]", params: { slug } },
        label: t("confirm.cancel"),
      }}
    >
      <p className="font-semibold">{name}</p>
      <p>{t("confirm.removeRepresentation.text")}</p>
    </ConfirmPage>
  );
}
