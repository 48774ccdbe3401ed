import type { FaultCode, FieldRefusal } from '@baton/contract';
import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openAreas } from '../../words/index.ts';

/**
 * Says what is wrong with a field in the language that is spoken. The words are fetched when the first
 * field is refused: null until then. Where they cannot be fetched, the server's are said.
 */
export function useFaultWords(needed: boolean): ((field: FieldRefusal) => string) | null {
  // Says them anew when another language is spoken.
  useTranslation();
  const [asked, setAsked] = useState(areThere);
  useEffect(() => {
    if (!needed || asked) return;
    void fetchWords().then(() => setAsked(true));
  }, [needed, asked]);
  return needed && asked ? faultWords : null;
}

/** Asks for the words; without them the server's are said, and the next refusal asks again. */
async function fetchWords(): Promise<void> {
  await openAreas(['faults']).catch(() => {});
}

function areThere(): boolean {
  return i18next.exists('faults.required');
}

/** What is wrong with a field; for a code that this desk does not know, the server's own English. */
export function faultWords({ code, params = {}, message }: FieldRefusal): string {
  if (!isKnown(code)) return message;
  const shown = Object.entries(params).map(([name, value]) => [name, inWords(value)]);
  const count = Object.values(params).find((value) => typeof value === 'number');
  return i18next.t(`faults.${code}`, { ...Object.fromEntries(shown), count });
}

function isKnown(code: string | undefined): code is FaultCode {
  return code !== undefined && i18next.exists(`faults.${code}`, { count: 2 });
}

const length = /^P(?=\d|T\d)(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const units = ['day', 'hour', 'minute', 'second'];

/** A number, or a length of time as ISO 8601 writes it, as the language does; other text as it is. */
function inWords(value: string | number): string {
  const { language } = i18next;
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  const found = length.exec(value);
  if (!found) return value;
  return found
    .slice(1)
    .flatMap((count, place) => {
      if (count === undefined) return [];
      const style = { style: 'unit', unit: units[place]!, unitDisplay: 'long' } as const;
      return [new Intl.NumberFormat(language, style).format(Number(count))];
    })
    .join(' ');
}
