import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CircleCheck, CircleDashed, CircleX, FilePen } from "@/components/ui/icons";
import { StateChip } from "@/components/ui/state-chip";
import type { SignatureReading } from "@/lib/platform/db/generated/enums";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

export type ShownSignature = {
  position: number;
  signer: string | null;
  issuer: string | null;
  claimedAt: Date | null;
  isIntact: boolean | null;
  coversWhole: boolean;
};

/** Who signed a file, as the file itself tells; nothing for one that nobody signed. */
export function SignatureList({
  signing,
  signatures,
}: {
  signing: SignatureReading;
  signatures: readonly ShownSignature[];
}) {
  const t = useTranslations("documents.signature");
  if (signing === "UNREADABLE")
    return <p className="order-last basis-full text-muted text-sm">{t("unreadable")}</p>;
  if (signatures.length === 0) return null;
  return (
    <div className="order-last basis-full space-y-1 border-hairline border-t pt-2 text-sm">
      <ul className="space-y-1">
        {signatures.map((signature) => (
          <li key={signature.position} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <SignatureLine signature={signature} />
          </li>
        ))}
      </ul>
      <p className="text-muted">{t("note")}</p>
    </div>
  );
}

function SignatureLine({ signature }: { signature: ShownSignature }) {
  const t = useTranslations("documents.signature");
  const locale = useLocale() as Locale;
  const { signer, issuer, claimedAt, isIntact, coversWhole } = signature;
  return (
    <>
      <span>
        <FilePen className="mr-1.5 inline size-4 align-text-bottom" />
        {t.rich("line", {
          signer: () => <bdi className="font-semibold">{signer ?? t("unknown")}</bdi>,
        })}
        {issuer ? t.rich("issuer", { issuer: () => <bdi>{issuer}</bdi> }) : null}
        {claimedAt ? t("claimedAt", { at: formatInstant(claimedAt, locale) }) : null}
      </span>
      <Agreement isIntact={isIntact} />
      {coversWhole ? null : <Mark tone="draft" icon={<CircleDashed />} text={t("changedSince")} />}
    </>
  );
}

function Agreement({ isIntact }: { isIntact: boolean | null }) {
  const t = useTranslations("documents.signature");
  if (isIntact === null) return <Mark tone="draft" icon={<CircleDashed />} text={t("unchecked")} />;
  return isIntact ? (
    <Mark tone="approved" icon={<CircleCheck />} text={t("intact")} />
  ) : (
    <Mark tone="late" icon={<CircleX />} text={t("broken")} />
  );
}

function Mark({ tone, icon, text }: { tone: "approved" | "late" | "draft"; icon: ReactNode; text: string }) {
  return (
    <StateChip tone={tone} icon={icon}>
      {text}
    </StateChip>
  );
}
