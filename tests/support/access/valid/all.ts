import { documents } from "./documents";
import { forum } from "./forum";
import { people } from "./people";
import { completion } from "./people-access";
import { programmes } from "./programmes";
import type { Rows } from "./row";
import { sessions } from "./sessions";
import { planning } from "./sessions-planning";

/**
 * A valid call of every action, in the order in which they are tried: what one makes the next may change. An action of
 * the build that is not here fails the test of the access map.
 */
export const validCalls: Rows = {
  ...forum,
  ...documents,
  ...sessions,
  ...planning,
  ...programmes,
  ...people,
  ...completion,
};
