import { createHash, randomUUID } from "node:crypto";
import { endingToken } from "@/lib/newsletter/subscribing/token";
import { accounts } from "../accounts";
import type { RouteRow } from "./route-row";
import { type Demo, others, type Rows } from "./row";

const secret = "un segreto di prova per una newsletter";
const open = { right: "nobody", also: accounts } as const;
const written = { title: "Un numero di prova", text: "Un testo di prova" };
/** What is not sent yet exists for who writes it alone. */
const meant = { right: "coordinatore", hiddenFrom: others("coordinatore", "nobody") } as const;

/** An issue of the running edition, in a state. */
const anIssue = (demo: Demo, state: "DRAFT" | "SCHEDULED") =>
  demo.edition<"id" | "version">(
    `insert into newsletter_issue (id, programme_id, title, markdown, html, renderer_version, state, send_at, created_at, submission_key)
     values (gen_random_uuid(), $1, 'Un numero', 'Testo', '<p>Testo</p>', 1000, '${state}',
       ${state === "DRAFT" ? "null" : "'2026-06-01'"}, '2026-03-20', gen_random_uuid()) returning id, version`,
  );

/** The secret that ends a subscription to the running edition. */
async function anEnding(demo: Demo): Promise<string> {
  const { id } = await demo.edition<"id">(
    `insert into newsletter_subscription (id, email, programme_id, lang, requested_at, confirmed_at)
     values (gen_random_uuid(), gen_random_uuid() || '@fuori.test', $1, 'it', '2026-03-20', '2026-03-20') returning id`,
  );
  return endingToken(id);
}

/** Actions of a newsletter. That a programme is there everybody may know. */
export const newsletter: Rows = {
  "newsletter.ask": {
    ...open,
    input: async (demo) => {
      const { id } = await demo.edition<"id">("select $1::uuid as id");
      return { email: "newsletter@fuori.test", programme: id };
    },
  },
  "newsletter.confirm": {
    ...open,
    input: async (demo) => {
      await demo.edition<"id">(
        `insert into newsletter_request (id, email, programme_id, lang, token_hash, requested_at, expires_at)
         values (gen_random_uuid(), 'conferma.newsletter@fuori.test', $1, 'it',
           '${createHash("sha256").update(secret).digest("hex")}', '2026-03-20', '2027-06-01')
         on conflict (token_hash) do update set expires_at = excluded.expires_at returning id`,
      );
      return { token: secret };
    },
  },
  "newsletter.end": { ...open, input: async (demo) => ({ token: await anEnding(demo) }) },
  "newsletter.writeIssue": {
    right: "coordinatore",
    input: async (demo) => {
      const { id } = await demo.edition<"id">("select $1::uuid as id");
      return { programmeId: id, submissionKey: randomUUID(), ...written };
    },
  },
  "newsletter.changeIssue": {
    ...meant,
    input: async (demo) => ({ ...(await anIssue(demo, "DRAFT")), ...written }),
  },
  "newsletter.takeBackIssue": { ...meant, input: (demo) => anIssue(demo, "SCHEDULED") },
  "newsletter.removeIssue": { ...meant, input: (demo) => anIssue(demo, "DRAFT") },
  "newsletter.sendIssue": { ...meant, input: (demo) => anIssue(demo, "DRAFT") },
};

export const newsletterRequests: Record<string, RouteRow> = {
  "one click in an issue of a newsletter": {
    entry: "notifications.stopMailsByOneClick",
    ...open,
    isRecorded: true,
    input: async (demo) => ({
      path: `/api/unsubscribe/${await anEnding(demo)}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    }),
  },
};
