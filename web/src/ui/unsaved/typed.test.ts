import { beforeEach, expect, test } from 'vitest';
import { Typed } from './typed.ts';

const newForm = () => ({ isConnected: true, holds: '' });
let typed: Typed;
let form: ReturnType<typeof newForm>;
beforeEach(() => {
  typed = new Typed(({ holds }: ReturnType<typeof newForm>) => holds);
  form = newForm();
});

/** Sends a form; gives what was begun by it. */
function send(sent: object & { isConnected: boolean }): object {
  const act = {};
  typed.sends(sent);
  typed.begun(act);
  typed.sends(null);
  return act;
}

test('what is typed is left until it was sent, and that was done', () => {
  expect(typed.isLeft()).toBe(false);
  typed.typedIn(form);
  expect(typed.isLeft()).toBe(true);
  const act = send(form);
  // Refused, or on its way.
  expect(typed.isLeft()).toBe(true);
  typed.done(act);
  expect(typed.isLeft()).toBe(false);
});

test('what is typed while a form is on its way is left', () => {
  typed.typedIn(form);
  const act = send(form);
  typed.typedIn(form);
  typed.done(act);
  expect(typed.isLeft()).toBe(true);
});

test('what is done for another reason saves no form', () => {
  typed.typedIn(form);
  const act = {};
  typed.begun(act);
  typed.done(act);
  typed.done(send(newForm()));
  expect(typed.isLeft()).toBe(true);
});

test('a form that is no longer on the page is forgotten', () => {
  typed.typedIn(form);
  form.isConnected = false;
  expect(typed.isLeft()).toBe(false);
});

test('a part of the page may go while something is left in another', () => {
  const other = newForm();
  const part = { contains: (one: unknown) => one === other };
  typed.typedIn(form);
  expect(typed.isLeft(part)).toBe(false);
  typed.typedIn(other);
  expect(typed.isLeft(part)).toBe(true);
  typed.giveUp(part);
  expect([typed.isLeft(part), typed.isLeft()]).toEqual([false, true]);
});

test('whoever listens hears when something is left, and when nothing is any more', () => {
  const heard: boolean[] = [];
  typed.subscribe(() => heard.push(typed.isLeft()));
  typed.typedIn(form);
  typed.done(send(form));
  expect(heard).toEqual([true, false]);
});

test('what was typed and erased again is not left', () => {
  typed.touched(form);
  form.holds = 'B';
  typed.typedIn(form);
  typed.touched(form);
  expect(typed.isLeft()).toBe(true);
  form.holds = '';
  typed.typedIn(form);
  expect(typed.isLeft()).toBe(false);
  form.holds = 'C';
  typed.typedIn(form);
  expect(typed.isLeft()).toBe(true);
});

test('what was saved since, or is on its way, is no longer what it was before that', () => {
  typed.touched(form);
  form.holds = 'B';
  typed.typedIn(form);
  const act = send(form);
  form.holds = '';
  typed.typedIn(form);
  expect(typed.isLeft()).toBe(true);
  typed.done(act);
  expect(typed.isLeft()).toBe(true);
});

test('what was given up and comes back is left, whatever was looked at meanwhile', () => {
  typed.touched(form);
  form.holds = 'B';
  typed.typedIn(form);
  typed.giveUp();
  typed.touched(form);
  typed.isBack(form);
  expect(typed.isLeft()).toBe(true);
});
