import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import type { Rendered } from "@/lib/platform/page-cache/render";
import { barePolicy, pagePolicy } from "@/lib/platform/server/response-headers";

export type Coding = "br" | "gzip" | "identity";

/** An answer ready to be sent any number of times. */
export type Packed = {
  status: number;
  headers: Record<string, string>;
  bodies: Partial<Record<Coding, Buffer>> & { identity: Buffer };
  /** of its content; each coding adds its own name */
  hash: string;
  /** bytes of memory */
  size: number;
};

const compressible = /^(?:text\/|application\/(?:rss\+xml|xml|json|calendar))/;
const worthCompressing = 1_000;
/** A little more than what compression on the fly can afford: the work is done once. */
const quality = { [zlib.BROTLI_PARAM_QUALITY]: 6 };

/** Headers of Next's that concern the content; the rest spoke of one request. */
const carried = ["content-type", "content-disposition", "link", "location", "retry-after"] as const;

/**
 * Makes an answer fit for everybody: the nonce that Next put on its own scripts gives way to their hashes. A script that
 * does not bear it came in with somebody's text: it gets no hash, and does not run.
 */
export async function pack(
  rendered: Rendered,
  { nonce, isHttps }: { nonce: string; isHttps: boolean },
): Promise<Packed> {
  const headers: Record<string, string> = {};
  for (const name of carried) {
    const value = rendered.headers[name];
    if (value !== undefined) headers[name] = withoutNonce(String(value), nonce);
  }
  const type = headers["content-type"] ?? "";
  let body = rendered.body;
  // A refusal of our own, given in place of the page, has its own.
  const refusal = rendered.headers["content-security-policy"]?.toString();
  let policy = refusal ?? barePolicy;
  if (!refusal && type.startsWith("text/html")) {
    const html = rendered.body.toString();
    const plain = withoutNonce(html, nonce);
    policy = pagePolicy(scriptHashes(html, nonce).join(" "), { isDev: false, isHttps });
    body = Buffer.from(plain);
  }
  const isKept = rendered.status === 200;
  headers["content-security-policy"] = policy;
  headers["cache-control"] = isKept ? "public, max-age=0, must-revalidate" : "no-store";
  headers.vary = "Accept-Encoding";
  const bodies: Packed["bodies"] = { identity: body };
  if (compressible.test(type) && body.length > worthCompressing) {
    [bodies.br, bodies.gzip] = await Promise.all([
      promisify(brotliCompress)(body, { params: { ...quality, [zlib.BROTLI_PARAM_SIZE_HINT]: body.length } }),
      promisify(gzip)(body, { level: 7 }),
    ]);
  }
  const size = Object.values(bodies).reduce((sum, one) => sum + one.length, policy.length + 2_000);
  const hash = createHash("sha256").update(body).update(policy).digest("base64url").slice(0, 24);
  return { status: rendered.status, headers, bodies, hash, size };
}

function withoutNonce(text: string, nonce: string): string {
  return text.replaceAll(` nonce="${nonce}"`, "").replaceAll(`; nonce="${nonce}"`, "").replaceAll(nonce, "");
}

function scriptHashes(html: string, nonce: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = "", code = ""] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (!attributes.includes(`nonce="${nonce}"`) || /\ssrc=/.test(attributes)) continue;
    const digest = createHash("sha256").update(withoutNonce(code, nonce)).digest("base64");
    hashes.add(`'sha256-${digest}'`);
  }
  return [...hashes];
}
