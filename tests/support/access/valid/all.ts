import { animation } from "./animation";
import { announcements } from "./announcements";
import { discussions } from "./discussions";
import { documents } from "./documents";
import { faq } from "./faq";
import { forum } from "./forum";
import { forumModeration } from "./forum-moderation";
import { newsletter } from "./newsletter";
import { notifications } from "./notifications";
import { people } from "./people";
import { completion } from "./people-access";
import { programmes } from "./programmes";
import { reuse } from "./reuse";
import type { Rows } from "./row";
import { sessions } from "./sessions";
import { attendance } from "./sessions-attendance";
import { conference } from "./sessions-conference";
import { live } from "./sessions-live";
import { minutes } from "./sessions-minutes";
import { planning } from "./sessions-planning";
import { sessionsReplies } from "./sessions-replies";
import { tables } from "./tables";

/**
 * A valid call of every action, in the order in which they are tried: what one makes the next may change. An action of
 * the build that is not here fails the test of the access map.
 */
export const validCalls: Rows = {
  ...forumModeration,
  ...forum,
  ...faq,
  ...announcements,
  ...newsletter,
  ...discussions,
  ...animation,
  ...tables,
  ...documents,
  ...reuse,
  ...sessions,
  ...conference,
  ...sessionsReplies,
  ...attendance,
  ...minutes,
  ...live,
  ...planning,
  ...programmes,
  ...notifications,
  ...people,
  ...completion,
};
