import type { NoticeWords } from './words.ts';

export const zh: NoticeWords = {
  came: {
    opened: '一个新工单在您手中。',
    up: '一个工单上交给了您。',
    across: '一个工单在同级转给了您。',
    down: '一个工单下交给了您。',
  },
  warned: {
    half: '一个工单的时间已过一半。',
    most: '一个工单的时间已过四分之三。',
    nearly: '一个工单的时间已过十分之九。',
  },
  kind: {
    case_lapsed: '一个工单已到时限，自动上交了。',
    team_full: '您团队里每个人手上的工单都已满。',
    first_reply_missed: '首次回复的时限已过。',
    customer_wrote: '客户来信了。',
    delivery_failed: '一封邮件没有送达客户。',
    accountability: '一个工单在最高层到了时限：请您决定如何继续。',
    answer_set_aside: '对工单邮件的一封回复被搁置，没有成为备注。',
    untaken: '一个工单已移交，新的负责人两小时内仍未打开。',
    ping_pong: '一个工单在本层级内已转手三次：似乎没有人适合处理。',
    case_reopened: '客户表示没有解决；工单已重新打开。',
    case_confirmed: '客户确认已经解决。',
    task_asked: '有一个工单请您协助。',
    task_done: '您交办的任务已完成。',
    task_refused: '您交办的任务被拒绝了。',
    task_withdrawn: '请您做的一件事已不再需要。',
    task_overdue: '一个工单的任务已逾期。',
    mentioned: '有一条备注提到了您。',
  },
  several: '您的工单有新情况',
  customer: '客户',
  answer: '如果您回复本邮件，内容会作为内部备注记在工单上，客户永远看不到。',
  answerNone: '本邮件涉及多个工单：请在 Baton 中书写，不要回复到此地址。',
  choose: '收到哪些邮件由您选择：',
};
