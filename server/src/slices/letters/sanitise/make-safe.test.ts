import { describe, expect, test } from 'vitest';
import { hostileLetters } from '../hostile-letters.ts';
import { makeSafe } from './make-safe.ts';

const tagsOf = (html: string) =>
  [...html.matchAll(/<([a-z]\w*)((?: [a-z-]+="[^"]*")*)(?: \/)?>/g)].map(([, name, given]) => ({
    name: name!,
    attributes: [...given!.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, key, value]) => [
      key!,
      value!,
    ]),
  }));

const named = new Set(
  (
    'style dir lang align valign bgcolor href target rel data-to data-picture src alt width height ' +
    'cellpadding cellspacing border colspan rowspan nowrap scope span color face size start type ' +
    'reversed value noshade class'
  ).split(' '),
);

describe('what letters try comes to nothing', () => {
  test.each(Object.entries(hostileLetters()))('%s', (_, hostile) => {
    const { html } = makeSafe(hostile);
    // Every angle bracket is one of a tag that is known, with attributes that are known.
    const rest = html.replaceAll(
      /<\/?[a-z]\w*(?: [a-z-]+="[^"<>]*"| open| nowrap| noshade| reversed)*(?: \/)?>/g,
      '',
    );
    expect(rest).not.toMatch(/[<>]/);
    for (const { name, attributes } of tagsOf(html)) {
      expect([
        'script',
        'style',
        'svg',
        'math',
        'form',
        'iframe',
        'meta',
        'base',
        'link',
      ]).not.toContain(name);
      for (const [key, value] of attributes) {
        expect(named).toContain(key);
        if (key === 'src') expect(value).toMatch(/^data:image\/(png|jpeg|jpg|gif|webp);base64,/);
        if (key === 'href') expect(value).toMatch(/^(https?|mailto|tel):/);
        if (key === 'style')
          expect(value).not.toMatch(/url|expression|position|z-index|\\|@|\/\*/i);
        if (key === 'target') expect(value).toBe('_blank');
        if (key === 'class') expect(value).toMatch(/^earlier/);
      }
    }
    expect(html).toContain('Hello');
  });

  test('what was made safe once stays as it is', () => {
    for (const hostile of Object.values(hostileLetters())) {
      const { html } = makeSafe(hostile);
      const bare = html.replaceAll(/<details[^>]*>|<\/details>| data-(picture|to)="[^"]*"/g, '');
      const again = makeSafe(bare).html.replaceAll(/ data-(picture|to)="[^"]*"/g, '');
      expect(again.replaceAll(/^<div>|<\/div>$/g, '')).toBe(
        bare.replaceAll(/^<div>|<\/div>$/g, ''),
      );
    }
  });
});

describe('what a letter shows stays', () => {
  test.each([
    ['<p style="color:#c00;text-align:right">Red</p>', 'color:#c00;text-align:right'],
    ['<td bgcolor="#eeeeee" width="50%">x</td>', 'bgcolor="#eeeeee" width="50%"'],
    ['<p dir="rtl" lang="ar">مرحبا</p>', '<p dir="rtl" lang="ar">مرحبا</p>'],
    [
      '<span style="font-family:\'Times New Roman\',serif;color:rgb(1, 2, 3)">x</span>',
      'color:rgb(1, 2, 3)',
    ],
    ['<ol start="3"><li>x</li></ol>', '<ol start="3"><li>x</li></ol>'],
    [
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt="a">',
      'src="data:image/png;base64,iVBORw0KGgo="',
    ],
  ])('%s', (given, kept) => {
    expect(makeSafe(given).html).toContain(kept);
  });
});

test('pictures stand by number, each once, and spies not at all', () => {
  const found = makeSafe(
    '<img src="cid:logo%40x"><img src="https://a.example/1.png"><img src="//b.example/2.png">' +
      '<img src="https://a.example/1.png"><img src="https://spy.example/" width=1 height=1>',
  );
  expect(found).toMatchObject({
    inline: ['logo@x'],
    remote: ['https://a.example/1.png', 'https://b.example/2.png'],
  });
  expect([...found.html.matchAll(/data-picture="(\w+)"/g)].map(([, number]) => number)).toEqual([
    ...['i0', 'r0', 'r1', 'r0'],
  ]);
});

test('links open elsewhere, tell nobody whence, and say where they lead', () => {
  const { html } = makeSafe('<a href="https://bank.example@evil.example/in?x=1">bank.example</a>');
  expect(html).toContain('target="_blank" rel="noopener noreferrer nofollow"');
  expect(html).toContain('data-to="evil.example/in?x=1"');
});

describe('what is quoted is folded', () => {
  const quote =
    '<div class="gmail_quote">On Monday Ana wrote: <blockquote type="cite">Hi</blockquote></div>';
  test.each([
    ['below an answer', `<p>Thanks</p>${quote}`, '<details class="earlier">'],
    [
      'once, whatever is quoted in it',
      `<p>Thanks</p>${quote}`,
      '<details class="earlier unfolded" open>Hi',
    ],
    ['not where the letter only hands it on', quote, '<details class="earlier unfolded" open>On'],
    [
      'not where it says that it was forwarded',
      '<p>See</p><div class="gmail_quote">---------- Forwarded message ---------</div>',
      '<details class="earlier unfolded" open>',
    ],
    [
      'from the line on that Outlook draws',
      '<p>Thanks</p><div id="divRplyFwdMsg">From: Ana</div><p>Hi</p>',
      '<details class="earlier below">From: Ana</details><p>Hi</p>',
    ],
  ])('%s', (_, given, shown) => {
    expect(makeSafe(given).html).toContain(shown);
  });
});

test.each([
  [
    'lines of Gmail',
    '<div dir="ltr">Hello<br><br>It broke.</div>',
    { plain: true, coloured: false },
  ],
  [
    'lines of Outlook in black',
    '<p class=MsoNormal><span style="font-size:11pt;color:black">Hello</span></p>',
    { plain: true, coloured: false },
  ],
  ['a list', '<ul><li>x</li></ul>', { plain: false }],
  ['a link under other words', '<a href="https://x.example">here</a>', { plain: false }],
  [
    'a link that says itself',
    '<a href="https://x.example/">https://x.example/</a>',
    { plain: true },
  ],
  ['colour', '<p style="color:red">x</p>', { plain: false, coloured: true }],
  ['a quotation in colour', `<p>x</p><div class="gmail_quote"><b>y</b></div>`, { plain: true }],
])('what needs no frame: %s', (_, given, kind) => {
  expect(makeSafe(given)).toMatchObject(kind);
});

test('too much is cut, and said so', () => {
  const long = makeSafe(`<p>x</p>${'<p>y</p>'.repeat(25_000)}`);
  expect(long).toMatchObject({ cut: true });
  expect(long.height).toBeLessThanOrEqual(20_000);
});
