import { deliverablesList } from "@/lib/documents/deliverables/export";
import type { ExportableList } from "@/lib/platform/lists/definition";
import { mailsList } from "@/lib/platform/mail/export";

/** Lists that can be downloaded, by the name in their address. */
export const exportableLists: ReadonlyMap<string, ExportableList> = new Map(
  [deliverablesList, mailsList].map((list) => [list.name, list]),
);
