const isSecret = /(password|secret|token|privatekey)$/i;

/**
 * Where in a request secrets are given: `["login.password"]`. Their values are never written down,
 * only that they were given.
 */
export function secretsIn(body: unknown, path = ''): string[] {
  if (body === null || typeof body !== 'object') return [];
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    const place = path === '' ? name : `${path}.${name}`;
    if (typeof value !== 'string') return secretsIn(value, place);
    return isSecret.test(name) && value !== '' ? [place] : [];
  });
}
