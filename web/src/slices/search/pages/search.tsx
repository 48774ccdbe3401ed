import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../ui/keys/use-keys.ts';
import { Page } from '../../../ui/shell/page.tsx';
import { moveFocus } from '../../cases/parts/hands/move-focus.ts';
import { isLooking, type Looking, lookingOf } from '../looking.ts';
import { Filters } from '../parts/filters.tsx';
import { Found } from '../parts/found.tsx';
import { KeepForm } from '../parts/keep-form.tsx';
import { NothingYet } from '../parts/nothing-yet.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { searchQuery } from '../queries.ts';

const route = getRouteApi('/desk/search');

/** Finds cases and customers while one types; the address of the page says what is looked for. */
export function Search() {
  const { t } = useTranslation();
  const looking = route.useSearch();
  const navigate = route.useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const list = useInfiniteQuery(searchQuery(looking));
  useKeys({ next: () => moveFocus(1), previous: () => moveFocus(-1) });
  const look = (change: Partial<Looking>, typed = false) =>
    void navigate({
      search: (now: Looking) => lookingOf({ ...now, ...change }),
      replace: true,
      state: { typed },
    });
  return (
    <Page title={t('search.title')}>
      <SearchField
        field={field}
        q={looking.q ?? ''}
        onLook={(q) => look({ q }, true)}
        onDown={() => moveFocus(1)}
      />
      <Filters looking={looking} onLook={(change) => look(change)} />
      {isLooking(looking) ? (
        <>
          <KeepForm looking={looking} />
          <Found list={list} onCustomer={(customer) => look({ customer, q: undefined })} />
        </>
      ) : (
        <NothingYet />
      )}
    </Page>
  );
}
