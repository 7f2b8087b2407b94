import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { ContactList } from "@/components/programmes/contact-list";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FileRow } from "@/components/ui/file-row";
import { Mail } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { SectionHead } from "@/components/ui/section-head";
import { Steps } from "@/components/ui/steps";
import { listPublicDocuments } from "@/lib/documents/queries";
import { formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { getStructure } from "@/lib/programmes/structure/queries";
import { openProgramme, programmeMetadata } from "../../programmes/[slug]/open-programme";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return programmeMetadata({ locale, slug }, { pathname: "/joining/[slug]", params: { slug } }, "joining");
}

export default async function JoiningPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const [t, structure, documents] = await Promise.all([
    getTranslations("programmes.joining"),
    getStructure(actor, slug),
    listPublicDocuments(actor, programme.id),
  ]);
  const { joiningSteps, contacts } = structure;
  const email = contacts.find((contact) => contact.email)?.email;
  const isOpen = programme.state === "CALL_OPEN";
  return (
    <ProgrammeFrame programme={programme} current="joining">
      <Band room="tight">
        <div className="space-y-12">
          <Notice tone={isOpen ? "success" : "info"} title={t(`state.${programme.state}`)}>
            {isOpen ? t("openNext") : t("closedNext")}
          </Notice>
          <section aria-labelledby="steps" className="space-y-7">
            <SectionHead id="steps" title={t("steps")} />
            {joiningSteps.length > 0 ? (
              <div lang={programme.lang}>
                <Steps
                  columns={1}
                  items={joiningSteps.map(({ id, title, description }) => ({
                    key: id,
                    title,
                    body: description,
                  }))}
                />
              </div>
            ) : (
              <EmptyState title={t(programme.isArchiveOfSource ? "sourceNone" : "none")} />
            )}
            {email ? (
              <ButtonLink
                icon={<Mail />}
                href={{
                  url: `mailto:${email}?subject=${encodeURIComponent(t("subject", { title: programme.shortTitle }))}`,
                }}
              >
                {t("write")}
              </ButtonLink>
            ) : null}
          </section>
          {documents.length > 0 ? (
            <section aria-labelledby="documents" className="space-y-4">
              <SectionHead id="documents" title={t("documents")} />
              {documents.map((document) => {
                const [version] = document.versions;
                return version ? (
                  <FileRow
                    key={document.id}
                    name={document.title}
                    url={`/api/files/${version.id}`}
                    meta={formatSize(version.size, locale)}
                  />
                ) : null;
              })}
            </section>
          ) : null}
          <section aria-labelledby="contacts">
            <SectionHead id="contacts" title={t("contacts")} />
            <ContactList contacts={contacts} lang={programme.lang} />
          </section>
        </div>
      </Band>
    </ProgrammeFrame>
  );
}
