import { AppLink, type Href } from "@/components/ui/app-link";
import { type AxisLayout, type AxisProgramme, begins } from "@/components/ui/axis-layout";

type Entry = AxisProgramme & { href: Href; state: string; running?: boolean };

const radii = [4.5, 7, 8.5, 10];

/** The axis from top to bottom: a dot for each programme that grows with their number, then the full line. */
export function AxisList({ layout }: { layout: AxisLayout<Entry> }) {
  const { rows, line } = layout;
  const firstInLine = line === null ? rows.length : rows.findIndex((row) => row.at >= line - 1);
  return (
    <ol className="mt-4">
      {rows.map((row, index) => (
        <li key={row.programme.id} className="relative flex gap-4 pb-5 last:pb-0">
          <span className="w-12 shrink-0 pt-px font-semibold text-meta text-muted">
            {begins(row.programme)?.slice(0, 4)}
          </span>
          <Piece
            place={index}
            last={index === rows.length - 1}
            line={firstInLine >= 0 && index >= firstInLine ? index - firstInLine : null}
          />
          <div className="min-w-0 pl-9">
            <p className="font-semibold text-[1.0625rem] leading-snug">
              <AppLink href={row.programme.href} className="hover:underline">
                {row.programme.title}
              </AppLink>
            </p>
            <p className="text-meta text-muted">
              {row.programme.when}
              {row.programme.running ? (
                <span className="font-semibold text-approved"> · {row.programme.state}</span>
              ) : null}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

type PieceProps = {
  place: number;
  last: boolean /** How many programmes into the full line; null before it. */;
  line: number | null;
};

function Piece({ place, last, line }: PieceProps) {
  const radius = radii[Math.min(place, 3)] ?? 10;
  const small = Math.max(2.5, radius * 0.55);
  return (
    <svg
      width="22"
      height="100%"
      aria-hidden="true"
      overflow="visible"
      className="absolute top-0 left-14 fill-action"
    >
      {line === null ? (
        <>
          <circle cx="11" cy="12" r={radius} />
          {last ? null : ["46%", "66%", "86%"].map((y) => <circle key={y} cx="11" cy={y} r={small} />)}
        </>
      ) : (
        <>
          <line
            x1="11"
            x2="11"
            y1={line === 0 ? 12 : 0}
            y2={last ? 12 : "100%"}
            className="stroke-action"
            strokeWidth="15"
          />
          {line === 0 || last ? <circle cx="11" cy="12" r="7.5" /> : null}
        </>
      )}
      {last ? <circle cx="11" cy="12" r="4" className="fill-paper" /> : null}
    </svg>
  );
}
