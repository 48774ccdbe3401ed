import { brand, brandLogo, brandPreviewQuery } from '@baton/contract';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { sendDownload } from '../../../platform/http-download.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App, Audit } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { brandView } from '../../people/index.ts';
import { previewFrame } from '../commands/preview-frame.ts';
import { removeLogo, setLogo } from '../commands/set-logo.ts';
import { tags } from './shared.ts';

const path = '/api/mail/brands/:id/logo';

/** What is written down of a change. */
const audit = {
  kind: 'brand',
  read: (tx, { id }) => shownBrand(tx, id),
} satisfies Audit;

/** Nothing runs, nothing is loaded; only the desk itself may show it within a page. */
const policyOfPreview =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** What stands around the mail of a brand. */
export function brandFrameRoutes(app: App, deps: Deps): void {
  showFrame(app, deps);
  changeLogo(app, deps);
}

function showFrame(app: App, deps: Deps): void {
  app.get(
    '/api/mail/brands/:id/preview',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'How a mail of the brand looks, as HTML, also with what is not kept yet',
        tags,
        params: byId,
        querystring: brandPreviewQuery,
      },
    },
    async ({ params: { id }, query, identity }, reply) =>
      reply
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policyOfPreview,
          'x-frame-options': 'SAMEORIGIN',
        })
        .send(await previewFrame(deps, id, query, identity.name)),
  );

  app.get(
    path,
    {
      config: { access: 'reader' },
      schema: { summary: 'The picture above the mail of a brand', tags, params: byId },
    },
    async ({ params: { id } }, reply) => {
      const { logo } = await shownBrand(deps.db, id);
      if (!logo) throw notFound('picture');
      const file = { name: `logo.${logo.type.split('/')[1]}`, size: logo.size };
      return sendDownload(reply, file, deps.storage.get(logo.sha256), logo.type);
    },
  );
}

function changeLogo(app: App, deps: Deps): void {
  app.put(
    path,
    {
      config: { access: 'admin', audit, problems: ['unknown_reference'] },
      schema: {
        summary: 'Puts an uploaded picture above the mail of a brand (PNG, JPEG or GIF, 200 KB)',
        tags,
        params: byId,
        body: brandLogo,
        response: { 200: brand },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await setLogo(ctx, request.params.id, request.body.file);
        return shownBrand(ctx.tx, request.params.id);
      }),
  );

  app.delete(
    path,
    {
      config: { access: 'admin', audit },
      schema: {
        summary: 'Lets the mail of a brand go without a picture',
        tags,
        params: byId,
        response: { 200: brand },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await removeLogo(ctx, request.params.id);
        return shownBrand(ctx.tx, request.params.id);
      }),
  );
}

/** @throws Problem not_found */
async function shownBrand(db: Db | Tx, id: string) {
  const shown = await brandView(db, id);
  if (!shown) throw notFound('brand');
  return shown;
}
