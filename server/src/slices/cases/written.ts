import type { Ctx } from '../../platform/context.ts';
import { formattedToSend } from '../../platform/formatted/index.ts';
import { invalid } from '../../platform/refusals.ts';
import { refuseUnfilled, type Written } from '../writing/index.ts';
import { messageBy } from './author.ts';
import type { NewMessage } from './change.ts';
import { heldMs } from './rules/withdraw.ts';
import { assertFiles } from './store/files.ts';

/** What an agent writes to the customer, as the API takes it. */
export type ForCustomer = Written & {
  html?: string | undefined;
  files: string[];
  withdrawable?: boolean;
};

/** A message to the customer, and what has to be true and known once the case is locked. */
export type Writing = {
  message: NewMessage;
  /**
   * The message as it is recorded at an instant.
   * @throws Problem `unknown_reference` for a file that is not theirs to send; `unfilled_blank`
   */
  at: (now: Date) => Promise<NewMessage>;
};

/**
 * What an agent wrote, made ready: formatting is sanitised, its plain text is made of it, and its
 * pictures go along as files.
 * @throws Problem `invalid_request` where nothing is left of it
 */
export function written(ctx: Ctx, kind: 'reply' | 'solution', input: ForCustomer): Writing {
  const made = input.html === undefined ? null : formattedToSend(input.html);
  if (made?.text === '') throw invalid('html', 'empty');
  const pictures = made?.pictures ?? [];
  const message: NewMessage = {
    ...messageBy(ctx.actor, { direction: 'out', kind, text: made?.text ?? input.text }),
    html: made?.html ?? null,
    files: [
      ...pictures.map((fileId) => ({ fileId, inlineId: `${fileId}@baton` })),
      ...input.files
        .filter((fileId) => !pictures.includes(fileId))
        .map((fileId) => ({ fileId, inlineId: null })),
    ],
  };
  return {
    message,
    at: async (now) => {
      await refuseUnfilled(ctx, message.text);
      await assertFiles(ctx, input.files);
      await assertFiles(ctx, pictures, 'html');
      const notBefore = input.withdrawable ? new Date(now.getTime() + heldMs) : null;
      return { ...message, notBefore };
    },
  };
}
