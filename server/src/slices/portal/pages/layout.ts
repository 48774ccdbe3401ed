import { html } from 'ghtml';

type Layout = {
  language: string;
  title: string;
  brand: { name: string; colour: string };
  /** Of the content security policy, for the one style sheet of the page. */
  nonce: string;
  body: string;
};

/** A whole page for customers: one narrow column, no script, nothing fetched from anywhere. */
export function layout({ language, title, brand, nonce, body }: Layout): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${brand.name}</title>
        <style nonce="${nonce}">
          !${styleOf(brand.colour)}
        </style>
      </head>
      <body>
        <main>
          <p class="brand">${brand.name}</p>
          <h1>${title}</h1>
          !${body}
        </main>
      </body>
    </html> `;
}

function styleOf(colour: string): string {
  return `:root{--brand:${colour};--on-brand:${readableOn(colour)};--text:#1c1f22;--quiet:#5b6268;--line:#d9dde0;--ground:#fff}
@media (prefers-color-scheme:dark){:root{--text:#e7eaec;--quiet:#a2a9af;--line:#3a4046;--ground:#16191b}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans SC",sans-serif}
main{max-width:36rem;margin:0 auto;padding:1.5rem 1rem 3rem;border-top:.25rem solid var(--brand)}
h1{margin:.25rem 0 1rem;font-size:1.5rem;line-height:1.25}
h2{margin:2rem 0 .5rem;font-size:1.125rem}
ul{margin:0;padding-left:1.25rem}
li{margin:0 0 .5rem;overflow-wrap:anywhere}
.brand,.about{color:var(--quiet);margin:0 0 1rem}
.brand{font-weight:600}
blockquote{margin:0 0 1.5rem;padding:.75rem 1rem;border-left:.1875rem solid var(--line);white-space:pre-line;overflow-wrap:anywhere}
.formatted{white-space:normal}
.formatted :is(p,ul,ol,pre,blockquote){margin-top:0;margin-bottom:.625rem}
.formatted>:last-child,.formatted li>:last-child{margin-bottom:0}
.formatted :is(ul,ol){padding-left:1.5rem}
.formatted :is(pre,code){font-size:.9375rem}
.formatted pre{white-space:pre-wrap}
.formatted a{color:inherit}
form{margin:0 0 1.25rem}
label{display:block;margin:0 0 .25rem;color:var(--quiet)}
textarea{display:block;width:100%;margin:0 0 .75rem;padding:.5rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--quiet);border-radius:.375rem}
button{min-height:2.75rem;padding:.5rem 1.25rem;font:inherit;font-weight:600;color:var(--text);background:transparent;border:1px solid var(--quiet);border-radius:.375rem;cursor:pointer}
button.yes{color:var(--on-brand);background:var(--brand);border-color:var(--brand)}
:focus-visible{outline:.1875rem solid var(--brand);outline-offset:.125rem}`;
}

/** Black or white, whichever can be read on a colour (WCAG 2.2, relative luminance). */
function readableOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  return luminance > 0.179 ? '#000' : '#fff';
}
