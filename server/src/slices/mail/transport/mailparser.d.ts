import 'mailparser';

// Methods of its parser that its types leave out and LetterParser puts its own in front of.
declare module 'mailparser' {
  interface MailParser {
    createNode(head: object): unknown;
    processChunk(piece: { type: string; value?: Buffer }, done: (error?: Error) => void): void;
  }
}
