"use server";

import { withQuery } from "@/lib/forum/paging";
import { markAllRead, markRead } from "@/lib/notifications/centre/mutations";
import { markAllSchema, markReadSchema, type NoticeFilters } from "@/lib/notifications/centre/schema";
import { action } from "@/lib/platform/action";
import { given } from "@/lib/platform/lists/query";

const listOf = ({ unread, group, programme }: NoticeFilters) => ({
  pathname: "/area/notifications" as const,
  ...withQuery(given({ unread, group, programme })),
});

export const markNoticeReadAction = action(
  {
    name: "notifications.markRead",
    audience: ["signed-in"],
    schema: markReadSchema,
    redirectTo: (_done, input) => listOf(input),
    anchor: () => "content",
    staysInPlace: true,
  },
  markRead,
);

export const markNoticesReadAction = action(
  {
    name: "notifications.markAllRead",
    audience: ["signed-in"],
    schema: markAllSchema,
    redirectTo: (_done, input) => listOf(input),
    staysInPlace: true,
  },
  markAllRead,
);
