import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  ['Hello, my router does not work any more since yesterday.', 'en'],
  ['Bună ziua, routerul meu nu mai funcționează de ieri.', 'ro'],
  ['Buna ziua, nu mai merge routerul de ieri, ce pot sa fac?', 'ro'],
  ['Jó napot, a routerem tegnap óta nem működik.', 'hu'],
  ['您好，我的路由器从昨天起就坏了。', 'zh'],
  ['谢谢', 'zh'],
  ['Здравствуйте, мой роутер со вчерашнего дня не работает.', 'ru'],
  ['Hej, min router har ikke virket siden i går.', 'da'],
  ['Guten Tag, mein Router funktioniert seit gestern nicht mehr.', null],
  ['Bonjour, mon routeur ne fonctionne plus depuis hier.', null],
  ['こんにちは、ルーターが壊れました。', null],
  ['OK', null],
  ['', null],
  ['4711 https://x.test/path a@b.test', null],
])('%s', (text, expected) => {
  expect(languageOf(text)).toBe(expected);
});
