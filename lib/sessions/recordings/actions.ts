"use server";

import { action } from "@/lib/platform/action";
import {
  addRecording,
  publishRecording,
  removeRecording,
  retainRecording,
  unpublishRecording,
} from "@/lib/sessions/recordings/mutations";
import {
  addRecordingSchema,
  publishRecordingSchema,
  recordingSchema,
  retainRecordingSchema,
} from "@/lib/sessions/recordings/schema";

const page = "/area/programmes/[slug]/sessions/[id]/recordings";

export const addRecordingAction = action(
  {
    name: "sessions.addRecording",
    audience: ["coordinator"],
    schema: addRecordingSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  addRecording,
);

export const publishRecordingAction = action(
  {
    name: "sessions.publishRecording",
    audience: ["coordinator"],
    schema: publishRecordingSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  publishRecording,
);

export const unpublishRecordingAction = action(
  {
    name: "sessions.unpublishRecording",
    audience: ["coordinator"],
    schema: recordingSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  unpublishRecording,
);

export const retainRecordingAction = action(
  {
    name: "sessions.retainRecording",
    audience: ["coordinator"],
    schema: retainRecordingSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  retainRecording,
);

export const removeRecordingAction = action(
  {
    name: "sessions.removeRecording",
    audience: ["coordinator"],
    schema: recordingSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  removeRecording,
);
