import type { Words } from './words.ts';

export const zh: Words = {
  number: (number) => `编号 ${number}`,
  ask: {
    title: '您的问题解决了吗？',
    wrote: (who) => `${who}的答复：`,
    yes: '已经解决',
    no: '没有解决',
    what: '还有什么问题？可以不填。',
  },
  confirmed: { title: '谢谢您', text: '很高兴您的问题已经解决。此事已结案。' },
  closed: {
    title: '此事已结案',
    text: '我们没有再收到您的消息，便视为一切顺利。如果其实还没有解决，请告诉我们，我们会立即继续处理。',
  },
  working: {
    title: '我们正在处理',
    text: (owner) => `您的问题由${owner}负责。您不必催促。`,
    by: (when) => `最迟${when}，您的问题会得到解决，或者我们会告诉您接下来由谁处理。`,
  },
  reply: '如需补充，直接回复我们的邮件即可。',
  calls: '我们的通话',
  over: { title: '此事早已结案', text: '如果之后又有新的情况，请再次来信，我们会另外立案处理。' },
  missing: { title: '这里没有内容', text: '网址可能在途中被截断了。请直接回复我们的邮件。' },
};
