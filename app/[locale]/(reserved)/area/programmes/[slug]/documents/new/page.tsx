import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FileUpload } from "@/components/documents/file-upload";
import { RadioGroup } from "@/components/form/radio-group";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { PageHead } from "@/components/ui/page-head";
import { TabsNav } from "@/components/ui/tabs-nav";
import { listDestinations } from "@/lib/documents/moving/queries";
import { addableKinds } from "@/lib/documents/policy";
import { circleName, spaceNamed, wordsKey, wordsOf } from "@/lib/documents/space-words";
import { env } from "@/lib/platform/env";
import { formatSize } from "@/lib/platform/i18n/format";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given, one } from "@/lib/platform/lists/query";
import { onPage, pageNeeds, requireActor } from "@/lib/platform/request";
import { refusedUpload } from "@/lib/platform/uploads/refusals";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "documents" });
  return { title: t("add.title") };
}

export default async function NewDocumentPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const query = await searchParams;
  const [t, places] = await Promise.all([
    getTranslations("documents"),
    listDestinations(actor, programme.id),
  ]);
  const asked = wordsKey({ body: one(query.body), table: one(query.table) });
  const place = places.find((circle) => wordsKey(wordsOf(circle)) === asked) ?? places[0];
  const words = place ? wordsOf(place) : {};
  const kinds = addableKinds(actor, spaceNamed(programme.id, words));
  pageNeeds(kinds.length > 0);
  const folders = place?.folders ?? [];
  const folder = folders.find(({ id }) => id === one(query.folder));
  const here = { pathname: "/area/programmes/[slug]/documents/new", params: { slug } } as const;
  const list = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("add.title")}
        crumbs={[{ href: list, label: t("list.title") }, { label: t("add.title") }]}
      />
      {places.length > 1 ? (
        <TabsNav
          label={t("fields.space")}
          items={places.map((circle) => ({
            href: { ...here, query: wordsOf(circle) },
            label: circleName(circle, t("list.common")),
            current: circle === place,
          }))}
        />
      ) : null}
      <FileUpload
        route="/api/upload/document"
        target={{ programme: slug, ...words }}
        send={t("add.send")}
        initialState={refusedUpload(query.refused)}
        fieldLabels={{
          title: t("fields.title"),
          folder: t("fields.folder"),
          kind: t("fields.kind"),
          note: t("fields.note"),
        }}
        maxSize={formatSize(env().UPLOAD_MAX_BYTES, locale)}
        several={{
          field: "title",
          next: getPathname({
            href: { ...list, query: { ...words, ...given({ folder: folder?.id }) } },
            locale,
          }),
        }}
      >
        <div className="in-data-several:hidden">
          <TextInput name="title" label={t("fields.title")} maxLength={200} />
        </div>
        {folders.length > 0 ? (
          <Select
            name="folder"
            label={t("fields.folder")}
            placeholder={t("move.top")}
            defaultValue={folder?.id}
            options={folders.map(({ id, path }) => ({ value: id, label: path }))}
          />
        ) : null}
        <RadioGroup
          name="kind"
          label={t("fields.kind")}
          defaultValue={kinds[0]}
          choices={kinds.map((kind) => ({
            value: kind,
            label: t(`kinds.${kind}`),
            hint: t(`kindHints.${kind}`),
          }))}
        />
        <TextArea name="note" label={t("fields.note")} optional rows={3} />
      </FileUpload>
    </div>
  );
}
