/**
 * How mail programs begin the subject of an out-of-office answer, in the languages in which they
 * are met most. Only at the very beginning: "Re: Automatic reply" was written by a person.
 */
const beginnings = [
  'automatic reply',
  'automated reply',
  'auto-reply',
  'autoreply',
  'auto reply',
  'auto response',
  'autoresponse',
  'out of office',
  'out of the office',
  'out-of-office',
  'away from the office',
  'vacation reply',
  'răspuns automat',
  'raspuns automat',
  'automatikus válasz',
  'házon kívül',
  'irodán kívül',
  'szabadságon vagyok',
  '自动回复',
  '自動回覆',
  '自动答复',
  '外出自动',
  'автоответ',
  'автоматический ответ',
  'нет на рабочем месте',
  'autosvar',
  'automatisk svar',
  'fraværsbesked',
  'fraværsassistent',
  'ikke til stede',
  'ikke på kontoret',
  'automatische antwort',
  'abwesenheitsnotiz',
  'abwesenheit:',
  'réponse automatique',
  'absence du bureau',
  'respuesta automática',
  'risposta automatica',
  'resposta automática',
  'automatisch antwoord',
  'automatiskt svar',
  'odpowiedź automatyczna',
  'automatická odpověď',
];

/** Whether a subject is that of an out-of-office answer. */
export function isAwaySubject(subject: string): boolean {
  const text = subject
    .trim()
    .replace(/^[[(*\s]+/u, '')
    .toLowerCase();
  return beginnings.some((beginning) => text.startsWith(beginning));
}
