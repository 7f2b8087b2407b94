import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const flag = z.enum(["0", "1", "false", "true"]).transform((value) => value === "1" || value === "true");
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

// Long enough to be drawn at random, and not the words of an example that nobody replaced.
const secret = (length: number) =>
  z
    .string()
    .min(length, `at least ${length} characters`)
    .refine(
      (value) => new Set(value).size >= 8 && !/change.?(?:me|it|this)|placeholder|example/i.test(value),
      {
        error: "a secret of your own, drawn at random",
      },
    );
/** Settings that mean nothing one without the other. */
const together = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"],
  ["JITSI_DOMAIN", "JITSI_APP_ID", "JITSI_APP_SECRET"],
  ["BBB_URL", "BBB_SECRET"],
] as const;
// What stands before the @ has 64 signs at most, and 53 of them are the recipient's token (replies/reply-token.ts).
const inboundWanted = "an address such as risposte@ente.it, with at most 11 signs before the @";
const words = z.string().transform((value) => value.split(/[\s,]+/).filter(Boolean));

const settingsSchema = z
  .object({
    PORT: z.coerce.number("a port number, e.g. 3000").int().min(1).max(65535).default(3000),
    HOST: z.string().min(1).default("127.0.0.1"),
    SITE_URL: z
      .url({ protocol: /^https?$/, error: "an http(s) address, e.g. https://sperimenta.ente.it" })
      .optional(),
    TRUSTED_PROXIES: z
      .string()
      .default("")
      .transform((value) =>
        value
          .split(",")
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "a postgresql:// address" }).optional(),
    DATABASE_MIGRATION_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: "a postgresql:// address" })
      .optional(),
    SPERIMENTA_DATA_DIR: z.string().min(1).default(".data"),
    SPERIMENTA_DEMO: z.union([flag, z.literal("public")], "0, 1 or public").optional(),
    SESSION_SECRET: secret(32).optional(),
    OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "the provider's https address" }).optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: secret(16).optional(),
    OIDC_NAME: z.string().max(60, "at most 60 characters").optional(),
    OIDC_SCOPE: z
      .string()
      .regex(/(^| )openid( |$)/, "scopes apart by a space, openid among them")
      .default("openid email profile"),
    OIDC_ACR: words.default([]),
    SIGN_IN_IDLE_HOURS: z.coerce.number("hours, 1 to 12").int().min(1).max(12, "at most 12 hours").default(2),
    SIGN_IN_MAX_HOURS: z.coerce.number("hours, 1 to 24").int().min(1).max(24, "at most 24 hours").default(12),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: "an smtp:// or smtps:// address" }).optional(),
    MAIL_FROM: z.string().min(3).default("Sperimenta <sperimenta@localhost>"),
    INBOUND_MAIL_ADDRESS: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{0,10}@[a-z0-9.-]+\.[a-z]{2,}$/i, inboundWanted)
      .optional(),
    INBOUND_MAIL_SECRET: secret(16).optional(),
    PAGE_CACHE_BYTES: z.coerce.number("a number of bytes").int().min(0).default(67_108_864),
    LIVE_STREAMS: z.coerce.number("a number of streams").int().min(0).max(100_000).default(1_000),
    WEB_PROCESSES: z.coerce.number("a number of processes").int().min(1).max(64).default(1),
    UPLOAD_MAX_BYTES: z.coerce.number("a number of bytes").int().min(1024).default(5_000_000_000),
    SPACE_QUOTA_BYTES: z.coerce.number("a number of bytes").int().min(1024).default(50_000_000_000),
    TEXT_MAX_BYTES: z.coerce.number("a number of bytes").int().min(0).max(500_000_000).default(50_000_000),
    TEXT_SECONDS: z.coerce.number("seconds, 1 to 600").int().min(1).max(600).default(60),
    TEXT_MEMORY_MB: z.coerce.number("megabytes, 256 or more").int().min(256).max(16_384).default(512),
    CLAMD_ADDRESS: z
      .string()
      .regex(/^\/\S+$|^[\w.:[\]-]+:\d{1,5}$/, "host:port of clamd, or the path of its socket")
      .optional(),
    S3_BUCKET: z.string().optional(),
    S3_ENDPOINT: z.url("an address").optional(),
    S3_REGION: z.string().optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    S3_REDIRECT: flag.optional(),
    S3_PUBLIC_ENDPOINT: z.url({ protocol: /^https?$/, error: "an http(s) address" }).optional(),
    JITSI_DOMAIN: z
      .string()
      .regex(/^[a-z0-9.-]+(?::\d{1,5})?$/i, "a host without scheme, e.g. meet.ente.it")
      .optional(),
    JITSI_APP_ID: z.string().max(200, "at most 200 characters").optional(),
    JITSI_APP_SECRET: secret(16).optional(),
    BBB_URL: z.url({ protocol: /^https?$/, error: "the address that bbb-conf --secret prints" }).optional(),
    BBB_SECRET: secret(16).optional(),
    LIMITS_FACTOR: z.coerce.number("a number, 1 or more").min(1).max(10_000).default(1),
    BACKUP_PASSPHRASE: z.string().min(12, "at least 12 characters").optional(),
    METRICS_TOKEN: secret(16).optional(),
    SECURITY_CONTACT: z
      .url({ protocol: /^(?:mailto|https)$/, error: "a mailto: or https:// address" })
      .optional(),
    ACCESSIBILITY_STATEMENT_URL: z.url("an address").optional(),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    SPERIMENTA_CLOCK: z.iso
      .datetime({ offset: true, error: "an instant such as 2026-03-23T09:00:00Z" })
      .optional(),
  })
  .superRefine((settings, context) => {
    const s3 = [settings.S3_REGION, settings.S3_ACCESS_KEY_ID, settings.S3_SECRET_ACCESS_KEY];
    if (settings.S3_BUCKET && s3.some((value) => !value)) {
      context.addIssue({
        code: "custom",
        path: ["S3_BUCKET"],
        message: "needs S3_REGION, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY too",
      });
    }
    if ((settings.S3_REDIRECT || settings.S3_PUBLIC_ENDPOINT) && !settings.S3_BUCKET) {
      context.addIssue({
        code: "custom",
        path: [settings.S3_REDIRECT ? "S3_REDIRECT" : "S3_PUBLIC_ENDPOINT"],
        message: "S3_BUCKET beside it",
      });
    }
    for (const names of together) {
      if (names.every((name) => settings[name]) || !names.some((name) => settings[name])) continue;
      context.addIssue({
        code: "custom",
        path: [names[0]],
        message: `${names.slice(0, -1).join(", ")} and ${names.at(-1)} together`,
      });
    }
    if (Boolean(settings.INBOUND_MAIL_ADDRESS) !== Boolean(settings.INBOUND_MAIL_SECRET)) {
      context.addIssue({
        code: "custom",
        path: ["INBOUND_MAIL_ADDRESS"],
        message: "INBOUND_MAIL_ADDRESS and INBOUND_MAIL_SECRET together",
      });
    }
    for (const name of ["OIDC_ISSUER", "BBB_URL"] as const) {
      const address = settings[name] ? new URL(settings[name]) : null;
      if (address?.protocol === "http:" && !loopback.test(address.hostname)) {
        context.addIssue({ code: "custom", path: [name], message: "the provider's https address" });
      }
    }
    if (
      settings.SPERIMENTA_CLOCK &&
      process.env.NODE_ENV === "production" &&
      process.env.SPERIMENTA_TEST !== "1"
    ) {
      context.addIssue({ code: "custom", path: ["SPERIMENTA_CLOCK"], message: "accepted only under test" });
    }
  });

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(settingsSchema.shape);

