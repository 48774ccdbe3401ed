import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { signInByPasskey } from '../passkeys.ts';

/** Signs in by a passkey, instead of the password or of the code. */
export function PasskeyButton({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const entering = useMutation({ mutationFn: signInByPasskey, onSuccess: onDone });
  if (!globalThis.PublicKeyCredential) return null;
  return (
    <>
      {entering.error && <ProblemNote error={entering.error} />}
      <Button
        variant="default"
        size="md"
        fullWidth
        mt={14}
        loading={entering.isPending}
        onClick={() => entering.mutate()}
      >
        {t('passkeys.signIn')}
      </Button>
    </>
  );
}
