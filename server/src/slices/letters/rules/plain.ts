const telling =
  /<(img|table|ul|ol|h[1-6]|b|strong|i|em|u|s|strike|del|pre|code|hr|font|big|sub|sup|mark)\b/;
const namedLink = /<a [^>]*href="[^"]*"[^>]*>(?!\s*(https?:|www\.|[\w.+-]+@))/;
/** Ink on paper, in the ways in which mail programs say it. */
const black =
  /(^|[;"\s])(background(-color)?|color):\s*(black|white|windowtext|#000(000)?|#1f497d|#222222|#fff(fff)?|rgb\(\s*(0|33|34|255),\s*(0|33|34|255),\s*(0|33|34|255)\s*\)|inherit|initial|transparent)\s*(!important)?(?=[;"])/gi;
const styled =
  /style="[^"]*(font-weight:\s*(bold|[6-9]00)|font-style:\s*italic|text-decoration:\s*(underline|line-through))/i;
const coloured = /style="[^"]*(color|background)\s*:|bgcolor="|color="/i;

/** Whether a letter that was made safe has colours of its own. */
export function isColoured(html: string): boolean {
  return coloured.test(html.replaceAll(black, '$1'));
}

/** Whether it shows nothing that its text does not: what is folded does not count. */
export function isPlain(html: string): boolean {
  const open = html.replaceAll(/<details class="earlier"[\s\S]*/g, '');
  const link = namedLink.test(open);
  return !link && !telling.test(open) && !styled.test(open) && !isColoured(open);
}
