import { type Account, roles, type Who } from "./accounts";

/**
 * What pages send beside their text, looked at name by name: attributes and the framework's own, then what our
 * components are given, mostly fields of forms. A new name turns the test red: it is added here, to the kind of reader who
 * may know what it holds. Numbers within names are written N.
 */
const properties = {
  /** visitors too: attributes and the framework's own */
  anyone: words(`
    G P S __html a action alignItems alt aria-current aria-hidden aria-label aria-labelledby async
    autoComplete b bodyName bound c charSet children className colSpan contactName content crossOrigin current cx cy d
    dangerouslySetInnerHTML data-element data-menu dateTime defaultValue digest display download dx
    email enterKeyHint error errorScripts errorStyles errorTitle fieldLabels fill flexDirection
    fontFamily fontSize fontWeight forbidden h height hidden hint href hrefLang htmlFor i icon id inputMode item
    justifyContent k l label labels lang languages lineHeight loading locale m margin match maxLength method
    n name nonce notFound open optional options organisationName overflow p padding parallelRouterKey password people
    pending placeholder precedence property purpose q r refusedTitle rel required role rows rx s
    scope searchId session short size src stroke strokeDasharray strokeDashoffset strokeLinecap strokeLinejoin
    strokeWidth style t tabIndex template templateScripts templateStyles textAlign textAnchor title type
    unauthorized unreachable url v value verticalAlign viewBox width x x1 x2 y y1 y2
    `),
  /** whoever is signed in */
  signedIn: words(
    "aria-keyshortcuts choices code count countLabel familyName givenName groups inline places rail readOnly variant",
  ),
  /** everybody in the programme */
  member: words(`
    address aria-disabled data-rail elapsed elapsedMs formId from httpEquiv isOpen left madeAt mark of opensIn over
    overNow plannedMinutes programmeId task texts
  `),
  /** who follows all bodies of it */
  follower: words("data-cell defaultChecked enrolmentId onBehalfOf"),
  /** who writes there */
  poster: words(`
      accept again askReason body bold broken categoryId checking field file initialState italic kind link list lost
      minutes names next note parts pause paused progress quote received resume sending several severalChosen show
      signedOut waiting
    rows send status stop stopped submissionKey targetId text
  `),
  /** who writes the minutes of a session while it runs */
  writer: words(`
    below conflict conflictText due fresh item known message mine offline overHint owner pageHref refused renewed
    resetWhenDone restored save signedOut storeKey theirEmpty theirText theirsKeep typing
  `),
  /** who writes outcomes down */
  proposer: words("deliverableId indicatorId quoteDate.on quoteSource sessionId version"),
  coordinator: words(`
      abstract actualEnd actualStart adaptationOf answer authors document extensionDecision grantedDay here licence
      materials person protocolDate protocolNumber releaseByReferent reviewerN
    add agenda agreed announcedMinutes announcedNote appliedOn audience begin.on begin.to bodies capacity closesDate
    closesTime decision decisions.N.text tasks.N.due tasks.N.owner tasks.N.text
    columns commitment convened costNote cutOffDay date defaultValues deputy description direction disabled doorsMinutes
    downNumber dueDay dueTime end end.on end.to fallbackPhone fallbackUrl for group host instructions isFree isPublic
    isRecorded legend max min minutes
    minutesNumber mode move moved observedOn newDueDay order ordinal organisationId owedBy ownerNumber
    part phase place point pointNumber points programme provider reason retainUntil rows.N.organisationId rows.N.total
    rows.N.value session shortTitle slogan source start sum sumOf summary target targetOn templateDocumentId
    subjects threadId time times unit upNumber versionId
  `),
  referent: words("deliverable number organisationId versionId"),
  staff: words("deliverable document isPublic number version versionId"),
  expert: words("decision disabled goOn decisions.N.text point tasks.N.due tasks.N.owner tasks.N.text"),
  manager: words(`
    address coordinatorEmail data-rail description elapsed elapsedMs left madeAt mark of over overNow plannedMinutes
    promoterId rows shortTitle slug summary texts
  `),
  administrator: words(`
    city data-rail description fromDate kind organisationId personId programmeId province representedId
    shortName source toDate version website
  `),
} as const;

type Kind = keyof typeof properties;

/** What kinds of reader each role is. */
const kindsOfRole: Record<(typeof roles)[Account], readonly Kind[]> = {
  "signed-in": [],
  observer: ["member", "follower"],
  expert: ["member", "follower", "poster", "writer", "proposer", "expert"],
  coordinator: ["member", "follower", "poster", "writer", "proposer", "coordinator"],
  referent: ["member", "poster", "proposer", "referent"],
  staff: ["member", "poster", "staff"],
  "programme-manager": ["manager"],
  administrator: ["administrator"],
};

/** The names that pages may send to somebody. */
export function propertiesFor(who: Who): Set<string> {
  const kinds = who === "nobody" ? [] : (["signedIn", ...kindsOfRole[roles[who]]] as const);
  return new Set([...properties.anyone, ...kinds.flatMap((kind) => properties[kind])]);
}

/** The names that pages send to anybody at all. */
export const everyProperty: readonly string[] = [...new Set(Object.values(properties).flat())];

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
