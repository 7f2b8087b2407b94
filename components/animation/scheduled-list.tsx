import { useTranslations } from "next-intl";
import { ScheduleMoment } from "@/components/animation/schedule-moment";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { threadHref } from "@/components/forum/addresses";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import type { ScheduledShown } from "@/lib/animation/scheduling/queries";
import type { ScheduledState } from "@/lib/platform/db/generated/enums";

type Acts = { cancel: FormAction; publish: FormAction };
type Props = { slug: string; waiting: ScheduledShown[]; decided: ScheduledShown[]; actions: Acts };

const tones: Record<ScheduledState, StateTone> = {
  WAITING: "todo",
  PUBLISHED: "approved",
  CANCELLED: "cancelled",
  REFUSED: "late",
};

/** Posts written beforehand: those that wait with what can be done with them, and what became of the others. */
export function ScheduledList({ slug, waiting, decided, actions }: Props) {
  const t = useTranslations("animation.scheduled");
  return (
    <div className="max-w-[58rem] space-y-9">
      <section aria-labelledby="waiting">
        <SectionHead size="area" id="waiting" title={t("waiting")} note={waiting.length || undefined} />
        {waiting.length === 0 ? <EmptyState title={t("empty")}>{t("emptyNext")}</EmptyState> : null}
        <ul>
          {waiting.map((post) => (
            <li
              key={post.id}
              className="grid gap-x-8 gap-y-2 border-hairline border-b py-4 sm:grid-cols-[14rem_minmax(0,1fr)]"
            >
              <ScheduleMoment post={post} />
              <div className="min-w-0 space-y-2">
                <PostFacts slug={slug} post={post} />
                <Acts slug={slug} post={post} actions={actions} />
              </div>
            </li>
          ))}
        </ul>
      </section>
      {decided.length > 0 ? (
        <section aria-labelledby="decided">
          <SectionHead size="area" id="decided" title={t("decided")} />
          <ul>
            {decided.map((post) => (
              <li key={post.id} className="space-y-1.5 border-hairline border-b py-4">
                <PostFacts slug={slug} post={post} />
                <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-meta">
                  <StateChip tone={tones[post.state]}>{t(`states.${post.state}`)}</StateChip>
                  {post.state === "REFUSED" ? (
                    <span>{t(`refusals.${post.refusal === "notAllowed" ? "notAllowed" : "closed"}`)}</span>
                  ) : null}
                  {post.post ? (
                    <AppLink href={threadHref("area", { slug, id: post.post.threadId }, post.post.number)}>
                      {t("read")}
                    </AppLink>
                  ) : null}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function PostFacts({ slug, post }: { slug: string; post: ScheduledShown }) {
  const t = useTranslations("animation.scheduled");
  return (
    <div className="min-w-0">
      <p className="font-semibold [overflow-wrap:anywhere]">
        {post.thread?.title === null ? t("hiddenThread") : null}
        {post.thread?.title ? (
          <AppLink href={threadHref("area", { slug, id: post.thread.id })}>{post.thread.title}</AppLink>
        ) : (
          post.title
        )}
      </p>
      <p lang={post.lang} className="line-clamp-2 text-meta [overflow-wrap:anywhere]">
        {post.markdown}
      </p>
      <p className="text-meta text-muted">
        {post.category
          ? t("opensIn", { category: post.category.title, name: post.author })
          : t("replies", { name: post.author })}
      </p>
      <Files post={post} />
    </div>
  );
}

/** What hangs on a post that waits; of one that was published, what stayed behind. */
function Files({ post: { files, state } }: { post: ScheduledShown }) {
  const t = useTranslations("animation.files");
  const names = files.map(({ filename }) => filename).join(", ");
  if (files.length === 0) return null;
  const withheld = files.filter(({ object }) => object.scan === "INFECTED").length;
  return (
    <p className="text-meta [overflow-wrap:anywhere]">
      {state === "PUBLISHED" ? t("left", { names }) : t("with", { names, count: files.length })}
      {state === "WAITING" && withheld > 0 ? ` ${t("willStay", { count: withheld })}` : null}
    </p>
  );
}

function Acts({ slug, post, actions }: { slug: string; post: ScheduledShown; actions: Acts }) {
  const t = useTranslations("animation.scheduled");
  const about = post.thread?.title || post.title || t("hiddenThread");
  const hidden = { id: post.id, version: post.version };
  return (
    <div className="no-print flex flex-wrap gap-2">
      {post.mayChange ? (
        <>
          <ButtonLink
            variant="outline"
            size={32}
            href={{
              pathname: "/area/programmes/[slug]/animation/scheduled/[id]",
              params: { slug, id: post.id },
            }}
          >
            {t("change")}
            <span className="sr-only"> {t("about", { about })}</span>
          </ButtonLink>
          <ActionForm action={actions.publish} id={`publish-${post.id}`} hidden={hidden} className="">
            <SubmitButton variant="outline" size={32}>
              {t("publishNow")}
              <span className="sr-only"> {t("about", { about })}</span>
            </SubmitButton>
          </ActionForm>
        </>
      ) : null}
      {post.mayCancel ? (
        <ActionForm action={actions.cancel} id={`cancel-${post.id}`} hidden={hidden} className="">
          <SubmitButton variant="plain" size={32}>
            {t("cancel")}
            <span className="sr-only"> {t("about", { about })}</span>
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
