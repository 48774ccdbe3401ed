import type { Member } from './company.ts';

/** An agent of the demo, as founded. */
export type Colleague = Member & { id: string; team: string; level: number };

/** A team of the demo, as founded. */
export type FoundTeam = { id: string; name: string; level: number };
