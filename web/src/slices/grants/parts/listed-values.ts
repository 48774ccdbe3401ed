import { areas, languages } from '@baton/contract';

/** Where the words of listed values stand, by the part of a setting that holds them. */
const places: Record<string, string[]> = {
  ...Object.fromEntries(areas.map((area) => [area, ['grants.rank']])),
  afterReading: ['channels.afterwards'],
  code: ['channels.trouble'],
  counts: ['levels.countsBy'],
  direction: ['ownReasons.direction'],
  directions: ['ownReasons.direction'],
  do: ['teamRules.act'],
  field: ['teamRules.field'],
  from: ['teamRules.anchor'],
  grant: ['audit.listed.grant'],
  in: ['case.status', 'urgency'],
  kind: ['topics.kinds', 'audit.listed.login'],
  match: ['teamRules.match'],
  on: ['teamRules.event', 'audit.listed.on'],
  passesTo: ['levels.up'],
  place: ['teamRules.places'],
  reason: ['reason', 'absence.reason'],
  replyKind: ['channels.kinds'],
  role: ['grants.rank'],
  runsFrom: ['levels.from'],
  security: ['channels.securities'],
  state: ['channels.states', 'drill.state', 'audit.listed.state'],
  urgency: ['urgency'],
  who: ['teamRules.who'],
  wordsIn: ['teamRules.places'],
};

/** Where the words of parts stand that are listed themselves, as the urgencies of holding times. */
const partPlaces = [
  'audit.fields',
  'grants.area',
  'levels.heldFor',
  'noticeChoices.group',
  'noticeChoices.way',
];

type Has = (key: string) => boolean;

/** The key of the words for a listed value; null for anything else, which is shown as it is. */
export function listedKey(part: string, value: string, has: Has): string | null {
  if (!/^\w+$/.test(value)) return null;
  return (places[part] ?? []).map((place) => `${place}.${value}`).find(has) ?? null;
}

/** The key of the words for a part of a setting; null for one without words. */
export function partKey(part: string, has: Has): string | null {
  return partPlaces.map((place) => `${place}.${part}`).find(has) ?? null;
}

const holdLanguages = new Set(['language', 'languages', 'in']);

/** Whether it is the code of a language: as the value of a part, or as the name of a part itself. */
export function isLanguage(value: string, part?: string): boolean {
  return (part === undefined || holdLanguages.has(part)) && languages.some((one) => one === value);
}
