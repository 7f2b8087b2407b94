import { z } from "zod";
import type { Tx } from "@/lib/platform/db";
import type { RuleKind } from "@/lib/platform/rules";

const schema = z.object({
  /** mails in a row that came back for good */
  failures: z.number().int().min(1).max(100),
  /** days after which one that came back is forgotten */
  days: z.number().int().min(1).max(3_650),
});

/** When mails are no more sent to an address. */
export const reachabilityRules: RuleKind<z.output<typeof schema>> = { kind: "mail.reachability", schema };

/** Where nobody has set it. A server that is rebuilt on one afternoon sends back what comes that day. */
export const usualReachability = { failures: 3, days: 30 };

const day = 86_400_000;

/**
 * Counts a mail that came back for good. In one statement, so that of two at once each counts.
 * @returns whether this one makes the address count as not reachable
 */
export async function countFailure(
  tx: Tx,
  address: string,
  { at, rules }: { at: Date; rules: z.output<typeof schema> },
): Promise<boolean> {
  const since = new Date(at.getTime() - rules.days * day);
  const [row] = await tx.$queryRaw<{ failures: number; unreachableAt: Date | null }[]>`
    insert into mail_address as known (address, failures, last_failure_at) values (lower(${address}), 1, ${at})
    on conflict (address) do update set last_failure_at = excluded.last_failure_at,
      failures = case when known.last_failure_at < ${since} then 1 else known.failures + 1 end
    returning failures, unreachable_at as "unreachableAt"`;
  if (!row || row.unreachableAt || row.failures < rules.failures) return false;
  const { count } = await tx.mailAddress.updateMany({
    where: { address: address.toLowerCase(), unreachableAt: null },
    data: { unreachableAt: at },
  });
  return count > 0;
}

/** Whether so many mails came back that none are sent. Asked when one leaves: it may have waited for days. */
export async function isUnreachable(tx: Tx, address: string): Promise<boolean> {
  const known = await tx.mailAddress.findFirst({
    where: { address: address.toLowerCase(), unreachableAt: { not: null } },
    select: { address: true },
  });
  return known !== null;
}

/** Whoever has just followed a link that was mailed there reads what comes. */
export async function forgetFailures(tx: Tx, address: string): Promise<void> {
  await tx.mailAddress.deleteMany({ where: { address: address.toLowerCase() } });
}
