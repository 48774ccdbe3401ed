import { newTeamRuleTrial, teamRuleTrial } from '@baton/contract';
import { z } from 'zod';
import { plus } from '../../../kernel/instant.ts';
import type { Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { cursorOf, readCursor } from '../../../platform/http-cursor.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { tryRule } from '../try-rule.ts';
import { lookBackMs, tags } from './shared.ts';

const cursor = z.tuple([z.number().int(), z.number().int()]);

/** What a rule would have done. */
export function tryRules(app: App, deps: Deps): void {
  app.post(
    '/api/rules/trials',
    {
      config: { access: 'lead', withoutKey: 'nothing is done, and nothing is kept of it.' },
      schema: {
        tags,
        summary: 'What a rule would have done in the last 30 days on the cases that you may see',
        body: newTeamRuleTrial,
        response: { 200: teamRuleTrial },
      },
    },
    async (request) => {
      const { team: teamId, cursor: from, ...said } = request.body;
      const { actor } = request.identity;
      const now = await instant(deps.db, deps);
      const since = plus(now, -lookBackMs);
      const rule = { ...said, teamId, active: true, broken: false };
      const place = readCursor(from, cursor);
      const tried = await tryRule(deps.db, actor, rule, { since, now, from: place });
      const ids = tried.hits.map((hit) => hit.case.id);
      const detail = { list: 'rule trial', ids: [...new Set(ids)] };
      await recordAccess(deps.db, actor, { kind: 'list', detail, address: request.ip });
      return {
        since: since.toISOString(),
        looked: tried.looked,
        total: tried.total,
        happened: tried.happened,
        fitted: tried.fitted,
        failed: [...tried.failed].map(([path, count]) => ({ path, count })),
        hits: tried.hits.map((hit) => ({ ...hit, at: hit.at.toISOString() })),
        next: tried.next && cursorOf(tried.next),
      };
    },
  );
}
