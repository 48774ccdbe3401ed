/** A number of 13 to 19 figures whose last one fits the others (ISO/IEC 7812): that of a card. */
export function cardNumberIn(text: string): string | null {
  for (const [found] of text.matchAll(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g)) {
    if (fitsLuhn(found.replaceAll(/\D/g, ''))) return found;
  }
  return null;
}

function fitsLuhn(figures: string): boolean {
  const sum = Array.from(figures)
    .toReversed()
    .reduce((all, figure, place) => {
      const doubled = Number(figure) * (place % 2 === 0 ? 1 : 2);
      return all + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0 && !/^(\d)\1*$/.test(figures);
}

/** The number of a bank account whose check figures fit (ISO 13616). */
export function bankNumberIn(text: string): string | null {
  for (const [found] of text.matchAll(
    /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g,
  )) {
    if (fitsIban(found.replaceAll(' ', ''))) return found;
  }
  return null;
}

function fitsIban(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4);
  const rest = Array.from(turned).reduce((left, sign) => {
    const value = Number.parseInt(sign, 36);
    return (left * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
  return rest === 1;
}
