import type { DataKind, Language } from '@baton/contract';
import { da } from './da.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import type { NoticeWords } from './words.ts';
import { zh } from './zh.ts';

const words: Record<Language, NoticeWords> = { en, ro, hu, zh, ru, da };

/** What a customer is told: when, and which of their data; in their language and the brand's zone. */
export function noticeFor(
  language: Language,
  about: { name: string; company: string; zone: string; from: Date; to: Date; kinds: DataKind[] },
): { subject: string; text: string } {
  const { kinds, subject, text } = words[language];
  const at = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: about.zone,
  });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    subject: subject(about.company),
    text: text({
      name: about.name,
      company: about.company,
      from: at.format(about.from),
      to: at.format(about.to),
      kinds: list.format(about.kinds.map((kind) => kinds[kind])),
    }),
  };
}
