import {
  Flag,
  FlagTriangleRight,
  GraduationCap,
  LifeBuoy,
  Megaphone,
  Presentation,
  Users,
} from "@/components/ui/icons";
import type { SessionKind } from "@/lib/platform/db/generated/enums";

const icons = {
  KICK_OFF: Flag,
  ASSISTANCE: LifeBuoy,
  CLOSING: FlagTriangleRight,
  DISSEMINATION: Megaphone,
  TABLE: Users,
  TRAINING: GraduationCap,
  SEMINAR: Presentation,
} as const satisfies Record<SessionKind, typeof Flag>;

/** The sign of a kind of session; the word stands beside it. */
export function KindIcon({ kind }: { kind: SessionKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden="true" />;
}
