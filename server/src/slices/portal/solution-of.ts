import type { Ctx } from '../../platform/context.ts';
import { shown } from '../../platform/formatted/index.ts';
import { type CaseForMail, isReopenable, messageToSend } from '../cases/index.ts';
import { callsWithCustomer } from '../intake/index.ts';
import { correspondenceOf, whenInWords } from '../mail/index.ts';
import type { SolutionPage } from './pages/solution.ts';

/** What the page of a case shows now, in the language in which its customer is written to. */
export async function solutionOf(ctx: Ctx, about: CaseForMail): Promise<SolutionPage> {
  const { language, brand } = await correspondenceOf(ctx, about);
  const zone = about.customerZone ?? brand.zone;
  const calls = await callsWithCustomer(ctx.tx, about.id);
  const said = about.solutionId ? await messageToSend(ctx.tx, about.solutionId) : null;
  return {
    language,
    brand,
    number: about.number,
    subject: about.subject,
    shows: shownOf(about, ctx.now),
    ownerName: about.ownerName,
    due: about.due && whenInWords(about.due, zone, language),
    calls: calls.map((call) => ({
      at: whenInWords(call.beganAt, zone, language),
      with: call.agentName,
      agreed: call.agreed,
    })),
    solution: said && {
      by: said.authorName,
      text: said.text,
      // Pictures go along with the mail; here stand their names, and nothing is fetched.
      html: said.html && shown(said.html, () => null),
    },
  };
}

function shownOf(about: CaseForMail, now: Date): SolutionPage['shows'] {
  switch (about.status) {
    case 'solved':
      return 'ask';
    case 'closed':
      if (about.confirmed) return 'confirmed';
      return isReopenable(about, now) ? 'closed' : 'over';
    case 'open':
    case 'waiting':
    case 'merged':
      return 'working';
    default:
      return 'over';
  }
}
