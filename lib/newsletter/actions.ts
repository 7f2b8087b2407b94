"use server";

import {
  changeIssue,
  type IssuePlace,
  removeIssue,
  sendIssue,
  takeBackIssue,
  writeIssue,
} from "@/lib/newsletter/mutations";
import {
  changeIssueSchema,
  removeIssueSchema,
  sendIssueSchema,
  takeBackIssueSchema,
  writeIssueSchema,
} from "@/lib/newsletter/schema";
import { action } from "@/lib/platform/action";
import { renderMarkdown } from "@/lib/platform/markdown";

const preview = { field: "text", render: (text: string) => renderMarkdown(text).html };

const toIssue = ({ slug, id }: IssuePlace) =>
  ({ pathname: "/area/programmes/[slug]/newsletter/[id]", params: { slug, id } }) as const;

export const writeIssueAction = action(
  {
    name: "newsletter.writeIssue",
    audience: ["coordinator"],
    schema: writeIssueSchema,
    preview,
    redirectTo: toIssue,
  },
  writeIssue,
);

export const changeIssueAction = action(
  {
    name: "newsletter.changeIssue",
    audience: ["coordinator"],
    schema: changeIssueSchema,
    preview,
    redirectTo: toIssue,
  },
  changeIssue,
);

export const sendIssueAction = action(
  {
    name: "newsletter.sendIssue",
    audience: ["coordinator"],
    schema: sendIssueSchema,
    redirectTo: toIssue,
  },
  sendIssue,
);

export const takeBackIssueAction = action(
  {
    name: "newsletter.takeBackIssue",
    audience: ["coordinator"],
    schema: takeBackIssueSchema,
    redirectTo: toIssue,
  },
  takeBackIssue,
);

export const removeIssueAction = action(
  {
    name: "newsletter.removeIssue",
    audience: ["coordinator"],
    schema: removeIssueSchema,
    redirectTo: (params) => ({ pathname: "/area/programmes/[slug]/newsletter", params }),
  },
  removeIssue,
);
