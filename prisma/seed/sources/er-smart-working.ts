import { wholeMonth, wholeYear } from "@/lib/platform/source-date";
import { type SourceProgramme, undated } from "../source-programme";
import { erFacts } from "./er-facts";

const intro = "introduzione";
const strategy = "Un percorso in evoluzione";
const tables = "I Tavoli Tematici";
const future = "Impegni, progetti e attività";

export const erSmartWorking: SourceProgramme = {
  slug: "er-smart-working",
  title: "Emilia-Romagna Smart Working",
  shortTitle: "Emilia-Romagna Smart Working",
  summary:
    "La community regionale del lavoro agile: dal 2019 gli enti pubblici dell’Emilia-Romagna si scambiano buone pratiche, strumenti e soluzioni attraverso iniziative e quattro Tavoli Tematici.",
  description: `Dopo che nel 2018 la Regione Emilia-Romagna è stata capofila del progetto VeLa (Veloce, Leggero, Agile: Smart Working per la PA), a ottobre 2019 nasce **Emilia-Romagna Smart Working**, che coinvolge il territorio con un programma di iniziative, Tavoli di lavoro e strumenti per favorire il lavoro agile tra le Amministrazioni.

Il progetto, con il supporto di Lepida, è nato prima dell’emergenza sanitaria, ha sostenuto gli enti durante l’emergenza e oggi fornisce un supporto strutturale.`,
  audience: "Enti pubblici dell’Emilia-Romagna: enti locali, sanità e istruzione",
  commitment: "Partecipazione a iniziative, incontri e Tavoli Tematici",
  slogan: "Veloce, Leggero, Agile",
  state: "ARCHIVED",
  stateSince: undated("la fonte non indica una fine: «ad oggi proseguono le iniziative»"),
  stateOrigin: "PORTAL",
  stateReason:
    "Il testo, senza data, descrive il progetto mentre prosegue; il portale lo conserva come archivio.",
  begin: wholeMonth("2019-10", "a ottobre 2019"),
  promoter: "regione-emilia-romagna",
  sourceTitle: "«Emilia-Romagna Smart Working: obiettivi raggiunti e nuove sfide», senza data",
  source: intro,
  rows: ["2.1", "2.4"],
  organisations: [
    {
      slug: "regione-emilia-romagna",
      name: "Regione Emilia-Romagna",
      shortName: "Emilia-Romagna",
      kind: "REGION",
      description: "Capofila nel 2018 del progetto VeLa; nel 2019 dà vita a Emilia-Romagna Smart Working.",
      source: intro,
      rows: ["2.3", "2.4"],
    },
    {
      slug: "lepida",
      name: "Lepida",
      shortName: "Lepida",
      kind: "AGENCY",
      description: "Supporta il progetto Emilia-Romagna Smart Working.",
      source: strategy,
      rows: ["2.13"],
    },
    {
      slug: "cn-er",
      name: "Community del Network dell’Emilia-Romagna (CN-ER)",
      shortName: "CN-ER",
      kind: "NETWORK",
      description: "La community a cui si aderisce per entrare nel progetto.",
      source: future,
      rows: ["2.42"],
    },
  ],
  lines: [
    {
      title: "Programma di iniziative",
      aim: "Favorire la promozione del lavoro agile tra le Amministrazioni e l’adozione di un approccio strutturale allo Smart Working.",
      method: "Iniziative di confronto, seminari, scambio di buone pratiche, strumenti e soluzioni.",
      source: intro,
      rows: ["2.5", "2.15"],
    },
    {
      title: "Tavoli Tematici",
      aim: "Approfondire i diversi aspetti di sviluppo e trasformazione organizzativa e digitale connessi allo Smart Working.",
      method:
        "I rappresentanti della Regione e i delegati degli enti aderenti approfondiscono bisogni, individuano buone pratiche efficaci e delineano linee strutturali.",
      source: tables,
      rows: ["2.5", "2.21", "2.22", "2.23"],
    },
    {
      title: "Strumenti e riuso",
      aim: "Diffondere il patrimonio conoscitivo sviluppato nel progetto.",
      method: "Uno spazio on line con tutto il materiale prodotto, disponibile a riuso.",
      source: `${intro}; ${future}`,
      rows: ["2.5", "2.40"],
    },
  ],
  phases: [
    {
      title: "Prima dell’emergenza sanitaria",
      description:
        "Dopo VeLa (2018) nasce Emilia-Romagna Smart Working; fin dal 2019 aderiscono numerosi enti locali.",
      begin: wholeMonth("2019-10", "a ottobre 2019"),
      source: intro,
      rows: ["2.2", "2.3", "2.4", "2.16"],
    },
    {
      title: "Emergenza sanitaria",
      description:
        "Il progetto si pone a supporto degli enti, condividendo e scambiando esperienze sui temi più urgenti: la costruzione del POLA, la cybersecurity, il benessere digitale.",
      note: "La fonte non dà date al periodo.",
      source: intro,
      rows: ["2.2", "2.11", "2.12"],
    },
    {
      title: "Oggi: supporto strutturale",
      description: "Proseguono le iniziative per favorire un approccio strutturale allo Smart Working.",
      note: "«Ad oggi»: il testo non ha data.",
      source: intro,
      rows: ["2.2"],
    },
    {
      title: "Prossimi mesi",
      description:
        "Temi centrali: gli spazi di lavoro, con un focus sui nuovi spazi di Coworking per i lavoratori delle PA; le competenze, con attenzione alla leadership digitale; le performance; la comunicazione interna ed esterna.",
      note: "«Nei prossimi mesi»: il testo non ha data.",
      source: future,
      rows: ["2.38", "2.39"],
    },
    {
      title: "Spazio on line con il materiale a riuso",
      description:
        "Pubblicazione di uno spazio all’interno del quale è disponibile a riuso tutto il materiale prodotto.",
      end: { ...wholeYear(2021, "Entro il 2021"), from: undefined },
      source: future,
      rows: ["2.40"],
    },
  ],
  facts: erFacts,
  roles: [
    {
      title: "Regione Emilia-Romagna",
      description: "Promuove il progetto; i suoi rappresentanti prendono parte ai Tavoli.",
      organisation: "regione-emilia-romagna",
      source: `${intro}; ${tables}`,
      rows: ["2.3", "2.4", "2.22"],
    },
    {
      title: "Lepida",
      description: "Supporta il progetto.",
      organisation: "lepida",
      source: strategy,
      rows: ["2.13"],
    },
    {
      title: "Enti aderenti",
      description: "15 soggetti che rappresentano altri enti del territorio.",
      holder: "La fonte non li nomina",
      source: strategy,
      rows: ["2.6", "2.9"],
    },
    {
      title: "Delegati degli enti aderenti",
      description: "Partecipano ai Tavoli Tematici.",
      holder: "La fonte non li nomina",
      source: tables,
      rows: ["2.22"],
    },
  ],
  contacts: [
    {
      office: "Come aderire",
      note: "La fonte rinvia, per maggiori informazioni, alla pagina «Come aderire»; non ne riporta l’indirizzo.",
      source: future,
      rows: ["2.44"],
    },
  ],
  joiningSteps: [
    {
      title: "Aderire alla CN-ER",
      description: "Aderire alla Community del Network dell’Emilia-Romagna (CN-ER).",
      source: future,
      rows: ["2.42"],
    },
    {
      title: "Firmare il protocollo di adesione",
      description: "Firmare il protocollo di adesione al progetto.",
      source: future,
      rows: ["2.43"],
    },
  ],
  sessions: [],
  quotations: [
    {
      title: "«15 soggetti in rappresentanza di ben 59 enti»",
      text: "«oggi partecipano al progetto 15 soggetti in rappresentanza di ben 59 enti, che comprendono diverse realtà territoriali del settore sanità e istruzione»",
      date: undated("senza data; il testo rinvia al 2021"),
      source: strategy,
      rows: ["2.7", "2.8"],
    },
    {
      title: "«I partecipanti ai tavoli sono oltre 100»",
      text: "«I partecipanti ai tavoli sono oltre 100 e con un successo crescente in termini di partecipazione, dal 2020 ad oggi sono stati realizzati 18 incontri»",
      date: undated("dal 2020 «ad oggi»; il testo è senza data"),
      source: tables,
      rows: ["2.29", "2.30"],
    },
  ],
};
