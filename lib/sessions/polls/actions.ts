"use server";

import { action } from "@/lib/platform/action";
import { answerPoll, cancelPoll, decidePoll, openPoll } from "@/lib/sessions/polls/mutations";
import { remindPoll } from "@/lib/sessions/polls/reminders/mutations";
import {
  answerPollSchema,
  cancelPollSchema,
  decidePollSchema,
  openPollSchema,
  remindPollSchema,
} from "@/lib/sessions/polls/schema";

const page = "/area/programmes/[slug]/polls/[id]";

export const openPollAction = action(
  {
    name: "sessions.openPoll",
    audience: ["coordinator"],
    schema: openPollSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  openPoll,
);

export const answerPollAction = action(
  {
    name: "sessions.answerPoll",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: answerPollSchema,
    redirectTo: (params) => ({ pathname: page, params, query: { done: "answered" } }),
  },
  answerPoll,
);

export const decidePollAction = action(
  {
    name: "sessions.decidePoll",
    audience: ["coordinator"],
    schema: decidePollSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  decidePoll,
);

export const cancelPollAction = action(
  {
    name: "sessions.cancelPoll",
    audience: ["coordinator"],
    schema: cancelPollSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  cancelPoll,
);

export const remindPollAction = action(
  {
    name: "sessions.remindPoll",
    audience: ["coordinator"],
    schema: remindPollSchema,
    redirectTo: (params) => ({ pathname: page, params, query: { done: "reminded" } }),
  },
  remindPoll,
);
