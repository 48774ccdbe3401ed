import { Readable } from 'node:stream';
import type { Language } from '@baton/contract';
import { dayMs, hourMs, minuteMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Deps } from '../../platform/context.ts';
import { confirmSolution, denySolution } from '../cases/index.ts';
import { deliver } from '../mail/index.ts';
import { doors, topics } from './company.ts';
import type { DemoCustomer } from './customers.ts';
import { composed } from './letters.ts';
import { caseOfLetter, lastMail, standing } from './store/state.ts';
import { type Talk, words } from './words/index.ts';
import type { World } from './world.ts';

export type Known = DemoCustomer & { id: string };

/** What there is to write about, and how often. */
const shares: Record<Talk, number> = {
  washer: 14,
  coffee: 11,
  heating: 8,
  late: 19,
  damaged: 9,
  returns: 8,
  invoice: 9,
  refund: 8,
  app: 9,
  warranty: 5,
};

/** What somebody says about a problem of theirs. */
export function problem(
  world: World,
  language: Language,
): { talk: Talk; subject: string; text: string } {
  const { random } = world;
  const talk = random.weighted(shares);
  const { hello, wishes, talk: told } = words[language];
  const order = `LH-${random.whole(40_000, 89_999)}`;
  const subject = random.oneOf(told[talk].subjects).replace('{order}', order);
  const said = random.oneOf(told[talk].problems).replace('{order}', order);
  const begun = language === 'zh' || language === 'da' || language === 'ro' || language === 'en';
  const text = begun ? said : said[0]!.toUpperCase() + said.slice(1);
  return { talk, subject, text: [random.oneOf(hello), text, random.oneOf(wishes)].join('\n\n') };
}

/** A customer writes a letter about something new. */
export async function writeAnew(world: World, who: Known, now: Date): Promise<void> {
  const { random } = world;
  const { talk, subject, text } = problem(world, who.language);
  const group = topics.find(({ talk: all }) => all.some(({ key }) => key === talk))!.name;
  const special = doors.find((door) => door.topics === group);
  const to = special && random.chance(0.6) ? special.address : doors[0]!.address;
  const picture = random.chance(0.08) ? random.whole(1, 90) : null;
  const caseId = await post(world, now, null, { who, to, subject, text, inReplyTo: null, picture });
  if (caseId && random.chance(0.07)) {
    const at = plus(now, 4 * hourMs + random.wait(12 * hourMs));
    world.plan(at, (then) =>
      writeAgain(world, who, caseId, random.oneOf(words[who.language].urges), then),
    );
  }
}

type Said = {
  who: Known;
  to: string;
  subject: string;
  text: string;
  inReplyTo: string | null;
  picture: number | null;
};

/** A letter comes in by our own mail server, and is judged. Gives the case it came to. */
async function post(
  world: World,
  now: Date,
  about: string | null,
  said: Said,
): Promise<string | null> {
  const { who, to, ...rest } = said;
  const id = `${now.getTime().toString(36)}.${world.random.whole(1, 2 ** 30).toString(36)}`;
  const signed = `${said.text}\n\n${who.name}`;
  const letter = composed({ ...rest, text: signed, from: who, to, at: now, id });
  const arrive = async (deps: Deps) => {
    const delivery = { from: who.address, recipients: [to] };
    const inboundId = await deliver(deps, Readable.from([letter]), delivery);
    await world.follow(deps, inboundId);
    const caseId = await caseOfLetter(deps.db, inboundId);
    if (caseId) await world.follow(deps, caseId);
    return caseId;
  };
  return about ? world.inTurn(about, now, arrive) : arrive(world.at(now));
}

/** The customer answers the last mail that they got of a case. */
export async function writeAgain(
  world: World,
  who: Known,
  caseId: string,
  text: string,
  now: Date,
): Promise<void> {
  const mail = await lastMail(world.db, caseId);
  if (!mail) return;
  const picture = world.random.chance(0.15) ? world.random.whole(1, 90) : null;
  const subject = `Re: ${mail.subject}`;
  const said = {
    who,
    to: mail.replyTo ?? doors[0]!.address,
    subject,
    text,
    inReplyTo: mail.mimeId,
    picture,
  };
  await post(world, now, caseId, said);
}

/** What a customer does after an agent has asked something back. */
export function answerLater(world: World, who: Known, caseId: string, now: Date): void {
  const { random } = world;
  if (!random.chance(0.75)) return;
  const text = random.oneOf(words[who.language].answers);
  const at = plus(now, 30 * minuteMs + random.wait(0.8 * dayMs));
  world.plan(at, (then) => writeAgain(world, who, caseId, text, then));
}

/** What a customer does after a solution: says yes or no, thanks, or says nothing. */
export function hearSolution(world: World, who: Known, caseId: string, now: Date): void {
  const { random } = world;
  const { thanks, denials } = words[who.language];
  const at = plus(now, 20 * minuteMs + random.wait(dayMs));
  const actor = { kind: 'customer', id: who.id } as const;
  const answers = { yes: 34, no: 4, again: 3, thanks: 9, silent: 50 };
  switch (random.weighted(answers)) {
    case 'yes':
      return world.plan(at, async (then) => {
        await world.onCase(caseId, then, actor, (ctx) => confirmSolution(ctx, { caseId }));
      });
    case 'no': {
      const text = random.oneOf(denials);
      return world.plan(at, async (then) => {
        if ((await standing(world.db, caseId)).status !== 'solved') return;
        await world.onCase(caseId, then, actor, (ctx) => denySolution(ctx, { caseId, text }));
      });
    }
    case 'again':
      return world.plan(at, (then) => writeAgain(world, who, caseId, random.oneOf(denials), then));
    case 'thanks':
      return world.plan(at, (then) => writeAgain(world, who, caseId, random.oneOf(thanks), then));
    case 'silent':
  }
}
