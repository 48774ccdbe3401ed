import { noticePage, type Notice } from '@baton/contract';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ask } from '../../../api/client.ts';
import { useTitleCount } from '../../../ui/shell/use-title.ts';
import { freshOf, isWriting } from '../fresh.ts';
import { unseenQuery } from '../queries.ts';
import { NewsWords } from './news-words.tsx';

/** The instant of the newest notice that was said, in whichever tab of this browser. */
const said = 'baton.said';

/** What comes while one is elsewhere in the desk is said once, quietly; the tab's title counts it. */
export function News() {
  const { data } = useQuery(unseenQuery);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const count = data?.count ?? 0;
  const navigate = useNavigate();
  const before = useRef<number | null>(null);
  useTitleCount(count);
  useEffect(() => {
    if (!data) return;
    const isMore = before.current !== null && data.count > before.current;
    before.current = data.count;
    if (isMore) void sayNews(path, (to) => void navigate({ to }));
  }, [data, path, navigate]);
  return null;
}

async function sayNews(path: string, open: (path: string) => void): Promise<void> {
  // Other tabs and other programs are told by the title, by push and by mail.
  if (!document.hasFocus() || isWriting(document.activeElement)) return;
  const { items } = await ask(noticePage, '/api/notices?unseen=true&limit=20');
  const fresh = freshOf(items, { path, saidUntil: localStorage.getItem(said) });
  if (fresh.length === 0 || isWriting(document.activeElement)) return;
  localStorage.setItem(said, fresh[0]!.at);
  show(fresh, open);
}

function show(fresh: Notice[], open: (path: string) => void): void {
  const lead = (to: string) => {
    notifications.hide('news');
    open(to);
  };
  notifications.show({
    id: 'news',
    message: <NewsWords items={fresh} onOpen={lead} />,
    withCloseButton: true,
  });
}
