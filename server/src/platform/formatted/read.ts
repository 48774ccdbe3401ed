import { Parser } from 'htmlparser2';
import { alone, dropped, type Element, isBlock, kept, type Node, synonyms } from './tree.ts';

/** Deeper than anybody writes; below it, content stays and its formatting goes. */
const deepest = 30;

/**
 * Reads HTML that somebody sent and keeps of it what is on the list of `tree.ts`. Nothing is taken
 * over as it was written: the tree holds names and values that were looked at one by one.
 */
export function readFormatted(html: string): Node[] {
  const root: Node[] = [];
  /** The elements that are open, each with where its content goes; null: left out, with its content. */
  const open: { name: string; into: Node[] | null }[] = [];
  const into = () => (open.length === 0 ? root : open.at(-1)!.into);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const place = into();
        if (place === null || dropped.has(name)) {
          open.push({ name, into: null });
          return;
        }
        const element = elementOf(name, attributes);
        if (element && open.length < deepest) place.push(element);
        const inside = element && open.length < deepest ? element.children : place;
        open.push({ name, into: inside });
      },
      ontext(text) {
        into()?.push(text);
      },
      onclosetag(name) {
        if (open.at(-1)?.name === name) open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return joined(root);
}

function elementOf(given: string, attributes: Record<string, string>): Element | null {
  const name = synonyms[given] ?? given;
  if (!isKept(name)) return null;
  const rules: Record<string, (value: string) => boolean> = kept[name];
  // In the order of the list, so that there is one way to write it.
  const right = Object.keys(rules).flatMap((key) => {
    const value = attributes[key];
    return value !== undefined && rules[key]!(value) ? [[key, clean(value)]] : [];
  });
  const element: Element = { name, attributes: Object.fromEntries(right), children: [] };
  // A link that leads nowhere is text; a picture of nothing is nothing.
  if (name === 'a' && !element.attributes['href']) return null;
  if (name === 'img' && !element.attributes['data-file']) return null;
  return element;
}

function isKept(name: string): name is keyof typeof kept {
  return Object.hasOwn(kept, name);
}

/**
 * Neighbouring texts as one; no paragraph around other blocks; an item within an item begins beside
 * it, as whoever reads it again has it; what stands alone is empty.
 */
function joined(nodes: Node[]): Node[] {
  const result: Node[] = [];
  const add = (node: Node) => {
    const last = result.at(-1);
    if (typeof node === 'string') {
      if (typeof last === 'string') result[result.length - 1] = last + clean(node);
      else result.push(clean(node));
      return;
    }
    const children = alone.has(node.name) ? [] : joined(node.children);
    const place = node.name === 'li' ? children.findIndex(isItem) : -1;
    if (node.name === 'p' && children.some(isBlock)) children.forEach(add);
    else if (place >= 0) {
      result.push({ ...node, children: children.slice(0, place) });
      children.slice(place).forEach(add);
    } else result.push({ ...node, children });
  };
  nodes.forEach(add);
  return result.filter((node) => node !== '');
}

function isItem(node: Node): boolean {
  return typeof node !== 'string' && node.name === 'li';
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}
