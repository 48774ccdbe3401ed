import { pushDevices, type NewPushDevice } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';

/** On which devices the signed-in agent is told by push, and the key that may push. */
export const pushDevicesQuery = queryOptions({
  queryKey: ['push-devices'],
  queryFn: ({ signal }) => ask(pushDevices, '/api/push-devices', { signal }),
});

export const putPushDevice = (body: NewPushDevice) =>
  ask(pushDevices, '/api/push-devices', { method: 'PUT', body });

export const endPushDevice = (id: string) => tell(`/api/push-devices/${id}`, { method: 'DELETE' });
