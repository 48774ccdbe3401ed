/** Where to go after signing in: a place of this desk, never another site. */
export function placeAfter(to: string | undefined): string {
  const here = 'http://desk.invalid';
  if (!to?.startsWith('/') || to.includes('\\')) return '/';
  const url = URL.parse(to, here);
  return url?.origin === here && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : '/';
}
