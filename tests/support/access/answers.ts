/**
 * What the answers of route handlers are made of, by what `validRequests` asks: columns of a list, elements, properties.
 * A new name turns the test red, and so does a request that is not here.
 */
const ofGroup = words(`
  BEGIN CATEGORIES DTEND DTSTAMP DTSTART END LAST-MODIFIED NAME PRODID REFRESH-INTERVAL
  RRULE SEQUENCE STATUS SUMMARY TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL UID URL VERSION X-LIC-LOCATION
  X-PUBLISHED-TTL X-WR-CALNAME
`);

const inCalendar = [...ofGroup, "DESCRIPTION", "LOCATION"];

/** Bytes that somebody put in, given out as they came: whoever gets them is the map's business. */
export const aFile = "a file";
const noBody: string[] = [];

export const answers: Record<string, readonly string[] | typeof aFile> = {
  "a file of a body": aFile,
  "a draft of a body": aFile,
  "a receipt": aFile,
  "a register of a deliverable": aFile,
  "a space as an archive": aFile,
  "a programme's official file": aFile,
  "the matrix as a document": aFile,
  "a certificate of attendance": aFile,
  "a convening letter": aFile,
  "a register of attendance": aFile,
  "approved minutes": aFile,
  "whether the page of a session's day is out of date": words("mark"),
  "what changes on the page of a thread": words("forum ids notices number post readers waiting"),
  "who reads a thread": words("readers"),
  "who can be called by name": words("mentionable kind name part"),
  "a file of a post": aFile,
  "how far an upload is": words("received size state"),
  "a release": aFile,
  "a cover": aFile,
  "a picture of a version": aFile,
  "the readings of an indicator": words("indicatore ente rilevato_il valore totale unita fonte"),
  "a session of the group": ofGroup,
  "one's own calendar": inCalendar,
  "every open session": inCalendar,
  "a programme's open sessions": inCalendar,
  "the calendar of an invitation": [...ofGroup, "LOCATION"],
  "the list of people": columns("Cognome; Nome; Indirizzo; Incarichi; Stato; Disattivata il"),
  "the list of mails": columns("Creato; Destinatario; Modello; Stato; Tentativi; Ultimo errore; Spedito"),
  "the log": columns("Quando; Chi; Che cosa; Programma; Ente; Codice"),
  "the list of reads": columns("Quando; Chi; Che cosa ha scaricato; Codice"),
  "the list of deliverables": columns(
    "Ente; Richiesta; Termine; Stato; Nello stato dal; Inviata il; In ritardo",
  ),
  "the list of documents": columns(
    "Titolo; Genere; Spazio; Cartella; File; Dimensione in byte; Versione; Aggiornato; Leggibile da tutti",
  ),
  "the list of document-readers": columns(
    "Ente; Persona; Prima apertura; Ultima apertura; Versione; Dichiarato letto il",
  ),
  "the list of table-seats": columns("Persona; Ente; Ruolo; Dal"),
  "the list of threads": columns(
    `Titolo; Stato; Segni; Aperta da; Messaggi; Messaggi nuovi; Ultimo messaggio; Ultimo messaggio di;
     Ente dell’ultimo messaggio`,
  ),
  "the list of sessions": columns(
    "Inizio; Fine; Titolo; Genere; Stato; Come si partecipa; Luogo; Chi lo vede; La vostra risposta",
  ),
  "the list of participation": columns("Ente; Settimana dal; Messaggi; Discussioni lette"),
  "the list of follow-up": columns(
    `Inizio; Incontro; Stato; Che cosa manca; Durata annunciata (minuti); Durata in calendario (minuti);
     Durata effettiva (minuti); Ente; Presenza`,
  ),
  "the list of interests": columns("Ente; Referente; Posta elettronica; Persone; Stato; Dal"),
  "the catalogue": words(`
    @context @graph @id @language @type @value dcat dcat:accessURL dcat:byteSize dcat:dataset dcat:distribution
    dcat:downloadURL dcat:keyword dcat:landingPage dcat:mediaType dcat:theme dcat:themeTaxonomy dcatapit dct
    dct:accrualPeriodicity dct:description dct:format dct:identifier dct:issued dct:language dct:license dct:modified
    dct:publisher dct:rightsHolder dct:source dct:title dct:type foaf foaf:homepage foaf:name owl owl:sameAs
    owl:versionInfo spdx spdx:algorithm spdx:checksum spdx:checksumValue xsd
  `),
  "the list of reuse": columns(
    "Titolo; Stato; Licenza; Pubblicato il; Edizione; Scaricato; Riusi mostrati; Riusi in attesa",
  ),
  "the list of programmes": columns("Titolo; Stato; Promotore; Inizio; Fine; Enti partecipanti; In breve"),
  "the list of outcomes": columns(
    "Esito; Testo; Programma; Pubblicato il; Fonte della citazione; Data della fonte; Incontro; Consegna; Ente",
  ),
  "the list of organisations": columns("Nome; Tipo; Sede; Programmi; Ente inventato per la dimostrazione"),
  news: words("atom:link channel description guid item language lastBuildDate link pubDate rss title"),
  health: words("database deadJobs deadMails status version worker"),
  "what search engines may read": words("Disallow Sitemap User-Agent"),
  "the public pages": words("lastmod loc url urlset xhtml:link"),
  "whom to tell of a weakness": words("Canonical Contact Expires Policy Preferred-Languages"),
  "the way to the identity provider": noBody,
  "the way back from it": noBody,
  "what somebody was told of": noBody,
  "the address of that click, opened": noBody,
  figures: words(`
    sperimenta_database_bytes sperimenta_database_connections sperimenta_database_up
    sperimenta_http_request_duration_seconds_bucket sperimenta_http_request_duration_seconds_count
    sperimenta_http_request_duration_seconds_sum sperimenta_http_requests_running sperimenta_jobs
    sperimenta_jobs_oldest_due_seconds sperimenta_live sperimenta_live_hears sperimenta_live_streams sperimenta_mails sperimenta_mails_oldest_queued_seconds
    sperimenta_page_cache sperimenta_page_cache_bytes sperimenta_page_cache_entries sperimenta_page_cache_hears
    sperimenta_sign_ins sperimenta_stored_bytes sperimenta_stored_objects sperimenta_workers
  `),
};

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function columns(text: string): string[] {
  return text.split(";").map((name) => name.trim());
}
