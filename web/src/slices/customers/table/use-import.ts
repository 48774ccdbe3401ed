import { customerImport } from '@baton/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../../api/client.ts';
import { cutTable, faultOf, type Line, linesOf, type Table, type TableFault } from './cut.ts';
import { textOf } from './text-of.ts';

/** A table on its way: tried first, then kept; how far it is, and what came of its rows. */
export type Run = {
  name: string;
  table: Table;
  dryRun: boolean;
  /** How many parts are through. */
  done: number;
  lines: Line[];
  /** What broke it off; what is through stays. */
  error: unknown;
  busy: boolean;
};

/** What keeps a file from being looked at. */
export type Fault = TableFault | { kind: 'noText' };

/** Takes customers over from a file of a spreadsheet, part by part. */
export function useImport() {
  const client = useQueryClient();
  const [run, setRun] = useState<Run | null>(null);
  const [looking, setLooking] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  async function go(from: Run): Promise<void> {
    let now: Run = { ...from, error: null, busy: true };
    const show = (part: Partial<Run>) => {
      now = { ...now, ...part };
      setRun(now);
    };
    show({});
    try {
      for (const part of now.table.parts.slice(now.done)) {
        const body = { csv: part.csv, dryRun: now.dryRun };
        // Tried twice is as good as once; kept twice with the same key, too.
        const once = now.dryRun ? {} : { key: part.key };
        const sent = { method: 'POST', body, ...once } as const;
        // oxlint-disable-next-line no-await-in-loop -- one after the other: a row may follow from one before
        const answer = await ask(customerImport, '/api/customers/imports', sent);
        show({ done: now.done + 1, lines: [...now.lines, ...linesOf(now.table, part, answer)] });
      }
    } catch (error) {
      show({ error });
    }
    show({ busy: false });
    if (!now.dryRun) await client.invalidateQueries({ queryKey: ['customers'] });
  }

  /** Looks at what a file would change. */
  async function look(file: File): Promise<void> {
    setLooking(true);
    setRun(null);
    try {
      const read = await tableIn(file);
      setFault('kind' in read ? read : null);
      if ('kind' in read) return;
      const first = { name: file.name, table: read, dryRun: true, done: 0, lines: [] };
      await go({ ...first, error: null, busy: true });
    } finally {
      setLooking(false);
    }
  }

  const keep = async () =>
    run && go({ ...run, ...(run.dryRun ? { dryRun: false, done: 0, lines: [] } : {}) });
  const goOn = async () => run && go(run);
  const drop = () => setRun(null);
  const busy = looking || (run?.busy ?? false);
  return { run, fault, busy, look, keep, goOn, drop };
}

async function tableIn(file: File): Promise<Table | Fault> {
  const text = await textOf(file);
  if (text === null) return { kind: 'noText' };
  const table = cutTable(text);
  return faultOf(table) ?? table;
}
