import type { Words } from './words.ts';

export const en: Words = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  ofTeam: (holder, team) => `${holder} (${team})`,
  labelled: (label, value) => `${label}: ${value}`,
  when: (date, time, zone) => `${date} at ${time} (${zone})`,
  labels: { number: 'Case number', holder: 'In the hands of', due: 'At the latest by' },
  receipt: {
    accepted:
      'Thank you for writing to us. Your message has arrived safely and we have taken on your problem. From now on it is ours to solve, and it is always in the hands of one person whom you know by name.',
    spoken:
      'Thank you for speaking with us. We have written down your problem and taken it on. From now on it is ours to solve, and it is always in the hands of one person whom you know by name.',
    understood: 'This is what we understood:',
    page: 'On this page you see who is working on it, and can tell us more:',
    next: 'By then your problem is solved, or we tell you who is taking it further. You do not have to remind us.',
    reply: 'Would you like to add something? Simply reply to this message.',
  },
  moved: {
    higher:
      'Your case is now with a colleague who can decide more. Everything you told us went along with it, so you do not have to explain it again.',
    next: 'By then your problem is solved, or we tell you how it goes on.',
    reply: 'Would you like to add something? Simply reply to this message.',
  },
  merged:
    'We work on this together with another case about the same problem. Nothing that you told us is lost, and you do not have to explain it again.',
  solved:
    'Is your problem solved? Then there is nothing more for you to do. If it is not, simply reply to this message, and we take it up again at once.',
  sayHere: 'Or say with one press whether it is solved:',
  tooLarge: (until) =>
    `The following was too large for a mail. Until ${until} you can fetch it here:`,
  reminder: {
    ask: 'Some days ago we sent you a solution. Is your problem solved?',
    silence: (when) =>
      `If we hear nothing, we take it that all is well and close the case on ${when}.`,
    reply: 'If it is not solved, simply reply to this message, and we take it up again at once.',
  },
  notes: {
    encrypted:
      'This message is encrypted. It cannot be read here; the original is among the files.',
    invitation: 'Invitation',
    cancelled: 'Cancelled appointment',
    answer: 'Answer to an invitation',
    what: 'What',
    date: 'When',
    where: 'Where',
    organiser: 'From',
    invited: 'Invited',
    wholeDay: 'all day',
  },
  noSubject: '(no subject)',
};
