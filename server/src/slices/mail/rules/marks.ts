/**
 * Marks that reading HTML leaves in front of lines, where only the HTML says what they are. From the
 * private use area, so that no text holds them; they never leave the reading of a mail.
 */

/** The line is quoted, though nothing visible says so. */
export const quietQuote = '\ue000';
/** From this line on everything is quoted. */
export const quoteFromHere = '\ue001';
/** The line belongs to the signature. */
export const signatureLine = '\ue002';

/** A text without any marks. */
export function withoutLineMarks(text: string): string {
  return text.replace(/[\ue000-\ue002]/g, '');
}
