/** A date and time as a calendar wrote it: of a zone, of UTC, or of wherever one is (null). */
export type CalendarTime = {
  /** The fields of the clock, as if they were UTC. */
  clock: Date;
  zone: string | null;
  wholeDay: boolean;
};

/** What an invitation says (RFC 5545, RFC 5546). */
export type Invitation = {
  kind: 'invitation' | 'cancelled' | 'answer';
  what: string;
  start: CalendarTime | null;
  end: CalendarTime | null;
  where: string | null;
  organiser: string | null;
  invited: string[];
};

/** How much is read, and how many who are invited are named. */
const looked = { characters: 500_000, invited: 50, value: 2000 };

type Line = { name: string; parameters: string; value: string };

/** The first event of a calendar; null when there is none. */
export function readCalendar(text: string): Invitation | null {
  const lines = text
    .slice(0, looked.characters)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .map(readLine);
  const begin = lines.findIndex(({ name, value }) => name === 'BEGIN' && value === 'VEVENT');
  if (begin === -1) return null;
  const end = lines.findIndex(
    ({ name, value }, index) => index > begin && name === 'END' && value === 'VEVENT',
  );
  const event = lines.slice(begin + 1, end === -1 ? undefined : end);
  const line = (name: string) => event.find((one) => one.name === name);
  const method = lines.find(({ name }) => name === 'METHOD')?.value.toUpperCase();
  const cancelled = method === 'CANCEL' || line('STATUS')?.value.toUpperCase() === 'CANCELLED';
  return {
    kind: cancelled ? 'cancelled' : method === 'REPLY' ? 'answer' : 'invitation',
    what: unescape(line('SUMMARY')?.value ?? ''),
    start: timeOf(line('DTSTART')),
    end: timeOf(line('DTEND')),
    where: unescape(line('LOCATION')?.value ?? '') || null,
    organiser: personOf(line('ORGANIZER')),
    invited: event
      .filter(({ name }) => name === 'ATTENDEE')
      .slice(0, looked.invited)
      .map(personOf)
      .filter((person) => person !== null),
  };
}

function readLine(line: string): Line {
  // A colon in quotes belongs to a parameter.
  const found = /^([\w-]{1,60})((?:;[\w-]{1,60}=(?:"[^"]{0,500}"|[^";:]{0,500}))*):(.*)$/.exec(
    line,
  );
  if (!found) return { name: '', parameters: '', value: '' };
  const [, name, parameters, value] = found;
  return {
    name: name!.toUpperCase(),
    parameters: parameters!,
    value: value!.trim().slice(0, looked.value),
  };
}

function timeOf(line: Line | undefined): CalendarTime | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z)?)?/.exec(line?.value ?? '');
  if (!found || !line) return null;
  const [year, month, day, hour, minute] = found.slice(1, 6).map((part) => Number(part ?? 0));
  const clock = new Date(Date.UTC(year!, month! - 1, day, hour, minute));
  const named = /;TZID="?([^";:]+)/i.exec(line.parameters)?.[1] ?? null;
  return { clock, zone: found[6] ? 'UTC' : named, wholeDay: found[4] === undefined };
}

function personOf(line: Line | undefined): string | null {
  if (!line) return null;
  const address = line.value.replace(/^mailto:/i, '').trim();
  const name = /;CN=(?:"([^"]*)"|([^";:]*))/i.exec(line.parameters);
  const called = (name?.[1] ?? name?.[2] ?? '').trim();
  if (called === '' || called === address) return address || null;
  return address ? `${called} <${address}>` : called;
}

/** RFC 5545 §3.3.11. */
function unescape(value: string): string {
  return value
    .replace(/\\([nN;,\\])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
    .trim();
}
