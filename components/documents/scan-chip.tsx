import { useTranslations } from "next-intl";
import { Clock, ShieldOff } from "@/components/ui/icons";
import { StateChip } from "@/components/ui/state-chip";
import type { ScanState } from "@/lib/platform/db/generated/enums";

/** Why a file is not given out: the scanner has not looked at it yet, or found something. Nothing for other files. */
export function ScanChip({ scan }: { scan: ScanState }) {
  const t = useTranslations("documents.scan");
  if (scan === "WAITING")
    return (
      <StateChip tone="review" icon={<Clock />}>
        {t("waiting")}
      </StateChip>
    );
  if (scan !== "INFECTED") return null;
  return (
    <StateChip tone="late" icon={<ShieldOff />}>
      {t("infected")}
    </StateChip>
  );
}
