import { alone, type Node } from './tree.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\u00a0': '&nbsp;',
};

/** Text as it stands in HTML, also within an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'\u00a0]/g, (character) => entities[character]!);
}

/** The one way in which Baton writes formatted text down. */
export function writeFormatted(nodes: Node[]): string {
  return nodes.map(written).join('');
}

function written(node: Node): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  const begin = `<${node.name}${attributes}>`;
  return alone.has(node.name) ? begin : `${begin}${writeFormatted(node.children)}</${node.name}>`;
}
