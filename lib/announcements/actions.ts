"use server";

import {
  type AnnouncementPlace,
  acknowledgeAnnouncement,
  announce,
  changeAnnouncement,
  withdrawAnnouncement,
} from "@/lib/announcements/mutations";
import {
  acknowledgeAnnouncementSchema,
  announceSchema,
  changeAnnouncementSchema,
  withdrawAnnouncementSchema,
} from "@/lib/announcements/schema";
import { action } from "@/lib/platform/action";
import { renderMarkdown } from "@/lib/platform/markdown";

const preview = { field: "text", render: (text: string) => renderMarkdown(text).html };

const toAnnouncement = ({ slug, id }: AnnouncementPlace) =>
  ({ pathname: "/area/programmes/[slug]/announcements/[id]", params: { slug, id } }) as const;

export const announceAction = action(
  {
    name: "announcements.announce",
    audience: ["coordinator", "programme-manager"],
    schema: announceSchema,
    preview,
    redirectTo: toAnnouncement,
  },
  announce,
);

export const changeAnnouncementAction = action(
  {
    name: "announcements.change",
    audience: ["coordinator", "programme-manager"],
    schema: changeAnnouncementSchema,
    preview,
    redirectTo: toAnnouncement,
  },
  changeAnnouncement,
);

export const withdrawAnnouncementAction = action(
  {
    name: "announcements.withdraw",
    audience: ["coordinator", "programme-manager"],
    schema: withdrawAnnouncementSchema,
    redirectTo: toAnnouncement,
  },
  withdrawAnnouncement,
);

export const acknowledgeAnnouncementAction = action(
  {
    name: "announcements.acknowledge",
    audience: ["coordinator", "expert", "observer", "referent", "staff"],
    schema: acknowledgeAnnouncementSchema,
    redirectTo: toAnnouncement,
  },
  acknowledgeAnnouncement,
);
