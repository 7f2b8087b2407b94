type Props = { name: string; size?: 40 | 32 | 24 };

const grounds = ["bg-place", "bg-[#00509f]", "bg-[#00643f]", "bg-[#8a5200]"];
const sizes = { 40: "size-10 text-sm", 32: "size-8 text-xs", 24: "size-6 text-[0.625rem]" };

/** Initials in a disc; the name always stands beside it, so it is hidden from readers. */
export function Avatar({ name, size = 40 }: Props) {
  const words = name.trim().split(/\s+/);
  const initials =
    `${words[0]?.[0] ?? ""}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`.toLocaleUpperCase("it");
  let sum = 0;
  for (const letter of name) sum += letter.codePointAt(0) ?? 0;
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold text-white ${sizes[size]} ${grounds[sum % grounds.length]}`}
    >
      {initials}
    </span>
  );
}
