import { AppLink, type Href } from "@/components/ui/app-link";
import { type AxisLayout, type AxisProgramme, begins } from "@/components/ui/axis-layout";

type Entry = AxisProgramme & { href: Href; state: string; running?: boolean };

const radii = [4.5, 7, 8.5, 10];

/** The axis from top to bottom: a dot for each programme that grows with their number, then the full line. */
export function AxisList({ layout }: { layout: AxisLayout<Entry> }) {
  const { rows, line } = layout;
  return (
    <ol className="mt-4">
      {rows.map((row, index) => {
        const inLine = line !== null && row.at >= line - 1;
        const last = index === rows.length - 1;
        const radius = radii[Math.min(index, 3)] ?? 10;
        const small = Math.max(2.5, radius * 0.55);
        return (
          <li key={row.programme.id} className="relative flex gap-4 pb-5 last:pb-0">
            <span className="w-12 shrink-0 pt-px font-semibold text-meta text-muted">
              {begins(row.programme)?.slice(0, 4)}
            </span>
            <svg
              width="22"
              height="100%"
              aria-hidden="true"
              overflow="visible"
              className="absolute top-0 left-14 fill-action stroke-action"
            >
              {inLine ? (
                <line
                  x1="11"
                  x2="11"
                  y1="12"
                  y2={last ? 12.01 : "100%"}
                  strokeWidth="15"
                  strokeLinecap="round"
                />
              ) : (
                <>
                  <circle cx="11" cy="12" r={radius} stroke="none" />
                  {["46%", "66%", "86%"].map((place) => (
                    <circle key={place} cx="11" cy={place} r={small} stroke="none" />
                  ))}
                </>
              )}
              {last ? <circle cx="11" cy="12" r="4" stroke="none" className="fill-paper" /> : null}
            </svg>
            <div className="min-w-0 pl-9">
              <p className="font-semibold text-[1.0625rem] leading-snug">
                <AppLink href={row.programme.href}>{row.programme.title}</AppLink>
              </p>
              <p className="text-meta text-muted">
                {row.programme.when}
                {row.programme.running ? (
                  <span className="font-semibold text-approved"> · {row.programme.state}</span>
                ) : null}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
