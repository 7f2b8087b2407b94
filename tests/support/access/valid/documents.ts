import { anUpload } from "./routes-uploads";
import { type Demo, everybodyElse, others, posters, type Row, type Rows } from "./row";

const deliverable = (state: string, body = "valfiorita", condition = "true") =>
  `select d.id, d.version, (select v.id from document_version v where v.document_id = d.document_id
     order by v.number desc limit 1) as "versionId"
   from deliverable d join deliverable_request r on r.id = d.request_id
   join organisation o on o.id = d.organisation_id
   where r.programme_id = $1 and d.state = '${state}' and o.slug = '${body}' and ${condition}
   order by r.position desc limit 1`;
/** A version that was sent waits beside the one under review. */
const newerWaits =
  "d.review_version_id is distinct from (select v.id from document_version v where v.document_id = d.document_id order by v.number desc limit 1)";
/** A request for more time that waits, of a body or of any. */
const openRequest = (body?: string) =>
  `select e.id from extension_request e join deliverable d on d.id = e.deliverable_id
   join deliverable_request r on r.id = d.request_id join organisation o on o.id = d.organisation_id
   where r.programme_id = $1 and e.state = 'OPEN' ${body ? `and o.slug = '${body}'` : ""} order by e.asked_at limit 1`;
type Named = "id" | "version" | "versionId";

/** A document of the first body's own space, by its staff. */
const ownDocument = `select d.id, d.version, d.title, d.kind, v.id as "versionId"
  from document d join document_space s on s.id = d.space_id
  join organisation o on o.id = s.organisation_id join document_version v on v.document_id = d.id
  where s.programme_id = $1 and d.kind = 'EXCHANGE_MATERIAL' and o.slug = 'valfiorita' and d.removed_at is null
  limit 1`;

/** An empty folder of the common space, made anew for each call that uses it up. */
const aFolder = async (demo: Demo): Promise<Record<"id" | "version", string>> =>
  demo.edition<"id" | "version">(
    `insert into document_folder (id, space_id, name)
     select gen_random_uuid(), id, 'Cartella ' || gen_random_uuid() from document_space
     where programme_id = $1 and organisation_id is null and table_id is null returning id, version`,
  );

const move = (state: string, rest: Omit<Row, "input">, body?: string): Row => ({
  ...rest,
  input: async (demo) => {
    const { id, version } = await demo.edition<Named>(deliverable(state, body));
    return { id, version };
  },
});

const request = { title: "Una consegna nuova", dueDay: "2026-06-30", dueTime: "12:00" };

