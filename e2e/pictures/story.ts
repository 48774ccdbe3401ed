import type { Case } from '@baton/contract';
import type { Baton } from '../harness/baton.ts';
import type { Mailbox } from '../harness/mailbox.ts';
import { letterThat } from '../harness/mailbox.ts';
import { post } from '../harness/post.ts';
import { letters, maria } from './letters.ts';
import { apiOf, populate } from './people.ts';
import { moveBack, openBeside } from './time.ts';

type List<T> = { items: T[] };

/** Lets a believable day happen at Nordlys Broadband; Ana holds nine cases at its end. */
export async function tellStory(baton: Baton, mailbox: Mailbox): Promise<{ maria: string }> {
  const admin = await apiOf(baton, 'admin');
  const { ana, tom, only } = await populate(admin);
  const asTom = await apiOf(baton, 'agent', tom.id);
  const asAna = await apiOf(baton, 'admin', ana.id);
  const opened = await openBeside(baton);

  async function arrives(letter: (typeof letters)[number]): Promise<Case> {
    await post(baton, { to: 'help@nordlys.example', ...letter });
    for (;;) {
      const { items } = await admin<List<Case>>('GET', '/api/cases?sort=newest&limit=1');
      if (items[0]?.subject === letter.subject) return items[0];
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  // Maria's letter goes to the front line, and from there to Ana.
  await only('Front line', tom);
  await only('Specialists', ana);
  const { id } = await arrives(maria);
  const receipt = await letterThat(mailbox, (one) => one.envelopeTo.includes(maria.from.address));
  const topics = await admin<List<{ id: string; name: string }>>('GET', '/api/topics');
  const topic = topics.items.find((one) => one.name === 'Charged twice')!.id;
  await asTom('PATCH', `/api/cases/${id}`, { topic });
  await moveBack(opened, id, 11.9);
  await asTom('POST', `/api/cases/${id}/notes`, {
    text: 'Both charges are in our ledger; the second has no order behind it. I cannot see the payment provider’s side.',
  });
  await moveBack(opened, id, 6.1);
  await asTom('POST', `/api/cases/${id}/handovers`, {
    direction: 'up',
    reason: 'needs_other_access',
    summary:
      'Maria was charged twice (14 and 15 August, 490 each). Confirmed in the ledger. Needs the provider’s log to refund the second one.',
  });
  await moveBack(opened, id, 7.7);
  await asAna('POST', `/api/cases/${id}/replies`, {
    text: 'Мария, вижу второе списание: оно ошибочное, и это наша ошибка. Сегодня до 16:00 позвоню вам и назову дату возврата.',
  });
  await moveBack(opened, id, 5.2);
  await post(baton, {
    from: maria.from,
    to: receipt.replyTo!.value[0]!.address!,
    subject: `Re: ${receipt.subject}`,
    inReplyTo: receipt.messageId!,
    text: `Спасибо, жду звонка.\n\n> ${receipt.text!.trim().split('\n').slice(0, 6).join('\n> ')}`,
  });
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  await moveBack(opened, id, 2.9);

  // The others go to Ana at once.
  await only('Front line', ana);
  const cases = new Map<string, Case>();
  for (const letter of letters) {
    const item = await arrives(letter);
    cases.set(letter.from.name, item);
    await moveBack(opened, item.id, letter.hoursAgo);
  }
  const jens = cases.get('Jens Kjær Mortensen')!;
  await asAna('POST', `/api/cases/${jens.id}/replies`, {
    text: 'Dear Jens, the refund was sent to an old card. I have stopped it and am having it paid to your account.',
  });
  const peter = cases.get('Kovács Péter')!;
  await asAna('POST', `/api/cases/${peter.id}/replies`, {
    text: 'Tisztelt Kovács Úr! Az egyik számlát stornózzuk, a jóváírásról ma délután értesítem.',
  });
  await moveBack(opened, peter.id, 1.2);
  const sofia = cases.get('Sofia Lund')!;
  await asAna('POST', `/api/cases/${sofia.id}/replies`, {
    text: 'Hej Sofia, selvfølgelig. Skal den gamle router hentes på Torvet 4?',
    waitUntil: new Date(Date.now() + 3 * 86_400_000).toISOString(),
  });
  const miguel = cases.get('Miguel Santos')!;
  await asAna('POST', `/api/cases/${miguel.id}/solution`, {
    text: 'Dear Miguel, you find all invoices of the year under Account › Invoices › Year as one file.',
  });
  await noise(baton);
  await opened.close();
  return { maria: id };
}

/** Mail that becomes no case: spam, an answering machine, a bounce, one that came twice. */
async function noise(baton: Baton): Promise<void> {
  const to = 'help@nordlys.example';
  await post(baton, {
    from: 'Crypto Wealth <win@crypto.example>',
    to,
    subject: 'You have been chosen',
    text: 'Click here.',
    headers: { 'X-Spam-Flag': 'YES' },
  });
  await post(baton, {
    from: 'Olga Berg <olga@berg.example>',
    to,
    subject: 'Automatic reply: out of office',
    text: 'I am back on Monday.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  await post(baton, { ...letters[1]!, to });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
}
