import type { Chance } from "@/scripts/bench/data/random";

// The words of such forums, the frequent ones first; what follows them in frequency is composed of roots and endings.
const frequent =
  `consegna programma ente incontro sperimentazione documento referente scadenza modello verbale riunione
  profilo camera servizio attività dipendente comune regione progetto fase lavoro metodo risultato indicatore gruppo
  calendario bozza versione allegato proposta richiesta risposta domanda procedura ufficio dirigente personale competenza
  ruolo area struttura organizzazione formazione assistenza valutazione obiettivo qualità monitoraggio rilevazione dato
  tabella scheda questionario intervista mappatura processo funzione responsabile collega esperto coordinatore capitolo
  paragrafo correzione integrazione approvazione revisione proroga termine settimana mese anno giornata sessione webinar
  videoconferenza sede territorio impresa cittadino utente sportello orientamento accoglienza collocamento tirocinio
  bando avviso graduatoria selezione candidatura convenzione protocollo accordo delibera decreto circolare regolamento
  norma articolo comma legge contratto bilancio spesa costo risorsa fondo contributo rendicontazione relazione sintesi
  rapporto analisi studio ricerca confronto discussione osservazione commento suggerimento criticità soluzione problema
  esigenza necessità opportunità modalità flessibilità produttività responsabilità sostenibilità accessibilità trasparenza
  privacy sicurezza piattaforma portale strumento applicazione accesso credenziale password posta indirizzo telefono
  città provincia metropoli università scuola istituto azienda cooperativa associazione rete partenariato tavolo comitato
  assessore sindaco segretario funzionario istruttore operatore consulente docente tutor facilitatore coach mentore`
    .split(/\s+/)
    .filter(Boolean);
const roots =
  `amministr organizz program coordin valut monitor sperimen comunic document inform digital qualific
  form orient certific verific semplific raccord ripart riclassific standard armonizz pianific calendar registr protocoll
  archiv notific convoc deliber autorizz finanzi rendicont compens incentiv motiv particip condivid collabor aggreg
  integr elabor rilev analizz sintet redig revision approv corregg aggiorn pubblic diffond trasfer replic estend`
    .split(/\s+/)
    .filter(Boolean);
const prefixes = [
  "",
  "ri",
  "pre",
  "co",
  "auto",
  "inter",
  "sovra",
  "multi",
  "micro",
  "extra",
  "contro",
  "para",
];
const endings =
  `azione azioni atore atrice atori ativo ativa ativi ative abile abili abilità ato ata ati ate amento
  amenti ando ante anti anza ale ali ista isti ismo etto etti ura ure`
    .split(/\s+/)
    .filter(Boolean);
const small =
  `di la il per che in con non si una del della le da nel sono come alla anche più gli dei ma questo quando
  dopo prima se lo ai tra presso secondo durante entro`
    .split(/\s+/)
    .filter(Boolean);

/** Words whose frequency is known, to be searched for. */
export const known = {
  common: "consegna",
  accented: "qualità",
  rare: "ornitorinco",
  phrase: "verbale della riunione",
  typo: "consgena",
};
/** How many posts in a thousand hold the phrase, in a hundred thousand the rare word. */
const shares = { phrase: 5 / 1000, rare: 5 / 100_000 };

const words = [
  ...frequent,
  ...endings.flatMap((ending) => prefixes.flatMap((prefix) => roots.map((root) => prefix + root + ending))),
];
// Frequency falls with the rank (Zipf and Mandelbrot): the first word stands in about one post in four.
const sums = (() => {
  const cumulated = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 0; rank < words.length; rank += 1) {
    sum += 1 / (rank + 11);
    cumulated[rank] = sum;
  }
  return cumulated;
})();

/** One word of content, the frequent ones more often. */
export function word(chance: Chance): string {
  const at = chance.next() * (sums.at(-1) as number);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return words[low] as string;
}

/** A title of some words. */
export function title(chance: Chance, length = 3 + chance.below(4)): string {
  return capital(phrase(chance, length));
}

/** Sentences, about this many words. */
export function sentences(chance: Chance, length: number): string {
  let text = "";
  let left = length;
  if (chance.happens(shares.phrase)) text = `Nel ${known.phrase} si legge quanto segue. `;
  if (chance.happens(shares.rare)) text += `Un ${known.rare} in ufficio. `;
  while (left > 0) {
    const size = Math.min(left, 7 + chance.below(11));
    text += `${capital(phrase(chance, size))}${chance.happens(0.12) ? "?" : "."} `;
    left -= size;
  }
  return text.trimEnd();
}

function phrase(chance: Chance, length: number): string {
  let text = "";
  for (let index = 0; index < length; index += 1) {
    const next = index % 2 === 0 || chance.happens(0.1) ? word(chance) : chance.pick(small);
    text += index === 0 ? next : ` ${next}`;
  }
  return text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
