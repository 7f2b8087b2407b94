import {
  filled,
  type Handle,
  isOver,
  shownSize,
  type Transfer,
} from "@/components/documents/upload/transfer";
import { CircleAlert, CircleCheck, Pause, Play, X } from "@/components/ui/icons";
import { PushButton } from "@/components/ui/push-button";

export type TransferTexts = {
  sending: string;
  waiting: string;
  paused: string;
  lost: string;
  signedOut: string;
  checking: string;
  received: string;
  pause: string;
  resume: string;
  stop: string;
  show: string;
};

type Props = { transfer: Transfer; texts: TransferTexts; handle: () => Handle | undefined };

const bar =
  "block h-2.5 w-full appearance-none overflow-hidden rounded-full bg-edge [&::-moz-progress-bar]:bg-action [&::-webkit-progress-bar]:bg-edge [&::-webkit-progress-value]:bg-action";

/** One file on its way: how far, what it waits for, and what may be done. */
export function TransferRow({ transfer, texts, handle }: Props) {
  const { name, done, total, phase, location, text } = transfer;
  const of = <span className="sr-only"> {name}</span>;
  const isResting = phase === "paused" || phase === "lost" || phase === "signedOut";
  return (
    <li className="space-y-2.5 rounded border border-hairline bg-paper px-4 py-3.5">
      <p className="font-semibold [overflow-wrap:anywhere]">
        <bdi>{name}</bdi>
      </p>
      {isOver(transfer) ? null : <progress className={bar} max={total || 1} value={done} aria-label={name} />}
      <p className="flex items-start gap-2 text-meta">
        {phase === "received" ? <CircleCheck className="mt-0.5 size-5 shrink-0 text-approved" /> : null}
        {phase === "refused" ? <CircleAlert className="mt-0.5 size-5 shrink-0 text-late" /> : null}
        <span className="tabular-nums">
          {phase === "sending"
            ? filled(texts.sending, {
                done: shownSize(done, total),
                total: shownSize(total),
                percent: Math.floor((done / (total || 1)) * 100),
              })
            : (text ?? (phase === "refused" ? "" : texts[phase]))}
        </span>
      </p>
      <div className="flex flex-wrap gap-3 empty:hidden">
        {phase === "sending" && transfer.canPause ? (
          <PushButton
            type="button"
            variant="outline"
            size={40}
            icon={<Pause />}
            onClick={() => handle()?.pause?.()}
          >
            {texts.pause}
            {of}
          </PushButton>
        ) : null}
        {isResting ? (
          <PushButton type="button" size={40} icon={<Play />} onClick={() => handle()?.resume?.()}>
            {texts.resume}
            {of}
          </PushButton>
        ) : null}
        {(phase === "sending" || isResting) && handle() ? (
          <PushButton
            type="button"
            variant="outline"
            size={40}
            icon={<X />}
            onClick={() => handle()?.cancel()}
          >
            {texts.stop}
            {of}
          </PushButton>
        ) : null}
        {phase === "received" && location ? (
          <a href={location} className="font-semibold">
            {texts.show}
            {of}
          </a>
        ) : null}
      </div>
    </li>
  );
}
