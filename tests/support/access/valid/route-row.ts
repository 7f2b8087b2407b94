import { type Account, accounts, runningEdition, type Who } from "../accounts";
import { type Demo, type Meant, members } from "./row";

/** A request to a route handler; with `file` a form with a file is posted. */
export type Asked = {
  path: string;
  headers?: Record<string, string>;
  fields?: Record<string, string>;
  file?: string;
  /** posted as it stands */
  body?: string;
  /** a verb of its own, with the origin of a page of ours */
  method?: "POST" | "HEAD" | "PATCH" | "DELETE";
};

/** A route handler with a request that is right in everything but who makes it. */
export type RouteRow = Meant & {
  entry: string;
  /** who takes it away is recorded, so rows differ afterwards */
  isRecorded?: boolean;
  input: (demo: Demo, page: Page) => Promise<Asked>;
};

/** Reads a page of the portal as somebody. */
export type Page = (path: string, who: Who) => Promise<string>;

export const open = (path: string): Omit<RouteRow, "entry"> => ({
  right: "nobody",
  also: accounts,
  input: async () => ({ path }),
});
export const ofBody = ["staff.a", "referente.a"] as const;
export const followers = ["coordinatore", "esperto", "osservatore"] as const satisfies Account[];

export const edition = (demo: Demo) =>
  demo.edition<"id" | "slug">("select id, slug from programme where id = $1");
export const bodyId = (demo: Demo) => demo.row<"id">("select id from organisation where slug = 'valfiorita'");
export const list = (name: string, meant: Meant, query = ""): RouteRow => ({
  entry: "portal.exportList",
  ...meant,
  input: async () => ({ path: `/api/export/${name}?${query}` }),
});
export const recorded = (row: RouteRow): RouteRow => ({ ...row, isRecorded: true });
export const ofEdition = `programme=${runningEdition}`;
export const toMembers: Meant = {
  right: "osservatore",
  also: members.filter((one) => one !== "osservatore"),
};
/** The administrator and the promoter's manager may enter a programme; what lists then hold is up to their rights. */
export const toEntrants: Meant = {
  ...toMembers,
  also: [...(toMembers.also ?? []), "amministratore", "manager"],
};
export const ownDocument = `select d.id, d.space_id from document d join document_space s on s.id = d.space_id
  join organisation o on o.id = s.organisation_id
  where d.kind = 'EXCHANGE_MATERIAL' and o.slug = 'valfiorita' and d.removed_at is null`;
