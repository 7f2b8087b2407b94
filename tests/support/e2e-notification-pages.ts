import type { Shown } from "@/tests/support/e2e-shown";

const ended = `insert into notification_preference (person_id, "group", pace)
  select id, 'FORUM', 'NEVER' from person where email = 'osservatore@demo.test'
  on conflict (person_id, "group") do update set pace = 'NEVER'`;

/** Pages that a mail's link opens without signing in, by a secret that `e2e-links.ts` finds. */
export const byLink: Shown[] = [
  { page: "/session/[token]", params: { token: "the link to reply" } },
  { page: "/unsubscribe/[token]", params: { token: "the link that ends mails" } },
  {
    page: "/unsubscribe/[token]",
    params: { token: "the link whose mails are ended" },
    state: "ended",
    meanwhile: ended,
  },
];

export const coordinatorNotifications: Shown[] = [
  { page: "/area/notifications" },
  { page: "/area/notifications", query: "group=FILES", state: "empty" },
  { page: "/area/notifications/preferences" },
  { page: "/area/notifications/preferences", query: "done=saved", state: "saved" },
];
