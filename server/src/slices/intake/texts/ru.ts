import type { Words } from './words.ts';

export const ru: Words = {
  labelled: (label, value) => `${label}: ${value}`,
  result: 'Желаемый результат',
  tried: 'Уже пробовали',
  effect: 'Влияние на работу',
  effects: { none: 'нет', slowed: 'работа замедлена', stopped: 'работа стоит' },
  deadline: 'Нужно до',
  yes: 'да',
  no: 'нет',
  call: {
    title: 'Запись нашего разговора',
    out: 'Звонили мы',
    in: 'Звонили вы',
    ours: 'С нашей стороны',
    people: 'Разговаривали',
    agreed: 'Договорились',
  },
};
