/** Formatted writing as Baton keeps it: these elements with these attributes, and nothing else. */
export type Element = {
  name: keyof typeof kept;
  attributes: Record<string, string>;
  children: Node[];
};
export type Node = string | Element;

/** How a value of an attribute must look to be kept; all other attributes are left out. */
const link = (value: string) => /^(https?:\/\/|mailto:|tel:)[^\s]{1,2000}$/i.test(value);
const fileId = (value: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
const words = (value: string) => value.length <= 300;

/** What is kept: the elements, and their attributes with what these may say. */
export const kept = {
  p: {},
  br: {},
  strong: {},
  em: {},
  u: {},
  s: {},
  code: {},
  pre: {},
  blockquote: {},
  ul: {},
  ol: { start: (value: string) => /^\d{1,6}$/.test(value) },
  li: {},
  a: { href: link },
  // A picture is a file of Baton; never something from elsewhere.
  img: { 'data-file': fileId, alt: words },
} as const satisfies Record<string, Record<string, (value: string) => boolean>>;

/** What the same thing is called by other writers. */
export const synonyms: Record<string, keyof typeof kept> = {
  b: 'strong',
  i: 'em',
  del: 's',
  strike: 's',
  div: 'p',
  h1: 'p',
  h2: 'p',
  h3: 'p',
  h4: 'p',
  h5: 'p',
  h6: 'p',
};

/** What goes with everything in it; of all others that are not kept, the content stays. */
export const dropped: ReadonlySet<string> = new Set([
  ...['script', 'style', 'title', 'head', 'template', 'noscript', 'noembed', 'noframes'],
  ...['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'svg', 'math', 'canvas'],
  ...['audio', 'video', 'map', 'select', 'textarea', 'button', 'xmp', 'plaintext', 'dialog'],
]);

/** Elements that stand alone. */
export const alone: ReadonlySet<string> = new Set(['br', 'img']);

const blocks: ReadonlySet<string> = new Set(['p', 'pre', 'blockquote', 'ul', 'ol', 'li']);

/** Whether it stands on lines of its own. */
export function isBlock(node: Node): node is Element {
  return typeof node !== 'string' && blocks.has(node.name);
}

/** Without the paragraphs, lists and lines at the end in which nothing stands. */
export function withoutEmptyEnd(nodes: Node[]): Node[] {
  const last = nodes.findLastIndex((node) => !isEmpty(node));
  return nodes.slice(0, last + 1);
}

function isEmpty(node: Node): boolean {
  if (typeof node === 'string') return node.trim() === '';
  return node.name !== 'img' && node.children.every(isEmpty);
}
