import type { NoticeWords } from './words.ts';

export const en: NoticeWords = {
  kinds: {
    contact: 'your name and how we reach you',
    conversation: 'what you wrote to us and we to you',
    files: 'files that you sent us or we sent you',
    overview: 'your name and the subject of your request in a list',
    masked: 'customer, account or tax numbers that we keep masked',
  },
  subject: (company) => `Your data at ${company}: an incident`,
  text: ({ name, company, from, to, kinds }) => `Hello ${name},

between ${from} and ${to} somebody may have used the account of one of our agents who was not entitled to. In that time the following of your data was opened with it: ${kinds}.

We shut the account as soon as we knew, and are looking into what happened. Please be wary of messages that mention your request with us: we never ask for a password or a payment by mail. If in doubt, answer this message; it reaches us under your number.

We are sorry. If you have questions, just reply.

${company}`,
};
