/** What people's programs send when somebody answers a mail of the forum; each with what was typed. */
export type Sample = { program: string; text: string; typed: string };

const mark = "– – – Potete rispondere a questo messaggio: scrivete sopra questa riga – – –";
const ours = ["Buongiorno Ada,", "", "Ugo Serra ha scritto nella discussione «Le schede»."];
const quoted = (lines: readonly string[]) => lines.map((line) => (line === "" ? ">" : `> ${line}`));
const lines = (...all: string[]) => all.join("\r\n");

export const samples: Sample[] = [
  {
    program: "Gmail in Italian, the attribution over two lines",
    typed: "Buongiorno,\n\nsi fa così: prima la scheda, poi il verbale.",
    text: lines(
      "Buongiorno,",
      "",
      "si fa così: prima la scheda, poi il verbale.",
      "",
      "Il giorno lun 23 mar 2026 alle ore 10:15 Sperimenta <",
      "sperimenta@ente.test> ha scritto:",
      "",
      ...quoted([mark, "", ...ours]),
    ),
  },
  {
    program: "Gmail in English",
    typed: "Yes, on Monday.",
    text: lines(
      "Yes, on Monday.",
      "",
      "On Mon, Mar 23, 2026 at 10:15 AM Sperimenta <sperimenta@ente.test> wrote:",
      "",
      ...quoted(ours),
    ),
  },
  {
    program: "Gmail, answered below the quote",
    typed: "Rispondo qui sotto.",
    text: lines(
      "Il giorno lun 23 mar 2026 alle ore 10:15 Sperimenta <sperimenta@ente.test>",
      "ha scritto:",
      "",
      ...quoted(ours),
      "",
      "Rispondo qui sotto.",
    ),
  },
  {
    program: "Outlook in Italian",
    typed: "Per noi va bene.\n\nGrazie",
    text: lines(
      "Per noi va bene.",
      "",
      "Grazie",
      "",
      "________________________________",
      "Da: Sperimenta <sperimenta@ente.test>",
      "Inviato: lunedì 23 marzo 2026 10:15",
      "A: Ginestrelli Ada <ada@ente.test>",
      "Oggetto: Nuovo messaggio: Le schede",
      "",
      mark,
      ...ours,
    ),
  },
  {
    program: "Outlook in English, whose head names no address",
    typed: "Fine with us.",
    text: lines(
      "Fine with us.",
      "",
      "From: Sperimenta",
      "Sent: Monday, March 23, 2026 10:15 AM",
      "To: Ada Ginestrelli",
      "Subject: New message",
      "",
      ...ours,
    ),
  },
  {
    program: "Outlook of long ago",
    typed: "Concordo.",
    text: lines(
      "Concordo.",
      "",
      "-----Messaggio originale-----",
      "Da: Sperimenta",
      "Inviato: lunedì",
      ...ours,
    ),
  },
  {
    program: "Outlook on a telephone",
    typed: "Ok per giovedì",
    text: lines(
      "Ok per giovedì",
      "",
      "Ottieni Outlook per iOS<https://aka.ms/o0ukef>",
      "________________________________",
      "Da: Sperimenta <sperimenta@ente.test>",
      "Inviato: lunedì 23 marzo 2026 10:15:00",
      ...ours,
    ),
  },
  {
    program: "Thunderbird in Italian, answered between the quotes",
    typed: "La prima sì.\n\nLa seconda no.",
    text: lines(
      "Il 23/03/2026 10:15, Sperimenta ha scritto:",
      "> Si compila la prima scheda?",
      "La prima sì.",
      "",
      "> E la seconda?",
      "La seconda no.",
      "",
      "-- ",
      "Ada Ginestrelli",
      "Ufficio studi, tel. 02 000000",
    ),
  },
  {
    program: "Thunderbird in English",
    typed: "Done.",
    text: lines("Done.", "", "On 3/23/26 10:15, Sperimenta wrote:", ...quoted(ours)),
  },
  {
    program: "Apple Mail in Italian",
    typed: "Arriva domani.",
    text: lines(
      "Arriva domani.",
      "",
      "> Il giorno 23 mar 2026, alle ore 10:15, Sperimenta <sperimenta@ente.test> ha scritto:",
      "> ",
      ...quoted(ours),
    ),
  },
  {
    program: "Apple Mail in English, on a telephone",
    typed: "Tomorrow.",
    text: lines(
      "Tomorrow.",
      "",
      "Sent from my iPhone",
      "",
      "> On 23 Mar 2026, at 10:15, Sperimenta <sperimenta@ente.test> wrote:",
      "> ",
      ...quoted(ours),
    ),
  },
  {
    program: "a program that nobody knows, by our mark alone",
    typed: "Ciao a tutti.",
    text: lines("Ciao a tutti.", "", "Citat din mesajul anterior:", mark, ...ours).replace(
      "Citat din mesajul anterior:\r\n",
      "",
    ),
  },
  {
    program: "plain text that a program folded, with a list and lines of its own",
    typed:
      "Abbiamo compilato la scheda di analisi per tutte le unità organizzative e la carichiamo oggi.\n\nRestano:\n- il verbale\n- la delibera\n\nVia Roma 1\\\n20100 Milano",
    text: lines(
      "Abbiamo compilato la scheda di analisi per tutte le unità organizzative",
      "e la carichiamo oggi.",
      "",
      "Restano:",
      "- il verbale",
      "- la delibera",
      "",
      "Via Roma 1",
      "20100 Milano",
    ),
  },
  {
    program: "an office that adds its notice",
    typed: "Va bene.",
    text: lines(
      "Va bene.",
      "",
      "Ai sensi del Regolamento UE 2016/679 si precisa che le informazioni contenute",
      "in questo messaggio sono riservate.",
    ),
  },
  {
    program: "one that says “ha scritto” and “Da:” in its own words",
    typed: "Il collega ha scritto: va bene.\n\nDa: Milano a Torino in treno.",
    text: lines("Il collega ha scritto: va bene.", "", "Da: Milano a Torino in treno."),
  },
  { program: "nothing but the quote", typed: "", text: lines("", ...quoted(ours)) },
];

/** The same of programs that send a page alone. */
export const pages: Sample[] = [
  {
    program: "Gmail",
    typed: "Buongiorno,\n\nva **bene**.",
    text: `<div dir="ltr">Buongiorno,<br><br>va **bene**.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Il giorno lun 23 mar 2026 Sperimenta ha scritto:<br></div><blockquote>Buongiorno Ada</blockquote></div>`,
  },
  {
    program: "Outlook",
    typed: "Per noi va bene.\n\nGrazie",
    text: `<html><head><style>p {margin:0}</style></head><body><p class="MsoNormal">Per noi va bene.</p><p class="MsoNormal">Grazie</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Da:</b> Sperimenta</div><div>Buongiorno Ada</div></body></html>`,
  },
  {
    program: "Apple Mail",
    typed: "Restano:\n\n- il verbale\n- la delibera",
    text: `<body>Restano:<ul><li>il verbale</li><li>la delibera</li></ul><br><blockquote type="cite"><div>Il giorno 23 mar 2026 Sperimenta ha scritto:</div>Buongiorno Ada</blockquote></body>`,
  },
  {
    program: "Thunderbird",
    typed: "Ecco & fatto.",
    text: `<p>Ecco &amp; fatto.</p><div class="moz-cite-prefix">Il 23/03/2026 10:15, Sperimenta ha scritto:<br></div><blockquote type="cite">Buongiorno</blockquote><div class="moz-signature">-- <br>Ada</div><script>alert(1)</script>`,
  },
];
