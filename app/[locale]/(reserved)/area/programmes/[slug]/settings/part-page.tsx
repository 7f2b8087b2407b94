import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { PartForm } from "@/components/programmes/part-form";
import { PartList } from "@/components/programmes/part-list";
import { partRows } from "@/components/programmes/part-rows";
import { PhaseForm } from "@/components/programmes/phase-form";
import { PageHead } from "@/components/ui/page-head";
import { listOrganisationNames } from "@/lib/people/organisations/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { movePartAction, removePartAction, savePartAction } from "@/lib/programmes/parts/actions";
import { partAddress } from "@/lib/programmes/parts/address";
import type { PartName } from "@/lib/programmes/parts/schema";
import { savePhaseAction } from "@/lib/programmes/phases/actions";
import { getStructure } from "@/lib/programmes/structure/queries";
import { editedProgramme } from "./edited-programme";

export type PartPageProps = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One list of a programme: its rows, the form of one of them (`?edit=`), or the question before it goes (`?remove=`). */
export async function partPage(part: PartName | "phases", { params, searchParams }: PartPageProps) {
  const { slug } = await params;
  const query = await searchParams;
  const { actor, programme } = await editedProgramme(slug);
  const [t, structure] = await Promise.all([getTranslations("programmes.parts"), getStructure(actor, slug)]);
  const rows = partRows(structure)[part];
  const title = t(`titles.${part}`);
  const here = partAddress(slug, part);
  const settings = { pathname: "/area/programmes/[slug]/settings", params: { slug } } as const;
  const crumbs = [
    { label: t("settings"), href: settings },
    { label: title, href: here },
  ];
  const remove = one(query.remove);
  if (remove) {
    const row = rows.find(({ id }) => id === remove) ?? notFound();
    return (
      <ConfirmPage
        title={t("removeTitle", { title: row.title })}
        crumbs={[...crumbs, { label: t("remove") }]}
        action={removePartAction}
        hidden={{ programmeId: programme.id, version: programme.version, part, id: row.id }}
        confirm={{ label: t("removeConfirm") }}
        cancel={{ href: here, label: t("cancel") }}
      >
        <p>{t(part === "phases" ? "removePhase" : "removeText")}</p>
      </ConfirmPage>
    );
  }
  const edit = one(query.edit);
  if (!edit) {
    return (
      <div className="space-y-6">
        <PageHead size="area" title={title} lead={t(`leads.${part}`)} crumbs={crumbs} />
        <PartList programme={programme} part={part} rows={rows} moveAction={movePartAction} />
      </div>
    );
  }
  const id = edit === "new" ? undefined : (rows.find((row) => row.id === edit)?.id ?? notFound());
  const heading = id ? t("change") : t(`add.${part}`);
  return (
    <div className="space-y-6">
      <PageHead size="area" title={heading} crumbs={[...crumbs, { label: heading }]} />
      {part === "phases" ? (
        <PhaseForm programme={programme} id={id} structure={structure} action={savePhaseAction} />
      ) : (
        <PartForm
          programme={programme}
          part={part}
          id={id}
          structure={structure}
          organisations={part === "roles" ? await listOrganisationNames(actor) : []}
          action={savePartAction}
        />
      )}
    </div>
  );
}

/** The title of the page of a list. */
export async function partMetadata(part: PartName | "phases", { params }: Pick<PartPageProps, "params">) {
  const t = await getTranslations({ locale: (await params).locale, namespace: "programmes.parts" });
  return { title: t(`titles.${part}`) };
}
