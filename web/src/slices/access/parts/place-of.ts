/** Where to go after signing in: a place of this desk, never another site. */
export function placeOf(to: string | undefined): string {
  if (!to || !to.startsWith('/') || to.startsWith('//') || to.includes('\\')) return '/';
  return to.startsWith('/sign-in') || to.startsWith('/second-factor') ? '/' : to;
}
