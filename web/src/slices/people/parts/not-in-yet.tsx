import type { Agent, Invitation } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import styles from './people.module.css';
import { SignInLink } from './sign-in-link.tsx';

type Props = { agent: Agent; invitation: Invitation; mayInvite: boolean };

/** Somebody who was added and cannot have come in yet: said first of all, with the way in. */
export function NotInYet({ agent, invitation: { openUntil }, mayInvite }: Props) {
  const { t } = useTranslation();
  const holdsCases = agent.present && agent.teams.length > 0;
  return (
    <section className={styles.warning} aria-labelledby="not-in-yet">
      <h2 id="not-in-yet">{t('people.notInYet', { name: agent.name })}</h2>
      <p>
        {openUntil === null ? (
          t(mayInvite ? 'people.noLinkYet' : 'people.noLinkTheirs')
        ) : (
          <>
            {t('people.linkOpen')} <When at={openUntil} sayToday />
          </>
        )}
      </p>
      {holdsCases && <p>{t('people.casesAlready')}</p>}
      {mayInvite && <SignInLink agentId={agent.id} first={openUntil === null} />}
    </section>
  );
}
