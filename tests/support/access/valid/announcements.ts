import { randomUUID } from "node:crypto";
import { type Demo, everybodyElse, members, type Rows } from "./row";

/** An announcement of the running edition to all its bodies, which asks to be acknowledged. */
const anAnnouncement = (demo: Demo) =>
  demo.edition<"id" | "version">(
    `insert into announcement (id, programme_id, title, markdown, html, renderer_version, is_for_all, must_acknowledge,
       state, publish_at, created_at, submission_key)
     values (gen_random_uuid(), $1, 'Un avviso di prova', 'Testo', '<p>Testo</p>', 1, true, true, 'PUBLISHED',
       '2026-03-20', '2026-03-20', gen_random_uuid()) returning id, version`,
  );

const written = { title: "Un altro avviso", text: "Un altro testo", to: "all" };
const meant = {
  right: "coordinatore",
  also: ["manager"],
  hiddenFrom: everybodyElse.members,
} as const;

/** Actions on announcements. That a programme is there everybody may know. */
export const announcements: Rows = {
  "announcements.announce": {
    right: "coordinatore",
    also: ["manager"],
    input: async (demo) => {
      const { id } = await demo.edition<"id">("select $1::uuid as id");
      return { programmeId: id, submissionKey: randomUUID(), ...written };
    },
  },
  "announcements.change": {
    ...meant,
    input: async (demo) => ({ ...(await anAnnouncement(demo)), ...written }),
  },
  "announcements.withdraw": { ...meant, input: anAnnouncement },
  "announcements.acknowledge": {
    right: "staff.a",
    also: members.filter((one) => one !== "staff.a"),
    hiddenFrom: meant.hiddenFrom,
    input: anAnnouncement,
  },
};
