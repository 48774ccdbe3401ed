import type { ProblemCode } from '@baton/contract';

const json = 'The body is not valid JSON.';
const type = 'This content type is not taken here; send application/json.';
const large = 'The body is larger than what is taken here.';
const address = 'The address of the request cannot be read.';
const text = 'The text holds characters that cannot be stored (for example a null character).';
const number = 'A number is larger than what can be stored.';
const away = 'The database cannot be reached at the moment. Nothing was changed; try again.';
const long = 'The database took too long, and it was given up. Nothing was changed; try again.';
const lost =
  'The connection to the database was lost on the way. Try again with the same Idempotency-Key: ' +
  'what was done already is not done twice.';
const full = 'There is no space left to store this. Nothing was changed; try again later.';

/**
 * What Fastify (FST_…), PostgreSQL (five characters, appendix A of its manual), our connections (DATABASE_…)
 * and the system say, as refusals of ours.
 */
export const refusals: Record<string, { code: ProblemCode; detail: string }> = {
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'invalid_json', detail: json },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'invalid_json', detail: 'The body is empty.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'invalid_request',
    detail: 'Body and its length differ.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'unsupported_media_type', detail: type },
  FST_ERR_CTP_INVALID_TYPE: { code: 'unsupported_media_type', detail: type },
  FST_INVALID_MULTIPART_CONTENT_TYPE: {
    code: 'unsupported_media_type',
    detail: 'Send multipart/form-data.',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'too_large', detail: large },
  FST_REQ_FILE_TOO_LARGE: { code: 'too_large', detail: large },
  FST_FILES_LIMIT: { code: 'too_large', detail: 'Too many files at once.' },
  FST_PARTS_LIMIT: { code: 'too_large', detail: 'Too many parts at once.' },
  FST_ERR_BAD_URL: { code: 'invalid_request', detail: address },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'invalid_request', detail: address },
  '22021': { code: 'invalid_request', detail: text },
  '22P05': { code: 'invalid_request', detail: text },
  '22003': { code: 'invalid_request', detail: number },
  '53100': { code: 'storage_full', detail: full },
  ENOSPC: { code: 'storage_full', detail: full },
  EDQUOT: { code: 'storage_full', detail: full },
  '40001': {
    code: 'busy',
    detail: 'Others are changing the same. Nothing was changed; try again.',
  },
  '40P01': {
    code: 'busy',
    detail: 'Others are changing the same. Nothing was changed; try again.',
  },
  '53300': { code: 'busy', detail: away },
  '57P01': { code: 'busy', detail: lost },
  '57P03': { code: 'busy', detail: away },
  ECONNREFUSED: { code: 'busy', detail: away },
  DATABASE_AWAY: { code: 'busy', detail: away },
  DATABASE_LOST: { code: 'busy', detail: lost },
  '57014': { code: 'busy', detail: long },
  '25P03': { code: 'busy', detail: long },
};
