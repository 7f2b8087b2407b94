import { connect, type Socket } from "node:net";
import { keepAsking, pass, type Sample, timed } from "./load";

export type OverloadReport = {
  /** answers by status while too many asked; 0 is none */
  statuses: Record<number, number>;
  withoutWaitingTime: number;
  refusedWithin: number;
  p95: { before: number; during: number; after: number };
};

/** Asks from many more lanes than can be served for a while, and looks how the portal is before and after. */
export async function overload(
  ask: () => Promise<Response>,
  { lanes, ms }: { lanes: number; ms: number },
): Promise<OverloadReport> {
  const before = await aFew(ask);
  const crowd = keepAsking(lanes, ask, 0);
  await pass(ms);
  const samples = await crowd.stop();
  const after = await aFew(ask);
  const refused = samples.filter(({ status }) => status === 503);
  return {
    statuses: count(samples),
    withoutWaitingTime: refused.filter(({ retryAfter }) => !retryAfter).length,
    refusedWithin: Math.round(Math.max(0, ...refused.map((one) => one.ms))),
    p95: { before: p95(before), during: p95(samples), after: p95(after) },
  };
}

/** Clients that never get to the end: of their headers, of their form, of what they read. @returns how to let them go */
export async function slowClients(port: number, each: number): Promise<() => void> {
  const beginnings = [
    "GET /programmi HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
    `POST /accedi HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\na=`,
    `GET /programmi HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`,
  ];
  const sockets: Socket[] = [];
  for (const beginning of beginnings) {
    for (let client = 0; client < each; client += 1) {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => undefined);
      socket.pause();
      socket.write(beginning);
      sockets.push(socket);
    }
  }
  const drip = setInterval(() => {
    for (const socket of sockets.slice(0, 2 * each)) if (!socket.destroyed) socket.write("a");
  }, 500);
  return () => {
    clearInterval(drip);
    for (const socket of sockets) socket.destroy();
  };
}

/** The time within which 95 of 100 ordinary readers are answered, one after the other. */
export async function ordinaryP95(ask: () => Promise<Response>): Promise<number> {
  return p95(await aFew(ask));
}

async function aFew(ask: () => Promise<Response>): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let one = 0; one < 20; one += 1) samples.push(await timed(ask));
  return samples;
}

function count(samples: Sample[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of samples) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function p95(samples: Sample[]): number {
  const times = samples.map(({ ms }) => ms).sort((one, other) => one - other);
  return Math.round(times[Math.floor(times.length * 0.95)] ?? 0);
}
