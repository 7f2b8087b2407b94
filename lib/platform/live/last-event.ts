/**
 * After which event a reader goes on: what its browser says when it comes back by itself, or what its address says when the
 * page opened it; whichever is further.
 */
export function lastEventOf(request: Request, address: string | null): number {
  return Math.max(numberIn(request.headers.get("last-event-id")), numberIn(address));
}

function numberIn(text: string | null): number {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
