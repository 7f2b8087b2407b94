import { randomUUID } from "node:crypto";
import { runningEdition } from "../accounts";
import { type Demo, everybodyElse, members, type Row, type Rows } from "./row";

const programme = runningEdition;
const closed =
  "select id from category where programme_id = $1 and not is_public and table_id is null order by position limit 1";
const text = "Raccontate due righe.";
const far = { anchor: "MOMENT", date: "2027-03-01", time: "10:00" };

/** A post of the coordinator that waits. */
export const waiting = (demo: Demo) =>
  demo.edition<"id" | "version">(
    `insert into scheduled_post (id, programme_id, author_id, category_id, title, markdown, anchor, at, created_at)
     select gen_random_uuid(), $1, p.id, c.id, 'Come va?', 'Due righe.', 'MOMENT', '2027-03-01', now()
     from person p, category c where p.email = 'coordinatore@demo.test' and c.programme_id = $1 and not c.is_public and c.table_id is null
     limit 1 returning id, version`,
  );
/** A file of such a post. */
const waitingFile = async (demo: Demo) => {
  const { id } = await waiting(demo);
  return demo.row<"id">(
    `insert into scheduled_attachment (id, scheduled_id, object_sha256, filename, mime_type, size, created_at)
     select gen_random_uuid(), $1::uuid, sha256, 'nota.pdf', 'application/pdf', size, now()
     from stored_object limit 1 returning id`,
    [id],
  );
};
const hiddenFrom = [
  ...everybodyElse.members,
  ...members.filter((one) => !["coordinatore", "esperto"].includes(one)),
];
const act = (more: Record<string, string> = {}): Row => ({
  right: "coordinatore",
  hiddenFrom,
  input: async (demo) => ({ ...(await waiting(demo)), ...more }),
});
const own = "select id, version from prompt where programme_id = $1 order by id limit 1";
const prompt = { stage: "WORK", title: "A che punto siete?", text };

/** Actions of those who keep the forum going. */
export const animation: Rows = {
  "animation.schedulePost": {
    right: "coordinatore",
    also: ["esperto"],
    input: async (demo) => ({
      programme,
      categoryId: (await demo.edition<"id">(closed)).id,
      title: "Come va?",
      text,
      submissionKey: randomUUID(),
      ...far,
    }),
  },
  "animation.changeScheduled": act({ title: "Come va adesso?", text, ...far }),
  "animation.publishScheduled": act(),
  "animation.cancelScheduled": act(),
  "animation.removeScheduledFile": { right: "coordinatore", hiddenFrom, input: waitingFile },
  "animation.addPrompt": {
    right: "coordinatore",
    also: ["esperto"],
    input: async () => ({ programme, ...prompt }),
  },
  "animation.changePrompt": {
    right: "coordinatore",
    also: ["esperto"],
    hiddenFrom: everybodyElse.members,
    input: async (demo) => ({ ...(await demo.edition<"id" | "version">(own)), ...prompt }),
  },
  "animation.beginWith": {
    right: "coordinatore",
    also: ["esperto"],
    input: async (demo) => ({ programme, id: (await demo.edition<"id">(own)).id, next: "later" }),
  },
  "animation.removePrompt": {
    right: "coordinatore",
    also: ["esperto"],
    hiddenFrom: everybodyElse.members,
    input: async (demo) =>
      demo.edition<"id" | "version">(
        `insert into prompt (id, programme_id, stage, title, markdown, added_at)
         values (gen_random_uuid(), $1, 'WORK', 'Da togliere', 'Da togliere.', now()) returning id, version`,
      ),
  },
  "animation.writeWelcome": {
    right: "coordinatore",
    input: async (demo) => ({
      programme,
      text: "Siamo contenti di avervi con noi.",
      ...(await demo.edition<"version">(
        "select coalesce(max(version), 0) as version from programme_welcome where programme_id = $1",
      )),
    }),
  },
  "animation.dismissFirstSteps": {
    right: "staff.a",
    also: members.filter((one) => one !== "staff.a"),
    input: async () => ({ programme, from: "today" }),
  },
  "animation.remindSilent": {
    right: "coordinatore",
    also: ["esperto"],
    input: async (demo) => ({
      programme,
      body: (
        await demo.edition<"id">(
          `with made as (insert into organisation (id, slug, name, short_name, kind, created_at)
             values (gen_random_uuid(), 'zitta-' || md5(random()::text), 'Camera zitta', 'Zitta', 'CHAMBER', now()) returning id),
           joined as (insert into enrolment (id, programme_id, organisation_id, state)
             select gen_random_uuid(), $1, id, 'ACTIVE' from made returning organisation_id)
           select organisation_id as id from joined`,
        )
      ).id,
    }),
  },
};
