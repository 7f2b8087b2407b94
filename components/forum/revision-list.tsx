import { useTranslations } from "next-intl";
import { useMoment } from "@/components/forum/moment";
import { SectionHead } from "@/components/ui/section-head";
import type { PostPage } from "@/lib/forum/posts/queries";

/** The texts that a post had before, as they were typed. */
export function RevisionList({ post, at }: { post: PostPage; at: Date }) {
  const t = useTranslations("forum.post");
  const moment = useMoment(at);
  return (
    <section className="max-w-[43rem]">
      <SectionHead
        size="area"
        title={t("history")}
        note={t("historyNote", { count: post.revisions.length })}
      />
      <ol>
        {post.revisions.map((revision) => (
          <li key={revision.id} className="border-hairline border-b">
            <details className="py-3">
              <summary className="font-semibold text-link">
                {t("replaced", { when: moment(revision.replacedAt) })}
              </summary>
              <p lang={post.lang} className="measure mt-2 whitespace-pre-wrap [overflow-wrap:anywhere]">
                {revision.markdown}
              </p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
