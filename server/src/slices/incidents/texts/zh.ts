import type { NoticeWords } from './words.ts';

export const zh: NoticeWords = {
  kinds: {
    contact: '您的姓名和联系方式',
    conversation: '您与我们之间的往来内容',
    files: '您发给我们或我们发给您的文件',
    overview: '列表中您的姓名和问题主题',
    masked: '我们平时隐藏的客户号、账号或税号',
  },
  subject: (company) => `您在 ${company} 的数据：一起安全事件`,
  text: ({ name, company, from, to, kinds }) => `${name}，您好：

在 ${from} 至 ${to} 期间，可能有未经授权的人使用了我们一名客服人员的账号。在此期间，该账号打开过您的以下数据：${kinds}。

我们得知后立即停用了该账号，并正在调查事情经过。请警惕提到您在我们这里的问题的消息：我们绝不会通过邮件索要密码或付款。如有疑问，请直接回复本邮件，它会以您的编号送达我们。

对此我们深表歉意。如有问题，请直接回复。

${company}`,
};
