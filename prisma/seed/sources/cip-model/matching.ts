import type { ModelArea } from "./shape";

export const matching: ModelArea = {
  macroArea: "COMPANY",
  slug: "incrocio-domanda-offerta",
  name: { it: "Incrocio domanda/offerta", en: "Demand/offer matching" },
  mission: {
    it: "Facilitare e realizzare l’incontro della domanda di personale espressa dalle imprese con l’offerta di lavoro espressa dalle persone in carico al servizio o utenti dei servizi provinciali.",
    en: "To ease and realise the meeting of the companies’ demand for staff with the offer of persons in charge or users of the provincial services.",
  },
  access: {
    it: "Promozione e consulenza: visite presso le imprese e contatti telefonici. Diffusione e matching: in remoto, previa corretta compilazione del format. Tirocini: incontri con impresa e lavoratore, previo appuntamento, presso il CIP.",
    en: "Promotion and consultancy: visits at companies and phone calls. Diffusion and matching: remotely, after correct compilation of the form. Internships: meetings with company and worker by appointment at the centre.",
  },
  source: "slide 11",
  rows: ["1.18", "1.20", "1.121", "1.142", "1.143", "1.144"],
  functions: [
    {
      slug: "consulenza",
      name: { it: "Consulenza", en: "Consultancy" },
      description: {
        it: "Promozione dei servizi del CIP e supporto consulenziale alle imprese.",
        en: "Promotion of the services of the centre and advice to companies.",
      },
      rows: ["1.122"],
      steps: [
        {
          office: "BOTH",
          it: "Cura la promozione presso le imprese dei servizi offerti dal CIP.",
          en: "Promotes the services of the centre to companies.",
          channels: ["Visite presso le imprese", "Contatti telefonici"],
          rows: ["1.122", "1.142"],
        },
        {
          office: "BOTH",
          it: "Orienta l’azienda all’ottimale utilizzo delle opportunità offerte dalla normativa: assunzioni agevolate, tirocini, apprendistato, ecc.",
          en: "Advises the company on the opportunities of the law: subsidised hirings, internships, apprenticeship and others.",
          rows: ["1.123"],
        },
        {
          office: "BOTH",
          it: "Se l’utente intende utilizzare il servizio di selezione o la diffusione delle vacancy, attiva il servizio secondo le modalità definite.",
          en: "When the company wants selection or diffusion of vacancies, activates the service in the defined way.",
          rows: ["1.124"],
        },
      ],
    },
    {
      slug: "diffusione-vacancies",
      name: { it: "Diffusione vacancies", en: "Diffusion of vacancies" },
      description: {
        it: "Diffusione delle offerte di lavoro nel portale lavoro e nei book.",
        en: "Diffusion of job offers in the labour portal and in the books.",
      },
      rows: ["1.125"],
      steps: [
        {
          office: "BOTH",
          it: "Riceve dalle aziende i moduli di richiesta per la diffusione delle offerte di lavoro.",
          en: "Receives from the companies the request forms for the diffusion of vacancies.",
          documents: ["Modulo di richiesta per la diffusione"],
          channels: ["Fax", "Mail"],
          rows: ["1.126", "1.143"],
        },
        {
          office: "BOTH",
          it: "Redige il format da inserire nel portale lavoro.",
          en: "Writes the format for the labour portal.",
          documents: ["Format dell’offerta"],
          channels: ["Lotus Notes", "Portale lavoro"],
          rows: ["1.127"],
        },
        {
          office: "BOTH",
          it: "Lo inserisce anche negli appositi book presenti nello spazio di autoconsultazione della ricerca attiva.",
          en: "Inserts it also in the books of the self-consultation space of active search.",
          documents: ["Book tematici"],
          rows: ["1.128"],
        },
      ],
    },
    {
      slug: "matching",
      name: { it: "Matching", en: "Matching" },
      description: {
        it: "Dalla richiesta dell’azienda alla presentazione dei candidati e alla verifica dell’esito.",
        en: "From the company’s request to the presentation of candidates and the check of the outcome.",
      },
      rows: ["1.129"],
      steps: [
        {
          office: "BOTH",
          it: "Sulla base del format di richiesta inviato dall’azienda, avvia la procedura di matching ed estrae i potenziali candidati.",
          en: "From the company’s request form, starts the matching and extracts the potential candidates.",
          documents: ["Format di richiesta"],
          rows: ["1.129", "1.143"],
        },
        {
          office: "BOTH",
          it: "Contatta telefonicamente i lavoratori per verificare la disponibilità e l’interesse alla posizione offerta (congrua offerta).",
          en: "Phones the workers to check availability and interest in the position (suitable offer).",
          laws: ["art. 5 D.Lgs. 297/02"],
          channels: ["Telefono"],
          rows: ["1.130", "1.131"],
        },
        {
          office: "BOTH",
          it: "Aggiorna la scheda professionale dei lavoratori contattati.",
          en: "Updates the professional record of the workers contacted.",
          documents: ["Scheda professionale"],
          rows: ["1.132"],
        },
        {
          office: "BOTH",
          it: "Redige un documento di presentazione dei candidati selezionati per l’impresa utente.",
          en: "Writes the presentation document of the selected candidates for the company.",
          documents: ["Documento di presentazione dei candidati"],
          rows: ["1.133"],
        },
        {
          office: "BOTH",
          it: "Verifica l’esito della selezione attraverso un modulo compilato dall’impresa.",
          en: "Checks the outcome of the selection through a form filled in by the company.",
          documents: ["Modulo di esito della selezione"],
          rows: ["1.134"],
        },
        {
          office: "BOTH",
          it: "Aggiorna la scheda professionale dei lavoratori segnalati.",
          en: "Updates the professional record of the workers signalled.",
          documents: ["Scheda professionale"],
          rows: ["1.135"],
        },
      ],
    },
    {
      slug: "tirocini",
      name: { it: "Tirocini", en: "Internships" },
      description: {
        it: "Tirocini sulla base della convenzione stipulata.",
        en: "Internships on the basis of the signed convention.",
      },
      rows: ["1.136"],
      steps: [
        {
          office: "BOTH",
          it: "Sulla base della convenzione stipulata, definisce insieme all’impresa e al tirocinante i contenuti del progetto.",
          en: "On the basis of the signed convention, defines the contents of the project with company and intern.",
          documents: ["Convenzione", "Progetto di tirocinio"],
          channels: ["Appuntamento presso il CIP"],
          rows: ["1.136", "1.137", "1.144"],
        },
        {
          office: "BOTH",
          it: "Consegna all’impresa gli strumenti per la gestione del progetto.",
          en: "Hands the company the tools for the management of the project.",
          rows: ["1.138"],
        },
        { office: "BOTH", it: "Attiva il tutoraggio.", en: "Activates the tutoring.", rows: ["1.139"] },
        {
          office: "BOTH",
          it: "Al termine, in collaborazione con l’impresa e il tirocinante, redige la scheda di dichiarazione finale delle competenze acquisite.",
          en: "At the end, with company and intern, writes the final declaration of the competences acquired.",
          documents: ["Scheda di dichiarazione finale delle competenze acquisite"],
          rows: ["1.140"],
        },
        {
          office: "BOTH",
          it: "Aggiorna la scheda professionale del lavoratore.",
          en: "Updates the worker’s professional record.",
          documents: ["Scheda professionale"],
          rows: ["1.141"],
        },
      ],
    },
  ],
};
