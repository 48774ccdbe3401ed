import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownMs } from '../../../test/own-time.ts';
import { formatted, formattedToSend, shown } from './index.ts';

const file = '01900000-0000-7000-8000-000000000001';

describe('formatted writing keeps what one writes', () => {
  it.each([
    ['<p>Dear <strong>Maria</strong>,</p>', '<p>Dear <strong>Maria</strong>,</p>', 'Dear Maria,'],
    ['<p>a <b>b</b> <i>c</i></p>', '<p>a <strong>b</strong> <em>c</em></p>', 'a b c'],
    ['<p>one</p><p></p><p>two<br>three</p>', null, 'one\n\ntwo\nthree'],
    ['<ul><li><p>a</p></li><li><p>b</p></li></ul>', null, '- a\n- b'],
    ['<ol start="3"><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>', null, '3. a\n   - b'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', null, '> a\n> \n> b'],
    ['<pre><code>a  &lt;b&gt;\n c</code></pre>', null, 'a  <b>\n c'],
    ['<p><a href="https://x.test/a">here</a></p>', null, 'here (https://x.test/a)'],
    ['<p><a href="https://x.test/">x.test</a></p>', null, 'x.test'],
    ['<p><a href="mailto:a@x.test">a@x.test</a></p>', null, 'a@x.test'],
    [`<p><img data-file="${file}" alt="lamp.png"></p>`, null, '[lamp.png]'],
    [`<p><img alt="x" data-file="${file}"></p>`, `<p><img data-file="${file}" alt="x"></p>`, '[x]'],
    ['<div>one</div><div>two</div>', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['<div><p>one</p><p>two</p></div>', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['a &lt; b &amp; "c"', 'a &lt; b &amp; &quot;c&quot;', 'a < b & "c"'],
    ['<p>  two  spaces </p>', null, 'two  spaces'],
  ])('%s', (given, html, text) => {
    expect(formatted(given)).toMatchObject({ html: html ?? given, text });
  });
});

describe('formatted writing holds nothing else', () => {
  it.each([
    ['<script>alert(1)</script><p>a</p>', '<p>a</p>'],
    ['<style>p{color:red}</style><p>a</p>', '<p>a</p>'],
    ['<p style="position:fixed" class="x" id="y">a</p>', '<p>a</p>'],
    ['<p onclick="alert(1)" onmouseover=alert(1)>a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', 'a'],
    ['<a href="java\nscript:alert(1)">a</a>', 'a'],
    ['<a href=" javascript:alert(1)">a</a>', 'a'],
    ['<a href="data:text/html,x">a</a>', 'a'],
    ['<a href="vbscript:x">a</a>', 'a'],
    ['<a href="/settings">a</a>', 'a'],
    [
      '<a href="https://x.test/&quot;onclick=&quot;x">a</a>',
      '<a href="https://x.test/&quot;onclick=&quot;x">a</a>',
    ],
    ['<img src="https://x.test/spy.gif">', ''],
    ['<img src=x onerror=alert(1)>', ''],
    ['<img data-file="../../etc/passwd">', ''],
    [`<img data-file="${file}" src="data:image/svg+xml,x">`, `<img data-file="${file}">`],
    ['<svg><a href="https://x.test">x</a></svg>a', 'a'],
    ['<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', ''],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">', ''],
    ['<iframe src="https://x.test"></iframe>a', 'a'],
    ['<form action="https://x.test"><input name="a">a</form>', 'a'],
    ['<base href="https://x.test"><meta http-equiv="refresh" content="0"><link rel="x">a', 'a'],
    ['<!--[if IE]><script>x</script><![endif]-->a', 'a'],
    ['<table><tr><td>a</td></tr></table>', 'a'],
    ['<custom-element>a</custom-element>', 'a'],
    ['<p>a</constructor><__proto__>b</p>', '<p>a&lt;__proto__&gt;b</p>'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a\u0000b\ud800', 'ab\ufffd'],
    ['<li>a<p>b<li>c</li></p>d', '<li>ab</li><li>c</li>d'],
  ])('%j', (given, html) => {
    expect(formatted(given).html).toBe(html);
  });

  it('stays shallow, and is read in time that grows with its length', () => {
    const begun = ownMs();
    const deep = formatted('<blockquote>'.repeat(20_000) + 'a');
    expect(deep.html.split('<blockquote>')).toHaveLength(31);
    expect(deep.html).toContain('a');
    expect(ownMs() - begun).toBeLessThan(2000);
  });

  it('read again, it is the same', () => {
    const mixed = fc.array(fc.constantFrom(...pieces()), { maxLength: 25 });
    fc.assert(
      fc.property(mixed, (all) => {
        const { html } = formatted(all.join(''));
        expect(html).not.toMatch(
          /<(?!\/?(p|br|strong|em|u|s|code|pre|blockquote|ul|ol|li|a|img)[ >])/,
        );
        expect(html.replaceAll(/="[^"]*"/g, '')).not.toMatch(/<[^>]*\s(on\w+|src|style)/);
        expect(formatted(html).html).toBe(html);
      }),
      { numRuns: 300 },
    );
  });
});

function pieces(): string[] {
  return [
    ...['<p>', '</p>', '<b>', '</b>', '<ul>', '<li>', '</ul>', '<a href="https://x.test">', '</a>'],
    ...['<script>', '</script>', '<svg>', '</svg>', '<', '>', '"', "'", '&', '&lt;', 'x', ' on=1 '],
    ...['<img src=x onerror=alert(1)>', '<!--', '-->', '<style>', '</style>', '<div style="x">'],
  ];
}

it.each([
  ['<p>Kind regards</p><p></p>', '<p>Kind regards</p>'],
  ['<p>a</p><p></p><p>b</p><p><br></p><ul><li><p> </p></li></ul>', '<p>a</p><p></p><p>b</p>'],
  [`<p><img data-file="${file}"></p><p></p>`, `<p><img data-file="${file}"></p>`],
  ['<p></p>', ''],
])('sent, %s has no gap at its end', (given, html) => {
  expect(formattedToSend(given).html).toBe(html);
  // While one writes, the line one has begun stays.
  expect(formatted(given).html).toBe(given);
});

it('shows pictures from where they are to be had, and their names elsewhere', () => {
  const { html, pictures } = formatted(`<p>a<img data-file="${file}" alt="&lt;b&gt;"></p><p></p>`);
  expect(pictures).toEqual([file]);
  expect(shown(html, (id) => `cid:${id}`)).toBe(
    `<p>a<img src="cid:${file}" alt="&lt;b&gt;"></p><p><br></p>`,
  );
  expect(shown(html, () => null)).toBe('<p>a<em>[&lt;b&gt;]</em></p><p><br></p>');
});
