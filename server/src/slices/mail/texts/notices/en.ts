import type { NoticeWords } from './words.ts';

export const en: NoticeWords = {
  came: {
    opened: 'A new case is in your hands.',
    up: 'A case was passed up to you.',
    across: 'A case was handed across to you.',
    down: 'A case was handed down to you.',
  },
  warned: {
    half: 'Half of the time of a case has passed.',
    most: 'Three quarters of the time of a case have passed.',
    nearly: 'Nine tenths of the time of a case have passed.',
  },
  kind: {
    case_lapsed: 'The time of a case ran out; it was passed up by itself.',
    owner_absent: 'A case stays with an owner who is away: nobody else in the team is there.',
    team_full: 'Everybody in your team has as many cases as they can hold.',
    first_reply_missed: 'The time for the first reply has passed.',
    customer_wrote: 'The customer wrote.',
    delivery_failed: 'A message did not reach the customer.',
    accountability: 'The time of a case ran out at the top: you decide how it goes on.',
    answer_set_aside: 'An answer to a mail about a case was set aside; it is no note.',
    deadline_near: 'The deadline of a customer is coming near.',
    deadline_missed: 'The deadline of a customer has passed.',
    high_stakes: 'A case in your team was marked: much is at stake.',
    postponed: 'A case was postponed three times.',
    untaken: 'A case was handed over, and the new owner has not opened it for two hours.',
    ping_pong:
      'A case has moved three times within your level: nobody seems to be the right one for it.',
    case_reopened: 'The customer says that it is not solved; the case is open again.',
    case_confirmed: 'The customer confirmed that it is solved.',
    task_asked: 'You are asked to do something on a case.',
    task_done: 'A task that you gave is done.',
    task_refused: 'A task that you gave was refused.',
    task_withdrawn: 'Something you were asked to do is no longer needed.',
    task_returned: 'A task came back: whoever was asked has left.',
    task_overdue: 'A task on a case is overdue.',
    mentioned: 'You were mentioned in a note.',
    mail_complained:
      'Somebody complained about a message of yours. Nothing automatic goes to them any more.',
    breaker_opened:
      'Too much mail came in a short time. What came from there is held back under Mail in.',
    mail_account_off:
      'The account of the mail does not add up, or messages wait for too long. Look under Mail in.',
    mail_held_waiting: 'Messages that were held back have waited for a decision for over a day.',
    channel_silent: 'No mail has come through a channel for unusually long.',
    unusual_access:
      'Somebody opened far more customers today than on a usual day of theirs. The access log tells who.',
    case_merged: 'Your case was merged into another one, which you follow from now on.',
    case_absorbed: 'Another case was merged into one of yours.',
    case_unmerged: 'A merged case is a case of its own again, and in your hands.',
    rule_told: 'A rule of your company tells you:',
    new_device: 'You signed in from a new device.',
    sign_in_failures: 'Somebody has tried many times to sign in as you with wrong passwords.',
  },
  unknownDevice: 'Unknown device',
  advice: {
    new_device:
      'If it was not you: open the desk, sign out everywhere else, choose a new password, and tell an administrator.',
    sign_in_failures:
      'Nobody came in by that, and you can sign in as always. If your password is used elsewhere, too, choose a new one. If it was you: you can choose a new password where you sign in.',
  },
  several: 'What happened to your cases',
  customer: 'Customer',
  answer:
    'If you answer this mail, your words become a note on the case, among ourselves. The customer never sees them.',
  answerNone: 'This mail is about several cases: please write in the desk, not to this address.',
  answerNobody:
    'Please do not answer this mail: it is about no case, and nobody reads what comes back.',
  choose: 'Which mails you get is your choice:',
};
