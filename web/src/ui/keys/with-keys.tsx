/** A text in which keys stand as `<key>j</key>`, without the whole of `Trans` at the first sight of the desk. */
export function WithKeys({ text }: { text: string }) {
  return text.split(/<key>(.*?)<\/key>/u).map((part, place) =>
    place % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of a text have no other name
      <kbd key={place}>{part}</kbd>
    ) : (
      part
    ),
  );
}
