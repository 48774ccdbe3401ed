import {
  duration,
  formattedWriting,
  line,
  mailAddress,
  newAgent,
  newCustomer,
  pageQuery,
  relaySettings,
  zone,
} from '@baton/contract';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { refusalOfIssue } from './field-faults.ts';
import { fieldRefusal } from './field-refusal.ts';

/** What is said first of a value that a shape does not take. */
function said(shape: z.ZodType, value: unknown) {
  const issue = shape.safeParse(value).error!.issues[0]!;
  const { path, code, params } = refusalOfIssue(issue, value);
  return [path, code, params];
}

const phone = (value: string) => ({ name: 'A', identities: [{ kind: 'phone', value }] });

describe('what is wrong with a field', () => {
  test.each<[string, z.ZodType, unknown, string, string, object?]>([
    ['missing', newAgent, { email: 'a@b.example' }, 'name', 'required'],
    ['null', newAgent, { name: null, email: 'a@b.example' }, 'name', 'required'],
    ['a choice that is missing', z.object({ kind: z.enum(['a']) }), {}, 'kind', 'required'],
    ['empty', line(3), '  ', '', 'empty'],
    ['too long', line(3), 'long', '', 'too_long', { most: 3 }],
    ['too short', z.string().min(12), 'short', '', 'too_short', { least: 12 }],
    ['two lines', line(30), 'a\nb', '', 'not_one_line'],
    ['a null character', formattedWriting, 'a\u0000', '', 'null_characters'],
    ['no text', line(3), 7, '', 'not_text'],
    ['no number', z.number(), 'x', '', 'not_a_number'],
    ['a part of a number', z.number().int(), 1.5, '', 'not_whole'],
    ['too little', pageQuery, { limit: 0 }, 'limit', 'below_least', { least: 1 }],
    ['too much', pageQuery, { limit: 1000 }, 'limit', 'above_most', { most: 200 }],
    ['neither true nor false', z.boolean(), 'yes', '', 'not_yes_or_no'],
    ['no list', z.array(z.string()), 'one', '', 'not_a_list'],
    ['too few', z.array(z.string()).min(2), ['a'], '', 'too_few_entries', { least: 2 }],
    ['too many', z.array(z.string()).max(1), ['a', 'b'], '', 'too_many_entries', { most: 1 }],
    ['no address', mailAddress, 'nobody', '', 'not_an_address'],
    ['no phone number', newCustomer, phone('call me'), 'identities.0.value', 'not_a_phone_number'],
    ['no link', z.url(), 'nowhere', '', 'not_a_link'],
    ['no id', z.uuid(), '7', '', 'not_an_id'],
    ['no instant', z.iso.datetime(), 'soon', '', 'not_an_instant'],
    ['no day', z.iso.date(), 'today', '', 'not_a_day'],
    ['no length of time', duration, '20 hours', '', 'not_a_duration'],
    ['no zone', zone, 'Europe/Nowhere', '', 'not_a_zone'],
    ['not among the choices', z.enum(['a', 'b']), 'c', '', 'not_offered'],
    [
      'no such kind',
      newCustomer,
      { name: 'A', identities: [{ kind: 'fax' }] },
      'identities.0.kind',
      'not_offered',
    ],
    [
      'what belongs together',
      relaySettings,
      { host: 'x', port: 25, security: 'tls', username: 'me', login: { kind: 'none' } },
      'username',
      'login_mismatch',
    ],
    ['anything else', z.string().refine(() => false), 'x', '', 'not_valid'],
  ])('%s', (_what, shape, value, path, code, params) => {
    expect(said(shape, value)).toEqual([path, code, params]);
  });

  test('is said in English with what fills its gaps', () => {
    expect(fieldRefusal('gather', 'not_between', { from: 'PT1M', to: 'PT24H' })).toEqual({
      path: 'gather',
      code: 'not_between',
      params: { from: 'PT1M', to: 'PT24H' },
      message: 'must be from PT1M to PT24H',
    });
  });

  test('has a code wherever the contract says it in words of its own', () => {
    const folder = new URL('../../../contract/src/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const sources = files.map((name) => readFileSync(new URL(name, folder), 'utf8'));
    const words = sources.flatMap((source) => [...source.matchAll(/(?:message|error): ['"`].*/g)]);
    expect(words.map(([found]) => found)).toEqual([]);
  });
});
