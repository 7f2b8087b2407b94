import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { SectionHead } from "@/components/ui/section-head";

type Props = { slug: string; materials: { documentId: string; document: { title: string; lang: string } }[] };

/** What has to be read before an answer to a request is sent. */
export function RequestMaterial({ slug, materials }: Props) {
  const t = useTranslations("documents.request");
  if (materials.length === 0) return null;
  return (
    <section className="max-w-[52rem]">
      <SectionHead size="area" title={t("materials")} />
      <ul>
        {materials.map(({ documentId, document }) => (
          <li key={documentId} className="border-hairline border-b py-2.5">
            <AppLink
              href={{ pathname: "/area/programmes/[slug]/documents/[id]", params: { slug, id: documentId } }}
            >
              <span lang={document.lang}>{document.title}</span>
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
