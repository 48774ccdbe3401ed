/**
 * For so long a connection may take to open, in milliseconds. At the start the server is loaded and its
 * clocks begin at the same time, which keeps a busy machine from hearing the answer for many seconds. A
 * database that is not there refuses at once.
 */
export const openingMs = 30_000;
