import { DiskFull } from '../../../platform/storage.ts';
import { TooLarge } from './limited.ts';

/** The largest message that is taken, in bytes: 50 MB, as most hosts do. */
export const largestMessage = 50 * 1024 * 1024;
/** Recipients of one message; the sender brings the rest in further messages (RFC 5321 §4.5.3.1.8). */
export const mostRecipients = 100;

/** A refusal with its SMTP code, which decides whether the sender tries again. */
export class SmtpRefusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

export const unknownRecipient = (address: string) =>
  new SmtpRefusal(550, `No such recipient here: ${address}`);

/** Whoever sends keeps the message and comes again, for days; nothing is lost by a pause. */
export const pausedRecipient = () => new SmtpRefusal(450, 'Paused for a while, try later');

/** RFC 5321 §4.2.3: nobody could be answered under such a name. */
export const unusableSender = () => new SmtpRefusal(553, 'Not a usable sender address');

/** What the sender is told when a message could not be taken. 4xx: they keep it and come again. */
export function refusalOf(error: unknown): SmtpRefusal {
  if (error instanceof SmtpRefusal) return error;
  if (error instanceof TooLarge) {
    return new SmtpRefusal(552, `The message is larger than ${largestMessage} bytes`);
  }
  if (error instanceof DiskFull) return new SmtpRefusal(452, 'No room to store it now, try later');
  return new SmtpRefusal(451, 'Could not store the message, try later');
}
