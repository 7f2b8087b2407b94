import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { addFolderAction } from "@/lib/documents/folders/actions";
import { listDestinations } from "@/lib/documents/moving/queries";
import { documentPlaceSchema } from "@/lib/documents/schema";
import { circleName, wordsKey, wordsOf } from "@/lib/documents/space-words";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given } from "@/lib/platform/lists/query";
import { onPage, pageNeeds, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "documents" });
  return { title: t("folders.add") };
}

export default async function NewFolderPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const { folder, ...asked } = documentPlaceSchema.parse(await searchParams);
  const [t, places] = await Promise.all([
    getTranslations("documents"),
    listDestinations(actor, programme.id),
  ]);
  pageNeeds(places.length > 0);
  const space = places.find((circle) => wordsKey(wordsOf(circle)) === wordsKey(asked)) ?? places[0];
  const words = space ? wordsOf(space) : {};
  const parent = space?.folders.find(({ id }) => id === folder);
  const list = { pathname: "/area/programmes/[slug]/documents", params: { slug } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("folders.add")}
        crumbs={[{ href: list, label: t("list.title") }, { label: t("folders.add") }]}
        meta={
          <span>
            {t("folders.inSpace", { space: space ? circleName(space, t("list.common")) : t("list.common") })}
          </span>
        }
      />
      <ActionForm
        action={addFolderAction}
        id="folder"
        hidden={{ programme: slug, ...words }}
        fieldLabels={{ name: t("folders.name"), parent: t("folders.parent") }}
      >
        <TextInput name="name" label={t("folders.name")} hint={t("folders.nameHint")} maxLength={100} />
        <Select
          name="parent"
          label={t("folders.parent")}
          placeholder={t("move.top")}
          defaultValue={parent?.id}
          options={(space?.folders ?? []).map(({ id, path }) => ({ value: id, label: path }))}
        />
        <FormActions>
          <SubmitButton>{t("folders.addDo")}</SubmitButton>
          <ButtonLink
            variant="plain"
            href={{ ...list, query: { ...words, ...given({ folder: parent?.id }) } }}
          >
            {t("folders.cancel")}
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </div>
  );
}
