import type { OrganisationKind, Role } from "@/lib/platform/db/generated/enums";

export type DemoBody = {
  slug: string;
  name: string;
  shortName: string;
  kind: OrganisationKind;
  city: string;
  description: string;
};

export const publishingBody = "istituto-dimostrativo";
export const promoter = "unione-camerale-valfiorita";

const invented = "Ente inventato per la dimostrazione.";

function chamber(slug: string, shortName: string): DemoBody {
  return {
    slug,
    name: `Camera di Commercio di ${shortName}`,
    shortName,
    kind: "CHAMBER",
    city: shortName,
    description: invented,
  };
}

/** The six pilot chambers, in the order of the matrix. */
export const pilotChambers = [
  "valfiorita",
  "rocca-serena",
  "pontelungo",
  "borgo-marittimo",
  "colle-d-ulivo",
  "terrefonde",
] as const;
export type PilotChamber = (typeof pilotChambers)[number];

export const bodies: readonly DemoBody[] = [
  {
    slug: publishingBody,
    name: "Istituto Dimostrativo per l’Innovazione Pubblica",
    shortName: "Istituto Dimostrativo",
    kind: "INSTITUTE",
    city: "Valfiorita",
    description: "Ente inventato: pubblica il portale della dimostrazione.",
  },
  {
    slug: promoter,
    name: "Unione Camerale di Valfiorita",
    shortName: "Unione Camerale",
    kind: "CHAMBER_UNION",
    city: "Valfiorita",
    description: "Ente inventato: promuove la nuova edizione.",
  },
  chamber("valfiorita", "Valfiorita"),
  chamber("rocca-serena", "Rocca Serena"),
  chamber("pontelungo", "Pontelungo"),
  chamber("borgo-marittimo", "Borgo Marittimo"),
  chamber("colle-d-ulivo", "Colle d’Ulivo"),
  chamber("terrefonde", "Terrefonde"),
  chamber("monteselva", "Monteselva"),
  chamber("lagochiaro", "Lagochiaro"),
  chamber("torrealta", "Torrealta"),
];

export type DemoPerson = {
  /** the part of the address before @demo.test */
  account: string;
  givenName: string;
  familyName: string;
  role: Role;
  /** slug of the body, for roles that have one */
  body?: string;
};

/** Every person of the demonstration: invented, with names that look it. */
export const people: readonly DemoPerson[] = [
  { account: "amministratore", givenName: "Elvira", familyName: "Sorbini", role: "ADMINISTRATOR" },
  { account: "rpd", givenName: "Ottavia", familyName: "Cipressi", role: "PRIVACY_OFFICER" },
  {
    account: "manager",
    givenName: "Fausto",
    familyName: "Lecceti",
    role: "PROGRAMME_MANAGER",
    body: promoter,
  },
  { account: "coordinatore", givenName: "Ada", familyName: "Ginestrelli", role: "COORDINATOR" },
  { account: "esperto", givenName: "Corrado", familyName: "Melograni", role: "EXPERT" },
  { account: "gemma.roverelli", givenName: "Gemma", familyName: "Roverelli", role: "EXPERT" },
  { account: "osservatore", givenName: "Teodora", familyName: "Ulmari", role: "OBSERVER" },
  {
    account: "referente.a",
    givenName: "Marta",
    familyName: "Querciola",
    role: "REFERENT",
    body: "valfiorita",
  },
  { account: "staff.a", givenName: "Nives", familyName: "Calamari", role: "STAFF", body: "valfiorita" },
  {
    account: "referente.b",
    givenName: "Dario",
    familyName: "Lentischi",
    role: "REFERENT",
    body: "rocca-serena",
  },
  { account: "staff.b", givenName: "Ilario", familyName: "Mirtilli", role: "STAFF", body: "rocca-serena" },
  {
    account: "livio.tamerice",
    givenName: "Livio",
    familyName: "Tamerice",
    role: "REFERENT",
    body: "pontelungo",
  },
  {
    account: "irma.falaschi",
    givenName: "Irma",
    familyName: "Falaschi",
    role: "REFERENT",
    body: "borgo-marittimo",
  },
  {
    account: "bruno.asfodelo",
    givenName: "Bruno",
    familyName: "Asfodelo",
    role: "REFERENT",
    body: "colle-d-ulivo",
  },
  {
    account: "orsola.brezzi",
    givenName: "Orsola",
    familyName: "Brezzi",
    role: "REFERENT",
    body: "terrefonde",
  },
  {
    account: "pia.sambuchi",
    givenName: "Pia",
    familyName: "Sambuchi",
    role: "STAFF",
    body: "terrefonde",
  },
];

export const password = "sperimenta";

/** Account of the referent of a chamber. */
export function referentOf(body: PilotChamber): string {
  const referent = people.find((person) => person.role === "REFERENT" && person.body === body);
  if (!referent) throw new Error(`No referent of ${body}`);
  return referent.account;
}
