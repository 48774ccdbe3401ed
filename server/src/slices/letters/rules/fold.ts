const fold = /<details class="earlier( below)?">|<details|<\/details>/g;
const drawnRule = /^\s*[-_=*]{4,}/;

/**
 * Prepares the folds of a letter that was made safe: what a letter begins with is no quotation of
 * an earlier one but what it hands on, and stays open; a quotation within one has no fold of its own.
 */
export function foldQuotes(html: string): string {
  let depth = 0;
  return html.replaceAll(fold, (tag, below: string | undefined, at: number) => {
    if (tag === '</details>') depth -= 1;
    if (!tag.endsWith('>') || tag === '</details>') return tag;
    depth += 1;
    if (depth === 1 && !isHandedOn(html, at, at + tag.length)) return tag;
    return `<details class="earlier${below ?? ''} unfolded" open>`;
  });
}

function isHandedOn(html: string, from: number, to: number): boolean {
  const before = words(html.slice(0, from));
  return before === '' || drawnRule.test(words(html.slice(to, to + 2000)));
}

function words(html: string): string {
  return html
    .replaceAll(/<[^>]*>?/g, ' ')
    .replaceAll(/&nbsp;|\s+/g, ' ')
    .trim();
}
