import { once } from "node:events";
import { connect, type Socket } from "node:net";

/**
 * Clients that never come to an end: of their headers, of their form, of what they read; so many of each.
 * @returns lets them go
 */
export async function slowClients(url: string, each: number): Promise<() => void> {
  const { host, port } = new URL(url);
  const page = `GET /programmi HTTP/1.1\r\nHost: ${host}\r\n`;
  const form = `POST /accedi HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${url}\r\n`;
  const kind = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n";
  const beginnings = [`${page}X-Slow: `, `${form}${kind}\r\na=`, `${page}\r\n`];
  const sockets = beginnings.flatMap((beginning) =>
    Array.from({ length: each }, () => begin(Number(port), beginning)),
  );
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}

function begin(port: number, beginning: string): Socket {
  const socket = connect(port, "localhost");
  socket.on("error", () => undefined);
  socket.pause();
  socket.write(beginning);
  return socket;
}
