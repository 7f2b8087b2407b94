import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Download, FileText } from "@/components/ui/icons";

type Props = {
  name: string;
  /** Address of the download; without it the row only tells of the file. */
  url?: string;
  /** Size, version, check: "84 kB, verificato, versione 2". */
  meta?: ReactNode;
  icon?: ReactNode;
  /** More actions, or a chip. */
  children?: ReactNode;
};

/** A file that can be taken: name, size and state, one action. */
export function FileRow({ name, url, meta, icon, children }: Props) {
  const t = useTranslations("ui");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-hairline bg-paper px-3.5 py-2.5">
      <span className="text-action [&_svg]:size-6">{icon ?? <FileText />}</span>
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-semibold leading-snug [overflow-wrap:anywhere]">
          {url ? (
            <a href={url} className="no-underline hover:underline">
              <FileName name={name} />
            </a>
          ) : (
            <FileName name={name} />
          )}
        </p>
        {meta ? <p className="text-muted text-sm">{meta}</p> : null}
      </div>
      {children}
      {url ? (
        <a href={url} className="no-print inline-flex items-center gap-1.5 py-1 font-semibold text-meta">
          <Download className="size-4" />
          {t("download")}
          <span className="sr-only"> {name}</span>
        </a>
      ) : null}
    </div>
  );
}

/** A long name breaks behind its own joints first. The name may hold any letters, so its direction is kept apart. */
export function FileName({ name }: { name: string }) {
  return (
    <bdi>
      {name.split(/(?<=[_.-])/).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name never change places
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </bdi>
  );
}
