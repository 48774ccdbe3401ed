import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import navigation from '../../access/parts/navigation.module.css';
import { lookingOf } from '../looking.ts';
import { savedSearchesQuery } from '../queries.ts';
import { SavedCount } from './saved-count.tsx';

/** The kept searches as places to go to. */
export function SavedPlaces() {
  const { data = [] } = useQuery(savedSearchesQuery);
  return data.map((saved) => (
    <Link
      key={saved.id}
      to="/search"
      search={lookingOf(saved.search)}
      className={`${navigation.place} ${navigation.within}`}
      data-wide-only
      activeOptions={{ exact: true, includeSearch: true }}
      activeProps={{ 'aria-current': 'page' }}
    >
      <span className={navigation.name} title={saved.team?.name}>
        {saved.name}
      </span>
      <SavedCount id={saved.id} className={navigation.count} />
    </Link>
  ));
}
