import { describe, expect, it, test } from 'vitest';
import type { HintCode } from '../writing.ts';
import { type HintContext, hintsIn, isAngry } from './index.ts';

const context: HintContext = {
  customerName: null,
  caseNumber: 1042,
  lastFromCustomer: null,
  template: null,
};
const codes = (text: string, more: Partial<HintContext> = {}) =>
  hintsIn(text, { ...context, ...more }).map(({ code }) => code);

type Row = [code: HintCode, texts: string[]];

/** What is to be pointed out, in each language. */
const found: Row[] = [
  [
    'apology_without_next_step',
    [
      'We are sorry for the inconvenience.',
      'Please accept our apologies.',
      'Vi beklager ulejligheden.',
      'Undskyld, at det gik sådan.',
      'Ne cerem scuze pentru neplăceri.',
      'Îmi pare rău pentru situație.',
      'Elnézést kérünk a kellemetlenségért.',
      'Nagyon sajnáljuk a történteket.',
      'Приносим извинения за неудобства.',
      'Нам жаль, что так вышло.',
      '非常抱歉给您带来不便。',
    ],
  ],
  [
    'soon_without_date',
    [
      'You will hear from us soon.',
      'We will reply as soon as possible.',
      'Du hører snart fra os.',
      'Vi vender tilbage hurtigst muligt.',
      'Revenim în cel mai scurt timp.',
      'Hamarosan jelentkezünk.',
      'Mihamarabb válaszolunk.',
      'Мы ответим в ближайшее время.',
      '我们会尽快回复您。',
    ],
  ],
  [
    'cannot',
    [
      'Unfortunately we cannot refund this.',
      'I can’t change the address.',
      'We are unable to help you with this.',
      'It is not possible to return it.',
      'Vi kan desværre ikke refundere beløbet.',
      'Desværre kan vi ikke hjælpe.',
      'Din păcate nu putem returna banii.',
      'Nu este posibil să schimbăm adresa.',
      'Sajnos nem tudjuk visszatéríteni.',
      'Nem áll módunkban segíteni.',
      'К сожалению, мы не можем вернуть деньги.',
      'Это невозможно.',
      '很抱歉，我们无法退款。',
    ],
  ],
  [
    'policy_refusal',
    [
      'According to our policy this is not refundable.',
      'I følge vores betingelser kan beløbet ikke refunderes.',
      'Conform regulamentului, produsul nu se returnează.',
      'Szabályzatunk szerint ez nem téríthető vissza.',
      'Согласно нашим правилам, возврат не предусмотрен.',
      '根据公司规定，不予退款。',
    ],
  ],
  [
    'number_as_greeting',
    ['Dear customer 104233,\nit is done.', 'Sag 1042!\nDen er løst.', '1042号：\n已解决。'],
  ],
  ['card_number', ['Your card 4111 1111 1111 1111 was charged.', '卡号5500005555555559']],
  ['bank_number', ['Paid to GB82 WEST 1234 5698 7654 32.', 'IBAN RO49AAAA1B31007593840000 da.']],
  [
    'anger_answered',
    [
      'As I have already told you, it is done.',
      'That is not our fault.',
      'Det er ikke vores skyld.',
      'După cum v-am mai spus, este gata.',
      'Ez nem a mi hibánk.',
      'Успокойтесь, пожалуйста.',
      '这不是我们的责任。',
    ],
  ],
];