export const documents: Rows = {
  "documents.change": {
    right: "staff.a",
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const { id, version, kind } = await demo.edition<"id" | "version" | "kind">(ownDocument);
      return { id, version, kind, title: "Note del gruppo, riviste", note: "" };
    },
  },
  "documents.restoreVersion": {
    right: "staff.a",
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const { id, versionId } = await demo.edition<"id" | "versionId">(ownDocument);
      // A second version, so that there is a first one to go back to.
      await demo.row(
        `insert into document_version (id, document_id, number, object_sha256, filename, mime_type, size, author_id)
         select gen_random_uuid(), document_id, 2, (select sha256 from stored_object where sha256 <> object_sha256 limit 1),
           filename, mime_type, size, author_id
         from document_version where document_id = $1 and number = 1 returning id`,
        [id],
      );
      return { versionId, number: "3" };
    },
  },
  "documents.removeUpload": {
    right: "staff.a",
    hiddenFrom: others("staff.a", "nobody"),
    input: async (demo) => {
      const { id } = await anUpload(demo);
      return { id };
    },
  },
  "documents.remove": {
    right: "staff.a",
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(ownDocument);
      return { id, version };
    },
  },
  "documents.move": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { shown } = await demo.edition<"shown">(
        `select id || ':' || version as shown from document where programme_id = $1 and folder_id is not null
         and removed_at is null and not is_public and kind = 'STUDY_MATERIAL' limit 1`,
      );
      return { "documents[]": shown, to: "common" };
    },
  },
  "documents.addFolder": {
    right: "referente.a",
    also: posters.filter((who) => who !== "referente.a"),
    input: async (demo) => {
      const { programme } = await demo.edition<"programme">(
        "select slug as programme from programme where id = $1",
      );
      return { programme, name: "Una cartella nuova" };
    },
  },
  "documents.renameFolder": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: async (demo) => ({ ...(await aFolder(demo)), name: "Con un altro nome" }),
  },
  "documents.moveFolder": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { id } = await aFolder(demo);
      return { ...(await aFolder(demo)), parent: id };
    },
  },
  "documents.removeFolder": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: aFolder,
  },
  "documents.restore": {
    right: "coordinatore",
    hiddenFrom: others("coordinatore", "nobody"),
    input: async (demo) =>
      demo.edition<"id">(
        `select r.id from document_removal r join document d on d.removal_id = r.id
         where d.programme_id = $1 and d.kind = 'INFORMATION' limit 1`,
      ),
  },
  "documents.requestDeliverable": {
    right: "coordinatore",
    input: async (demo) => {
      const { programme } = await demo.edition<"programme">(
        "select slug as programme from programme where id = $1",
      );
      return { programme, ...request };
    },
  },
  "documents.changeRequest": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(
        "select id, version from deliverable_request where programme_id = $1 order by position desc limit 1",
      );
      return { id, version, ...request, title: "Una consegna cambiata" };
    },
  },
  "documents.submit": {
    // Staff prepares it: what this request asks for is sent by the referent alone, who has read what it requires.
    right: "referente.a",
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const draft = await demo.edition<Named>(
        deliverable("TO_DO", "valfiorita", "d.document_id is not null and r.release_by_referent"),
      );
      await demo.row(
        `with read as (insert into document_reading
             (document_id, person_id, first_at, last_at, last_version, acknowledged_at, acknowledged_version)
           select m.document_id, p.id, '2026-03-01', '2026-03-01', 1, '2026-03-01', 1
           from request_material m, deliverable d, person p where d.request_id = m.request_id and d.id = $1
           on conflict (document_id, person_id) do update set acknowledged_at = '2026-03-01', acknowledged_version = 1
           returning 1)
         select count(*) as read from read`,
        [draft.id],
      );
      return draft;
    },
  },
  "documents.withdraw": move("SUBMITTED", {
    right: "staff.a",
    also: ["referente.a"],
    hiddenFrom: everybodyElse.body,
  }),
  "documents.openReview": move(
    "SUBMITTED",
    { right: "esperto", also: ["coordinatore"], hiddenFrom: everybodyElse.body },
    "terrefonde",
  ),
  "documents.decideReview": {
    right: "esperto",
    also: ["coordinatore"],
    hiddenFrom: everybodyElse.body,
    input: async (demo) => ({
      ...(await demo.edition<Named>(deliverable("IN_REVIEW", "terrefonde"))),
      decision: "APPROVED",
      comment: "",
    }),
  },
  "documents.takeNewer": {
    right: "esperto",
    also: ["coordinatore"],
    hiddenFrom: everybodyElse.body,
    input: async (demo) => demo.edition<Named>(deliverable("IN_REVIEW", "pontelungo", newerWaits)),
  },
  "documents.undoApproval": move(
    "APPROVED",
    { right: "esperto", also: ["coordinatore"], hiddenFrom: everybodyElse.members },
    "terrefonde",
  ),
  "documents.lock": move(
    "APPROVED",
    { right: "coordinatore", hiddenFrom: everybodyElse.members },
    "rocca-serena",
  ),
  "documents.grantExtension": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const { id, version } = await demo.edition<Named>(deliverable("TO_DO"));
      return { id, version, newDueDay: "2026-12-15", reason: "Per una prova" };
    },
  },
  "documents.askExtension": {
    right: "staff.a",
    also: ["referente.a"],
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const free =
        "not exists (select from extension_request e where e.deliverable_id = d.id and e.state = 'OPEN')";
      const { id } = await demo.edition<Named>(deliverable("TO_DO", "valfiorita", free));
      return { id, wantedDay: "2027-01-20", askReason: "Per una prova" };
    },
  },
  "documents.withdrawExtension": {
    right: "referente.a",
    also: ["staff.a"],
    hiddenFrom: everybodyElse.body,
    needs: ["documents.askExtension"],
    input: async (demo) => demo.edition<"id">(openRequest("valfiorita")),
  },
  "documents.decideExtension": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.body,
    input: async (demo) => ({
      ...(await demo.edition<"id">(openRequest())),
      extensionDecision: "REFUSED",
      answer: "Per una prova",
    }),
  },
  "documents.addComment": {
    right: "esperto",
    also: ["coordinatore"],
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const { id } = await demo.edition<Named>(deliverable("IN_REVIEW", "pontelungo"));
      const { versionId } = await demo.row<"versionId">(
        `select review_version_id as "versionId" from deliverable where id = $1`,
        [id],
      );
      return { id, versionId, text: "Una prova" };
    },
  },
  "documents.resolveComment": {
    right: "esperto",
    hiddenFrom: everybodyElse.body,
    needs: ["documents.addComment"],
    input: async (demo) =>
      demo.edition<"id">(
        `select c.id from review_comment c join deliverable d on d.id = c.deliverable_id
         join deliverable_request r on r.id = d.request_id
         where r.programme_id = $1 and c.resolved_at is null and c.text = 'Una prova' order by c.created_at desc limit 1`,
      ),
  },
  "documents.writeMessage": {
    right: "staff.a",
    also: ["referente.a", "coordinatore", "esperto"],
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const { id } = await demo.edition<Named>(deliverable("CHANGES_REQUESTED"));
      return { id, text: "Una prova", lang: "it" };
    },
  },
  "documents.markReady": {
    right: "staff.a",
    also: ["referente.a"],
    hiddenFrom: everybodyElse.body,
    input: async (demo) =>
      demo.edition<Named>(
        deliverable("TO_DO", "valfiorita", "d.document_id is not null and r.release_by_referent"),
      ),
  },
  "documents.setProtocol": {
    right: "staff.a",
    also: ["referente.a", "coordinatore"],
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const { id, rowVersion } = await demo.edition<"id" | "rowVersion">(
        `select s.id, s.row_version as "rowVersion" from submission s join deliverable d on d.id = s.deliverable_id
         join deliverable_request r on r.id = d.request_id join organisation o on o.id = d.organisation_id
         where r.programme_id = $1 and o.slug = 'valfiorita' and d.state = 'CHANGES_REQUESTED' limit 1`,
      );
      return { id, rowVersion, protocolNumber: "1/2026", protocolDate: "2026-03-01" };
    },
  },
  "documents.acknowledge": {
    right: "staff.a",
    also: ["referente.a", "coordinatore", "esperto", "osservatore", "referente.b", "staff.b"],
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `select d.id from document d join document_space s on s.id = d.space_id where d.programme_id = $1
         and s.organisation_id is null and s.table_id is null and d.kind = 'STUDY_MATERIAL' and d.removed_at is null and not d.is_public limit 1`,
      );
      // Everybody has opened it: only whether somebody may say so is tried.
      await demo.row(
        `with opened as (insert into document_reading (document_id, person_id, first_at, last_at, last_version)
           select $1, p.id, '2026-03-01', '2026-03-01', 1 from person p on conflict do nothing returning 1)
         select count(*) as opened from opened`,
        [id],
      );
      return { id };
    },
  },
  "documents.remindBodies": {
    right: "coordinatore",
    input: async (demo) => {
      await demo.row(
        "with gone as (delete from body_reminder returning 1) select count(*) as gone from gone",
      );
      return demo.edition<"programme">("select slug as programme from programme where id = $1");
    },
  },
};
