import { z } from 'zod';

export const outboundStates = [
  'queued',
  'held',
  'sent',
  'delivered',
  'refused',
  'bounced',
  'suppressed',
  'withdrawn',
] as const;
export const outboundState = z.enum(outboundStates);
