import { DefaultHttpStack, type HttpStack, Upload } from "tus-js-client";
import { type Handle, partSize, type Report } from "@/components/documents/upload/transfer";
import type { Refused } from "@/lib/platform/form-state";

type Sending = {
  /** where an upload of this kind begins */
  address: string;
  fields: Record<string, string | string[]>;
  texts: { broken: string; stopped: string };
};

const version = { "tus-resumable": "1.0.0" };
const retryDelays = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];
/** the file was refused or removed elsewhere: to go on would be of no use */
const final = [400, 403, 404, 410, 412, 413];
const pollEvery = 1000;

/**
 * Sends a file in parts, each with its digest: it may rest, lose the connection and go on where it was, also after the
 * page was left, when the same file is chosen again. Loaded when the first large file is sent.
 */
export function sendParts(file: File, { address, fields, texts }: Sending, report: Report): Handle {
  const { change, refuse } = report;
  let upload: Upload | undefined;
  let isOver = false;
  let isLost = false;
  const end = (told?: Partial<Refused> & { summary: string }) => {
    if (isOver) return;
    isOver = true;
    window.removeEventListener("online", backOnline);
    if (told) refuse(told);
  };
  const resume = () => {
    if (isOver || !upload) return;
    isLost = false;
    change({ phase: "sending", text: undefined });
    upload.start();
  };
  // Whoever paused it goes on when they want to.
  const backOnline = () => {
    if (isLost) resume();
  };
  const fail = (status: number, told = "") => {
    if (status === 401) change({ phase: "signedOut" });
    else if (final.includes(status)) end({ summary: texts.broken });
    else {
      isLost = true;
      // No room, or too much to do: said in words.
      change({ phase: "lost", text: [429, 503, 507].includes(status) && told ? told : undefined });
    }
  };
  const start = async () => {
    const began = await begin(file, address, fields);
    if (isOver) {
      if ("at" in began) remove(began.at);
      return;
    }
    if ("refused" in began) return end(began.refused ?? { summary: texts.broken });
    upload = new Upload(file, {
      uploadUrl: began.at,
      chunkSize: partSize,
      retryDelays,
      httpStack: withDigests(),
      storeFingerprintForResuming: false,
      onProgress: (done, total) => change({ done, total }),
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        return !final.includes(status) && status !== 401;
      },
      onError: (error) => {
        const response = "originalResponse" in error ? error.originalResponse : null;
        fail(response?.getStatus() ?? 0, response?.getBody());
      },
      onSuccess: () => {
        change({ phase: "checking", done: file.size });
        follow(began.at, { change, end, broken: texts.broken, isOver: () => isOver });
      },
    });
    window.addEventListener("online", backOnline);
    upload.start();
  };
  start().catch(() => end({ summary: texts.broken }));
  return {
    resume,
    pause: () => {
      upload?.abort().then(() => change({ phase: "paused" }));
    },
    cancel: () => {
      upload?.abort();
      if (upload?.url) remove(upload.url);
      end({ summary: texts.stopped });
    },
  };
}

/** Announces the file. Whatever refuses the form's own route refuses this one, in the same words. */
async function begin(
  file: File,
  address: string,
  fields: Sending["fields"],
): Promise<{ at: string } | { refused: Refused | null }> {
  const mark = new TextEncoder().encode(JSON.stringify([file.name, file.size, file.lastModified]));
  const metadata = {
    filename: file.name,
    fields: JSON.stringify(fields),
    fingerprint: hex(await crypto.subtle.digest("SHA-256", mark)),
  };
  const answer = await fetch(address, {
    method: "POST",
    headers: {
      ...version,
      "upload-length": String(file.size),
      "upload-metadata": Object.entries(metadata)
        .map(([name, value]) => `${name} ${base64(new TextEncoder().encode(value))}`)
        .join(","),
    },
  });
  const at = answer.headers.get("location");
  if (answer.status === 201 && at) return { at: `${at}${languageOf(address)}` };
  return { refused: answer.headers.get("content-type")?.includes("json") ? await answer.json() : null };
}

// The answers of the worker are told in the language of the page.
const languageOf = (address: string) =>
  `?locale=${new URL(address, window.location.href).searchParams.get("locale") ?? ""}`;

function remove(at: string): void {
  fetch(at, { method: "DELETE", headers: version, keepalive: true }).catch(() => undefined);
}

type Following = {
  change: Report["change"];
  end: (told?: Partial<Refused> & { summary: string }) => void;
  broken: string;
  isOver: () => boolean;
};

/** Asks what became of a file that is there whole, until somebody has looked at it. */
async function follow(at: string, { change, end, broken, isOver }: Following): Promise<void> {
  while (!isOver()) {
    const answer = await fetch(at, { headers: { accept: "application/json" } }).catch(() => null);
    if (answer && final.includes(answer.status)) return end({ summary: broken });
    const told = answer?.ok ? await answer.json().catch(() => null) : null;
    if (told?.state === "REFUSED") return end(told.refusal);
    if (told?.state === "RECEIVED") {
      end();
      return change({ phase: "received", location: told.location });
    }
    await new Promise((resolve) => setTimeout(resolve, pollEvery));
  }
}

/** The client's own way to send, with the digest of each part; nothing goes out of what was given up meanwhile. */
function withDigests(): HttpStack {
  const stack = new DefaultHttpStack({});
  return {
    getName: () => "parts with digests",
    createRequest(method, url) {
      const request = stack.createRequest(method, url);
      const send = request.send.bind(request);
      const abort = request.abort.bind(request);
      let isGivenUp = false;
      request.abort = () => {
        isGivenUp = true;
        return abort();
      };
      request.send = async (body: Blob | undefined) => {
        if (method === "PATCH" && body) {
          const digest = await crypto.subtle.digest("SHA-256", await body.arrayBuffer());
          request.setHeader("Upload-Checksum", `sha256 ${base64(new Uint8Array(digest))}`);
        }
        return isGivenUp ? new Promise(() => undefined) : send(body);
      };
      return request;
    },
  };
}

const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
