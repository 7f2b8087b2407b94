/** A number that waits for attention. */
export function Count({ value, label }: { value: number; label?: string }) {
  if (value <= 0) return null;
  return (
    <span className="inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-action px-1.5 font-semibold text-[0.8125rem] text-white tabular-nums leading-none">
      {value > 99 ? "99+" : value}
      {label ? <span className="sr-only"> {label}</span> : null}
    </span>
  );
}
