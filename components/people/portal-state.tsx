import { useLocale, useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { SectionHead } from "@/components/ui/section-head";
import { formatInstant, formatNumber, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { PortalState } from "@/lib/platform/state/queries";
import type { StateWarning } from "@/lib/platform/state/warnings";

type Props = { state: PortalState; warnings: StateWarning[]; at: Date };

/** How the portal runs: what to look at first, then every figure. */
export function PortalStateView({ state, warnings, at }: Props) {
  const t = useTranslations("people.administration.stateView");
  const locale = useLocale() as Locale;
  return (
    <div className="space-y-8">
      <Warnings warnings={warnings} />
      <p className="text-meta text-muted">{t("asOf", { at: formatInstant(at, locale) })}</p>
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-2">
        <Facts title={t("jobs")} items={useJobs(state)} />
        <Facts title={t("mails")} items={useMails(state)} />
        <Facts title={t("storage")} items={useStorage(state)} />
        <Facts title={t("database")} items={useDatabase(state)} />
        <Facts title={t("versions")} items={useVersions(state)} />
        <Facts title={t("process")} items={useProcess(state)} />
      </div>
    </div>
  );
}

type Fact = { term: string; value: string };

function Facts({ title, items }: { title: string; items: Fact[] }) {
  return (
    <section>
      <SectionHead title={title} size="area" />
      <DefinitionList look="rows" items={items} />
    </section>
  );
}

function Warnings({ warnings }: { warnings: StateWarning[] }) {
  const t = useTranslations("people.administration.stateView");
  const locale = useLocale() as Locale;
  if (warnings.length === 0) {
    return (
      <Notice tone="success" title={t("fine")}>
        {t("fineText")}
      </Notice>
    );
  }
  const sentence = (warning: StateWarning) => {
    const { code } = warning;
    if (code === "littleDisk") return t(code, { free: formatSize(warning.free, locale) });
    if (code === "lateJobs") return t(code, { minutes: warning.minutes });
    if (code === "manyConnections") return t(code, { used: warning.used, limit: warning.limit });
    if (code === "deadJobs" || code === "deadMails") return t(code, { count: warning.count });
    return t(code);
  };
  return (
    <Notice tone="warning" title={t("look")}>
      <ul className="list-disc space-y-1 pl-5">
        {warnings.map((warning) => (
          <li key={warning.code}>{sentence(warning)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function useJobs({ figures: { jobs, workers } }: PortalState): Fact[] {
  const t = useTranslations("people.administration.stateView");
  const number = useNumber();
  return [
    { term: t("workers"), value: number(workers) },
    ...(["waiting", "running", "failed", "dead"] as const).map((state) => ({
      term: t(state),
      value: number(jobs[state]),
    })),
    { term: t("oldest"), value: t("minutes", { minutes: Math.floor(jobs.oldestDue / 60) }) },
  ];
}

function useMails({ figures: { mails } }: PortalState): Fact[] {
  const t = useTranslations("people.administration.stateView");
  const number = useNumber();
  return [
    ...(["queued", "failed", "dead", "kept"] as const).map((state) => ({
      term: t(state),
      value: number(mails[state]),
    })),
    { term: t("oldest"), value: t("minutes", { minutes: Math.floor(mails.oldestQueued / 60) }) },
  ];
}

const scannerTexts = { none: "scannerNone", there: "scannerThere", away: "scannerAway" } as const;

function useStorage({ figures: { storage }, disk, usesObjectStore, scanner }: PortalState): Fact[] {
  const t = useTranslations("people.administration.stateView");
  const locale = useLocale() as Locale;
  const number = useNumber();
  const facts = [
    { term: t("place"), value: usesObjectStore ? t("inStore") : t("onDisk") },
    { term: t("objects"), value: number(storage.objects) },
    { term: t("bytes"), value: formatSize(storage.bytes, locale) },
    { term: t("scanner"), value: t(scannerTexts[scanner]) },
    { term: t("unscanned"), value: number(storage.unscanned) },
    { term: t("infected"), value: number(storage.infected) },
  ];
  if (!disk) return facts;
  const [free, size] = [formatSize(disk.free, locale), formatSize(disk.size, locale)];
  return [...facts, { term: t("disk"), value: t("diskOf", { free, size }) }];
}

function useDatabase({ figures: { database }, versions }: PortalState): Fact[] {
  const t = useTranslations("people.administration.stateView");
  const locale = useLocale() as Locale;
  const { migration, migrations: count } = versions;
  const { connections: used, connectionLimit: limit } = database;
  return [
    { term: t("postgres"), value: versions.database },
    { term: t("bytes"), value: formatSize(database.bytes, locale) },
    { term: t("connections"), value: t("connectionsOf", { used, limit }) },
    {
      term: t("migrations"),
      value: migration
        ? t("lastMigration", { count, name: migration.name, at: formatInstant(migration.appliedAt, locale) })
        : t("none"),
    },
  ];
}

function useVersions({ versions }: PortalState): Fact[] {
  const t = useTranslations("people.administration.stateView");
  return [
    { term: t("portal"), value: versions.portal },
    { term: t("build"), value: versions.build ?? t("none") },
    { term: t("node"), value: versions.node },
  ];
}

function useProcess({ process, figures }: PortalState): Fact[] {
  const t = useTranslations("people.administration.stateView");
  const locale = useLocale() as Locale;
  const minutes = Math.floor(process.uptime / 60);
  return [
    { term: t("uptime"), value: t("hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 }) },
    { term: t("memory"), value: formatSize(process.memory, locale) },
    { term: t("signIns"), value: useNumber()(figures.signIns) },
  ];
}

function useNumber(): (value: number) => string {
  const locale = useLocale() as Locale;
  return (value) => formatNumber(value, locale, 0);
}
