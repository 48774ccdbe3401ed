/**
 * For so long a connection may take to open at the start: the server is loaded at the same time,
 * which keeps a busy machine from hearing the answer for many seconds.
 */
export const openingMs = 30_000;
