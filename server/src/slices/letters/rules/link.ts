const longest = 2000;

/** Where a link of a letter may lead: pages, mail, telephone. Null: nowhere. */
export function safeLink(given: string): string | null {
  // Browsers leave these out of addresses, too.
  const address = given.replaceAll(/[\t\n\r]/g, '').trim();
  if (address.length > longest) return null;
  const url = URL.parse(address);
  if (!url || !['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) return null;
  return url.href;
}

/** What is said of a link while it is pointed at: the address without what could hide its host. */
export function spokenLink(href: string): string {
  const url = new URL(href);
  if (!/^https?:$/.test(url.protocol)) return href;
  return `${url.host}${url.pathname === '/' ? '' : url.pathname}${url.search}`;
}
