import { compile } from 'html-to-text';
import { markFormatters, markSelectors, spreadMarks } from './html-marks.ts';
import { withoutLineMarks } from '../rules/marks.ts';

/**
 * How much HTML of one mail is turned into text, all its parts together. Tags are counted because
 * the converter takes time by the square of how deep they are nested: 100,000 took half a minute.
 */
export type HtmlBudget = { characters: number; tags: number };

export const wholeBudget: Readonly<HtmlBudget> = { characters: 1_000_000, tags: 15_000 };

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 60, ellipsis: ' […]' },
  formatters: markFormatters,
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
    ...markSelectors,
  ],
});

/**
 * The text of an HTML mail, quotes marked by `>` and by the marks of rules/marks.ts; empty when it cannot be made out. What the budget
 * does not allow is left out, and what is used is taken off it.
 */
export function textOfHtml(html: string, budget: HtmlBudget): string {
  const allowed = takeFrom(budget, html);
  const text = toText(withoutLineMarks(allowed));
  return allowed.length === html.length ? text : `${text}\n[…]`.trim();
}

function takeFrom(budget: HtmlBudget, html: string): string {
  let allowed = html.slice(0, budget.characters);
  for (const { index } of allowed.matchAll(/<[a-z]/gi)) {
    if (budget.tags === 0) {
      allowed = allowed.slice(0, index);
      break;
    }
    budget.tags -= 1;
  }
  budget.characters -= allowed.length;
  return allowed;
}

function toText(html: string): string {
  try {
    return spreadMarks(convert(html).trim());
  } catch {
    return html
      .replace(/<[^<>]{0,2000}>/g, ' ')
      .replace(/[ \t]+/g, ' ')
      .trim();
  }
}
