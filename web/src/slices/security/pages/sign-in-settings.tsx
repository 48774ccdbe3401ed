import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { ProviderPart } from '../parts/provider-part.tsx';
import { changeSignInRules, signInRulesQuery } from '../queries.ts';

/** What the company asks of everybody who signs in. */
export function SignInSettings() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const rules = useQuery(signInRulesQuery);
  const changing = useMutation({
    mutationFn: changeSignInRules,
    onSuccess: (changed) => client.setQueryData(signInRulesQuery.queryKey, changed),
  });
  const error = rules.error ?? changing.error;
  return (
    <Page title={t('signInRules.title')} back="/settings">
      {error && <ProblemNote error={error} />}
      {rules.data && (
        <Switch
          label={t('signInRules.required')}
          description={t('signInRules.requiredWhy')}
          checked={rules.data.secondFactorRequired}
          disabled={changing.isPending}
          onChange={(event) => changing.mutate(event.currentTarget.checked)}
        />
      )}
      <ProviderPart />
    </Page>
  );
}
