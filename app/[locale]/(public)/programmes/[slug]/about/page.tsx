import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { ContactList } from "@/components/programmes/contact-list";
import { FactSections } from "@/components/programmes/fact-sections";
import { ProgrammeFrame, StateOrigin } from "@/components/programmes/programme-frame";
import { RoleList } from "@/components/programmes/role-list";
import { DefinitionList } from "@/components/ui/definition-list";
import { SectionHead } from "@/components/ui/section-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { getStructure } from "@/lib/programmes/structure/queries";
import { openProgramme, programmeMetadata } from "../open-programme";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return programmeMetadata(
    { locale, slug },
    { pathname: "/programmes/[slug]/about", params: { slug } },
    "about",
  );
}

export default async function AboutPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const [t, structure] = await Promise.all([getTranslations("programmes.about"), getStructure(actor, slug)]);
  const { lang } = programme;
  return (
    <ProgrammeFrame programme={programme} current="about">
      <Band room="tight">
        <div className="space-y-12">
          <DefinitionList
            look="rows"
            items={[
              { key: "state", term: t("state"), value: <StateOrigin programme={programme} /> },
              { key: "audience", term: t("audience"), value: structure.audience },
              { key: "commitment", term: t("commitment"), value: structure.commitment },
              { key: "cost", term: t("cost"), value: structure.costNote },
              { key: "slogan", term: t("slogan"), value: structure.slogan },
              { key: "source", term: t("source"), value: programme.sourceTitle },
            ]}
          />
          <FactSections facts={structure.facts} lang={lang} />
          <section aria-labelledby="roles">
            <SectionHead id="roles" title={t("roles")} />
            {structure.roles.length > 0 ? (
              <RoleList roles={structure.roles} lang={lang} />
            ) : (
              <p className="py-4 text-muted">{t("noRoles")}</p>
            )}
          </section>
          <section aria-labelledby="contacts">
            <SectionHead id="contacts" title={t("contacts")} />
            <ContactList contacts={structure.contacts} lang={lang} />
          </section>
        </div>
      </Band>
    </ProgrammeFrame>
  );
}
