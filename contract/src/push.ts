import { z } from 'zod';
import { id, instant } from './common.ts';

/** A browser in which an agent is told by push. */
const pushDevice = z.object({
  id,
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** Whether it is told because of the session in which one asks. */
  current: z.boolean(),
  at: instant,
  /** When it was told something for the last time. */
  toldAt: instant.nullable(),
});
export type PushDevice = z.infer<typeof pushDevice>;

/** `GET /api/push-devices`: `key` is what a browser is to let push (RFC 8292), base64url. */
export const pushDevices = z.object({ key: z.string(), items: z.array(pushDevice) });

/** `PUT /api/push-devices`: a PushSubscription as a browser writes it, and for which key it holds. */
export const newPushDevice = z.strictObject({
  endpoint: z.url().max(2000),
  keys: z.strictObject({
    /** A point of P-256, 65 bytes in base64url. */
    p256dh: z.string().max(100),
    /** 16 bytes in base64url. */
    auth: z.string().max(50),
  }),
  key: z.string().max(100),
});
export type NewPushDevice = z.infer<typeof newPushDevice>;
