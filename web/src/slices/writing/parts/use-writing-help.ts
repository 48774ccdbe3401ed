import {
  blanksIn,
  fillBlanks,
  hintsIn,
  type Case,
  type HintCode,
  type Message,
  type Template,
} from '@baton/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';
import { meQuery } from '../../access/queries.ts';
import type { Field } from '../../cases/parts/composer/field.ts';
import { messagesQuery } from '../../cases/queries.ts';
import { topicsQuery } from '../../people/queries.ts';
import { leftBehind, nameToGreet, templatesFor, valuesOf } from '../fit.ts';
import { templatesQuery } from '../queries.ts';
import { insertInto, selectBlank, selectNextBlank } from './in-field.ts';
import { useSettled } from './use-settled.ts';

/** One does not look at what is being typed before its writer paused for so long. */
const pauseMs = 900;

/** Where somebody writes. */
type WritingPlace = {
  place: RefObject<Field | null>;
  /** As it will be sent, plain. */
  text: string;
  /** The template with which it began. */
  template: string | null;
  onTemplate: (id: string) => void;
};

/**
 * Help with what is written to a customer: templates for the case, what to think over, and what is
 * still to be filled in. `mayGo` is asked at the press of Send: what is pointed out is asked about
 * once, a blank always stands in the way (the server refuses it, too).
 * What does not go to the customer is left alone.
 */
export function useWritingHelp(item: Case, kind: string, field: WritingPlace) {
  const active = kind === 'reply' || kind === 'solution';
  const { text, template } = field;
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: all = [] } = useQuery({ ...templatesQuery, enabled: active });
  const { data: topics = [] } = useQuery({ ...topicsQuery, enabled: active });
  const [asked, setAsked] = useState<HintCode[] | null>(null);
  const [choosing, setChoosing] = useState<'button' | 'slash' | null>(null);
  const last = useLastWord(item, active);
  const values = valuesOf(item, me.name);
  const context = contextOf(
    item,
    last,
    all.find(({ id }) => id === template),
  );
  const blanks = (said: string) =>
    blanksIn(said).filter((blank) => all.some((one) => one.text.includes(blank)));
  const asking = () => hintsIn(text, context).filter((hint) => hint.asks);
  const settled = useSettled(text, pauseMs);
  const insert = (inserted: string) => {
    setChoosing(null);
    insertInto(field.place.current, inserted);
  };

  return {
    active,
    templates: templatesFor(item, all, topics, last?.language ?? null),
    values,
    hints: active ? hintsIn(asked ? text : settled, context) : [],
    blanks: active ? blanks(text) : [],
    /** Whether Send was pressed, and something is to be looked at before. */
    asked: asked !== null && (asking().length > 0 || blanks(text).length > 0),
    isChoosing: choosing !== null,
    choose: setChoosing,
    /** Whoever meant what they typed, and chose nothing, finds it in the field. */
    leave: (typed: string): void => insert(leftBehind(choosing, typed)),
    /** Puts a template for this case into the field; the draft began with it. */
    begin: (chosen: Template): void => {
      insert(fillBlanks(chosen.text, values));
      field.onTemplate(chosen.id);
    },
    /** By Tab from one thing to fill in to the next; false where Tab means what it does elsewhere. */
    nextBlank: (): boolean => selectNextBlank(field.place.current, active ? blanks(text) : []),
    mayGo(): boolean {
      if (!active) return true;
      const codes = asking().map(({ code }) => code);
      const isClear = blanks(text).length === 0 && codes.every((code) => asked?.includes(code));
      if (!isClear) setAsked(codes);
      if (blanks(text).length > 0) selectBlank(field.place.current);
      return isClear;
    },
    /** What is told with the message: the template, and what was sent all the same. */
    how: () => ({ template, hints: active ? asking().map(({ code }) => code) : [] }),
    sent: (): void => setAsked(null),
  };
}

export type WritingHelp = ReturnType<typeof useWritingHelp>;

/** What the customer said last, as far as it is known. */
function useLastWord(item: Case, active: boolean): Message | undefined {
  const { data: messages = [] } = useQuery({ ...messagesQuery(item.id), enabled: active });
  return messages.findLast(({ direction, automatic }) => direction === 'in' && !automatic);
}

function contextOf(item: Case, last: Message | undefined, template: Template | undefined) {
  return {
    customerName: nameToGreet(item.customer.name),
    caseNumber: item.number,
    lastFromCustomer: last?.text ?? null,
    template: template?.text ?? null,
  };
}
