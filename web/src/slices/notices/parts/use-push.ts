import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { canBePushedTo, quietenHere, wantsPushHere } from '../push-wish.ts';

/**
 * Keeps this browser known to the server for whoever wants to be told in it: sessions end, and keys
 * change. Whoever else signs in here sees nothing of theirs. A press on what was pushed leads there in the desk that is open.
 */
export function usePush(agentId: string | null): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (agentId === null || !wantsPushHere(agentId)) void quietenHere();
    else if (canBePushedTo()) void import('../keep-push.ts').then((push) => push.keepPush(agentId));
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
