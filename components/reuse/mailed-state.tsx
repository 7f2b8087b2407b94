import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import type { MailedDeclaration } from "@/lib/reuse/declarations/queries";

type Props = { declaration: Exclude<MailedDeclaration, { state: "unknown" }> };

/** A declaration as whoever wrote it finds it by the mailed link: what was written, and what became of it. */
export function MailedState({ declaration }: Props) {
  const t = useTranslations("reuse.mailed");
  const { item, state, lang } = declaration;
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead", { organisation: declaration.organisationName, title: item.title })}
      />
      <Notice tone={state === "SHOWN" ? "success" : "info"} title={t(`states.${state}`)}>
        <AppLink href={{ pathname: "/reuse/[slug]", params: { slug: item.slug } }}>
          <span lang={item.lang}>{item.title}</span>
        </AppLink>
      </Notice>
      <div className="max-w-[48rem]">
        <DefinitionList
          look="rows"
          items={[
            {
              term: t("said"),
              value: (
                <span lang={lang} className="whitespace-pre-line [overflow-wrap:anywhere]">
                  {declaration.purpose}
                </span>
              ),
            },
            { term: t("refusedWhy"), value: declaration.refusalReason },
          ]}
        />
      </div>
    </>
  );
}
