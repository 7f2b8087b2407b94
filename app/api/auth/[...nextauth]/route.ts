import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/people/providers/auth-options";
import { route } from "@/lib/platform/route";

/** Sign-in by an identity provider: its start, its return, its end. */
const handle = route<{ nextauth: string[] }>(
  { name: "people.identityProvider", audience: ["anyone"] },
  (request, { params }) =>
    NextAuth(request as NextRequest, { params: Promise.resolve(params) }, authOptions()),
);

export { handle as GET, handle as POST };
