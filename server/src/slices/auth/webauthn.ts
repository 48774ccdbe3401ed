/**
 * What reads and checks passkeys. It brings along nine hundred modules, a quarter of all that a start
 * would have to load; so it is loaded when the first passkey is asked for,
 * by the route and before the command: no transaction waits for it.
 */
export const webauthn = () => import('@simplewebauthn/server');
