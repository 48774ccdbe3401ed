import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import { file, fileContentQuery, id } from '@baton/contract';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import { isAdmin } from '../../../kernel/actor.ts';
import type { Db, Deps } from '../../../platform/context.ts';
import { tellingBytes, typeToKeep, typeToShow } from '../../../platform/file-kind.ts';
import { mediaType, safeFileName } from '../../../platform/file-name.ts';
import { sendDownload } from '../../../platform/http-download.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import type { App, HttpRequest } from '../../../platform/http-types.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid } from '../../../platform/refusals.ts';
import { DiskFull } from '../../../platform/storage.ts';
import { addFile } from '../commands/add-file.ts';
import { presentFile } from '../present.ts';
import { fileWithCases } from '../store/files.ts';
import { scopeOf } from '../store/scope.ts';
import { seesOneOf } from '../store/read.ts';
import { noteAccess } from './shared.ts';

/** The largest file that a person may attach, in bytes: more than mail relays usually take. */
export const largestFile = 25 * 1024 * 1024;
const fileParams = z.strictObject({ id });
const tags = ['Files'];

/** Files: uploaded once, attached to a reply or note by their id, seen by whoever sees the case. */
export async function fileRoutes(app: App, deps: Deps): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: largestFile, files: 1, fields: 0, headerPairs: 50 },
  });

  app.post(
    '/api/files',
    {
      config: { access: 'agent', problems: ['too_large', 'storage_full'] },
      schema: {
        tags,
        summary: 'Uploads a file (multipart/form-data, one part `file`, up to 25 MB)',
        consumes: ['multipart/form-data'],
        response: { 201: file },
      },
      bodyLimit: largestFile + 64 * 1024,
    },
    async (request, reply) => {
      const stored = await receive(deps, await request.file());
      // What was uploaded takes part in telling a repetition from another request.
      request.body = stored;
      return httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        presentFile({ id: await addFile(ctx, stored), ...stored }),
      );
    },
  );

  readRoutes(app, deps);
}

function readRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/files/:id',
    {
      config: { access: 'reader' },
      schema: { tags, summary: 'What a file is', params: fileParams, response: { 200: file } },
    },
    async (request) => {
      const found = await seenFile(deps.db, request.identity.actor, request.params.id);
      await noteAccess(deps, request, { kind: 'file', id: found.id });
      return presentFile(found);
    },
  );

  app.get(
    '/api/files/:id/content',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'The content of a file, as a download; with `show`, pictures to be shown',
        params: fileParams,
        querystring: fileContentQuery,
      },
    },
    async (request, reply) => {
      const found = await seenFile(deps.db, request.identity.actor, request.params.id);
      await noteAccess(deps, request, { kind: 'file', id: found.id });
      const shows = request.query.show === 'true';
      const shownAs = shows
        ? typeToShow(await deps.storage.beginning(found.sha256, tellingBytes))
        : null;
      return sendDownload(reply, found, deps.storage.get(found.sha256), shownAs);
    },
  );
}

type Part = Awaited<ReturnType<HttpRequest['file']>>;

async function receive(deps: Deps, part: Part) {
  if (!part) throw invalid('file', 'file_needed');
  const beginning: Uint8Array[] = [];
  const content = Readable.from(whole(part, (chunk) => beginning.push(chunk)));
  const stored = await deps.storage.put(content).catch((cause: unknown) => {
    if (!(cause instanceof DiskFull)) throw cause;
    throw new Problem('storage_full', { detail: 'There is no room for the file.', cause });
  });
  const type = typeToKeep(Buffer.concat(beginning), mediaType(part.mimetype));
  return { ...stored, name: safeFileName(part.filename) || 'file', type };
}

/**
 * The content of an upload, which breaks off where the reader cut it: what is too large is known at
 * its end only, and must not be kept. `begins` gets its first bytes.
 * @throws Problem too_large
 */
async function* whole(
  part: NonNullable<Part>,
  begins: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Uint8Array>) {
    if (size < tellingBytes) begins(chunk.subarray(0, tellingBytes));
    size += chunk.length;
    yield chunk;
  }
  if (!part.file.truncated) return;
  throw new Problem('too_large', { detail: 'A file may have 25 MB at most.' });
}

/** @throws Problem `not_found` when there is no such file, or none that the actor may see */
async function seenFile(db: Db, actor: Actor, fileId: string) {
  const found = await fileWithCases(db, fileId);
  const sees =
    found &&
    (isAdmin(actor) ||
      (found.createdBy !== null && found.createdBy === actor.id) ||
      (await seesOneOf(db, await scopeOf(db, actor), found.caseIds)));
  if (!sees) throw new Problem('not_found', { detail: 'There is no such file.' });
  return found;
}