/** Settings of the running portal, validated once. */
export type Settings = z.infer<typeof settingsSchema> & {
  /** origin of every link, without a final slash */
  siteUrl: string;
  isHttps: boolean;
  /** demonstration data are loaded into an empty database */
  demo: boolean;
  /** demonstration accounts may sign in (never through a proxy unless "public") */
  demoSignIn: "never" | "direct" | "public";
  dataDir: string;
  /** the identity provider, when there is one */
  oidc: IdentityProvider | null;
  /** servers for webconferences, where there are any */
  jitsi: JitsiServer | null;
  bigBlueButton: BigBlueButtonServer | null;
  /** where calendars send replies, when the body's mail server hands them on */
  inbound: { address: string; secret: string } | null;
  /** downloads are sent on to the object store, by links that are good for a moment */
  redirectsDownloads: boolean;
};

/** A Jitsi server that lets in whoever bears a token signed with the secret it shares with the portal. */
export type JitsiServer = { origin: string; domain: string; appId: string; secret: string };

/** A BigBlueButton server: the address below which its calls lie, without a final slash. */
export type BigBlueButtonServer = { api: string; secret: string };

/** An identity provider that speaks OpenID Connect. */
export type IdentityProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** what its button says */
  name: string;
  scope: string;
  /** levels asked for, each of which stands for a second factor */
  acr: string[];
};

