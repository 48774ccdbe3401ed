import type { Language } from '@baton/contract';

/** What the levels of a new company are called, and the team at each, from the front line up. */
export const foundedNames: Record<Language, readonly [string, string, string]> = {
  en: ['Front line', 'Specialists', 'Executive office'],
  ro: ['Prima linie', 'Specialiști', 'Conducerea'],
  hu: ['Első vonal', 'Szakértők', 'Vezetőség'],
  zh: ['一线客服', '专家组', '总经理办公室'],
  ru: ['Первая линия', 'Специалисты', 'Руководство'],
  da: ['Frontlinjen', 'Specialister', 'Direktionen'],
};
