/**
 * How servers say that a mail did not arrive, in subjects, in the languages in which they are met
 * most: Postfix, Exim, qmail, Exchange and Outlook, Gmail, Yandex, Mail.ru, QQ and others, which do
 * not all send the report of RFC 3464.
 */
const failed = [
  'undeliver',
  'delivery (status|failure|has failed|incomplete|problem|error)',
  'delivery notification',
  'mail delivery',
  'message delivery failure',
  'mail failure',
  'failure notice',
  'failed delivery',
  'returned mail',
  'returned to sender',
  "could ?n[o’'t]+ be delivered",
  'nondeliverable',
  'non-delivery',
  'rejected mail',
  'delivery to the following recipients? failed',
  'не ?доставлен',
  'невозможно доставить',
  'ошибка доставки',
  'сообщение не доставлено',
  'kézbesíthetetlen',
  'kézbesítési hiba',
  'nem kézbesíthető',
  'sikertelen kézbesítés',
  'nelivrat',
  'nu (a fost|poate fi) livrat',
  'imposibil de livrat',
  'mesaj returnat',
  '退信',
  '退件',
  '未送达',
  '未送達',
  '无法(传递|投递|送达)',
  '無法(傳遞|投遞|送達)',
  '投递失败',
  'kunne ikke leveres',
  'kan ikke leveres',
  'ikke leveret',
  'uleveret',
  'returneret til afsender',
  'unzustellbar',
  'nicht zugestellt',
  'non remis',
  'non distribu',
  'échec de remise',
  'no se (puede|pudo|ha podido) entregar',
  'no entregado',
  'non recapitabile',
  'mancata consegna',
  'onbestelbaar',
  'kan inte levereras',
  'nie dostarczono',
  'niedostarczon',
];
const failedSubject = new RegExp(failed.join('|'), 'i');

/** How they say that it is late and still tried. */
const late =
  /\bdelayed\b|\bdelay\)|warning:|not yet been delivered|will (be retried|continue to be tried|keep trying)|(do|does) not need to (do anything|resend)|verzögert|késik|késleltet|întârzi|задерж|延迟|延遲|forsinket|retard|retrasad|ritardat|vertraagd|försenad/i;

/** Whether a subject says that a mail did not arrive, or not yet. */
export function isBounceSubject(subject: string): boolean {
  return (
    failedSubject.test(subject) ||
    /^\W*(warning: )?(message|mail|delivery)\b.*\bdelay/i.test(subject)
  );
}

/** Whether the words say that a mail is only late. */
export function saysLate(subject: string, text: string): boolean {
  if (/\(delay\)/i.test(subject)) return true;
  // What gave up says often that it was late before.
  return (
    late.test(subject) || (!/giv(en|ing) up|permanent|5\.\d\.\d/i.test(text) && late.test(text))
  );
}
