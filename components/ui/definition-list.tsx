import type { ReactNode } from "react";

type Props = {
  items: { term: ReactNode; value: ReactNode; key?: string }[];
  /** `stack`: term above value, two columns; `rows`: term left, value right, hairlines between. */
  look?: "stack" | "rows";
};

/** Facts with their names. Items without a value are left out. */
export function DefinitionList({ items, look = "stack" }: Props) {
  const shown = items.filter((item) => item.value !== null && item.value !== undefined && item.value !== "");
  if (look === "rows")
    return (
      <dl className="divide-y divide-hairline border-hairline border-y">
        {shown.map((item, index) => (
          <div key={item.key ?? index} className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[14rem_1fr]">
            <dt className="text-muted">{item.term}</dt>
            <dd className="min-w-0">{item.value}</dd>
          </div>
        ))}
      </dl>
    );
  return (
    <dl className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {shown.map((item, index) => (
        <div key={item.key ?? index}>
          <dt className="text-meta text-muted">{item.term}</dt>
          <dd className="mt-0.5 font-semibold">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
