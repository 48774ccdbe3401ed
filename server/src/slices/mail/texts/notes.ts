import type { Language } from '@baton/contract';
import type { CalendarTime, Invitation } from '../transport/inside/calendar.ts';
import type { Note } from '../transport/reading.ts';
import { wordsOf } from './index.ts';
import { clockInWords } from './when.ts';

/** What is told of a message beside its text, each as a paragraph. */
export function notesInWords(notes: readonly Note[], language: Language): string[] {
  return notes.map((note) =>
    note.kind === 'encrypted'
      ? wordsOf(language).notes.encrypted
      : invitationInWords(note.invitation, language),
  );
}

function invitationInWords(invitation: Invitation, language: Language): string {
  const { labelled, notes } = wordsOf(language);
  const { kind, what, start, end, where, organiser, invited } = invitation;
  const times = [start, end]
    .filter((time) => time !== null)
    .map((time) => timeInWords(time, language))
    .filter((time, index, all) => all.indexOf(time) === index);
  const lines: [string, string | null][] = [
    [notes.what, what],
    [notes.date, times.join(' – ')],
    [notes.where, where],
    [notes.organiser, organiser],
    [notes.invited, invited.join(', ')],
  ];
  const said = lines.flatMap(([label, value]) => (value ? [labelled(label, value)] : []));
  return [notes[kind], ...said].join('\n');
}

function timeInWords({ clock, zone, wholeDay }: CalendarTime, language: Language): string {
  return clockInWords(
    clock,
    wholeDay ? wordsOf(language).notes.wholeDay : zone,
    language,
    wholeDay,
  );
}
