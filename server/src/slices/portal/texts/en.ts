import type { Words } from './words.ts';

export const en: Words = {
  number: (number) => `Case ${number}`,
  ask: {
    title: 'Is your problem solved?',
    wrote: (who) => `${who} wrote:`,
    yes: 'Yes, it is solved',
    no: 'No, it is not solved',
    what: 'What is still wrong? You may leave this empty.',
  },
  confirmed: {
    title: 'Thank you',
    text: 'We are glad that your problem is solved. The case is closed.',
  },
  closed: {
    title: 'This case is closed',
    text: 'We heard nothing more, and took it that all is well. Is it not solved after all? Then say so, and we take it up again at once.',
  },
  working: {
    title: 'We are working on it',
    text: (owner) => `Your case is in the hands of ${owner}. You do not have to remind us.`,
    by: (when) => `By ${when} it is solved, or we tell you who is taking it further.`,
  },
  reply: 'Would you like to add something? Simply reply to our mail.',
  calls: 'Our calls',
  over: {
    title: 'This case has been closed for a long time',
    text: 'If something has come up since, write to us again: it gets a case of its own.',
  },
  missing: {
    title: 'There is nothing here',
    text: 'The address may have been cut off on its way. Simply reply to our mail instead.',
  },
};
