import type { Check, Finding } from '../platform/check.ts';
import type { Deps } from '../platform/context.ts';
import { openLog } from '../platform/log.ts';
import type { Settings } from '../platform/settings.ts';
import { checks } from '../wiring.ts';
import { openAll } from './open.ts';

/** Cases shown for a broken promise; the number of all is told as well. */
const mostShown = 20;

/** `baton doctor`: checks every promise over the whole database; exit code 1 if one is broken. */
export async function doctor(settings: Settings): Promise<number> {
  const log = openLog('warn', process.stderr);
  const { deps, close } = await openAll(settings, { log, asServer: false });
  try {
    const { text, broken } = await examine(deps, checks);
    console.log(text);
    return broken === 0 ? 0 : 1;
  } finally {
    await close();
  }
}

/** Runs the checks one by one; the text has a line for each and one for each case that breaks it. */
export async function examine(
  deps: Pick<Deps, 'db' | 'storage' | 'secrets'>,
  all: Check[],
): Promise<{ text: string; broken: number }> {
  const lines: string[] = [];
  let broken = 0;
  for (const { name, find } of all) {
    const findings = await find(deps);
    if (findings.length > 0) broken += 1;
    lines.push(findings.length === 0 ? `holds   ${name}` : `BROKEN  ${name}: ${findings.length}`);
    lines.push(...findings.slice(0, mostShown).map((finding) => `        ${shown(finding)}`));
    if (findings.length > mostShown) lines.push(`        and ${findings.length - mostShown} more`);
  }
  lines.push(broken === 0 ? 'Everything holds.' : `${broken} of ${all.length} do not hold.`);
  return { text: lines.join('\n'), broken };
}

function shown({ caseId, what }: Finding): string {
  return caseId ? `case ${caseId}: ${what}` : what;
}
