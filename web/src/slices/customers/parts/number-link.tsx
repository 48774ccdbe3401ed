/** A telephone number that is called by a press. */
export function NumberLink({ number }: { number: string }) {
  return <a href={`tel:${number.replaceAll(/[^+0-9]/g, '')}`}>{number}</a>;
}
