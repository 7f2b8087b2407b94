import { useLocale, useTranslations } from "next-intl";
import { permalink, threadHref } from "@/components/forum/addresses";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import { newDays } from "@/lib/animation/welcome/newness";
import type { Newcomers as Found, Newcomer } from "@/lib/animation/welcome/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { slug: string; newcomers: Found };

/** Who is new in the programme and whether they have written, with a word on what helps them begin. */
export function Newcomers({ slug, newcomers }: Props) {
  const t = useTranslations("animation.newcomers");
  const { rows, thread, mayWelcome } = newcomers;
  const toWelcome = {
    href: { pathname: "/area/programmes/[slug]/animation/welcome" as const, params: { slug } },
    label: t("change"),
  };
  return (
    <section aria-labelledby="newcomers" className="space-y-4">
      <SectionHead
        id="newcomers"
        size="area"
        title={t("title", { days: newDays })}
        note={rows.length}
        {...(mayWelcome ? { link: toWelcome } : {})}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("empty", { days: newDays })} />
      ) : (
        <>
          <Hint slug={slug} newcomers={newcomers} />
          <ul>
            {rows.map((row) => (
              <Row key={row.id} slug={slug} row={row} threadId={thread?.id ?? null} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Hint({ slug, newcomers: { rows, thread, mayWelcome } }: Props) {
  const t = useTranslations("animation.newcomers");
  const animation = "/area/programmes/[slug]/animation" as const;
  if (!thread)
    return (
      <Notice
        title={t("noThread")}
        action={
          mayWelcome ? (
            <AppLink href={{ pathname: `${animation}/welcome`, params: { slug } }}>{t("choose")}</AppLink>
          ) : undefined
        }
      >
        {t(mayWelcome ? "noThreadText" : "noThreadTextOther")}
      </Notice>
    );
  const silent = rows.filter(({ mayWrite, hasWritten }) => mayWrite && !hasWritten).length;
  const introduced = rows.some(({ introduction }) => introduction !== null);
  if (silent === 0 && !introduced) return null;
  return (
    <Notice title={silent > 0 ? t("hint", { count: silent }) : undefined}>
      <p>{t(silent > 0 ? "hintText" : "answerText", { thread: thread.title })}</p>
      <p className="no-print mt-1.5 flex flex-wrap gap-x-5 gap-y-1 font-semibold">
        <AppLink
          href={{
            pathname: `${animation}/prompts`,
            params: { slug },
            query: { discussione: thread.id },
          }}
        >
          {t("greet")}
        </AppLink>
        <AppLink href={threadHref("area", { slug, id: thread.id })}>{t("open")}</AppLink>
      </p>
    </Notice>
  );
}

function Row({ slug, row, threadId }: { slug: string; row: Newcomer; threadId: string | null }) {
  const t = useTranslations("animation.newcomers");
  const locale = useLocale() as Locale;
  const silent = row.mayWrite ? t("silent") : t("reads");
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5 border-hairline border-b py-3">
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-semibold">{row.name}</p>
        <p className="text-meta text-muted">
          {row.bodies ? `${row.bodies}, ` : ""}
          {t("since", { day: formatDay(row.joinedAt, locale) })}
        </p>
      </div>
      <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {threadId && row.introduction !== null ? (
          <AppLink
            href={permalink(
              threadHref("area", { slug, id: threadId }, row.introduction),
              locale,
              row.introduction,
            )}
            className="text-meta"
          >
            {t("introduction")}
            <span className="sr-only"> {t("introductionOf", { name: row.name })}</span>
          </AppLink>
        ) : null}
        <StateChip tone={row.hasWritten ? "approved" : "neutral"} look="inline">
          {row.hasWritten ? t("written") : silent}
        </StateChip>
      </span>
    </li>
  );
}
