import { describe, expect, test } from 'vitest';
import { forwardedFrom } from './forwarded.ts';

const maria = { address: 'maria@customer.test', name: 'Maria Popescu' };

describe('who wrote at first what was handed on', () => {
  test.each([
    [
      'Gmail, English',
      'FYI\n\n---------- Forwarded message ---------\nFrom: Maria Popescu <maria@customer.test>\nDate: Tue, 3 Mar 2026 at 10:24\nSubject: Router\nTo: <tom@acme.test>\n\nIt is broken.',
    ],
    [
      'Gmail, Romanian',
      '---------- Forwarded message ---------\nDe la: Maria Popescu <maria@customer.test>\nDate: mar., 3 mar. 2026 la 10:24\nSubject: Router\nTo: <tom@acme.test>\n\nNu mai merge.',
    ],
    [
      'Outlook, English',
      'Please take this.\n\nFrom: Maria Popescu <maria@customer.test>\nSent: Tuesday, 3 March 2026 10:24\nTo: Tom <tom@acme.test>\nSubject: Router\n\nIt is broken.',
    ],
    [
      'Outlook with mailto',
      'From: Maria Popescu [mailto:maria@customer.test]\nSent: Tuesday\nTo: Tom\nSubject: Router\n\nIt is broken.',
    ],
    [
      'Outlook, Hungarian',
      'Feladó: Maria Popescu <maria@customer.test>\nElküldve: 2026. március 3. 10:24\nCímzett: Tom\nTárgy: Router\n\nNem működik.',
    ],
    [
      'Outlook, Danish',
      'Fra: Maria Popescu <maria@customer.test>\nSendt: 3. marts 2026 10:24\nTil: Tom\nEmne: Router\n\nDen virker ikke.',
    ],
    [
      'Outlook, Chinese',
      '发件人: Maria Popescu <maria@customer.test>\n发送时间: 2026年3月3日 10:24\n收件人: Tom\n主题: 路由器\n\n坏了。',
    ],
    [
      'Mail.ru',
      '-------- Пересылаемое сообщение --------\nОт кого: Maria Popescu <maria@customer.test>\nКому: tom@acme.test\nДата: вторник, 3 марта 2026\nТема: Роутер\n\nНе работает.',
    ],
    [
      'Apple',
      'Begin forwarded message:\n\n> From: Maria Popescu <maria@customer.test>\n> Subject: Router\n> Date: 3 March 2026 at 10:24\n> To: tom@acme.test\n>\n> It is broken.',
    ],
    [
      'Thunderbird',
      '-------- Forwarded Message --------\nSubject: Router\nDate: Tue, 3 Mar 2026 10:24:00 +0200\nFrom: Maria Popescu <maria@customer.test>\nTo: tom@acme.test\n\nIt is broken.',
    ],
  ])('%s', (_, text) => {
    expect(forwardedFrom(text, 'Fwd: Router')).toEqual(maria);
  });

  test('an address without a name', () => {
    const text = 'From: maria@customer.test\nSent: Tuesday\nTo: Tom\nSubject: Router\n\nBroken.';
    expect(forwardedFrom(text, 'FW: Router')).toEqual({ ...maria, name: null });
  });

  test('a reply that quotes suggests nobody, nor does a mail that only mentions somebody', () => {
    const quoted = 'Yes.\n\nFrom: Tom <tom@acme.test>\nSent: Tuesday\nTo: M\nSubject: R\n\nDone?';
    expect(forwardedFrom(quoted, 'Re: Router')).toBeNull();
    expect(forwardedFrom('Please call Maria <maria@customer.test>.', 'Fwd: Router')).toBeNull();
    expect(forwardedFrom('From: nobody\nDate: now\nTo: x\nSubject: y', 'Fwd: Router')).toBeNull();
  });
});
