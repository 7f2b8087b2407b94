import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { TextInput } from "@/components/form/text-input";
import { addressOf, type Href } from "@/components/ui/app-link";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatLongDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeDay, romeTime } from "@/lib/platform/rome-time";
import type { FreeSlots } from "@/lib/sessions/planning/slots/queries";

type AskProps = {
  page: Href;
  session: string | undefined;
  asked: { from?: string; to?: string; minutes?: string };
};

/** How long, and between which days. */
export function SlotQuestion({ page, session, asked }: AskProps) {
  const t = useTranslations("planning.slots");
  const locale = useLocale();
  return (
    <form method="get" action={addressOf(page, locale)} className="flex flex-wrap items-end gap-x-5 gap-y-4">
      {session ? <input type="hidden" name="session" value={session} /> : null}
      <TextInput
        name="minutes"
        label={t("minutes")}
        type="number"
        min={15}
        max={720}
        required
        width="number"
        defaultValue={asked.minutes ?? "120"}
      />
      <DateField name="from" label={t("from")} defaultValue={asked.from} />
      <DateField name="to" label={t("to")} defaultValue={asked.to} />
      <Button>{t("find")}</Button>
    </form>
  );
}

/** The slots that were found, each leading to the form of the session with its date and hours. */
export function SlotList({ slug, found }: { slug: string; found: FreeSlots }) {
  const t = useTranslations("planning.slots");
  const locale = useLocale() as Locale;
  const { slots, people, session } = found;
  if (slots.length === 0) return <EmptyState title={t("none")}>{t("noneNote")}</EmptyState>;
  const all = slots.every((slot) => slot.free === people);
  return (
    <div className="space-y-3">
      <p className="measure">{all ? t("all", { people }) : t("most", { people })}</p>
      <ul className="divide-y divide-hairline border-hairline border-y">
        {slots.map((slot) => {
          const query = {
            date: romeDay(slot.startsAt),
            start: romeTime(slot.startsAt),
            end: romeTime(slot.endsAt),
          };
          const when = `${formatLongDay(slot.startsAt, locale)}, ${query.start}-${query.end}`;
          return (
            <li
              key={slot.startsAt.toISOString()}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
            >
              <span>
                <b className="font-semibold">{when}</b>
                <span className="block text-meta text-muted">{t("free", { free: slot.free, people })}</span>
              </span>
              <ButtonLink
                size={40}
                variant="outline"
                href={
                  session
                    ? {
                        pathname: "/area/programmes/[slug]/sessions/[id]/edit",
                        params: { slug, id: session.id },
                        query,
                      }
                    : { pathname: "/area/programmes/[slug]/sessions/new", params: { slug }, query }
                }
              >
                {t("use")}
                <span className="sr-only">: {when}</span>
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
