import type { Words } from './words.ts';

export const zh: Words = {
  labelled: (label, value) => `${label}：${value}`,
  result: '期望的结果',
  tried: '已尝试',
  effect: '对业务的影响',
  effects: { none: '无', slowed: '工作变慢', stopped: '工作停滞' },
  deadline: '需要在此之前',
  yes: '是',
  no: '否',
  call: {
    title: '通话记录',
    out: '我们致电给您',
    in: '您来电',
    ours: '我方',
    people: '通话人',
    agreed: '约定',
  },
};
