import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { meQuery } from '../../access/queries.ts';
import { brandsQuery } from '../../settings/queries.ts';
import styles from '../../topics/parts/topics.module.css';
import { previewAddress } from '../brand-queries.ts';
import { MailPreview } from '../parts/mail-preview.tsx';
import { changeSignature } from '../queries.ts';

/** How one signs what one writes to customers, within the frame of the brand. */
export function Signature() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: brands = [] } = useQuery(brandsQuery);
  const [signature, setSignature] = useState(me.agent?.signature ?? '');
  const saving = useMutation({
    mutationFn: (agentId: string) => changeSignature(agentId, signature),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  const [brand] = brands;
  const { agent } = me;
  if (!agent) return null;
  return (
    <Page title={t('brands.sign')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving.isPending) saving.mutate(agent.id);
        }}
      >
        <Textarea
          label={t('brands.signature')}
          data-path="signature"
          description={t('brands.signatureHow', { name: me.name })}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          value={signature}
          onChange={(event) => setSignature(event.currentTarget.value)}
        />
        {brand && (
          <MailPreview
            address={previewAddress(brand.id, { language: agent.language, signature })}
          />
        )}
        {saving.error && <ProblemNote error={saving.error} kept={t('brands.kept')} />}
        <footer>
          <Button type="submit" loading={saving.isPending}>
            {t('brands.save')}
          </Button>
          <span role="status">{saving.isSuccess && t('brands.saved')}</span>
        </footer>
      </form>
    </Page>
  );
}
