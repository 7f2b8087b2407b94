import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import type { DocumentWhereInput } from "@/lib/platform/db/generated/models";
import { DomainError } from "@/lib/platform/errors";

/** Documents that something else counts on: the template of a request, what has to be read before it, the library. */
export const neededElsewhere = {
  OR: [{ templateFor: { some: {} } }, { requiredBy: { some: {} } }, { reuseItem: { isNot: null } }],
} satisfies DocumentWhereInput;

/**
 * Refuses when one of the documents is needed where it could not be taken away silently, naming both. Asked while their
 * rows are held, so that nobody begins to count on them meanwhile.
 * @throws DomainError documents.templateOfRequest, .requiredByRequest, .inLibrary
 */
export async function assertUnused(tx: Tx, _actor: Actor, which: DocumentWhereInput): Promise<void> {
  const needed = await tx.document.findFirst({
    where: { AND: [which, neededElsewhere] },
    select: {
      title: true,
      templateFor: { take: 1, select: { title: true } },
      requiredBy: { take: 1, select: { request: { select: { title: true } } } },
      reuseItem: { select: { title: true } },
    },
  });
  if (!needed) return;
  const { title, reuseItem } = needed;
  const [template, required] = [needed.templateFor[0], needed.requiredBy[0]?.request];
  if (template) throw new DomainError("documents.templateOfRequest", { title, request: template.title });
  if (required) throw new DomainError("documents.requiredByRequest", { title, request: required.title });
  throw new DomainError("documents.inLibrary", { title, item: reuseItem?.title ?? "" });
}
