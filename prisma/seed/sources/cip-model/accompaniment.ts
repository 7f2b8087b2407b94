import type { ModelArea, ModelFunction } from "./shape";

function listed(slug: string, it: string, en: string, row: string): ModelFunction {
  return {
    slug,
    name: { it, en },
    description: {
      it: "La fonte elenca la funzione senza descriverne i passi.",
      en: "The source lists the function without describing its steps.",
    },
    rows: [row],
    steps: [],
  };
}

export const accompaniment: ModelArea = {
  macroArea: "PERSON",
  slug: "accompagnamento-al-lavoro",
  name: { it: "Accompagnamento al lavoro", en: "Accompaniment to work" },
  mission: {
    it: "Accompagnare l’utente nel percorso di transizione al lavoro attivando, in caso di bisogno, le opportune forme di sostegno a disposizione per migliorare il profilo di occupabilità e accelerare i tempi di inserimento lavorativo.",
    en: "To accompany the user in the transition to work, activating where needed the forms of support that raise the employability profile and shorten the time of placement.",
  },
  access: {
    it: "Su prenotazione dai servizi di base: se possibile nella mattina stessa, altrimenti nei pomeriggi successivi. Un singolo operatore accompagna l’utente per tutto l’arco del percorso.",
    en: "By booking from basic services: if possible on the same morning, otherwise on the following afternoons. One single operator accompanies the user through the whole path.",
  },
  source: "slide 8",
  rows: ["1.18", "1.20", "1.79", "1.95", "1.96", "1.97"],
  functions: [
    {
      slug: "presa-in-carico",
      name: { it: "Presa in carico", en: "Taking charge" },
      description: {
        it: "Rivolta prioritariamente agli iscritti inoccupati/disoccupati ex D.Lgs. 297/02.",
        en: "Meant first for registered persons never employed or unemployed under D.Lgs. 297/02.",
      },
      rows: ["1.80", "1.81"],
      steps: [
        {
          office: "BOTH",
          it: "Effettua un colloquio orientativo sulla base delle metodologie definite.",
          en: "Holds an orientation interview by the defined methods.",
          laws: ["D.Lgs. 297/02"],
          rows: ["1.81", "1.82"],
        },
        {
          office: "BOTH",
          it: "Completa la scheda professionale del lavoratore.",
          en: "Completes the worker’s professional record.",
          documents: ["Scheda professionale"],
          rows: ["1.83"],
        },
        {
          office: "BOTH",
          it: "Definisce il profilo di occupabilità.",
          en: "Defines the employability profile.",
          documents: ["Profilo di occupabilità"],
          rows: ["1.84"],
        },
        {
          office: "BOTH",
          it: "Rileva l’eventuale disponibilità a svolgere un tirocinio e la segnala all’incrocio domanda/offerta.",
          en: "Records the availability for an internship, if any, and signals it to demand/offer matching.",
          rows: ["1.85"],
        },
      ],
    },
    {
      slug: "progetto-individuale",
      name: { it: "Definizione del progetto individuale", en: "Definition of the individual project" },
      description: {
        it: "In funzione del profilo di occupabilità, l’operatore decide la strada con l’utente.",
        en: "By the employability profile, the operator decides the way with the user.",
      },
      rows: ["1.86"],
      steps: [
        {
          office: "BOTH",
          it: "Inserisce l’utente direttamente nella banca dati di incrocio domanda/offerta e gli segnala i servizi della ricerca attiva.",
          en: "Inserts the user straight into the matching data base and suggests the services of active search.",
          rows: ["1.87"],
        },
        {
          office: "BOTH",
          it: "Oppure definisce e concorda con l’utente gli interventi di supporto necessari a migliorare il profilo di occupabilità (misure concordate).",
          en: "Or defines and agrees with the user the support needed to raise the employability profile (agreed measures).",
          laws: ["art. 3 D.Lgs. 297/02"],
          documents: ["Progetto individuale"],
          rows: ["1.86", "1.88"],
        },
        {
          office: "BOTH",
          it: "Attiva, previa prenotazione, il servizio scelto: servizi specialistici o laboratori di ricerca attiva.",
          en: "Activates the chosen service by prior booking: specialist services or labs of active search.",
          rows: ["1.89"],
        },
      ],
    },
    {
      slug: "monitoraggio",
      name: { it: "Monitoraggio del progetto individuale", en: "Monitoring of the individual project" },
      description: {
        it: "L’operatore segue l’andamento e l’efficacia del progetto individuale.",
        en: "The operator follows the progress and the effectiveness of the individual project.",
      },
      rows: ["1.90"],
      steps: [
        {
          office: "BOTH",
          it: "Verifica le azioni affidate ai servizi specialistici.",
          en: "Checks the actions entrusted to specialist services.",
          rows: ["1.90", "1.91"],
        },
        {
          office: "BOTH",
          it: "Inserisce il lavoratore nella banca dati dell’incrocio domanda/offerta.",
          en: "Inserts the worker into the matching data base.",
          rows: ["1.92"],
        },
        {
          office: "BOTH",
          it: "Verifica periodicamente lo stato occupazionale dell’utente.",
          en: "Checks the user’s employment status periodically.",
          rows: ["1.93"],
        },
        {
          office: "BOTH",
          it: "Sulla base degli esiti delle azioni di supporto e di preselezione, ridefinisce eventualmente con l’utente il progetto individuale.",
          en: "From the outcomes of support and pre-selection, redefines the individual project with the user where needed.",
          rows: ["1.94"],
        },
      ],
    },
  ],
};

export const specialistServices: ModelArea = {
  macroArea: "PERSON",
  slug: "servizi-specialistici",
  name: { it: "Servizi specialistici", en: "Specialist services" },
  mission: {
    it: "Migliorare il profilo di occupabilità dell’utente e aiutarlo nel percorso di inserimento lavorativo.",
    en: "To raise the user’s employability profile and to help in the path to a job.",
  },
  access: {
    it: "Li attiva l’operatore di accompagnamento al lavoro sulla base dell’agenda; i progetti individuali sono concordati con lui. Gli esiti integrano la scheda professionale e gli vanno comunicati con le modalità definite.",
    en: "Activated by the operator of accompaniment to work on the basis of the agenda; individual projects are agreed with that operator. The outcomes complete the professional record and are communicated back in the defined way.",
  },
  source: "slide 9",
  rows: ["1.18", "1.20", "1.98", "1.106", "1.107", "1.108"],
  functions: [
    {
      slug: "consulenza-orientativa",
      name: { it: "Consulenza orientativa", en: "Orientation consultancy" },
      description: {
        it: "La fonte rinvia al «Manuale d’uso» del progetto curato dall’ATI Cefal.",
        en: "The source refers to the “User manual” of the project run by ATI Cefal.",
      },
      rows: ["1.99", "1.100"],
      steps: [],
    },
    listed("counseling-orientativo", "Counseling orientativo", "Orientation counselling", "1.101"),
    listed("bilancio-di-competenze", "Bilancio di competenze", "Skills assessment", "1.102"),
    listed("outplacement", "Outplacement", "Outplacement", "1.103"),
    listed(
      "progetti-personalizzati",
      "Progetti personalizzati per l’inserimento",
      "Personalised projects for insertion",
      "1.104",
    ),
    listed("soggetti-deboli", "Accompagnamento soggetti deboli", "Accompaniment of weak persons", "1.105"),
  ],
};
