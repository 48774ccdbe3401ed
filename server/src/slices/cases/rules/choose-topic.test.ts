import type { RuleConditions } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { type Arrival, chooseTopic, explainRules } from './choose-topic.ts';

const rule = (conditions: RuleConditions, id = 'rule') => ({
  id,
  name: id,
  topicId: `topic of ${id}`,
  conditions,
});
const letter = (more: Partial<Arrival>): Arrival => ({
  channelId: 'help',
  recipients: ['Help@Nordlys.example'],
  subject: '',
  text: '',
  language: 'en',
  ...more,
});

describe('words are found whole, whatever the case and the accents', () => {
  it.each<[string, string, boolean]>([
    ['refund', 'Please REFUND me.', true],
    ['refund', 'Two refunds, please.', false],
    ['art', 'It does not start.', false],
    ['charged twice', 'I was charged\n  twice in August', true],
    ['charged twice', 'charged me twice', false],
    ['számla', 'Hol a SZAMLA?', true],
    ['szamla', 'A számla hibás.', true],
    ['factură', 'Unde este factura?', true],
    ['știri', 'ŞTIRI', true],
    ['счёт', 'Где мой счет?', true],
    ['счет', 'счета', false],
    ['ødelagt', 'Skærmen er ODELAGT', true],
    ['skærm', 'skaerm', true],
    ['straße', 'STRASSE', true],
    ['路由器', '我的路由器红灯闪烁', true],
    ['路由器', '我的手机坏了', false],
    ['wifi', '路由器WiFi坏了', true],
    ['wifi 路由器', '新的WiFi路由器', true],
    ['ルーター', '新しいルーターが動かない', true],
    ['a.b-17', 'Serial A B 17!', true],
    ['!', 'Help!', false],
  ])('%j in %j: %s', (word, text, found) => {
    expect(chooseTopic([rule({ words: [word] })], letter({ text })) !== null).toBe(found);
    expect(chooseTopic([rule({ words: [word] })], letter({ subject: text })) !== null).toBe(found);
  });
});

describe('a rule fits when all that it asks for does', () => {
  it.each<[string, RuleConditions, Partial<Arrival>, boolean]>([
    ['the channel', { channels: ['other', 'help'] }, {}, true],
    ['another channel', { channels: ['other'] }, {}, false],
    ['no channel', { channels: ['other'] }, { channelId: null }, false],
    ['the address', { recipients: ['help@nordlys.example'] }, {}, true],
    ['the domain', { recipients: ['@nordlys.example'] }, {}, true],
    ['another domain', { recipients: ['@lys.example'] }, {}, false],
    ['the language', { languages: ['da', 'en'] }, {}, true],
    ['no language', { languages: ['da'] }, { language: null }, false],
    ['a word of the subject', { words: ['bill'], wordsIn: 'subject' }, { subject: 'Bill' }, true],
    ['a word elsewhere', { words: ['bill'], wordsIn: 'subject' }, { text: 'Bill' }, false],
    ['a word of the text', { words: ['bill'], wordsIn: 'text' }, { text: 'Bill' }, true],
    ['word and language', { words: ['bill'], languages: ['en'] }, { text: 'Bill' }, true],
    ['word, other language', { words: ['bill'], languages: ['da'] }, { text: 'Bill' }, false],
  ])('%s', (_, conditions, more, fits) => {
    expect(chooseTopic([rule(conditions)], letter(more)) !== null).toBe(fits);
  });
});

it('takes the first rule that fits', () => {
  const rules = [
    rule({ words: ['router'] }, 'a'),
    rule({ words: ['bill'] }, 'b'),
    rule({ languages: ['en'] }, 'c'),
  ];
  const chosen = (text: string) => chooseTopic(rules, letter({ text }))?.id;
  expect(chosen('The bill for my router')).toBe('a');
  expect(chosen('The bill')).toBe('b');
  expect(chosen('Hello')).toBe('c');
  expect(chooseTopic([], letter({}))).toBeNull();
});

it('says what was found of each rule, and what was not', () => {
  const rules = [rule({ words: ['Router', 'Modem'], languages: ['da'] }, 'a')];
  expect(explainRules(rules, letter({ text: 'my modem' }))).toEqual([
    {
      id: 'a',
      name: 'a',
      fits: false,
      checks: [
        { condition: 'words', fits: true, found: 'Modem' },
        { condition: 'languages', fits: false, found: null },
      ],
    },
  ]);
});
