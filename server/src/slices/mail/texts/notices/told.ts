import type { Language, NoticeKind } from '@baton/contract';
import { isAboutSignIn } from '../../../notices/index.ts';
import { wordsOf } from '../index.ts';
import { whenInWords } from '../when.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import type { NoticeWords } from './words.ts';
import { zh } from './zh.ts';

const catalogues: Record<Language, NoticeWords> = { en, ro, hu, zh, ru, da };

/** The catalogue of what agents are told, in a language. */
export function noticeWordsOf(language: Language): NoticeWords {
  return catalogues[language];
}

/** One thing that an agent is told: what happened, and to which case. */
export type ToldNotice = {
  kind: NoticeKind;
  data: Record<string, unknown>;
  at: Date;
  case: { number: number; customer: string; due: Date | null; url: string } | null;
};

export type ToldAgent = { name: string; language: Language; zone: string; url: string };

/**
 * What an agent is told by mail: as little as possible, for mail is read by others, too. The case's
 * number, who the customer is, what happened, and the way to the rest; never what anybody wrote.
 */
export function noticeMail(agent: ToldAgent, told: ToldNotice[], answerable: boolean) {
  const words = noticeWordsOf(agent.language);
  const whats = [...new Set(told.map((one) => sentenceOf(one, words)))];
  const numbers = [...new Set(told.flatMap((one) => one.case?.number ?? []))];
  const subject = whats.length === 1 ? whats[0]!.replace(/[.。]$/, '') : words.several;
  const shown = numbers.slice(0, 5).map((number) => `#${number}`);
  return {
    subject: [...shown, subject].join(' · '),
    text: [
      wordsOf(agent.language).greeting(agent.name),
      ...paragraphsOf(told, agent, words),
      answerOf(told, answerable, words),
      // What is about the sign-in comes whatever one chose.
      ...(told.every(({ kind }) => isAboutSignIn(kind)) ? [] : [`${words.choose}\n${agent.url}`]),
    ].join('\n\n'),
  };
}

/** What becomes of an answer. */
function answerOf(told: ToldNotice[], answerable: boolean, words: NoticeWords): string {
  if (answerable) return words.answer;
  return told.some((one) => one.case) ? words.answerNone : words.answerNobody;
}

/** A paragraph for each case with all that happened to it, and one for each thing besides. */
function paragraphsOf(told: ToldNotice[], agent: ToldAgent, words: NoticeWords): string[] {
  const byCase = Map.groupBy(told, (one) => one.case?.number ?? null);
  return [...byCase.values()].flatMap((of) => {
    const about = of[0]!.case;
    const whats = [...new Set(of.map((one) => whatOf(one, agent, words)))];
    return about ? [[...whats, ...linesOf(about, agent, words)].join('\n')] : whats;
  });
}

function whatOf(told: ToldNotice, agent: ToldAgent, words: NoticeWords): string {
  const what = sentenceOf(told, words);
  if (told.kind === 'new_device')
    return [what, whence(told, agent, words), words.advice.new_device].join('\n');
  if (told.kind === 'sign_in_failures') return [what, words.advice.sign_in_failures].join('\n');
  return what;
}

/** Which case it is, whose, by when, and the way to it. */
function linesOf(
  { number, customer, due, url }: NonNullable<ToldNotice['case']>,
  { language, zone }: ToldAgent,
  words: NoticeWords,
): string[] {
  const { labels, labelled } = wordsOf(language);
  return [
    labelled(labels.number, String(number)),
    labelled(words.customer, customer),
    ...(due ? [labelled(labels.due, whenInWords(due, zone, language))] : []),
    url,
  ];
}

/** From which device and network address somebody came in, and when. */
function whence({ data, at }: ToldNotice, agent: ToldAgent, words: NoticeWords): string {
  const device = [data['browser'], data['system']].filter((one) => typeof one === 'string');
  const when = whenInWords(at, agent.zone, agent.language);
  return [device.join(', ') || words.unknownDevice, String(data['address']), when].join(' · ');
}

function sentenceOf({ kind, data }: Pick<ToldNotice, 'kind' | 'data'>, words: NoticeWords): string {
  if (kind === 'case_came') return words.came[cameBy(data['direction'])];
  if (kind === 'case_warned') return words.warned[warningOf(data['nth'])];
  if (kind === 'rule_told') return `${words.kind.rule_told} ${String(data['text'])}`;
  return words.kind[kind];
}

/**
 * What happened in a few words, for where others may look on: of a rule only that it tells something,
 * never its words.
 */
export function shortWordsOf(told: Pick<ToldNotice, 'kind' | 'data'>, language: Language): string {
  const words = noticeWordsOf(language);
  const sentence = told.kind === 'rule_told' ? words.kind.rule_told : sentenceOf(told, words);
  return sentence.replace(/[.。:：]$/, '');
}

function cameBy(direction: unknown): keyof NoticeWords['came'] {
  return direction === 'up' || direction === 'across' || direction === 'down'
    ? direction
    : 'opened';
}

function warningOf(nth: unknown): keyof NoticeWords['warned'] {
  if (nth === 1) return 'half';
  return nth === 2 ? 'most' : 'nearly';
}
