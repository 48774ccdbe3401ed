import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import styles from '../../people/parts/people.module.css';
import { KeyForm } from '../parts/key-form.tsx';
import { KeyRow } from '../parts/key-row.tsx';
import { MadeKey } from '../parts/made-key.tsx';
import { programKeysQuery } from '../queries.ts';

type State = { at: 'list' | 'form' } | { at: 'made'; text: string | null };

/** Keys by which programs come in. */
export function Keys() {
  const { t } = useTranslation();
  const list = useQuery(programKeysQuery);
  const [state, setState] = useState<State>({ at: 'list' });
  return (
    <Page title={t('programKeys.title')} back="/settings">
      <p className={styles.intro}>{t('programKeys.intro')}</p>
      {state.at === 'made' && <MadeKey text={state.text} onDone={() => setState({ at: 'list' })} />}
      {state.at === 'form' && (
        <KeyForm
          onMade={(text) => setState({ at: 'made', text })}
          onCancel={() => setState({ at: 'list' })}
        />
      )}
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data?.length === 0 && <p className={styles.none}>{t('programKeys.none')}</p>}
      {list.data && list.data.length > 0 && (
        <ul className={styles.list}>
          {list.data.map((item) => (
            <KeyRow key={item.id} item={item} />
          ))}
        </ul>
      )}
      {state.at === 'list' && (
        <Button variant="default" onClick={() => setState({ at: 'form' })}>
          {t('programKeys.new')}
        </Button>
      )}
    </Page>
  );
}
