import type { Case } from '@baton/contract';
import { notifications } from '@mantine/notifications';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { askNow } from '../../../../api/ask-now.ts';
import { tell } from '../../../../api/client.ts';
import { isRefusal } from '../../../../api/refusal.ts';
import { meQuery } from '../../../access/queries.ts';
import { caseQuery, messagesQuery } from '../../queries.ts';
import { reloadDraft } from '../composer/keepers.ts';
import type { Field } from '../composer/field.ts';
import { Leaving } from './leaving.tsx';
import { wish } from './wish.ts';

type Sent = 'reply' | 'solution';

/**
 * Offers what was just sent to be taken back, for as long as it is held: beside the page, so that it
 * is there when one has gone on to the next case.
 */
export function useTakeBack(
  item: Case,
  field: RefObject<Field | null>,
): (sent: Sent) => Promise<void> {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const me = useSuspenseQuery(meQuery).data.agent?.id ?? '';

  async function takeBack(message: string, sent: Sent): Promise<void> {
    try {
      const path = `/api/cases/${item.id}/messages/${message}/withdrawal`;
      await tell(path, { method: 'POST', body: {} });
    } catch (error) {
      const code = isRefusal(error, 'too_late') ? 'too_late' : 'wrong_status';
      notifications.show({ message: t(`problem.${code}`), color: 'red' });
      return;
    }
    await reloadDraft(me, item.id, sent);
    // What was solved can be solved again once it is known to be open.
    if (sent === 'solution') await askNow(client, caseQuery(item.id)).catch(() => null);
    wish(item.id, sent === 'solution' ? 'solve' : 'reply');
    await navigate({ to: '/cases/$caseId', params: { caseId: item.id } });
    notifications.show({ title: t('takeBack.gone'), message: t('takeBack.again') });
    await client.invalidateQueries({ queryKey: ['cases'] });
  }

  return async (sent) => {
    const from = field.current?.element ?? null;
    const messages = await askNow(client, messagesQuery(item.id));
    const held = messages.findLast(({ notBefore, author }) => notBefore && author.id === me);
    if (!held?.notBefore) return;
    const id = `held ${held.id}`;
    const close = () => void notifications.hide(id);
    const words = (seconds: number) =>
      sent === 'solution'
        ? t('takeBack.solutionLeaves', { number: item.number, seconds })
        : t('takeBack.replyLeaves', { name: item.customer.name, seconds });
    notifications.show({
      id,
      autoClose: false,
      withCloseButton: false,
      message: (
        <Leaving
          until={Date.parse(held.notBefore)}
          words={words}
          from={from}
          onOver={close}
          onTakeBack={() => {
            close();
            void takeBack(held.id, sent);
          }}
        />
      ),
    });
  };
}
