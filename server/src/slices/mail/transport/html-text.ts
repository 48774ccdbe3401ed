import { compile } from 'html-to-text';

/** HTML beyond this many characters is not turned into text: 200 kB take some 100 ms. */
const longestHtml = 500_000;

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 60, ellipsis: ' […]' },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'title', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
  ],
});

/** The text of an HTML mail, quotes marked by `>`; empty when it cannot be made out. */
export function textOfHtml(html: string): string {
  try {
    // Cut here: the converter would say so on the console.
    return convert(html.slice(0, longestHtml)).trim();
  } catch {
    return html
      .slice(0, longestHtml)
      .replace(/<[^>]{0,2000}>/g, ' ')
      .replace(/[ \t]+/g, ' ')
      .trim();
  }
}
