import { languages, type NoticeKind } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { noticeMail, noticeWordsOf, type ToldNotice } from './told.ts';

const at = new Date('2026-03-04T10:00:00Z');
const told = (kind: NoticeKind, number?: number): ToldNotice => ({
  kind,
  data: {},
  at,
  case: number
    ? { number, customer: 'Maria', due: null, url: `https://baton.test/cases/${number}` }
    : null,
});
const url = 'https://baton.test/notices/choices';

describe.each(languages)('in %s', (language) => {
  const words = noticeWordsOf(language);
  const agent = { name: 'Ana', language, zone: 'UTC', url };
  const paragraphs = (...all: ToldNotice[]) => noticeMail(agent, all, false).text.split('\n\n');

  it('what happened to one case stands together, each thing once', () => {
    const [, first, second, ...rest] = paragraphs(
      told('customer_wrote', 1),
      told('mentioned', 2),
      told('task_asked', 1),
      told('customer_wrote', 1),
    );
    const { customer_wrote: wrote, task_asked: asked, mentioned } = words.kind;
    expect(first!.split('\n').slice(0, 2)).toEqual([wrote, asked]);
    expect(first!.split('\n').at(-1)).toBe('https://baton.test/cases/1');
    expect(second!.split('\n')[0]).toBe(mentioned);
    expect(rest).toEqual([words.answerNone, `${words.choose}\n${url}`]);
  });

  it('nobody is asked to write about cases where it is about none', () => {
    expect(paragraphs(told('channel_silent')).slice(1)).toEqual([
      words.kind.channel_silent,
      words.answerNobody,
      `${words.choose}\n${url}`,
    ]);
  });

  it('what is about the sign-in is nobody’s choice', () => {
    expect(paragraphs(told('sign_in_failures')).at(-1)).toBe(words.answerNobody);
    expect(paragraphs(told('sign_in_failures'), told('untaken', 1)).at(-1)).toContain(url);
  });
});
