import { letterQuery, loadPictures, message } from '@baton/contract';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { policyOfLetters, sendPolicy } from '../../../platform/http-headers.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { addWork } from '../../../platform/work.ts';
import { askForPictures, letterWork, pictureWork, showLetter } from '../../letters/index.ts';
import { presentMessage } from '../present.ts';
import { messageById } from '../store/messages.ts';
import { seesOneOf } from '../store/read.ts';
import { scopeOf } from '../store/scope.ts';
import { noteAccess, tags } from './shared.ts';

/** Letters with their forms and pictures, made safe. */
export function letterRoutes(app: App, deps: Deps): void {
  showLetters(app, deps);
  loadLetterPictures(app, deps);
}

function showLetters(app: App, deps: Deps): void {
  app.get(
    '/api/messages/:id/letter',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'A message as it was written, made safe: a page for a frame of its own',
        params: byId,
        querystring: letterQuery,
      },
    },
    async (request, reply) => {
      const found = await seenLetter(deps.db, request.identity.actor, request.params.id);
      await noteAccess(deps, request, { kind: 'case', id: found.case_id });
      const sha256 = found.html_sha256;
      const page = await showLetter(deps, { sha256, files: found.files }, request.query);
      if (page === null) {
        await deps.db.transaction().execute((tx) => addWork(tx, [letterWork(sha256)]));
        deps.wake();
        throw new Problem('not_found', {
          detail: 'It is not ready to be shown yet; there is its text.',
        });
      }
      sendPolicy(reply, policyOfLetters);
      return reply
        .header('x-frame-options', 'SAMEORIGIN')
        .header('referrer-policy', 'no-referrer')
        .header('cache-control', 'private, no-store')
        .type('text/html; charset=utf-8')
        .send(page);
    },
  );
}

function loadLetterPictures(app: App, deps: Deps): void {
  app.post(
    '/api/messages/:id/pictures',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary:
          'Loads the pictures of a message that come from elsewhere; its sender may learn of it',
        params: byId,
        body: loadPictures,
        response: { 202: message },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 202 }, async ({ tx, actor, now }) => {
        const found = await seenLetter(tx, actor, request.params.id);
        const asked = await askForPictures(tx, found.html_sha256, now);
        if (asked > 0) await addWork(tx, [pictureWork(found.html_sha256)]);
        return presentMessage((await messageById(tx, found.id))!);
      }),
  );
}

/** @throws Problem `not_found` when there is no such message with HTML, or none for the actor */
async function seenLetter(db: Db | Tx, actor: Actor, id: string) {
  const found = await messageById(db, id);
  const sees = found && (await seesOneOf(db, await scopeOf(db, actor), [found.case_id]));
  if (!sees || found.html_sha256 === null) throw notFound('message');
  return { ...found, html_sha256: found.html_sha256 };
}
