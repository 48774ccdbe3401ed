/** An address and the name that stood beside it; the address as it was written. */
export type Mailbox = { address: string; name: string | null };

/** One header field: its name in lower case, its value unfolded, encoded words still in it. */
export type Header = { name: string; value: string };

/** What a delivery status notification says (RFC 3464), as far as it says it. */
export type DeliveryReport = {
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | null;
  /** The enhanced status code, for example `5.1.1`. */
  status: string | null;
  /** For whom it was. */
  recipient: string | null;
  /** The words of the server that refused. */
  diagnostic: string | null;
};

/** What a recipient, or the host of one, complains of (RFC 5965). */
export type Complaint = {
  /** `abuse`, `fraud`, `not-spam` …, in lower case. */
  type: string;
  /** For whom the mail was that is complained of, as far as the report says. */
  recipients: string[];
};

/** A mail as it was read: all that the rules need, with nothing of MIME left. */
export type Letter = {
  headers: Header[];
  from: Mailbox | null;
  replyTo: Mailbox[];
  to: Mailbox[];
  cc: Mailbox[];
  /** Decoded; empty when there was none. */
  subject: string;
  /** The Date header, when it is one. */
  writtenAt: Date | null;
  /** With its angle brackets. */
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  text: string;
  /** `report-type` of a multipart/report in lower case: `delivery-status`, `disposition-notification`. */
  reportType: string | null;
  /** Of several recipients the one that fared worst. */
  report: DeliveryReport | null;
  /** All recipients of a delivery status notification, as it reports on them. */
  reports: DeliveryReport[];
  complaint: Complaint | null;
  /** Message-IDs of mails that came back inside this one. */
  returnedIds: string[];
  /** Addresses to which mails that came back inside this one went, and to which answers were to go. */
  returnedAddresses: string[];
};

/** How the message was handed over: outside of the mail itself, seen by the receiving server. */
export type Envelope = {
  /** Empty for the null return path of RFC 5321. */
  from: string;
  recipients: string[];
};

/** The first header of that name (lower case), or null. */
export function headerOf(letter: Pick<Letter, 'headers'>, name: string): string | null {
  return letter.headers.find((header) => header.name === name)?.value ?? null;
}

/** All headers of that name (lower case), topmost first. */
export function headersOf(letter: Pick<Letter, 'headers'>, name: string): string[] {
  return letter.headers.filter((header) => header.name === name).map((header) => header.value);
}

/** A letter about which nothing is known: what is left when a message cannot be read. */
export const emptyLetter: Letter = {
  headers: [],
  from: null,
  replyTo: [],
  to: [],
  cc: [],
  subject: '',
  writtenAt: null,
  messageId: null,
  inReplyTo: [],
  references: [],
  text: '',
  reportType: null,
  report: null,
  reports: [],
  complaint: null,
  returnedIds: [],
  returnedAddresses: [],
};
