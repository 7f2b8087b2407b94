import { type Invited, replyToken } from "@/lib/sessions/replies/reply-token";
import type { Account } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";

/** The secret of an account's invitation to the session whose title begins like this. */
export async function replyTokenOf(account: Account, title: string): Promise<string> {
  const [invited] = await rows<Invited>(
    `select i.id, i.session_id as "sessionId", i.person_id as "personId", p.email
     from session_invitee i join session s on s.id = i.session_id join person p on p.id = i.person_id
     where p.email = $1 and s.state = 'CONVENED' and s.title like $2 || '%'`,
    [`${account}@demo.test`, title],
  );
  if (!invited) throw new Error(`${account} is not convened: ${title}`);
  return replyToken(invited, "page");
}
