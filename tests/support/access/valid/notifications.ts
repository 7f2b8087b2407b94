import { type Ending, unsubscribeToken } from "@/lib/notifications/unsubscribing/token";
import { writeCursor } from "@/lib/platform/lists/cursor";
import { accounts } from "../accounts";
import type { RouteRow } from "./route-row";
import { type Demo, others, type Rows } from "./row";

const from = { right: "osservatore", also: accounts.filter((one) => one !== "osservatore") } as const;
const open = { right: "nobody", also: accounts } as const;

/** Tells somebody of a session of the running edition. */
const toldTo = (demo: Demo, account: string) =>
  demo.edition<"id">(
    `insert into notification (id, person_id, programme_id, "group", kind, subject_kind, subject_id, created_at, latest_at)
     select gen_random_uuid(), p.id, $1::uuid, 'CONVOCATIONS', 'sessionConvened', 'session', s.id, now(), now()
     from person p, (select id from session where programme_id = $1::uuid and state = 'CONVENED' limit 1) s
     where p.email = '${account}@demo.test' returning id`,
  );

/** The secret that ends mails of a kind for somebody. */
async function aToken(demo: Demo, account: string, of: Ending["of"]): Promise<string> {
  const { personId, email } = await demo.row<"personId" | "email">(
    `select id as "personId", email from person where email = '${account}@demo.test'`,
  );
  return unsubscribeToken({ personId, email, of });
}

export const notifications: Rows = {
  "notifications.markRead": {
    right: "staff.a",
    hiddenFrom: accounts.filter((one) => one !== "staff.a"),
    input: (demo) => toldTo(demo, "staff.a"),
  },
  "notifications.markAllRead": {
    ...from,
    input: async (demo) => {
      const { id } = await toldTo(demo, "osservatore");
      return { upTo: writeCursor({ at: new Date("2100-01-01"), id }) };
    },
  },
  "notifications.choosePaces": {
    ...from,
    input: async () => ({
      ANNOUNCEMENTS: "AT_ONCE",
      PLANNING: "AT_ONCE",
      MINUTES: "DAILY",
      REQUESTS: "AT_ONCE",
      REVIEWS: "AT_ONCE",
      CONVERSATIONS: "WEEKLY",
      ADDRESSED: "AT_ONCE",
      FORUM: "NEVER",
      REUSE: "AT_ONCE",
    }),
  },
  "notifications.stopMails": {
    ...open,
    input: async (demo) => ({ token: await aToken(demo, "staff.b", "MINUTES") }),
  },
};

export const notificationRequests: Record<string, RouteRow> = {
  "what somebody was told of": {
    entry: "notifications.open",
    right: "staff.a",
    hiddenFrom: others("staff.a", "nobody"),
    isRecorded: true,
    input: async (demo) => ({ path: `/api/notifications/${(await toldTo(demo, "staff.a")).id}` }),
  },
  "one click in a reader of mail": {
    entry: "notifications.stopMailsByOneClick",
    ...open,
    isRecorded: true,
    input: async (demo) => ({
      path: `/api/unsubscribe/${await aToken(demo, "staff.b", "FORUM")}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    }),
  },
  "the address of that click, opened": {
    entry: "notifications.askToStopMails",
    ...open,
    input: async (demo) => ({ path: `/api/unsubscribe/${await aToken(demo, "staff.b", "FORUM")}` }),
  },
};
