/**
 * How a letter looks before its own styles. Where a link leads stands at the bottom while it is
 * pointed at or reached by key: above all else, since letters may bring no positions of their own.
 */
export const paperStyles = `
:root { color-scheme: light; background: #fff; color: #1c1b1a; }
:root.dark { color-scheme: dark; background: #1b1b1a; color: #e8e6e1; }
body { font: 14px/1.5 system-ui, sans-serif; margin: 0; padding: 2px 2px 26px; }
main { overflow-wrap: anywhere; overflow-x: auto; }
p { margin: 0 0 .6em; }
img { height: auto; max-width: 100%; }
img:not([src]) { border: 1px dashed #8a929b; color: inherit; display: inline-block; font-size: 12px; max-height: 60px; min-height: 14px; min-width: 14px; overflow: hidden; padding: 0 3px; }
table { max-width: 100%; }
pre { overflow-x: auto; white-space: pre-wrap; }
blockquote { border-inline-start: 2px solid #a9b0b8; margin: .4em 0; padding-inline-start: 12px; }
a { color: #1a5fb4; }
.dark a { color: #8ab8f5; }
a:is(:hover, :focus-visible)::after { background: #1d2125; bottom: 0; color: #fff; content: attr(data-to); direction: ltr; font: 12px/1.6 system-ui, sans-serif; inset-inline-start: 0; letter-spacing: normal; max-width: 100%; overflow: hidden; padding: 1px 8px; position: fixed; text-decoration: none; text-indent: 0; text-overflow: ellipsis; text-transform: none; unicode-bidi: isolate; white-space: nowrap; z-index: 1; }
a:not([data-to])::after { display: none; }
:is(a, summary):focus-visible { outline: 2px solid #1a5fb4; outline-offset: 1px; }
summary { border: 1px solid #a9b0b8; border-radius: 5px; cursor: pointer; display: inline-block; font-size: 12.5px; list-style: none; margin: 6px 0; min-height: 24px; padding: 0 10px; }
summary::before { content: '\\2022\\2022\\2022'; letter-spacing: 1px; }
summary::-webkit-details-marker { display: none; }
.unfolded > summary { display: none; }
.below:not([open]) ~ *, :has(> .below:not([open])) ~ * { display: none !important; }
.cut { border-top: 1px solid #a9b0b8; font-size: 12.5px; margin-top: 12px; padding-top: 6px; }
`.replaceAll('\n', '');
