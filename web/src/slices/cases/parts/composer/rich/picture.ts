import { Node } from '@tiptap/core';

/** A picture within the text: a file of Baton, never something from elsewhere. */
export const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes() {
    return {
      file: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-file'),
        renderHTML: ({ file }) => ({
          'data-file': file,
          src: `/api/files/${file}/content?show=true`,
        }),
      },
      alt: { default: '' },
    };
  },
  parseHTML() {
    return [{ tag: 'img[data-file]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['img', HTMLAttributes];
  },
  renderText({ node }) {
    return `[${node.attrs['alt'] || '…'}]`;
  },
});
