import { accounts } from "../accounts";
import type { Fields } from "../call";
import { type Demo, everybodyElse, type Row, type Rows } from "./row";

const texts = {
  title: "Una prova di accesso",
  shortTitle: "Prova",
  summary: "Un programma per provare gli accessi.",
  description: "Il testo del programma.",
};
const coordinator = { coordinatorEmail: "coordinatore.altrove@demo.test" };

/** The draft that `editions.create` made: those who do not run it know nothing of it. */
const draft = `select id as "programmeId", version from programme where slug = 'prova-di-accesso'`;
const onDraft = (rest: Fields): Row => ({
  right: "coordinatore.altrove",
  hiddenFrom: accounts.filter((one) => !["coordinatore.altrove", "manager", "amministratore"].includes(one)),
  input: async (demo) => ({ ...(await demo.row<"programmeId" | "version">(draft)), ...rest }),
});

const edition = (demo: Demo) =>
  demo.edition<"programmeId" | "version">('select id as "programmeId", version from programme where id = $1');
const part = (sql: string, rest: Fields): Row => ({
  right: "coordinatore",
  input: async (demo) => ({ ...(await edition(demo)), ...(await demo.edition<"id">(sql)), ...rest }),
});
const role = "select id from programme_role where programme_id = $1 order by position";

const enrolment = (state: string) =>
  `select id as "enrolmentId", version from enrolment where programme_id = $1 and state = '${state}' limit 1`;

const indicator = "select id, version from indicator where programme_id = $1 order by position limit 1";
const proposal = "select id, version from outcome where programme_id = $1 and published_at is null limit 1";
const published =
  "select id, version from outcome where programme_id = $1 and published_at is not null limit 1";
/** Proposals are for those who follow the whole programme. */
const offProposals = [...everybodyElse.body, "referente.a", "staff.a", "amministratore", "rpd"] as const;
const figures = { title: "Un indicatore di prova", unit: "persone" };

export const programmes: Rows = {
  "editions.create": {
    right: "manager",
    input: async (demo) => {
      const { promoterId } = await demo.edition<"promoterId">(
        'select promoter_id as "promoterId" from programme where id = $1',
      );
      return { promoterId, slug: "prova-di-accesso", ...texts, ...coordinator };
    },
  },
  "programmes.edit": onDraft({ ...texts, summary: "Cambiato." }),
  "programmes.move": onDraft({ move: "openCall" }),
  "editions.clone": {
    right: "manager",
    input: async (demo) => {
      const { source } = await demo.edition<"source">("select slug as source from programme where id = $1");
      const { title, shortTitle } = texts;
      return { source, slug: "prova-di-edizione", title, shortTitle, start: "2027-02-01", ...coordinator };
    },
  },
  "programmes.addBody": {
    right: "coordinatore",
    input: async (demo) => {
      const { programmeId } = await edition(demo);
      const { id } = await demo.row<"id">("select id from organisation where slug = 'istituto-dimostrativo'");
      return { programmeId, organisationId: id };
    },
  },
  "programmes.agreeToSelection": {
    right: "osservatore",
    also: ["coordinatore", "esperto"],
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const { enrolmentId } = await demo.edition<"enrolmentId">(enrolment("WAITING"));
      return { enrolmentId, onBehalfOf: "Il committente, prova" };
    },
  },
  "editions.moveBody": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.body,
    input: async (demo) => ({
      ...(await demo.edition<"enrolmentId" | "version">(enrolment("APPLIED"))),
      move: "assess",
    }),
  },
  "programmes.savePart": part(role, { part: "roles", title: "Con altro titolo" }),
  "programmes.movePart": part(`${role} limit 1`, { part: "roles", direction: "down" }),
  "programmes.removePart": part(role, { part: "roles" }),
  "programmes.savePhase": part("select id from phase where programme_id = $1 order by position limit 1", {
    title: "Una fase con altro titolo",
  }),
  "programmes.addIndicator": {
    right: "coordinatore",
    input: async (demo) => ({ programmeId: (await edition(demo)).programmeId, ...figures }),
  },
  "programmes.editIndicator": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: async (demo) => ({
      ...(await demo.edition<"id" | "version">(
        "select id, version from indicator where programme_id = $1 and not is_public limit 1",
      )),
      ...figures,
      title: "Un indicatore cambiato",
    }),
  },
  "programmes.recordMeasurements": {
    right: "coordinatore",
    input: async (demo) => {
      const { id } = await demo.edition<"id">(indicator);
      return { indicatorId: id, observedOn: "2026-03-20", "rows.0.value": "12", "rows.0.total": "20" };
    },
  },
  "programmes.removeMeasurement": {
    right: "coordinatore",
    input: async (demo) =>
      demo.edition<"id">(
        "select m.id from measurement m join indicator i on i.id = m.indicator_id where i.programme_id = $1 limit 1",
      ),
  },
  "programmes.removeIndicator": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: async (demo) =>
      demo.edition<"id" | "version">(
        "select id, version from indicator where programme_id = $1 and not is_public limit 1",
      ),
  },
  "programmes.addOutcome": {
    right: "referente.a",
    also: ["coordinatore", "esperto", "referente.b"],
    input: async (demo) => ({
      programmeId: (await edition(demo)).programmeId,
      title: "Un esito di prova",
      text: "Il testo dell’esito.",
    }),
  },
  "programmes.editOutcome": {
    right: "coordinatore",
    hiddenFrom: offProposals,
    input: async (demo) => ({
      ...(await demo.edition<"id" | "version">(proposal)),
      title: "Un esito cambiato",
      text: "Un altro testo.",
    }),
  },
  "programmes.publishOutcome": {
    right: "coordinatore",
    hiddenFrom: offProposals,
    input: (demo) => demo.edition<"id" | "version">(proposal),
  },
  "programmes.unpublishOutcome": {
    right: "coordinatore",
    input: async (demo) => ({
      ...(await demo.edition<"id" | "version">(published)),
      reason: "outdated",
    }),
  },
  "programmes.removeOutcome": {
    right: "coordinatore",
    hiddenFrom: offProposals,
    input: (demo) => demo.edition<"id" | "version">(proposal),
  },
};