/** What sounds like it, and is good. */
const good: Row[] = [
  [
    'apology_without_next_step',
    [
      'I am sorry. I have sent you a new one.',
      'We are sorry; it will be there on Tuesday.',
      'Jeg beklager. Jeg har sendt en ny.',
      'Vi beklager. Den er hos dig i morgen.',
      'Îmi pare rău. Am trimis unul nou.',
      'Elnézést kérek, már elküldtem az újat.',
      'Извините. Я отправлю новый завтра.',
      '很抱歉，我已经为您重新寄出。',
      'Thank you for your patience.',
    ],
  ],
  [
    'soon_without_date',
    [
      'You will hear from me soon, at the latest on Friday.',
      'Du hører snart fra mig, senest kl. 14.',
      'Revenim cât mai curând, cel târziu mâine.',
      'Hamarosan, legkésőbb holnap jelentkezünk.',
      'Мы скоро ответим, не позднее 12 марта.',
      '我们会尽快处理，最迟明天答复您。',
      'It happened sooner than I thought.',
    ],
  ],
  [
    'cannot',
    [
      'I understand that you cannot log in.',
      'I cannot thank you enough.',
      'Jeg forstår, at du ikke kan logge ind.',
      'Am înțeles că nu vă puteți conecta.',
      'Értem, hogy nem tud belépni.',
      'Я понимаю, что вы не можете войти.',
      '我了解到您无法登录。',
    ],
  ],
  [
    'policy_refusal',
    [
      'Our policy is to send it on the same day.',
      'Conform regulamentului, primiți banii mâine.',
      '根据公司规定，今天就给您退款。',
    ],
  ],
  [
    'number_as_greeting',
    ['Dear Maria,\nyour order 104233 is there.', 'Order 104233 was sent.', '您好：'],
  ],
  ['card_number', ['Order 4111 1111 1111 1112', 'Tel. +45 12 34 56 78', '0000 0000 0000 0000']],
  ['bank_number', ['GB82 WEST 1234 5698 7654 33', 'DK12 is the number of the route.']],
  [
    'anger_answered',
    [
      'I have already ordered it for you.',
      'You should have it by Monday.',
      'You are right: it is our fault.',
    ],
  ],
];

describe.each(found)('%s', (code, texts) => {
  it.each(texts)('is pointed out: %s', (text) => {
    expect(codes(text)).toContain(code);
  });
});
describe.each(good)('%s', (code, texts) => {
  it.each(texts)('is not seen in: %s', (text) => {
    expect(codes(text)).not.toContain(code);
  });
});

const long =
  ' I have looked at what you wrote, and it is put right as of today; there is nothing left to do.';
test.each<[string, string, boolean]>([
  ['Maria Ionescu', `Dear Maria,${long}`, false],
  ['Maria Ionescu', `Dear Ms Ionescu,${long}`, false],
  ['Мария Иванова', `Спасибо Марии за терпение.${long}`, false],
  ['林晓梅', `林女士，您好。${long}`, false],
  ['Maria Ionescu', `Hello,${long}`, true],
  ['Maria Ionescu', 'Done!', false],
])('somebody called %s is missed in "%s": %s', (customerName, text, missed) => {
  expect(codes(text, { customerName }).includes('no_name')).toBe(missed);
});

describe('an angry customer', () => {
  it.each([
    'This is UNACCEPTABLE!',
    'Where is it!!!',
    'I AM WAITING FOR DAYS',
    'Det er fuldstændig latterligt',
    'E bătaie de joc',
    'Felháborító!',
    'Это безобразие',
    '太差了',
  ])('is told from their words: %s', (text) => {
    expect(isAngry(text)).toBe(true);
  });
  it.each(['Where is my parcel?', 'Thank you!', 'The TV is OK.', '谢谢您'])(
    'is not seen in: %s',
    (text) => {
      expect(isAngry(text)).toBe(false);
    },
  );
  it('is said quietly, and asked about only where the reply is loud too', () => {
    const angry = { ...context, lastFromCustomer: 'This is a scandal!!!' };
    expect(hintsIn('I have sent a new one today.', angry)).toMatchObject([
      { code: 'anger_answered', asks: false },
    ]);
    expect(hintsIn('I have sent it today!!', angry)).toMatchObject([
      { code: 'anger_answered', asks: true },
    ]);
  });
});

test('a template as it stands is pointed out, and the sentence that something is about', () => {
  expect(codes('It is done.', { template: 'It is done.' })).toEqual(['unchanged_template']);
  expect(codes('It is done now.', { template: 'It is done.' })).toEqual([]);
  const [hint] = hintsIn('Hello. We cannot do this. Bye.', context);
  expect(hint).toEqual({ code: 'cannot', quote: 'We cannot do this.', asks: true });
  expect(hintsIn('  ', context)).toEqual([]);
});
