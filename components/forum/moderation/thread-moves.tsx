import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Merge, Split } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";

/** The ways to divide a thread, and to end it in another. */
export function ThreadMoves({ slug, id }: { slug: string; id: string }) {
  const t = useTranslations("moderation.threads");
  const params = { slug, id };
  return (
    <section className="max-w-[43rem] space-y-4">
      <SectionHead size="area" title={t("title")} />
      <p className="measure">{t("note")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink
          variant="outline"
          size={40}
          icon={<Split />}
          href={{ pathname: "/area/programmes/[slug]/forum/threads/[id]/split", params }}
        >
          {t("split")}
        </ButtonLink>
        <ButtonLink
          variant="outline"
          size={40}
          icon={<Merge />}
          href={{ pathname: "/area/programmes/[slug]/forum/threads/[id]/merge", params }}
        >
          {t("merge")}
        </ButtonLink>
      </div>
    </section>
  );
}
