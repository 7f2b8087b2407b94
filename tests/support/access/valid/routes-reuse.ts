import { accounts } from "../accounts";
import { anItem } from "./reuse";
import { edition, type RouteRow } from "./route-row";

const fields = {
  licence: "CC-BY-4.0",
  title: "Un materiale da riusare",
  abstract: "Di prova.",
  lang: "it",
  "subjects[]": "training",
  authors: "Ente di prova",
};

/** Requests for what the library gives out, and the places where the coordinator puts something in. */
export const reuseRequests: Record<string, RouteRow> = {
  "a release": {
    entry: "reuse.download",
    right: "nobody",
    also: accounts,
    // That it was taken is counted.
    isRecorded: true,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `select r.id from reuse_release r join (${anItem}) i on i.id = r.item_id order by r.number limit 1`,
      );
      return { path: `/api/reuse/releases/${id}` };
    },
  },
  "a cover": {
    entry: "reuse.cover",
    right: "nobody",
    also: accounts,
    input: async (demo) => {
      const { id } = await demo.row<"id">("select id from reuse_item where cover_sha256 is not null limit 1");
      return { path: `/api/reuse/covers/${id}` };
    },
  },
  "the catalogue": {
    entry: "reuse.catalogue",
    right: "nobody",
    also: accounts,
    input: async () => ({ path: "/opendata/catalogo.jsonld" }),
  },
  "an item's place": {
    entry: "reuse.publish",
    right: "coordinatore",
    input: async (demo) => {
      const { slug } = await edition(demo);
      // Everybody may read it, so that who may not publish it still knows of it.
      const { id, version } = await demo.edition<"id" | "version">(
        `with open as (update document set is_public = true where id = (
             select d.id from document d left join reuse_item i on i.document_id = d.id
             where d.programme_id = $1 and d.kind = 'STUDY_MATERIAL' and d.removed_at is null and i.id is null
             order by d.id limit 1) returning id)
         select o.id, v.id as version from open o join document_version v on v.document_id = o.id
         order by v.number desc limit 1`,
      );
      const path = `/api/upload/reuse-item?document=${id}&programme=${slug}`;
      return { path, fields: { ...fields, versionId: version } };
    },
  },
  "the place of an item's changes": {
    entry: "reuse.change",
    right: "coordinatore",
    input: async (demo) => {
      const { slug } = await edition(demo);
      const { id, version } = await demo.edition<"id" | "version">(anItem);
      const path = `/api/upload/reuse-change?id=${id}&programme=${slug}`;
      return { path, fields: { ...fields, version } };
    },
  },
};
