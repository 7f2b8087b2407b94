import { useTranslations } from "next-intl";
import { ThreadRow } from "@/components/forum/thread-list";
import { SectionHead } from "@/components/ui/section-head";
import type { ThreadAnywhere } from "@/lib/forum/queries";

type Props = { id: string; title: string; threads: ThreadAnywhere[]; at: Date };

/** Threads of several programmes, each with the place where it stands. */
export function ThreadsAnywhere({ id, title, threads, at }: Props) {
  const t = useTranslations("forum.everywhere");
  return (
    <section aria-labelledby={id}>
      <SectionHead size="area" id={id} title={title} />
      <ul>
        {threads.map((thread) => (
          <li key={thread.id} className="border-hairline border-b py-3.5">
            <ThreadRow
              face="area"
              slug={thread.slug}
              thread={thread}
              at={at}
              category={t("place", { programme: thread.programme, category: thread.category })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
