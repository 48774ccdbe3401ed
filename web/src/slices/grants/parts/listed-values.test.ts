import * as contract from '@baton/contract';
import { expect, it } from 'vitest';
import { auditAreas } from '../audit-areas.ts';
import type { auditKinds } from './audit-kinds.ts';
import { isLanguage, listedKey, partKey } from './listed-values.ts';

/** Of a schema what tells which values it takes. */
type Schema = { _zod: { def: Def } };
type Def = {
  type: string;
  shape?: Record<string, Schema>;
  entries?: Record<string, string>;
  values?: unknown[];
  options?: readonly Schema[];
} & Partial<Record<'element' | 'innerType' | 'in' | 'keyType' | 'valueType', Schema>>;

/** What the audit shows of each kind of setting. */
const settings: Record<(typeof auditKinds)[number], Schema[]> = {
  agent: [contract.agent],
  absence: [contract.absence],
  team: [contract.team],
  level: [contract.level],
  brand: [contract.brand],
  topic: [contract.topic],
  topic_questions: [contract.topicQuestions],
  help_chain: [contract.helpChain],
  company: [contract.company],
  calendar: [contract.calendar],
  closed_days: [contract.companyClosedDays],
  topic_rule: [contract.topicRule],
  rule: [contract.teamRule],
  hand_over_reason: [contract.handOverReason],
  channel: [contract.channel],
  mailbox: [contract.mailbox],
  blocked_sender: [contract.blockedSender],
  mail_settings: [contract.mailSettings],
  dkim_key: [contract.dkimKey],
  relay: [contract.relay],
  role: [contract.customRole],
  key: [contract.key],
  sign_in_link: [contract.newSignInLink],
  sign_in_rules: [contract.signInRules],
  identity_provider: [contract.identityProvider],
  second_factors: [],
  sessions: [],
  access_log_settings: [],
  notice_defaults: [contract.noticeChoices],
  tier: [contract.tier],
  template: [contract.template],
  template_library: [contract.templateStarters],
  incident: [contract.incident],
};

/** Each listed value of a schema with the part that holds it; `null` for a part that is listed itself. */
function listed({ _zod: { def } }: Schema, part: string): [part: string, value: string | null][] {
  if (def.type === 'enum') return Object.values(def.entries!).map((value) => [part, value]);
  if (def.type === 'literal') {
    // A code; not the end of a day, which reads as it is.
    return def.values!.flatMap((one) => (/^[a-z]/.test(String(one)) ? [[part, String(one)]] : []));
  }
  if (def.shape) return Object.entries(def.shape).flatMap(([name, one]) => listed(one, name));
  if (def.options) return def.options.flatMap((one) => listed(one, part));
  if (def.keyType) {
    const names = listed(def.keyType, part).map(([, name]) => name!);
    return names.flatMap((name) => [[name, null], ...listed(def.valueType!, name)]);
  }
  const inner = def.element ?? def.innerType ?? def.in;
  return inner ? listed(inner, part) : [];
}

const files = import.meta.glob<{ default: object }>('../../../words/**/*.json', { eager: true });

/** Whether there are words of a key where the audit is shown: in the first load, its area and those of settings. */
function hasIn(language: string) {
  const shown = ['', ...auditAreas.map((area) => `areas/${area}/`)];
  const all = Object.assign(
    {},
    ...shown.map((folder) => files[`../../../words/${folder}${language}.json`]!.default),
  ) as object;
  return (key: string) => {
    const found = key
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], all);
    return typeof found === 'string';
  };
}

it.each(contract.languages)('has words in %s for every listed value of a setting', (language) => {
  const has = hasIn(language);
  const all = Object.values(settings).flatMap((schemas) =>
    schemas.flatMap((schema) => listed(schema, '')),
  );
  expect(all.length).toBeGreaterThan(100);
  const without = all.filter(([part, value]) =>
    value === null
      ? !isLanguage(part) && partKey(part, has) === null
      : !isLanguage(value, part) && listedKey(part, value, has) === null,
  );
  expect(without).toEqual([]);
});
