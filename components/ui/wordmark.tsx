type Tone = "colour" | "white";
type Props = {
  /** `word` is mark and name, `mark` the S alone. */
  variant?: "word" | "mark";
  /** Height of the mark: 28 reserved area, 40 footer, 50 header, 64 covers. */
  size?: 24 | 28 | 40 | 50 | 64;
  tone?: Tone;
};

const sizes = {
  24: "text-[1.0625rem]",
  28: "text-[1.25rem]",
  40: "text-[1.8rem]",
  50: "text-[2.25rem]",
  64: "text-[2.875rem]",
};

// A trial that becomes practice: nine dots grow into a stroke.
const dots: [number, number, number][] = [
  [7.45, 33.8, 1.25],
  [11.8, 37.2, 1.46],
  [17.3, 39, 1.66],
  [23.2, 39.55, 1.87],
  [29.4, 38.3, 2.07],
  [33.7, 33.8, 2.28],
  [32.5, 27.65, 2.48],
  [26.7, 24.3, 2.69],
  [19.9, 22.7, 2.9],
];
const fewDots: [number, number, number][] = [
  [8.6, 35, 1.8],
  [16.4, 39.2, 2.2],
  [26, 39.4, 2.7],
  [32.6, 33.4, 3.1],
  [26.6, 25.4, 3.5],
];
const stroke = "M34.95 11C32.4 7.4 27.6 5.6 22 5.6 14.5 5.6 9.55 9.2 9.55 14c0 3.1 1.6 5.4 3.85 6.5";

/** The mark of the portal, with or without its name. The name is text, so it is read once. */
export function Wordmark({ variant = "word", size = 50, tone = "colour" }: Props) {
  const small = size <= 24;
  const mark = (
    <svg
      viewBox="6.2 2 32 39.5"
      className="h-[1.24em] w-auto shrink-0"
      fill="currentColor"
      aria-hidden="true"
    >
      <path
        d={stroke}
        fill="none"
        stroke="currentColor"
        strokeWidth={small ? 7.2 : 6.1}
        strokeLinecap="round"
      />
      {(small ? fewDots : dots).map(([x, y, r]) => (
        <circle key={r} cx={x} cy={y} r={r} />
      ))}
    </svg>
  );
  return (
    <span className={`inline-flex items-center gap-[0.38em] leading-none ${sizes[size]}`}>
      <span className={tone === "white" ? "text-white" : "text-action"}>{mark}</span>
      <span
        className={`${variant === "mark" ? "sr-only" : "font-bold tracking-[-0.02em]"} ${tone === "white" ? "text-white" : "text-ink"}`}
      >
        Sperimenta
      </span>
    </span>
  );
}
