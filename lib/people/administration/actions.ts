"use server";

import { z } from "zod";
import { action } from "@/lib/platform/action";
import { retryJob } from "@/lib/platform/jobs/mutations";
import { retryMail } from "@/lib/platform/mail/mutations";

export const retryMailAction = action(
  {
    name: "people.retryMail",
    audience: ["administrator"],
    schema: z.object({ id: z.uuid() }),
    redirectTo: () => ({ pathname: "/area/administration/mail", query: { done: "retried" } }),
  },
  retryMail,
);

export const retryJobAction = action(
  {
    name: "people.retryJob",
    audience: ["administrator"],
    schema: z.object({ id: z.string().max(20) }),
    redirectTo: () => ({ pathname: "/area/administration/jobs", query: { done: "retried" } }),
  },
  retryJob,
);
