const lines = (...all: string[]) => all.join("\r\n");

type Facts = {
  from: string;
  to: string;
  text: string;
  messageId?: string | null;
  headers?: string[];
  html?: boolean;
  files?: { name: string; type: string; content: Uint8Array | string; headers?: string[] }[];
};

/** A whole mail as a mail server hands it on. */
export function aMail({ from, to, text, messageId, headers = [], html = false, files = [] }: Facts): string {
  const base64 = (content: Uint8Array | string) =>
    Buffer.from(content).toString("base64").replace(/.{76}/g, "$&\r\n");
  const body = [
    `Content-Type: text/${html ? "html" : "plain"}; charset=utf-8`,
    "Content-Transfer-Encoding: base64",
    "",
    base64(text),
  ];
  const parts = files.map(({ name, type, content, headers: more = [] }) => [
    `Content-Type: ${type}; name="${name}"`,
    ...(more.length > 0 ? more : [`Content-Disposition: attachment; filename="${name}"`]),
    "Content-Transfer-Encoding: base64",
    "",
    base64(content),
  ]);
  return lines(
    ...headers,
    `From: Ada Ginestrelli <${from}>`,
    `To: Sperimenta <${to}>`,
    "Subject: Re: Nuovo messaggio: Le schede",
    "Date: Mon, 23 Mar 2026 10:15:00 +0100",
    ...(messageId === null ? [] : [`Message-ID: ${messageId ?? "<risposta@posta.ente.test>"}`]),
    "MIME-Version: 1.0",
    ...(files.length === 0
      ? body
      : [
          'Content-Type: multipart/mixed; boundary="confine"',
          "",
          ...[body, ...parts].flatMap((part) => ["--confine", ...part]),
          "--confine--",
        ]),
    "",
  );
}

/** What a mail server sends back when it gives up (RFC 3464), as Postfix words it. */
export function aReport(facts: { to: string; action?: string; status?: string; about?: string }): string {
  const { to, action = "failed", status = "5.1.1", about = "ada@ente.test" } = facts;
  return lines(
    "Return-Path: <>",
    "From: MAILER-DAEMON@posta.ente.test (Mail Delivery System)",
    `To: ${to}`,
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    "Message-ID: <20260323091500.ABC@posta.ente.test>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="confine"',
    "",
    "--confine",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "This is the mail system at host posta.ente.test.",
    "--confine",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; posta.ente.test",
    "Arrival-Date: Mon, 23 Mar 2026 10:14:59 +0100 (CET)",
    "",
    `Final-Recipient: rfc822; ${about}`,
    `Action: ${action}`,
    `Status: ${status}`,
    "Diagnostic-Code: smtp; 550 5.1.1 <ada@ente.test>: Recipient address rejected:",
    "    User unknown",
    "",
    "--confine",
    "Content-Type: message/rfc822",
    "",
    "From: Sperimenta <sperimenta@ente.test>",
    `To: ${about}`,
    "Subject: Nuovo messaggio",
    "",
    "Buongiorno",
    "--confine--",
    "",
  );
}
