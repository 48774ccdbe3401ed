import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import type { TouchedCustomer } from '@baton/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../../../ui/keys/use-focus-back.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import { changeNotice, incidentsQuery } from '../queries.ts';

type Props = { incidentId: string; touched: TouchedCustomer; onClose: () => void };

/** What one customer is told; it can be changed until it is sent. */
export function NoticeEditor({ incidentId, touched, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  useFocusBack();
  const { customer, notice } = touched;
  const [given, setGiven] = useState<Given>({
    subject: notice?.subject ?? '',
    text: notice?.text ?? '',
  });
  const set = (part: Partial<Given>) => setGiven((before) => ({ ...before, ...part }));
  const sent = notice?.state === 'sent';
  const saving = useMutation({
    mutationFn: () => changeNotice(incidentId, customer.id, given),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: incidentsQuery.queryKey });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={() => goThen(onClose, form.current)}
      size="lg"
      title={customer.name}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving.isPending && !sent) saving.mutate();
        }}
      >
        <Fields given={given} set={set} sent={sent} />
        {saving.error && <ProblemNote error={saving.error} />}
        <Button type="submit" mt={16} loading={saving.isPending} disabled={sent}>
          {t('drill.save')}
        </Button>
      </form>
    </Modal>
  );
}

type Given = { subject: string; text: string };
type FieldsProps = { given: Given; set: (part: Partial<Given>) => void; sent: boolean };

function Fields({ given, set, sent }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('drill.subject')}
        data-path="subject"
        value={given.subject}
        required
        withAsterisk={false}
        maxLength={200}
        readOnly={sent}
        onChange={(event) => set({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={t('drill.text')}
        data-path="text"
        autosize
        minRows={8}
        maxRows={18}
        mt={12}
        value={given.text}
        required
        withAsterisk={false}
        readOnly={sent}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </>
  );
}
