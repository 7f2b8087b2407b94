import { useTranslations } from "next-intl";
import { threadHref } from "@/components/forum/addresses";
import { useMoment } from "@/components/forum/moment";
import { AppLink } from "@/components/ui/app-link";
import { SectionHead } from "@/components/ui/section-head";
import type { ListedDraft } from "@/lib/forum/drafts/queries";
import { excerptOf } from "@/lib/forum/excerpt";

/** Characters of a text that tell it from others. */
const beginning = 120;

/** One's own texts under way, each with the way back to its form. */
export function DraftList({ slug, drafts, at }: { slug: string; drafts: ListedDraft[]; at: Date }) {
  const t = useTranslations("forum.drafts");
  const moment = useMoment(at);
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts">
      <SectionHead size="area" id="drafts" title={t("title")} note={t("onlyYou")} />
      <ul className="divide-y divide-hairline border-hairline border-y">
        {drafts.map((draft) => (
          <li key={draft.id} className="space-y-0.5 py-3">
            <p className="font-semibold">
              <DraftLink slug={slug} draft={draft} />
            </p>
            <p className="text-meta [overflow-wrap:anywhere]">
              {excerptOf(draft.markdown, beginning) || t("noText")}
            </p>
            <p className="text-muted text-sm">{t("since", { when: moment(draft.updatedAt) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DraftLink({ slug, draft: { title, thread, category } }: { slug: string; draft: ListedDraft }) {
  const t = useTranslations("forum.drafts");
  if (thread)
    return (
      <AppLink href={threadHref("area", { slug, id: thread.id }, thread.lastPostNumber, { bozza: "2" })}>
        {t("answerIn", { title: thread.title })}
      </AppLink>
    );
  if (!category) return null;
  return (
    <AppLink
      href={{
        pathname: "/area/programmes/[slug]/forum/categories/[id]/new",
        params: { slug, id: category.id },
      }}
    >
      {title ? t("threadCalled", { title }) : t("threadIn", { category: category.title })}
    </AppLink>
  );
}
