import type { Case } from '@baton/contract';
import type { Baton } from '../harness/baton.ts';
import { letterThat, type Mailbox } from '../harness/mailbox.ts';
import { post } from '../harness/post.ts';
import { letters, maria } from './letters.ts';
import { type Api, apiOf, populate } from './people.ts';
import { moveBack, openBeside } from './time.ts';

type Teller = {
  baton: Baton;
  mailbox: Mailbox;
  admin: Api;
  asTom: Api;
  asAna: Api;
  /** Lets a case have happened so many hours earlier. */
  earlier: (caseId: string, hours: number) => Promise<void>;
};

/** Lets a believable day happen at Nordlys Broadband; Ana holds seven cases at its end. */
export async function tellStory(baton: Baton, mailbox: Mailbox): Promise<{ maria: string }> {
  const admin = await apiOf(baton, 'admin');
  const { ana, tom, only } = await populate(admin);
  const opened = await openBeside(baton);
  const teller: Teller = {
    baton,
    mailbox,
    admin,
    asTom: await apiOf(baton, 'agent', tom.id),
    asAna: await apiOf(baton, 'admin', ana.id),
    earlier: (caseId, hours) => moveBack(opened, caseId, hours),
  };
  // Maria's letter goes to the front line, and from there to Ana; the others to Ana at once.
  await only('Front line', tom);
  await only('Specialists', ana);
  const id = await mariaIsPassedUp(teller);
  await only('Front line', ana);
  await anaAnswers(teller);
  await isKnown(teller);
  await noise(baton);
  await opened.close();
  return { maria: id };
}

/** A letter comes; resolves to its case. */
async function arrives({ baton, admin }: Teller, letter: (typeof letters)[number]): Promise<Case> {
  await post(baton, { to: 'help@nordlys.example', ...letter });
  for (;;) {
    const { items } = await admin<{ items: Case[] }>('GET', '/api/cases?sort=newest&limit=1');
    if (items[0]?.subject === letter.subject) return items[0];
    await pause(50);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function mariaIsPassedUp(teller: Teller): Promise<string> {
  const { baton, mailbox, admin, asTom, asAna, earlier } = teller;
  const { id } = await arrives(teller, maria);
  const receipt = await letterThat(mailbox, (one) => one.envelopeTo.includes(maria.from.address));
  const topics = await admin<{ items: { id: string; name: string }[] }>('GET', '/api/topics');
  const topic = topics.items.find((one) => one.name === 'Charged twice')!.id;
  await asTom('PATCH', `/api/cases/${id}`, { topic });
  await earlier(id, 11.9);
  await asTom('POST', `/api/cases/${id}/notes`, {
    text: 'Both charges are in our ledger; the second has no order behind it. I cannot see the payment provider’s side.',
  });
  await earlier(id, 6.1);
  await asTom('POST', `/api/cases/${id}/handovers`, {
    direction: 'up',
    reason: 'needs_other_access',
    summary:
      'Maria was charged twice (14 and 15 August, 490 each). Confirmed in the ledger. Needs the provider’s log to refund the second one.',
  });
  await letterThat(mailbox, (one) => one.text?.includes('Specialists') ?? false);
  await pause(300);
  await earlier(id, 7.7);
  await asAna('POST', `/api/cases/${id}/replies`, {
    text: 'Мария, вижу второе списание: оно ошибочное, и это наша ошибка. Сегодня до 16:00 позвоню вам и назову дату возврата.',
  });
  await earlier(id, 5.2);
  await post(baton, {
    from: maria.from,
    to: receipt.replyTo!.value[0]!.address!,
    subject: `Re: ${receipt.subject}`,
    inReplyTo: receipt.messageId!,
    text: `Спасибо, жду звонка.\n\n> ${receipt.text!.trim().split('\n').slice(0, 6).join('\n> ')}`,
  });
  await pause(2_500);
  await earlier(id, 2.9);
  return id;
}

async function anaAnswers(teller: Teller): Promise<void> {
  const { asAna, earlier } = teller;
  const ids = new Map<string, string>();
  for (const letter of letters) {
    const { id } = await arrives(teller, letter);
    ids.set(letter.from.name, id);
    await earlier(id, letter.hoursAgo);
  }
  await asAna('POST', `/api/cases/${ids.get('Jens Kjær Mortensen')}/replies`, {
    text: 'Dear Jens, the refund was sent to an old card. I have stopped it and am having it paid to your account.',
  });
  const peter = ids.get('Kovács Péter')!;
  await asAna('POST', `/api/cases/${peter}/replies`, {
    text: 'Tisztelt Kovács Úr! Az egyik számlát stornózzuk, a jóváírásról ma délután értesítem.',
  });
  await earlier(peter, 1.2);
  await asAna('POST', `/api/cases/${ids.get('Sofia Lund')}/replies`, {
    text: 'Hej Sofia, selvfølgelig. Skal den gamle router hentes på Torvet 4?',
    waitUntil: new Date(Date.now() + 3 * 86_400_000).toISOString(),
  });
  await asAna('POST', `/api/cases/${ids.get('Miguel Santos')}/solution`, {
    text: 'Dear Miguel, you find all invoices of the year under Account › Invoices › Year as one file.',
  });
}

/** What has been learnt of two customers: where Maria belongs, and a call with Jens. */
async function isKnown({ admin, asAna }: Teller): Promise<void> {
  type Found = { items: { id: string }[] };
  const called = async (name: string) =>
    (await admin<Found>('GET', `/api/customers?limit=1&q=${encodeURIComponent(name)}`)).items[0]!
      .id;
  const named = { name: 'Kuznetsova & Partners', note: 'Eleven offices; invoices go to Odense.' };
  const organisation = await admin<{ id: string }>('POST', '/api/organisations', named);
  const adds = 'A technician within the same day.';
  const tier = await admin<{ id: string }>('POST', '/api/tiers', { name: 'Gold', adds });
  const its = await called(maria.from.name);
  const day = new Date().toISOString().slice(0, 10);
  await admin('PATCH', `/api/customers/${its}`, {
    ...{ organisation: organisation.id, tier: tier.id, language: 'ru', zone: 'Europe/Copenhagen' },
    ...{ preferredWay: 'phone', style: 'Brief, with figures.', formOfAddress: 'Мария Сергеевна' },
    value: { amountCents: 49_000, per: 'month', currency: 'DKK', source: 'Invoices', on: day },
  });
  await asAna('POST', `/api/customers/${its}/notes`, { text: 'Best reached after four.' });
  const jens = await called('Jens');
  const [about] = (await admin<Found>('GET', `/api/cases?customer=${jens}`)).items;
  const begun = { case: about!.id, direction: 'out', number: '+45 33 11 22 33' };
  const call = await asAna<{ id: string }>('POST', '/api/calls', begun);
  for (const kind of ['held', 'reached', 'ended']) {
    await asAna('POST', `/api/calls/${call.id}/marks`, { kind });
  }
  const people = [{ name: 'Jens Kjær Mortensen', spelling: 'K-J-Æ-R', role: 'Owner' }];
  const agreed = 'The refund goes to the new account by Friday.';
  await asAna('PATCH', `/api/calls/${call.id}`, { people, agreed, done: true });
}

/** Mail that becomes no case: spam, an answering machine, one that came twice. */
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
  await pause(2_000);
}
