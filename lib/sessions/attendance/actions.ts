"use server";

import { action } from "@/lib/platform/action";
import { claimCertificate, issueCertificates } from "@/lib/sessions/attendance/certificates/mutations";
import { setProtocol } from "@/lib/sessions/attendance/letter/mutations";
import { addAttendee, tickPresence } from "@/lib/sessions/attendance/mutations";
import {
  addAttendeeSchema,
  certificatesSchema,
  setProtocolSchema,
  tickPresenceSchema,
} from "@/lib/sessions/attendance/schema";

const page = "/area/programmes/[slug]/sessions/[id]";

export const addAttendeeAction = action(
  {
    name: "sessions.addAttendee",
    audience: ["coordinator"],
    schema: addAttendeeSchema,
    redirectTo: (params) => ({ pathname: `${page}/attendance`, params }),
  },
  addAttendee,
);

export const tickPresenceAction = action(
  {
    name: "sessions.tickPresence",
    audience: ["coordinator"],
    schema: tickPresenceSchema,
    redirectTo: (params) => ({ pathname: `${page}/live`, params }),
    anchor: () => "here",
    staysInPlace: true,
  },
  tickPresence,
);

export const claimCertificateAction = action(
  {
    name: "sessions.claimCertificate",
    audience: ["signed-in"],
    schema: certificatesSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  claimCertificate,
);

export const issueCertificatesAction = action(
  {
    name: "sessions.issueCertificates",
    audience: ["coordinator"],
    schema: certificatesSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  issueCertificates,
);

export const setProtocolAction = action(
  {
    name: "sessions.setProtocol",
    audience: ["coordinator"],
    schema: setProtocolSchema,
    redirectTo: (params) => ({ pathname: page, params }),
  },
  setProtocol,
);
