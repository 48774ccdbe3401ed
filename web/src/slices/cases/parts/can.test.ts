import type { Case, CaseStatus, Me } from '@baton/contract';
import { expect, it } from 'vitest';
import { can } from './can.ts';

const me = (rank: Me['role'], id = 'ana') => ({ ranks: { Cases: rank }, agent: { id } }) as Me;
const held = (status: CaseStatus, by: string | null = 'ana') =>
  ({ status, owner: by === null ? null : { id: by }, mayBeThanks: false }) as Case;
const offered = (item: Case, who: Me, isTop = false) =>
  Object.entries(can(item, who, isTop))
    .filter(([, allowed]) => allowed)
    .map(([name]) => name);

it('offers the owner of an open case both ways out', () => {
  expect(offered(held('open'), me('agent'))).toEqual([
    'holds',
    'note',
    'call',
    'reply',
    'solve',
    'passUp',
    'wait',
    'handAcross',
    'setAside',
    'people',
    'merge',
    'ask',
  ]);
});

it('offers no passing up from the top', () => {
  expect(offered(held('open'), me('agent'), true)).not.toContain('passUp');
});

it('offers a colleague a note, a lead to move the case, a reader nothing', () => {
  expect(offered(held('open'), me('agent', 'tom'))).toEqual(['note', 'call']);
  expect(offered(held('open'), me('lead', 'tom'))).toEqual([
    'note',
    'call',
    'passUp',
    'handAcross',
    'setAside',
    'people',
    'merge',
    'ask',
  ]);
  expect(offered(held('open'), me('reader', 'tom'))).toEqual([]);
});

it('offers to reopen what is solved or closed, and to put back what was set aside', () => {
  expect(offered(held('solved'), me('agent'))).toEqual([
    'holds',
    'note',
    'call',
    'reply',
    'people',
    'merge',
    'ask',
    'reopen',
  ]);
  expect(offered(held('closed', 'tom'), me('agent'))).toEqual(['note', 'call', 'reopen']);
  expect(offered(held('set_aside', null), me('agent'))).toEqual(['note', 'call', 'putBack']);
  expect(offered(held('waiting'), me('agent'))).toContain('resume');
});

it('offers the owner to say that it was thanks, where it may have been', () => {
  const reopened = { ...held('open'), mayBeThanks: true };
  expect(offered(reopened, me('agent'))).toContain('thanks');
  expect(offered(reopened, me('agent', 'tom'))).not.toContain('thanks');
});
