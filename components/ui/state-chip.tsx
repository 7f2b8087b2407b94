import type { ReactNode } from "react";
import {
  Archive,
  CalendarPlus,
  CircleCheck,
  CircleDashed,
  CirclePlay,
  CircleX,
  ClockAlert,
  Eye,
  FilePen,
  Flag,
  Lock,
  Minus,
  PencilLine,
  Send,
} from "@/components/ui/icons";

export type StateTone =
  | "todo"
  | "sent"
  | "review"
  | "correct"
  | "approved"
  | "locked"
  | "late"
  | "extension"
  | "running"
  | "draft"
  | "open"
  | "closed"
  | "archived"
  | "cancelled"
  | "neutral";

const looks: Record<StateTone, { icon: typeof Send; chip: string; text: string }> = {
  todo: { icon: CircleDashed, chip: "bg-todo-ground text-todo", text: "text-todo" },
  sent: { icon: Send, chip: "bg-sent-ground text-sent", text: "text-sent" },
  review: { icon: Eye, chip: "bg-review-ground text-review", text: "text-review" },
  correct: { icon: FilePen, chip: "bg-correct-ground text-correct", text: "text-correct" },
  approved: { icon: CircleCheck, chip: "bg-approved-ground text-approved", text: "text-approved" },
  locked: { icon: Lock, chip: "bg-[#00643f] text-white", text: "text-approved" },
  late: { icon: ClockAlert, chip: "bg-late-ground text-late", text: "text-late" },
  extension: { icon: CalendarPlus, chip: "bg-sent-ground text-sent", text: "text-sent" },
  running: { icon: CirclePlay, chip: "bg-approved-ground text-approved", text: "text-approved" },
  draft: { icon: PencilLine, chip: "bg-todo-ground text-todo", text: "text-todo" },
  open: { icon: Flag, chip: "bg-sent-ground text-sent", text: "text-sent" },
  closed: { icon: CircleCheck, chip: "bg-review-ground text-review", text: "text-review" },
  archived: { icon: Archive, chip: "bg-todo-ground text-todo", text: "text-todo" },
  cancelled: { icon: CircleX, chip: "bg-late-ground text-late", text: "text-late" },
  neutral: { icon: Minus, chip: "bg-todo-ground text-todo", text: "text-todo" },
};

type Props = {
  tone: StateTone;
  children: ReactNode;
  /** `chip` on a ground; `inline` without one, for dense cells. */
  look?: "chip" | "inline";
  /** Another icon than the tone's own, never none. */
  icon?: ReactNode;
};

/** The icon of a tone alone: its word stands beside it. */
export function StateIcon({ tone }: { tone: StateTone }) {
  const Icon = looks[tone].icon;
  return <Icon />;
}

/** A state as icon + word + colour, so that it also reads in black and white. */
export function StateChip({ tone, children, look = "chip", icon }: Props) {
  const { icon: Icon, chip, text } = looks[tone];
  const ground = look === "chip" ? `${chip} rounded px-2 py-0.5` : text;
  return (
    <span
      className={`inline-flex items-center gap-1.5 font-semibold text-sm leading-[1.375rem] sm:whitespace-nowrap print:border print:border-current [&_svg]:size-[1.125rem] [&_svg]:shrink-0 ${ground}`}
    >
      {icon ?? <Icon />}
      <span>{children}</span>
    </span>
  );
}
