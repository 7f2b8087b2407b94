import type { AgendaPoint } from "../session-rows";
import type { SessionKey } from "./session-keys";

/** Agendas whose minutes fill the scheduled time. */
export const agendas: Record<SessionKey, readonly AgendaPoint[]> = {
  kickOff: [
    { title: "Presentazione delle Camere pilota", minutes: 30, owner: "Ada Ginestrelli" },
    { title: "Il nuovo sistema dei profili e il Manuale", minutes: 40, owner: "Corrado Melograni" },
    { title: "Calendario, consegne e spazio riservato", minutes: 30, owner: "Ada Ginestrelli" },
    { title: "Domande", minutes: 20, owner: null },
  ],
  first: [
    { title: "Criticità emerse nel censimento dei profili", minutes: 45, owner: "Gemma Roverelli" },
    { title: "Piano di comunicazione interna", minutes: 35, owner: "Corrado Melograni" },
    { title: "Verifica della tempistica", minutes: 20, owner: "Ada Ginestrelli" },
    { title: "Lavoro a distanza fino alla 2ª sessione", minutes: 20, owner: "Ada Ginestrelli" },
  ],
  second: [
    { title: "Criticità emerse nel raccordo dei profili", minutes: 35, owner: "Camera di Valfiorita" },
    { title: "Schede dei profili, prima stesura", minutes: 50, owner: "Corrado Melograni" },
    { title: "Verifica della tempistica", minutes: 20, owner: "Ada Ginestrelli" },
    { title: "Lavoro a distanza fino alla 3ª sessione", minutes: 15, owner: "Ada Ginestrelli" },
  ],
  third: [
    { title: "Esito della revisione delle schede", minutes: 50, owner: "Corrado Melograni" },
    { title: "Assegnazione dei profili ai dipendenti", minutes: 40, owner: "Gemma Roverelli" },
    { title: "Come si scrive la relazione finale", minutes: 20, owner: "Ada Ginestrelli" },
    { title: "Verifica della tempistica", minutes: 10, owner: "Ada Ginestrelli" },
  ],
  final: [
    { title: "Apertura", minutes: 10, owner: "Teodora Ulmari" },
    { title: "Presentazioni delle sei Camere pilota", minutes: 80, owner: null },
    { title: "Che cosa resta al sistema camerale", minutes: 30, owner: "Ada Ginestrelli" },
  ],
  open: [
    { title: "Principi e metodologia della revisione", minutes: 50, owner: "Corrado Melograni" },
    { title: "Il Manuale dei nuovi profili professionali", minutes: 50, owner: "Gemma Roverelli" },
    {
      title: "I passaggi per l’applicazione: l’esperienza di Pontelungo",
      minutes: 40,
      owner: "Livio Tamerice",
    },
    { title: "Domande e interesse delle Camere", minutes: 40, owner: "Ada Ginestrelli" },
  ],
};

export function kickOffMinutes(day: string): string {
  return `Il ${day}, alle 10:30, in webconference, si è tenuto l’incontro di avvio della sperimentazione. Sono presenti le sei Camere pilota, la consulenza e la Faculty.

## 1. Presentazione delle Camere pilota

Ogni Camera presenta il proprio gruppo di lavoro. Rocca Serena segnala che un componente del gruppo è assente e sarà informato dal referente.

## 2. Il nuovo sistema dei profili e il Manuale

La Faculty illustra i principi della revisione e la struttura delle schede. Il Manuale è tra i materiali di studio dello spazio riservato.

## 3. Calendario, consegne e spazio riservato

Sono confermati i cinque incontri e le otto consegne; le scadenze sono alle ore 18:00. Gli elaborati si caricano soltanto nello spazio riservato.

## 4. Domande

- Le Camere chiedono un modello per il censimento: la consulenza lo carica tra i materiali.
- Pontelungo propone di ospitare un incontro divulgativo; la proposta è accolta.

**Decisioni.** Il gruppo di lavoro di ogni Camera comprende almeno una persona dell’ufficio del personale. Il forum è il luogo delle domande tra un incontro e l’altro.

L’incontro si chiude alle 12:30.`;
}

export const assistanceMinutes = `Sono presenti cinque Camere pilota su sei (assente Borgo Marittimo, con comunicazione in mattinata), la consulenza e la Faculty.

## 1. Criticità emerse nel censimento dei profili

Tre Camere segnalano dipendenti che svolgono attività di due profili. La consulenza propone di indicare il profilo prevalente e di annotare il secondo; la soglia si discute nel forum.

## 2. Piano di comunicazione interna

La Faculty chiede che ogni piano indichi i destinatari per ufficio. Rocca Serena mette a disposizione la propria traccia per il colloquio con i responsabili.

## 3. Verifica della tempistica

Il censimento è consegnato da cinque Camere nei termini; Colle d’Ulivo ha consegnato in ritardo e deve correggere. Per la matrice di raccordo si conferma la scadenza.

## 4. Lavoro a distanza fino alla 2ª sessione

- Ogni Camera completa la matrice di raccordo.
- Valfiorita riferirà sulle criticità del raccordo nella 2ª sessione.
- Le prime schede si caricano entro il termine della sesta consegna.`;