/** A wrong setting: names itself and the value wanted. */
export class SettingsError extends Error {}

/**
 * Reads settings from an environment.
 * @throws SettingsError naming every wrong setting with the value wanted
 */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = settingsSchema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: wanted ${issue.message}`);
    throw new SettingsError(`Wrong settings.\n${lines.join("\n")}`);
  }
  const settings = parsed.data;
  const siteUrl = (settings.SITE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, "");
  const isLoopback = loopback.test(new URL(siteUrl).hostname);
  const demo = settings.SPERIMENTA_DEMO ?? (!settings.SITE_URL && !settings.DATABASE_URL);
  const directOnly = demo && isLoopback ? "direct" : "never";
  const demoSignIn = demo === "public" ? "public" : directOnly;
  return {
    ...settings,
    siteUrl,
    isHttps: siteUrl.startsWith("https:"),
    demo: demo !== false,
    demoSignIn,
    dataDir: resolve(/* turbopackIgnore: true */ process.cwd(), settings.SPERIMENTA_DATA_DIR),
    oidc: identityProvider(settings),
    jitsi: jitsiServer(settings),
    bigBlueButton: bigBlueButtonServer(settings),
    inbound: inboundMail(settings),
    redirectsDownloads: settings.S3_REDIRECT ?? Boolean(settings.S3_PUBLIC_ENDPOINT),
  };
}

function identityProvider(settings: z.infer<typeof settingsSchema>): IdentityProvider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (!issuer || !clientId || !clientSecret) return null;
  const { OIDC_NAME: name = "", OIDC_SCOPE: scope, OIDC_ACR: acr } = settings;
  return { issuer, clientId, clientSecret, name, scope, acr };
}

function jitsiServer(settings: z.infer<typeof settingsSchema>): JitsiServer | null {
  const { JITSI_DOMAIN: host, JITSI_APP_ID: appId, JITSI_APP_SECRET: secret } = settings;
  if (!host || !appId || !secret) return null;
  const domain = host.replace(/:\d+$/, "");
  return { origin: `${loopback.test(domain) ? "http" : "https"}://${host}`, domain, appId, secret };
}

function bigBlueButtonServer(settings: z.infer<typeof settingsSchema>): BigBlueButtonServer | null {
  const { BBB_URL: url, BBB_SECRET: secret } = settings;
  return url && secret ? { api: `${url.replace(/(?:\/api)?\/*$/, "")}/api`, secret } : null;
}

function inboundMail(settings: z.infer<typeof settingsSchema>): Settings["inbound"] {
  const { INBOUND_MAIL_ADDRESS: address, INBOUND_MAIL_SECRET: key } = settings;
  return address && key ? { address: address.toLowerCase(), secret: key } : null;
}

let cached: Settings | undefined;

/** The process's settings. */
export function env(): Settings {
  cached ??= readSettings(process.env);
  return cached;
}

/** Secret that signs sign-ins and personal links: the setting, or one made once and kept in the data directory. */
export function sessionSecret(): string {
  const settings = env();
  if (settings.SESSION_SECRET) return settings.SESSION_SECRET;
  const file = join(/* turbopackIgnore: true */ settings.dataDir, "session-secret");
  if (!existsSync(/* turbopackIgnore: true */ file)) {
    mkdirSync(/* turbopackIgnore: true */ settings.dataDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(/* turbopackIgnore: true */ file, randomBytes(48).toString("base64url"), {
        mode: 0o600,
        flag: "wx",
      });
    } catch (error) {
      // Another process of the same portal made it first.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return readFileSync(/* turbopackIgnore: true */ file, "utf8").trim();
}
