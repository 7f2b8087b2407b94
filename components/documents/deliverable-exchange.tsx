import { Conversation } from "@/components/documents/conversation";
import { ReviewComments } from "@/components/documents/review-comments";
import type { FormAction } from "@/components/form/sent-form";
import type { Exchange } from "@/lib/documents/deliverables/conversation/queries";
import type { DeliverablePage } from "@/lib/documents/deliverables/one/queries";

type Props = {
  deliverable: DeliverablePage;
  exchange: Exchange;
  reader: { side: "BODY" | "REVIEWERS" | null; personId: string | null };
  actions: Record<"comment" | "resolve" | "write", FormAction>;
};

/** Comments and conversation of a deliverable, for its circle. */
export function DeliverableExchange({ deliverable, exchange, reader, actions }: Props) {
  const { side, personId } = reader;
  return (
    <>
      <ReviewComments
        deliverable={deliverable}
        comments={exchange.comments}
        mayComment={side === "REVIEWERS"}
        mayResolve={(one) => side === "BODY" || (side === "REVIEWERS" && one.authorId === personId)}
        actions={{ add: actions.comment, resolve: actions.resolve }}
      />
      <Conversation
        id={deliverable.id}
        messages={exchange.messages}
        body={deliverable.organisation.shortName}
        side={deliverable.state === "LOCKED" ? null : side}
        action={actions.write}
      />
    </>
  );
}
