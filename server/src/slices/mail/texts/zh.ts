import type { Words } from './words.ts';

export const zh: Words = {
  greeting: (name) => (name ? `${name}，您好：` : '您好：'),
  ofTeam: (holder, team) => `${holder}（${team}）`,
  labelled: (label, value) => `${label}：${value}`,
  when: (date, time, zone) => `${date} ${time}（${zone}）`,
  labels: { number: '编号', holder: '负责人', due: '最迟' },
  receipt: {
    accepted:
      '感谢您的来信。您的邮件我们已经收到，您的问题我们已经受理。从现在起，解决它就是我们的责任，并且始终由一位您知道姓名的同事负责。',
    spoken:
      '感谢您与我们交谈。您的问题我们已经记下并受理。从现在起，解决它就是我们的责任，并且始终由一位您知道姓名的同事负责。',
    understood: '我们的理解如下：',
    page: '在此页面可以查看由谁处理，也可以补充说明：',
    next: '届时您的问题会得到解决，或者我们会告诉您接下来由谁处理。您不必催促。',
    reply: '如需补充，直接回复本邮件即可。',
  },
  moved: {
    higher: '您的问题现在已转交给权限更高的同事。您说过的一切都已一并转交，无需再次说明。',
    next: '届时您的问题会得到解决，或者我们会告诉您下一步的安排。',
    reply: '如需补充，直接回复本邮件即可。',
  },
  merged: '我们将此问题与另一个相同问题的工单合并处理。您告诉我们的一切都已保留，无需再次说明。',
  solved:
    '问题解决了吗？如果已经解决，您无需再做什么。如果没有，请直接回复本邮件，我们会立即继续处理。',
  sayHere: '也可以点开下面的网址，告诉我们是否已经解决：',
  tooLarge: (until) => `以下文件太大，无法随邮件发送。请在${until}之前从这里下载：`,
  reminder: {
    ask: '几天前我们给您发去了解决方案。问题解决了吗？',
    silence: (when) => `如果没有收到您的消息，我们会视为一切顺利，并于 ${when} 结案。`,
    reply: '如果还没有解决，请直接回复本邮件，我们会立即继续处理。',
  },
  notes: {
    encrypted: '此邮件已加密，在此无法阅读；原件在附件中。',
    invitation: '邀请',
    cancelled: '会议已取消',
    answer: '对邀请的答复',
    what: '主题',
    date: '时间',
    where: '地点',
    organiser: '发起人',
    invited: '受邀者',
    wholeDay: '全天',
  },
  noSubject: '（无主题）',
};
