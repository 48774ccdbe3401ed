import type { IntakeSaid, SpokenWith } from '@baton/contract';

type Named = Pick<IntakeSaid, 'name' | 'spelling'>;

/**
 * Who is spoken with, after the caller was called otherwise: they stand there as they are named, until
 * somebody writes down another name, or takes theirs out.
 */
export function spokenWithCaller(people: SpokenWith[], was: Named, said: Named): SpokenWith[] {
  const [first, ...others] = people;
  const before = written(was);
  const now = written(said);
  if (!first) return before.name === '' && now.name !== '' ? [{ ...now, role: null }] : people;
  if (first.name !== before.name || (first.spelling ?? null) !== before.spelling) return people;
  if (now.name === '') return others;
  return [{ ...first, ...now }, ...others];
}

function written({ name, spelling }: Named) {
  return { name: name.trim(), spelling: spelling.trim() || null };
}
