import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

/** What the server answers to a mail: takes it, refuses it for now or for ever, or says nothing. */
export type SmtpMood = "accept" | "busy" | "refuse" | "silent";

/** A mail as it arrived. */
export type ReceivedMail = { from: string; to: string[]; raw: string };

/** A small SMTP server on a free port of this machine. */
export async function startSmtpServer() {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const state = { mood: "accept" as SmtpMood };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    if (state.mood !== "silent") converse(socket, state, received);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    set mood(mood: SmtpMood) {
      state.mood = mood;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function converse(socket: Socket, state: { mood: SmtpMood }, received: ReceivedMail[]): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let from = "";
  let to: string[] = [];
  let body: string[] | undefined;
  let rest = "";
  const commands: [RegExp, (line: string) => void][] = [
    [/^(EHLO|HELO)/i, () => say("250 localhost")],
    [
      /^MAIL/i,
      (line) => {
        from = /<([^>]*)>/.exec(line)?.[1] ?? "";
        say(state.mood === "busy" ? "451 try again later" : "250 ok");
      },
    ],
    [
      /^RCPT/i,
      (line) => {
        if (state.mood === "refuse") return say("550 no such mailbox");
        to.push(/<([^>]*)>/.exec(line)?.[1] ?? "");
        return say("250 ok");
      },
    ],
    [
      /^DATA/i,
      () => {
        body = [];
        say("354 go on");
      },
    ],
    [/^QUIT/i, () => socket.end("221 bye\r\n")],
  ];
  const hear = (line: string) => {
    if (body === undefined) {
      const [, answer] = commands.find(([pattern]) => pattern.test(line)) ?? [];
      if (answer) answer(line);
      else say("250 ok");
    } else if (line === ".") {
      received.push({ from, to, raw: body.join("\n") });
      to = [];
      body = undefined;
      say("250 taken");
    } else {
      body.push(line);
    }
  };
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString("utf8")).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(line);
  });
  say("220 localhost");
}
