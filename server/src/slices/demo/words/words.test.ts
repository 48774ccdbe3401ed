import { languages } from '@baton/contract';
import { expect, test } from 'vitest';
import { chooseTopic } from '../../cases/rules/choose-topic.ts';
import { subjectsOfTalk, words } from './index.ts';

const rules = subjectsOfTalk.map((talk) => ({
  id: talk,
  name: talk,
  topicId: talk,
  conditions: {
    wordsIn: 'subject' as const,
    words: languages.flatMap((language) => words[language].talk[talk].words),
  },
}));

test.each(languages)('what is written in %s is known by its words', (language) => {
  for (const talk of subjectsOfTalk) {
    const { subjects, problems, solutions } = words[language].talk[talk];
    for (const subject of subjects.map((one) => one.replace('{order}', 'LH-40000'))) {
      const arrival = { channelId: null, recipients: [], subject, text: '', language };
      expect(chooseTopic(rules, arrival)?.topicId, subject).toBe(talk);
    }
    expect(new Set([...problems, ...solutions]).size).toBe(problems.length + solutions.length);
  }
});
