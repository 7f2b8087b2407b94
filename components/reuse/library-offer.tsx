import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { CalloutCard } from "@/components/ui/callout-card";
import { Recycle } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type { LibraryState } from "@/lib/reuse/releases/queries";

type Props = { slug: string; documentId: string; state: LibraryState };

/** On the page of a document, for who manages the library: the step into it, or the way to its item. */
export function LibraryOffer({ slug, documentId, state }: Props) {
  const t = useTranslations("reuse.area");
  if (state.kind === "none") return null;
  if (state.kind === "item") {
    return (
      <Notice
        tone="success"
        title={t("inLibrary")}
        action={
          <ButtonLink
            size={40}
            variant="outline"
            href={{ pathname: "/area/programmes/[slug]/reuse/[id]", params: { slug, id: state.id } }}
          >
            {t("toItem")}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <CalloutCard>
      <h2 className="text-h3">{t("offer")}</h2>
      <p className="measure mt-1 mb-4">{t("offerNote")}</p>
      <ButtonLink
        size={40}
        icon={<Recycle />}
        href={{
          pathname: "/area/programmes/[slug]/reuse/new/[id]",
          params: { slug, id: documentId },
        }}
      >
        {t("publish")}
      </ButtonLink>
    </CalloutCard>
  );
}
