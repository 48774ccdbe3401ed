import { plainText } from './plain.ts';
import { readFormatted } from './read.ts';
import { type Node, withoutEmptyEnd } from './tree.ts';
import { escaped, writeFormatted } from './write.ts';

export { escaped } from './write.ts';

/** Writing with its formatting, as it may be kept and shown. */
export type Formatted = {
  /** Of the elements and attributes in `tree.ts` alone, everything else in it escaped. */
  html: string;
  /** The same without formatting. */
  text: string;
  /** The files that stand in it as pictures. */
  pictures: string[];
};

/** Makes formatted writing of HTML from outside, whatever that holds. */
export function formatted(html: string): Formatted {
  return written(readFormatted(html));
}

/** The same for what is sent: nothing empty stands at its end, as a gap under the letter. */
export function formattedToSend(html: string): Formatted {
  return written(withoutEmptyEnd(readFormatted(html)));
}

function written(tree: Node[]): Formatted {
  return {
    html: writeFormatted(tree),
    text: plainText(tree),
    pictures: [...new Set(picturesIn(tree))],
  };
}

function picturesIn(nodes: Node[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    const file = node.attributes['data-file'];
    return file ? [file] : picturesIn(node.children);
  });
}

/**
 * Formatted writing as it is shown somewhere.
 * @param html as `formatted` gave it, nothing else: it is changed as text
 * @param address where a picture is fetched from; null: its name is shown instead
 */
export function shown(html: string, address: (fileId: string) => string | null): string {
  return html
    .replace(
      /<img data-file="([0-9a-f-]{36})"(?: alt="([^"]*)")?>/g,
      (_, file: string, alt = '') => {
        const source = address(file);
        return source === null
          ? `<em>[${alt || '…'}]</em>`
          : `<img src="${escaped(source)}" alt="${alt}">`;
      },
    )
    .replaceAll('<a href=', '<a target="_blank" rel="noopener noreferrer" href=')
    .replaceAll('<p></p>', '<p><br></p>');
}
