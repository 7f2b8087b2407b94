import { useTranslations } from "next-intl";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import type { MinutesView } from "@/lib/sessions/minutes/queries";

const tones = { APPROVED: "approved", OBJECTED: "correct", NONE: "todo" } as const;

/** Who attended, and what each has said of the proposal so far. */
export function AskedPeople({ asked }: Pick<MinutesView, "asked">) {
  const t = useTranslations("minutes.asked");
  if (asked.length === 0) return null;
  return (
    <section className="space-y-1">
      <SectionHead title={t("title")} size="area" note={asked.length} />
      <ul>
        {asked.map((one) => (
          <li
            key={one.personId}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-hairline border-b py-2"
          >
            <span>{one.name}</span>
            <StateChip look="inline" tone={tones[one.verdict ?? "NONE"]}>
              {t(`verdict.${one.verdict ?? "NONE"}`)}
            </StateChip>
          </li>
        ))}
      </ul>
    </section>
  );
}
