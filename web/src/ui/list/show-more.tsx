import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Pages, useOnward } from './use-onward.ts';

type Props = {
  list: Pages;
  className?: string | undefined;
  /** More comes by itself as one scrolls there. */
  onward?: boolean;
};

/** The way to the next page of a list, where there is one. */
export function ShowMore({ list, className, onward = false }: Props) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useOnward(button, list, onward);
  if (!list.hasNextPage) return null;
  return (
    <Button
      ref={button}
      variant="default"
      {...(className && { className })}
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {t('hands.showMore')}
    </Button>
  );
}
