/**
 * Marks that mail programs put before the subject of a reply or a forwarded mail, in many
 * languages: Re, AW (German), SV (Nordic), Vá (Hungarian), Ответ, 回复, …
 */
const replyMarks =
  're|aw|sv|vs|vá|va|antw|antwort|odp|ynt|res|rif|σχετ|отв|ответ|răsp|rasp|válasz|回复|回覆|答复|答覆|返信|회신';
const forwardMarks =
  'fw|fwd|wg|vb|vs|tr|rv|doorst|továbbítás|továbbítva|továbbítom|redirecționat|пересл|переслано|转发|轉寄|轉發|转寄|転送|전달|videresendt|videresend';

const mark = (marks: string) =>
  new RegExp(`^(?:${marks})\\s*(?:\\[\\d+\\]|\\(\\d+\\)|\\^\\d+)?\\s*[:：]\\s*`, 'iu');
const reply = mark(replyMarks);
const forward = mark(forwardMarks);

const caseMark = /\[#(\d{1,15})\]/u;

/** The number that a subject carries as `[#1001]`, or null. */
export function numberInSubject(subject: string): number | null {
  const found = caseMark.exec(subject);
  return found ? Number(found[1]) : null;
}

/** Our subject of a mail about a case: theirs, as a reply, with the number at the end. */
export function subjectOfReply(subject: string, number: number): string {
  const bare = withoutMarks(subject);
  return bare === '' ? `[#${number}]` : `Re: ${bare} [#${number}]`;
}

/** The subject without marks of reply and forwarding and without our number. */
export function withoutMarks(subject: string): string {
  let text = subject.replace(new RegExp(caseMark, 'gu'), ' ').replace(/\s+/gu, ' ').trim();
  for (;;) {
    const next = text.replace(reply, '').replace(forward, '');
    if (next === text) return text;
    text = next;
  }
}

/** Whether two subjects speak of the same matter. An empty one speaks of whatever was before. */
export function sameSubject(a: string, b: string): boolean {
  const [left, right] = [a, b].map((subject) => withoutMarks(subject).toLocaleLowerCase('und'));
  return left === '' || right === '' || left === right;
}

/** Whether the subject says that a mail was handed on: then what it quotes is what it says. */
export function isForwarded(subject: string): boolean {
  return forward.test(subject.trim()) && !reply.test(subject.trim());
}
