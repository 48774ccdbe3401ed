import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { baton } from '../../kernel/actor.ts';
import type { Deps } from '../../platform/context.ts';
import { instant, runCommand } from '../../platform/db.ts';
import { sendDownload } from '../../platform/http-download.ts';
import { policyOfPages, sendPolicy } from '../../platform/http-headers.ts';
import type { App, HttpReply, Routes } from '../../platform/http-types.ts';
import { Problem } from '../../platform/problem.ts';
import { recordAccess } from '../auth/index.ts';
import {
  caseForMail,
  caseOfCustomerLink,
  confirmSolution,
  denySolution,
  fileById,
  fileOfLink,
} from '../cases/index.ts';
import { missingPage, solutionPage } from './pages/solution.ts';
import { solutionOf } from './solution-of.ts';
import { askedLanguage } from './texts/index.ts';

const params = z.strictObject({ token: z.string().max(100) });
const answer = z.strictObject({
  answer: z.enum(['solved', 'not_solved']),
  // Browsers count a line's end as one character and send two.
  text: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(10_000))
    .optional(),
});
/** Ten thousand characters of any script, as a form sends them. */
const formLimit = 128 * 1024;

/** The page of a case for its customer, who comes by the link in our mail, and what they say there. */
export const routes: Routes = async (app, deps) => {
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formLimit },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    showPage(scope, deps);
    takeAnswer(scope, deps);
    fetchFile(scope, deps);
  });
};

/** Only shows: mail scanners and previews open every link, and none of them may answer. */
function showPage(app: App, deps: Deps): void {
  app.get(
    '/c/:token',
    { config: { access: 'public' }, schema: { params } },
    async (request, reply) => {
      const number = caseOfCustomerLink(deps, request.params.token);
      const shown = await runCommand(deps, baton, async (ctx) => {
        const about = number === null ? null : await caseForMail(ctx.tx, { number });
        return about && { about, page: await solutionOf(ctx, about) };
      });
      const nonce = randomBytes(16).toString('base64');
      if (!shown) {
        const language = askedLanguage(request.headers['accept-language']);
        return sendPage(reply.code(404), nonce, missingPage(language, nonce));
      }
      const { id, customerId } = shown.about;
      const customer = { kind: 'customer', id: customerId } as const;
      await recordAccess(deps.db, customer, { kind: 'case', id, address: request.ip });
      return sendPage(reply, nonce, solutionPage(shown.page, nonce));
    },
  );
}

/** A file that was too large for a mail, by the address in that mail. */
function fetchFile(app: App, deps: Deps): void {
  app.get(
    '/f/:token',
    { config: { access: 'public' }, schema: { params } },
    async (request, reply) => {
      const now = await instant(deps.db, deps);
      const id = fileOfLink(deps, request.params.token, now);
      const file = id === null ? null : await fileById(deps.db, id);
      if (!file) {
        const nonce = randomBytes(16).toString('base64');
        const language = askedLanguage(request.headers['accept-language']);
        return sendPage(reply.code(404), nonce, missingPage(language, nonce));
      }
      const customer = { kind: 'customer', id: null } as const;
      await recordAccess(deps.db, customer, { kind: 'file', id: file.id, address: request.ip });
      return sendDownload(reply, file, deps.storage.get(file.sha256));
    },
  );
}

/** What the customer says; whatever came of it, the page then shows how the case stands. */
function takeAnswer(app: App, deps: Deps): void {
  app.post(
    '/c/:token',
    {
      config: { access: 'public', withoutKey: 'Said twice, it changes nothing more.' },
      schema: { params, body: answer },
    },
    async (request, reply) => {
      const { token } = request.params;
      const number = caseOfCustomerLink(deps, token);
      const about = number === null ? null : await caseForMail(deps.db, { number });
      if (about) {
        const said = request.body;
        await runCommand(deps, { kind: 'customer', id: about.customerId }, async (ctx) => {
          if (said.answer === 'solved') await confirmSolution(ctx, { caseId: about.id });
          else await denySolution(ctx, { caseId: about.id, text: said.text || null });
        }).catch(ignoreWrongStatus);
      }
      // Back to the page, so that loading it again sends nothing twice.
      return reply.code(303).header('location', `/c/${token}`).send();
    },
  );
}

/** The case went another way meanwhile: the page says which. */
function ignoreWrongStatus(error: unknown): void {
  if (error instanceof Problem && error.code === 'wrong_status') return;
  throw error;
}

function sendPage(reply: HttpReply, nonce: string, page: string): HttpReply {
  sendPolicy(reply, policyOfPages(nonce));
  return reply.type('text/html; charset=utf-8').send(page);
}
