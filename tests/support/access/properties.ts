import { type Account, roles, type Who } from "./accounts";

/**
 * What pages send beside their text, looked at name by name: attributes and the framework's own, then what our
 * components are given, mostly fields of forms. A new name turns the test red: it is added here, to the kind of reader who
 * may know what it holds. Numbers within names are written N.
 */
const properties = {
  /** visitors too: attributes and the framework's own */
  anyone: words(`
    G P S __html a action alignItems alt aria-current aria-hidden aria-keyshortcuts aria-label aria-labelledby async
    autoComplete b bodyName bound c charSet children className colSpan contactName content crossOrigin current cx cy d
    dangerouslySetInnerHTML data-element data-menu dateTime defaultValue digest display download dx
    email enterKeyHint error errorScripts errorStyles errorTitle fieldLabels fill flexDirection
    fontFamily fontSize fontWeight forbidden h height hidden hint href hrefLang htmlFor i icon id inputMode item
    justifyContent k l label labels lang languages lineHeight loading locale m margin match maxLength method
    n name nonce notFound open optional options organisationName overflow p padding parallelRouterKey password people
    pending placeholder precedence programme property purpose q r refusedTitle rel required role rows rx s
    scope session short size src stroke strokeDasharray strokeDashoffset strokeLinecap strokeLinejoin
    strokeWidth style t tabIndex template templateScripts templateStyles textAlign textAnchor title type
    unauthorized unreachable url v value verticalAlign viewBox width withoutEdge x x1 x2 y y1 y2
    `),
  /** whoever is signed in */
  signedIn: words(
    `ADDRESSED ANNOUNCEMENTS CONVERSATIONS FORUM MINUTES PLANNING REQUESTS REUSE REVIEWS aria-keyshortcuts choices code count countLabel failed familyName givenName groups inline live more of one page places programmeId rail
    readOnly several show stays texts upTo variant words
    flag form from hasWritten kind kinds look many number openOwn path post posts quote reaction reactions reply thread
    threadId word`,
  ),
  /** everybody in the programme */
  member: words(`
    address aria-disabled data-rail elapsed elapsedMs formId from hiddenLabel httpEquiv isOpen left level look madeAt many mark opensIn over
    overNow path plannedMinutes reason task texts threadId
    author count flag form given hasWritten isMine kind kinds mayEdit mayFlag mayReply number openOwn post posts quote
    reaction reactions reply said thread word words
  `),
  /** who follows all bodies of it */
  follower: words(`
    APPROVED CHANGES_REQUESTED IN_REVIEW LOCKED SUBMITTED TO_DO age at body caption cells columns defaultChecked due
    enrolmentId extension folder isOverdue late long name notOwed onBehalfOf position rows short state states tone
  `),
  /** who writes there */
  poster: words(`
    accept again askReason body bold broken categoryId checking documents field file folder form found index
    initialState italic kind link list lost minutes names next note parent parts pause paused programme progress quote
    received resume rows send sending several severalChosen show signedOut slug status stop stopped submissionKey tableId targetId
    target text to waiting who
  `),
  /** who writes the minutes of a session while it runs */
  writer: words(`
    below changed conflict conflictText copied copy drop dropNote due fresh item items known message mine missing move
    moved notAccepted openingVersion overHint owner pageHref passing reader refused removed removedText renewed
    resetWhenDone restored save signedOut storeKey theirEmpty theirsKeep theirText tooLarge typing untitled
  `),
  /** who writes outcomes down */
  proposer: words("deliverableId indicatorId quoteDate.on quoteSource sessionId version"),
  coordinator: words(`
    abstract actualEnd actualStart adaptationOf add agenda aim isCoordinator anchor agenda.#.minutes agenda.#.owner agenda.#.title agreed
    announcedMinutes announcedNote appliedOn assigneeId audience authors begin.on begin.to bodies capacity closesDate closesTime
    columns commitment convened costNote cutOffDay date days decision decisions.N.text defaultValues deputy description
    direction disabled document doorsMinutes downNumber dueDay dueOn dueTime end end.on end.to fallbackPhone fallbackUrl for
    group here host hours instructions isFree isPublic isRecorded legend licence materials max min minutes minutesNumber
    mode move moved newDueDay newSection observedOn option options.#.date options.#.minutes options.#.start order ordinal
    organisationId owedBy ownerNumber page part pecReference person phase phaseId place point pointNumber points postId programme
    protocolDate protocolNumber provider question reason retainUntil reviewer1 reviewer2 reviewer3 reviewer4 reviewer5
    rows.N.organisationId rows.N.total rows.N.value rowVersion sectionId session sessionId shortTitle side slogan source stage start subjects sum
    summary sumOf target targetOn tasks.N.due tasks.N.owner tasks.N.text templateDocumentId threadId time times unit
    upNumber versionId
  `),
  referent: words(`
    deliverable number organisationId pecReference protocolDate protocolNumber rowVersion versionId wantedDay
  `),
  staff: words(`
    deliverable document isPublic number pecReference protocolDate protocolNumber rowVersion version versionId
    wantedDay
  `),
  expert: words(`
    anchor date days decision decisions.N.text disabled hours legend max min page phaseId point programme sessionId side stage tasks.N.due tasks.N.owner tasks.N.text time version versionId
  `),
  manager: words(`
    bodies columns date defaultChecked defaultValues legend submissionKey text time to version
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
