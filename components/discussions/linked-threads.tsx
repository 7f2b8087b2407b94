import { useTranslations } from "next-intl";
import { UnlinkForm } from "@/components/discussions/unlink-form";
import type { FormAction } from "@/components/form/sent-form";
import { threadHref } from "@/components/forum/addresses";
import { ThreadMarks } from "@/components/forum/thread-marks";
import { AppLink } from "@/components/ui/app-link";
import { MessagesSquare } from "@/components/ui/icons";
import type { LinkedThread } from "@/lib/discussions/queries";
import type { LinkTarget } from "@/lib/links/schema";

type Props = {
  slug: string;
  target: LinkTarget;
  /** what the thing is called, for whoever hears the link without seeing where it stands */
  title: string;
  threads: LinkedThread[];
  mayLink: boolean;
  unlink: FormAction;
};

/** Beside a thing: the discussions about it with their states, and the way into the forum with it. */
export function LinkedThreads({ slug, target, title, threads, mayLink, unlink }: Props) {
  const t = useTranslations("discussions");
  if (threads.length === 0 && !mayLink) return null;
  return (
    <div className="space-y-1.5 font-normal">
      {threads.length > 0 ? (
        <ul aria-label={t("threadsAbout", { title })} className="space-y-1.5">
          {threads.map((thread) => (
            <li key={thread.linkId} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-meta">
              <AppLink
                href={threadHref("area", { slug, id: thread.id })}
                className="min-w-0 [overflow-wrap:anywhere]"
              >
                {thread.title}
              </AppLink>
              <ThreadMarks state={thread.state} isLocked={thread.isLocked} isHidden={thread.isHidden} />
              {thread.mayUnlink ? (
                <UnlinkForm id={thread.linkId} title={thread.title} from="target" action={unlink} />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayLink ? (
        <p className="no-print">
          <AppLink
            href={{
              pathname: "/area/programmes/[slug]/discuss/[kind]/[id]",
              params: { slug, kind: target.kind, id: target.id },
            }}
            className="inline-flex items-center gap-2 font-semibold text-meta [&_svg]:size-5"
          >
            <MessagesSquare />
            {t("discuss")}
            <span className="sr-only"> {t("about", { title })}</span>
          </AppLink>
        </p>
      ) : null}
    </div>
  );
}
