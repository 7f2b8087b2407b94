/** A part of minutes: of a point of the agenda, by its place there, or what stands before them. */
export type PartText = {
  text: string;
  /** `request` is the title of what the decision became */
  decisions?: readonly { text: string; request?: string }[];
  /** `dueAfter` in days from the session, `doneAfter` likewise */
  tasks?: readonly { text: string; owner: string; dueAfter: number; doneAfter?: number }[];
};

export type MinutesText = { opening: PartText; points: readonly PartText[] };

/** The approved and published minutes of the kick-off, held on a day. */
export function kickOffMinutes(day: string): MinutesText {
  return {
    opening: {
      text: `Il ${day}, alle 10:30, in webconference, si è tenuto l’incontro di avvio della sperimentazione. Sono presenti le sei Camere pilota, la consulenza e la Faculty.\n\nL’incontro si chiude alle 12:30.`,
    },
    points: [
      {
        text: "Ogni Camera presenta il proprio gruppo di lavoro. Rocca Serena segnala che un componente del gruppo è assente e sarà informato dal referente.",
        decisions: [
          {
            text: "Il gruppo di lavoro di ogni Camera comprende almeno una persona dell’ufficio del personale.",
            request: "Nomina del gruppo di lavoro",
          },
        ],
      },
      {
        text: "La Faculty illustra i principi della revisione e la struttura delle schede. Il Manuale è tra i materiali di studio dello spazio riservato.",
      },
      {
        text: "Sono confermati i cinque incontri e le otto consegne; le scadenze sono alle ore 18:00. Gli elaborati si caricano soltanto nello spazio riservato.",
      },
      {
        text: "- Le Camere chiedono un modello per il censimento.\n- Pontelungo propone di ospitare un incontro divulgativo; la proposta è accolta.",
        decisions: [{ text: "Il forum è il luogo delle domande tra un incontro e l’altro." }],
        tasks: [
          {
            text: "Caricare tra i materiali un modello per il censimento dei profili.",
            owner: "esperto",
            dueAfter: 7,
            doneAfter: 4,
          },
        ],
      },
    ],
  };
}

/** The minutes of the first session of assistance, which wait for those who attended. */
export const assistanceMinutes: MinutesText = {
  opening: {
    text: "Sono presenti cinque Camere pilota su sei (assente Borgo Marittimo, con comunicazione in mattinata), la consulenza e la Faculty.",
  },
  points: [
    {
      text: "Tre Camere segnalano dipendenti che svolgono attività di due profili. La consulenza propone di indicare il profilo prevalente e di annotare il secondo; la soglia si discute nel forum.",
      decisions: [
        {
          text: "Dove le attività appartengono a due profili si indica il profilo prevalente, con una nota sul secondo.",
        },
      ],
    },
    {
      text: "La Faculty chiede che ogni piano indichi i destinatari per ufficio. Rocca Serena mette a disposizione la propria traccia per il colloquio con i responsabili.",
      tasks: [
        {
          text: "Condividere la traccia per il colloquio con i responsabili.",
          owner: "referente.b",
          dueAfter: 10,
          doneAfter: 3,
        },
      ],
    },
    {
      text: "Il censimento è consegnato da cinque Camere nei termini; Colle d’Ulivo ha consegnato in ritardo e deve correggere. Per la matrice di raccordo si conferma la scadenza.",
      decisions: [{ text: "La scadenza della matrice di raccordo è confermata." }],
    },
    {
      text: "- Ogni Camera completa la matrice di raccordo.\n- Le prime schede si caricano entro il termine della sesta consegna.",
      tasks: [
        {
          text: "Riferire nella 2ª sessione sulle criticità del raccordo a Valfiorita.",
          owner: "referente.a",
          dueAfter: 21,
        },
        {
          text: "Raccogliere nel forum le soglie proposte dalle Camere.",
          owner: "coordinatore",
          dueAfter: 21,
        },
      ],
    },
  ],
};
