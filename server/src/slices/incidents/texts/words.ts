import type { DataKind } from '@baton/contract';

/** What customers are told of an incident, in one language; whoever sends it may edit it first. */
export type NoticeWords = {
  kinds: Record<DataKind, string>;
  subject: (company: string) => string;
  text: (about: {
    name: string;
    company: string;
    from: string;
    to: string;
    kinds: string;
  }) => string;
};
