/**
 * Which styles a letter may bring. Values hold no brackets but those of colours, no backslashes and no
 * slashes: nothing can be fetched (`url()`), computed, or smuggled past as an escape. What could lie
 * over something else (position, z-index, transform) is not among them, nor what moves.
 */
const word = /^[\w\s#.,%!'"-]{1,200}$/;
const colour = /^(rgb|hsl)a?\([\d\s.,%]{1,60}(deg)?[\d\s.,%]{0,60}\)$/i;
const display =
  /^(block|inline|inline-block|none|table|table-(row|cell|row-group|header-group|footer-group|column|column-group|caption)|list-item)(\s*!important)?$/i;

const words = [
  ...['font', 'font-family', 'font-size', 'font-style', 'font-variant', 'font-weight'],
  ...['text-align', 'text-decoration', 'text-indent', 'text-transform', 'line-height'],
  ...['letter-spacing', 'word-spacing', 'white-space', 'word-break', 'overflow-wrap'],
  ...['vertical-align', 'direction', 'width', 'height', 'max-width', 'max-height', 'min-width'],
  ...['min-height', 'border-radius', 'border-collapse', 'border-spacing', 'border-width'],
  ...['border-style', 'caption-side', 'empty-cells', 'table-layout', 'float', 'clear'],
  ...['list-style-type', 'list-style-position', 'box-sizing', 'hyphens'],
  ...['margin', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left'],
  ...['padding', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left'],
];
const colours = ['color', 'background-color', 'background', 'border-color'];
const borders = ['border', 'border-top', 'border-right', 'border-bottom', 'border-left'].flatMap(
  (side) => [side, `${side}-color`],
);

export const safeStyles: Record<string, RegExp[]> = {
  ...Object.fromEntries(words.map((name) => [name, [word]])),
  ...Object.fromEntries([...colours, ...borders].map((name) => [name, [word, colour]])),
  display: [display],
};

/** Longer styles than any mail program writes are left out as a whole, in characters. */
export const longestStyle = 2000;
