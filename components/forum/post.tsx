import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ScanChip } from "@/components/documents/scan-chip";
import { useMoment } from "@/components/forum/moment";
import { Avatar } from "@/components/ui/avatar";
import { FileRow } from "@/components/ui/file-row";
import { CircleCheck, EyeOff } from "@/components/ui/icons";
import { Prose } from "@/components/ui/prose";
import { isGivenOut } from "@/lib/documents/scan/given";
import { anchorOf } from "@/lib/forum/paging";
import type { ShownPost } from "@/lib/forum/reading/queries";
import { hideReasons } from "@/lib/forum/schema";
import { formatDay, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  post: Omit<ShownPost, "oldNumber" | "reactions" | "mayReact">;
  /** the number by which an address finds it, where that is another; null where it finds others alone */
  anchor?: number | null;
  at: Date;
  /** the address that holds for ever */
  url: string;
  /** the accepted answer: by whom and when, as far as known */
  accepted?: { by: string | null; at: Date | null } | null;
  /** what the reader can do with it */
  children?: ReactNode;
};

/** One post: who on the left, when as a link to itself, what was written, its files. */
export function Post({ post, anchor = post.number, at, url, accepted, children }: Props) {
  const t = useTranslations("forum");
  const moment = useMoment(at);
  const author = useAuthor(post);
  const look = accepted
    ? "-mx-3 sm:-mx-5 rounded border border-approved/40 border-l-4 border-l-approved bg-approved-ground/50 px-3 sm:px-5 py-4"
    : "border-hairline border-b py-6";
  return (
    <article
      id={anchor === null ? undefined : anchorOf(anchor)}
      tabIndex={-1}
      aria-label={t("post.numberOf", { number: post.number, name: author.name })}
      className={look}
    >
      {accepted ? (
        <p className="mb-4 flex items-center gap-2 border-approved/40 border-b pb-3 font-semibold text-approved text-meta">
          <CircleCheck className="size-5 shrink-0" />
          <Accepted {...accepted} />
        </p>
      ) : null}
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_minmax(0,1fr)] lg:grid-cols-[10.5rem_minmax(0,1fr)]">
        <div className="flex items-center gap-3 sm:block sm:space-y-2">
          <Avatar name={author.name} />
          <div className="min-w-0 text-meta [overflow-wrap:anywhere]">
            <p className="font-semibold leading-snug">{author.name}</p>
            {author.part ? <p className="text-muted text-sm leading-snug">{author.part}</p> : null}
          </div>
        </div>
        <div className="min-w-0 space-y-3">
          <p className="flex flex-wrap gap-x-3 text-muted text-sm">
            <a
              href={url}
              aria-label={t("post.permalink", { number: post.number, when: moment(post.createdAt) })}
              className="text-muted underline decoration-control underline-offset-4"
            >
              {moment(post.createdAt)}
            </a>
            {post.editedAt ? <span>{t("post.edited", { when: moment(post.editedAt) })}</span> : null}
          </p>
          {post.hiddenAt ? <HiddenNote reason={post.hiddenReason} /> : null}
          <Prose
            html={post.html}
            lang={post.lang}
            className="max-w-[38.75rem] text-[1.0625rem] leading-[1.55]"
          />
          <Files files={post.attachments} />
          {children}
        </div>
      </div>
    </article>
  );
}

function Accepted({ by, at }: { by: string | null; at: Date | null }) {
  const t = useTranslations("forum.thread");
  const locale = useLocale() as Locale;
  if (!at) return t("answer");
  const day = formatDay(at, locale);
  return by ? t("answerBy", { name: by, day }) : t("answerOn", { day });
}

/** Who wrote a post, as the reader may know it: a name with its body or role, or the body alone. */
export function useAuthor(post: Pick<ShownPost, "author" | "onBehalfOf" | "role" | "isAnonymous">): {
  name: string;
  part: string | null;
} {
  const t = useTranslations("forum");
  const part =
    post.onBehalfOf?.shortName ??
    (post.role === "COORDINATOR" || post.role === "EXPERT" ? t(`roles.${post.role}`) : null);
  if (post.author) return { name: post.author.name, part };
  if (post.isAnonymous) return { name: t("nobody"), part };
  return { name: part ?? t("someone"), part: null };
}

function HiddenNote({ reason }: { reason: string | null }) {
  const t = useTranslations("forum");
  const known = hideReasons.find((one) => one === reason);
  return (
    <p className="flex items-start gap-2 rounded bg-late-ground px-3 py-2 font-semibold text-late text-meta">
      <EyeOff className="size-5 shrink-0" />
      {t("post.hidden", { reason: known ? t(`manage.reasons.${known}`) : t("manage.noReason") })}
    </p>
  );
}

function Files({ files }: { files: ShownPost["attachments"] }) {
  const locale = useLocale() as Locale;
  if (files.length === 0) return null;
  return (
    <ul className="max-w-[38.75rem] space-y-2">
      {files.map((file) => (
        <li key={file.id}>
          <FileRow
            name={file.filename}
            url={isGivenOut(file.object.scan) ? `/api/attachments/${file.id}` : undefined}
            meta={formatSize(file.size, locale)}
          >
            <ScanChip scan={file.object.scan} />
          </FileRow>
        </li>
      ))}
    </ul>
  );
}
