import type { Language } from '@baton/contract';
import { whenInWords } from '../../mail/index.ts';
import { wordsOf } from './index.ts';

export type Recorded = {
  direction: 'in' | 'out';
  beganAt: Date;
  agentName: string;
  people: { name: string; role: string | null }[];
  agreed: string;
};

/** A call as its customer gets it: to the minute, with every name and what was agreed (S1-6). */
export function callRecordText(call: Recorded, zone: string, language: Language): string {
  const { call: words, labelled } = wordsOf(language);
  const names = call.people.map(({ name, role }) => (role ? `${name} (${role})` : name));
  const lines = [
    `${whenInWords(call.beganAt, zone, language)}. ${words[call.direction]}.`,
    labelled(words.ours, call.agentName),
    names.length > 0 && labelled(words.people, names.join(', ')),
  ].filter((line) => typeof line === 'string');
  const agreed = call.agreed.trim();
  return [words.title, lines.join('\n'), agreed && labelled(words.agreed, agreed)]
    .filter(Boolean)
    .join('\n\n');
}
