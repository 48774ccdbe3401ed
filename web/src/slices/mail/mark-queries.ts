import { addressMarks } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';

/** What is known of the addresses of a case: bounced, complained. */
export const marksQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['mail', 'marks', caseId],
    queryFn: ({ signal }) =>
      ask(addressMarks, `/api/mail/address-marks?case=${caseId}`, { signal }),
    staleTime: 30_000,
    refetchInterval: 60_000,
  });

/** Says that an address is good after all. */
export const clearMark = (caseId: string, address: string) =>
  tell(`/api/mail/address-marks/${caseId}/${encodeURIComponent(address)}`, { method: 'DELETE' });
