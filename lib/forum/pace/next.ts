/** When somebody may write again in a thread with a pace; the full minute, since that is what people are told. */
export function nextPostAt(last: Date, minutes: number): Date {
  const minute = 60_000;
  return new Date(Math.ceil(last.getTime() / minute) * minute + minutes * minute);
}
