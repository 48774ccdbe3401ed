import type { Language } from '@baton/contract';

type Words = {
  /** Of the page that shows a letter, for whoever cannot see it. */
  title: string;
  /** Unfolds what is quoted of earlier letters. */
  earlier: string;
  cut: string;
};

const words: Record<Language, Words> = {
  en: {
    title: 'Letter',
    earlier: 'Earlier messages',
    cut: 'The letter is longer than what is shown here. The original has all of it.',
  },
  ro: {
    title: 'Scrisoare',
    earlier: 'Mesaje anterioare',
    cut: 'Scrisoarea este mai lungă decât ce se vede aici. Originalul o cuprinde întreagă.',
  },
  hu: {
    title: 'Levél',
    earlier: 'Korábbi üzenetek',
    cut: 'A levél hosszabb annál, mint ami itt látszik. Az eredetiben az egész megvan.',
  },
  zh: {
    title: '来信',
    earlier: '之前的邮件',
    cut: '来信太长，此处未能全部显示。完整内容见原件。',
  },
  ru: {
    title: 'Письмо',
    earlier: 'Предыдущие сообщения',
    cut: 'Письмо длиннее, чем показано здесь. Целиком оно есть в оригинале.',
  },
  da: {
    title: 'Brev',
    earlier: 'Tidligere beskeder',
    cut: 'Brevet er længere end det, der vises her. Originalen har det hele.',
  },
};

/** The few words that Baton puts into a letter which it shows. */
export function wordsOf(language: Language): Words {
  return words[language];
}
