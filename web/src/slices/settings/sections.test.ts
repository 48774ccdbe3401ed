import { areas, type Area, type Me, type Rank } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { mayChoose, mayOpen, sectionsFor } from './sections.ts';

const who = (rank: Rank, own: Partial<Record<Area, Rank>> = {}) => ({
  ranks: { ...Object.fromEntries(areas.map((area) => [area, rank])), ...own } as Me['ranks'],
});
const pages = (one: Pick<Me, 'ranks'>) => sectionsFor(one).map(({ to }) => to);

describe('the pages of the settings', () => {
  it('are none for readers and agents', () => {
    expect([mayChoose(who('reader')), mayChoose(who('agent'))]).toEqual([false, false]);
  });

  it('are those of the areas in which a custom role says so', () => {
    const mailer = who('agent', { Mail: 'admin' });
    expect(pages(mailer)).toEqual([
      '/settings/channels',
      '/settings/sending',
      '/settings/senders',
      '/settings/mail-limits',
    ]);
    const weak = who('admin', { Access: 'none', Mail: 'reader' });
    expect(pages(weak)).not.toContain('/settings/keys');
    expect(pages(weak)).not.toContain('/settings/channels');
    expect(pages(weak)).toContain('/settings/people');
  });

  it('are not opened by their address either', () => {
    const mailer = who('agent', { Mail: 'lead' });
    expect(mayOpen(mailer, '/settings/channels/new')).toBe(true);
    expect(mayOpen(mailer, '/settings')).toBe(true);
    expect(mayOpen(mailer, '/settings/keys')).toBe(false);
    expect(mayOpen(mailer, '/settings/people/new')).toBe(false);
  });
});
