import type { Language } from '@baton/contract';
import { eld } from 'eld/extrasmall';
import { spoken } from './texts/index.ts';

/** Enough to tell a language by; more only takes longer. */
const lookedAt = 1500;
/** A language we do not speak must not be much surer than the one we do. */
const closeEnough = 0.9;

/**
 * The language of a text among those Baton speaks; null when it is too short to tell or is written
 * in another language.
 */
export function languageOf(text: string): Language | null {
  const sample = text.slice(0, lookedAt).replace(/https?:\/\/\S+|\S+@\S+/g, ' ');
  const byScript = scriptLanguage(sample);
  if (byScript) return byScript;
  if ((sample.match(/\p{L}/gu) ?? []).length < 8) return null;
  const found = eld.detect(sample);
  const scores = Object.entries(found.getScores()).toSorted(([, a], [, b]) => b - a);
  const best = scores[0]?.[1] ?? 0;
  const [own, score] = scores.find(([code]) => spoken(code)) ?? [null, 0];
  if (!own || score < best * closeEnough) return null;
  return found.isReliable() || score > 0.7 ? spoken(own) : null;
}

/** Chinese characters without Japanese or Korean ones among them are Chinese, however few. */
function scriptLanguage(sample: string): Language | null {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(sample)) return null;
  const chinese = sample.match(/\p{sc=Han}/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return chinese > 0 && chinese >= letters / 4 ? 'zh' : null;
}
