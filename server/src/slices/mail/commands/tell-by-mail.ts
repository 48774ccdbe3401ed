import type { Ctx } from '../../../platform/context.ts';
import { type CaseForMail, tellCustomer } from '../../cases/index.ts';
import { subjectOfReply } from '../rules/subject.ts';
import type { Told } from '../texts/told.ts';
import type { Correspondence } from './correspondence.ts';
import { type Outgoing, putInOutbox } from './put-in-outbox.ts';
import { toldOf } from './told-of.ts';

type Telling = Pick<Outgoing, 'id' | 'answersTo' | 'suppressed'> & {
  kind: Parameters<typeof tellCustomer>[1]['kind'];
  text: (told: Told) => string;
};

/** Baton itself tells the customer something: on the case, and into the outbox. */
export async function tellByMail(
  ctx: Ctx,
  about: CaseForMail,
  correspondence: Correspondence,
  { kind, text, ...outgoing }: Telling,
): Promise<void> {
  const { language } = correspondence;
  const { messageId } = await tellCustomer(ctx, {
    caseId: about.id,
    kind,
    subject: subjectOfReply(about.subject, about.number),
    text: text(toldOf(about, correspondence)),
    language,
  });
  const all = { ...outgoing, messageId, kind, automatic: true, language };
  await putInOutbox(ctx, about, correspondence, all);
}
