import type { ReactNode } from "react";

type Props = {
  done: number;
  total: number;
  /** The same in words ("3 su 8"): always there, the drawing only helps. */
  label: ReactNode;
  /** Drops the drawing where there is no room for it. */
  size?: "row" | "block";
};

const radius = 5;

/** Progress as the path of the mark: a line for what is done, dots for what lies ahead. */
export function PathProgress({ done, total, label, size = "row" }: Props) {
  const pitch = size === "block" ? 20 : 13.4;
  const steps = Math.max(total, 1);
  // Long paths keep the length of twelve steps, so that a column of them stays aligned.
  const gap = steps > 12 ? (pitch * 11) / (steps - 1) : pitch;
  const at = (index: number) => radius + index * gap;
  const ahead =
    steps > 24 ? [] : Array.from({ length: Math.max(0, total - done) }, (_, index) => done + index);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3.5 gap-y-1">
      <svg width={at(steps - 1) + radius} height={radius * 2} aria-hidden="true" className="shrink-0">
        {steps > 24 ? (
          <line
            x1={at(0)}
            x2={at(steps - 1)}
            y1={radius}
            y2={radius}
            className="stroke-control"
            strokeWidth="2"
            strokeDasharray="0 6"
            strokeLinecap="round"
          />
        ) : null}
        {ahead.map((index) => (
          <circle key={index} cx={at(index)} cy={radius} r="3" className="fill-control" />
        ))}
        {done > 0 ? (
          <line
            x1={at(0)}
            x2={at(Math.min(done, steps) - 1) + (done === 1 ? 0.01 : 0)}
            y1={radius}
            y2={radius}
            className="stroke-action"
            strokeWidth={radius * 2}
            strokeLinecap="round"
          />
        ) : null}
      </svg>
      <span>{label}</span>
    </span>
  );
}
