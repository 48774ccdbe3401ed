import type { Language } from '@baton/contract';
import { html } from 'ghtml';
import { wordsOf } from '../texts/index.ts';
import { layout } from './layout.ts';

/** What the customer of a case may see and say on its page. */
export type SolutionPage = {
  language: Language;
  brand: { name: string; colour: string };
  number: number;
  subject: string;
  /** What the case asks of its customer now, or tells them. */
  shows: 'ask' | 'confirmed' | 'closed' | 'working' | 'over';
  ownerName: string | null;
  /** By when it is solved or taken further, in words; null while nothing is due. */
  due: string | null;
  /** `html` is the same with its formatting, made safe to show; null where it has none. */
  solution: { by: string | null; text: string; html: string | null } | null;
  /** Our calls with them, oldest first; `at` in words. */
  calls: { at: string; with: string; agreed: string }[];
};

/** How much of a solution the page repeats; the whole stands in the mail. */
const longest = 3000;
/** The same for one with formatting, which cannot be cut anywhere. */
const longestFormatted = 2 * longest;

/** The page on which the customer says whether the problem is solved. */
export function solutionPage(page: SolutionPage, nonce: string): string {
  const words = wordsOf(page.language);
  const about = html`<p class="about">${words.number(page.number)} · ${page.subject}</p>`;
  return layout({
    language: page.language,
    title: words[page.shows].title,
    brand: page.brand,
    nonce,
    body: html`!${about}!${contentOf(page)}!${callsOf(page)}`,
  });
}

function contentOf(page: SolutionPage): string {
  const words = wordsOf(page.language);
  switch (page.shows) {
    case 'ask':
      return html`!${solutionOf(page)}
        <form method="post">
          <button class="yes" name="answer" value="solved">${words.ask.yes}</button>
        </form>
        !${notSolved(page.language)}`;
    case 'closed':
      return html`<p>${words.closed.text}</p>
        !${notSolved(page.language)}`;
    case 'working':
      return html`<p>${words.working.text(page.ownerName ?? page.brand.name)}</p>
        !${page.due === null ? '' : html`<p>${words.working.by(page.due)}</p>`}
        <p>${words.reply}</p>`;
    case 'confirmed':
    case 'over':
      return html`<p>${words[page.shows].text}</p>`;
  }
}

/** When we spoke, with whom, and what was agreed (S1-6). */
function callsOf({ calls, language }: SolutionPage): string {
  if (calls.length === 0) return '';
  const lines = calls.map(
    (call) =>
      html`<li>
        ${call.at}, ${call.with}!${call.agreed === '' ? '' : html`<br />${call.agreed}`}
      </li>`,
  );
  return html`<h2>${wordsOf(language).calls}</h2>
    <ul>
      !${lines.join('')}
    </ul>`;
}

function solutionOf({ solution, brand, language }: SolutionPage): string {
  if (!solution) return '';
  return html`<p>${wordsOf(language).ask.wrote(solution.by ?? brand.name)}</p>
    !${wordsIn(solution)}`;
}

function wordsIn({ text, html: formatted }: NonNullable<SolutionPage['solution']>): string {
  if (formatted !== null && formatted.length <= longestFormatted) {
    return html`<blockquote class="formatted">!${formatted}</blockquote>`;
  }
  const said = text.length > longest ? `${text.slice(0, longest).trimEnd()} …` : text;
  return html`<blockquote>${said.trim()}</blockquote>`;
}

function notSolved(language: Language): string {
  const { no, what } = wordsOf(language).ask;
  return html`<form method="post">
    <label for="text">${what}</label>
    <textarea id="text" name="text" rows="4" maxlength="10000"></textarea>
    <button name="answer" value="not_solved">${no}</button>
  </form>`;
}

/** The page for an address that leads nowhere. */
export function missingPage(language: Language, nonce: string): string {
  const { title, text } = wordsOf(language).missing;
  const brand = { name: 'Baton', colour: '#0d6b5e' };
  return layout({ language, title, brand, nonce, body: html`<p>${text}</p>` });
}
