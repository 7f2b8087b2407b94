import { Recycle } from "@/components/ui/icons";
import { coverAddress } from "@/lib/reuse/linked-data";

type Props = { item: { id: string; coverSha256: string | null }; large?: boolean };

/** The picture of an item, or the sign of the library in its place. It says nothing that the title does not. */
export function Cover({ item, large }: Props) {
  const size = large ? "w-full max-w-[20rem]" : "w-28 shrink-0 max-sm:w-20";
  if (!item.coverSha256)
    return (
      <span
        aria-hidden="true"
        className={`flex aspect-[4/3] items-center justify-center rounded border border-hairline bg-tint text-action print:hidden ${size} ${large ? "max-sm:hidden [&_svg]:size-14" : "[&_svg]:size-8"}`}
      >
        <Recycle />
      </span>
    );
  return (
    <img
      src={coverAddress(item)}
      alt=""
      loading={large ? undefined : "lazy"}
      className={`aspect-[4/3] rounded border border-hairline bg-ground object-cover ${size}`}
    />
  );
}
