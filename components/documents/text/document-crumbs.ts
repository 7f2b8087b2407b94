import type { Href } from "@/components/ui/app-link";

type Place = { slug: string; id: string; title: string; deliverableId: string | null };

/** The way back from a page about a document's versions: by its list, or by that of the deliverables. */
export function documentCrumbs(
  { slug, id, title, deliverableId }: Place,
  lists: { documents: string; deliverables: string },
): { href: Href; label: string }[] {
  if (deliverableId)
    return [
      {
        href: { pathname: "/area/programmes/[slug]/deliverables", params: { slug } },
        label: lists.deliverables,
      },
      {
        href: { pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id: deliverableId } },
        label: title,
      },
    ];
  return [
    { href: { pathname: "/area/programmes/[slug]/documents", params: { slug } }, label: lists.documents },
    { href: { pathname: "/area/programmes/[slug]/documents/[id]", params: { slug, id } }, label: title },
  ];
}
