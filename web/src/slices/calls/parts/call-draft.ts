import type { Call, CallChange } from '@baton/contract';

/** What was written down of a call, as it stands in a form. */
export type CallDraft = Pick<Call, 'people' | 'agreed' | 'note' | 'withCustomer'> & {
  number: string;
};

export function draftOf({ people, agreed, note, number, withCustomer }: Call): CallDraft {
  return { people, agreed, note, number: number ?? '', withCustomer };
}

/** What of a draft differs from how it began; only that is sent. */
export function changeOf(before: CallDraft, after: CallDraft): CallChange {
  const was = written(before);
  const parts = Object.entries(written(after)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name as keyof typeof was]),
  );
  return Object.fromEntries(parts);
}

function written({ people, number, ...rest }: CallDraft) {
  return {
    ...rest,
    people: people.filter(({ name }) => name.trim() !== ''),
    number: number.trim() || null,
  };
}
