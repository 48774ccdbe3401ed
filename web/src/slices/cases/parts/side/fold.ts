import type { ClockLine } from '@baton/contract';
import { durationMs } from '../../../../ui/time/left.ts';

/** One line, or many alike put into one: working hours with nights and free days between. */
export type Folded =
  | { lines: [ClockLine] }
  | { from: string; to: string | null; times: number; countedMs: number; lines: ClockLine[] };

const alike = new Set<ClockLine['kind']>(['running', 'outside_hours', 'no_hours']);
/** Fewer are read faster than what says how many there are. */
const foldedFrom = 6;

/** Lines as a person reads them: long rows of working days are put together, the rest stays. */
export function fold(lines: ClockLine[]): Folded[] {
  const folded: Folded[] = [];
  let row: ClockLine[] = [];
  const end = () => {
    if (row.length >= foldedFrom) folded.push(together(row));
    else folded.push(...row.map((line): Folded => ({ lines: [line] })));
    row = [];
  };
  for (const line of lines) {
    if (alike.has(line.kind)) {
      row.push(line);
      continue;
    }
    end();
    folded.push({ lines: [line] });
  }
  end();
  return folded;
}

function together(lines: ClockLine[]): Folded {
  const counted = lines.filter((line) => line.counted);
  return {
    from: lines[0]!.from,
    to: lines.at(-1)!.to,
    times: counted.length,
    countedMs: counted.reduce((sum, line) => sum + durationMs(line.length), 0),
    lines,
  };
}
