import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { canBePushedTo, wantsPushHere } from '../push-here.ts';

/**
 * Keeps this browser known to the server for whoever wants to be told in it: sessions end, and keys
 * change. A press on what was pushed leads there in the desk that is open.
 */
export function usePush(agentId: string | null): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!canBePushedTo() || agentId === null || !wantsPushHere(agentId)) return;
    void import('../keep-push.ts').then(({ keepPush }) => keepPush());
  }, [agentId]);
  useEffect(() => {
    if (!canBePushedTo()) return;
    const listen = ({ data }: MessageEvent<{ kind?: string; path?: string }>) => {
      if (data.kind === 'open' && data.path) void navigate({ to: data.path });
    };
    navigator.serviceWorker.addEventListener('message', listen);
    return () => navigator.serviceWorker.removeEventListener('message', listen);
  }, [navigate]);
}
