import { type Element, isBlock, type Node } from './tree.ts';

/** The same in plain text: what mail without HTML shows, and what is searched and quoted. */
export function plainText(nodes: Node[]): string {
  return blocksOf(nodes)
    .map((block) => (typeof block === 'string' ? block : blockText(block)))
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Blocks as they are; what stands between them, each stretch as one text. */
function blocksOf(nodes: Node[]): (string | Element)[] {
  const result: (string | Element)[] = [];
  let between: Node[] = [];
  const flush = () => {
    const text = lineText(between);
    if (text.trim() !== '') result.push(text.trim());
    between = [];
  };
  for (const node of nodes) {
    if (isBlock(node)) {
      flush();
      result.push(node);
    } else between.push(node);
  }
  flush();
  return result;
}

function blockText(element: Element): string {
  const { name, children } = element;
  if (name === 'blockquote') return plainText(children).replace(/^/gm, '> ');
  if (name === 'ul' || name === 'ol') return listText(element);
  if (name === 'pre') return lineText(children);
  return children.some(isBlock) ? plainText(children) : lineText(children);
}

function listText({ name, attributes, children }: Element): string {
  const first = Number(attributes['start'] ?? 1);
  return children
    .filter((child) => typeof child !== 'string')
    .map((item, place) => {
      const mark = name === 'ol' ? `${first + place}. ` : '- ';
      const text = plainText(item.children).replaceAll(/\n{2,}/g, '\n');
      return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

function lineText(nodes: Node[]): string {
  return nodes.map(inline).join('');
}

function inline(node: Node): string {
  if (typeof node === 'string') return node.replaceAll('\u00a0', ' ');
  const { name, attributes, children } = node;
  if (name === 'br') return '\n';
  if (name === 'img') return `[${attributes['alt'] || '…'}]`;
  const text = lineText(children);
  return name === 'a' ? linkText(text, attributes['href'] ?? '') : text;
}

/** Where a link leads is said, unless its words say it already. */
function linkText(text: string, href: string): string {
  const bare = href.replace(/^(mailto|tel):/i, '');
  const same = [href, bare, href.replace(/^https?:\/\//i, '')].some(
    (one) => one.replace(/\/$/, '') === text.trim().replace(/\/$/, ''),
  );
  return same || text.trim() === '' ? text || bare : `${text} (${bare})`;
}
