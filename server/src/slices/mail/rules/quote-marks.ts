/** The shapes in which mail programs announce what they quote, in the languages met most. */

const separators = [
  // Outlook and its kin: "-----Original Message-----"
  /^\s*-{3,}\s*(original message|original appointment|reply message|mesaj original|mesajul original|mesaj inițial|mesajul inițial|eredeti üzenet|eredeti levél|原始邮件|原邮件|邮件原件|原始郵件|исходное сообщение|оригинальное сообщение|пересылаемое сообщение|oprindelig meddelelse|original meddelelse|oprindelig besked|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|oorspronkelijk bericht|oryginalna wiadomość)\s*-{3,}\s*$/iu,
  /^\s*-{2,}\s*(原始邮件|回复的原邮件|original)\s*-{2,}.*$/iu,
  // Yandex, Mail.ru: "----- Исходное сообщение -----", "---------------"
  /^\s*={5,}\s*original message\s*={5,}\s*$/iu,
];

/** A line that says: from here on it is the message that is answered. */
export function isSeparator(line: string): boolean {
  return /--|==/.test(line) && line.length < 200 && separators.some((shape) => shape.test(line));
}

/** How an attribution ends: "… wrote:" */
const endings = [
  /\b(wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|skrev)\s*:\s*$/iu,
  /(a scris|a scris următoarele|scria)\s*:\s*$/iu,
  /(ezt írta|a következőt írta|írta|írta \([^)]*\))\s*(\([^)]*\))?\s*:\s*$/iu,
  /(написал|написала|написал\(а\)|написали|пишет|писал|писал\(а\)|писала)\s*(\([^)]*\))?\s*:\s*$/iu,
  /(写道|寫道|的邮件|的來信|说|写)\s*[:：]\s*$/u,
  /(skrev følgende|har skrevet|skrev .{1,120})\s*:\s*$/iu,
  /^(den|am|le|el|il|op|on|в|at) .*\d{4}.*<[^<>]+@[^<>]+>\s*:\s*$/iu,
  // Yandex: "03.03.2026, 10:24, "Support" <support@x.test>:"
  /^\d{1,2}\.\d{2}\.\d{4},? .*<[^<>]+@[^<>]+>\s*:\s*$/iu,
  // Russian programs end with the address alone: "вт, 3 мар. 2026 г. в 10:24, Иван <i@x.test>:"
  /^(пн|вт|ср|чт|пт|сб|вс|mon|tue|wed|thu|fri|sat|sun|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)[.,]? .*\d{4}.*<[^<>]+@[^<>]+>\s*:\s*$/iu,
];

/** What an attribution holds besides: a date, a time, an address or at least a year. */
const evidence = /\d{4}|\d{1,2}[:.]\d{2}|@|\d{1,2}[./-]\d{1,2}/u;

/**
 * When an attribution ("On Tue, 3 Mar 2026 at 10:24, Anna wrote:") begins at `index`: the index of
 * the line after it. It may be broken over up to four lines.
 */
export function attributionEnd(lines: readonly string[], index: number): number | null {
  if ((lines[index] ?? '').trim() === '' || /^\s*[>＞]/u.test(lines[index]!)) return null;
  let joined = '';
  for (let count = 1; count <= 4 && index + count <= lines.length; count++) {
    const line = lines[index + count - 1]!.trim();
    if (line === '' || /^[>＞]/u.test(line)) return null;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (joined.length > 400) return null;
    // All of them end so; asking that first keeps long texts fast.
    if (!/[:：]$/u.test(joined)) continue;
    // One space for many: an ending looks for white space in several places.
    const told = joined.replace(/\s+/gu, ' ');
    if (endings.some((ending) => ending.test(told)) && evidence.test(told)) return index + count;
  }
  return null;
}

const from =
  /^[\s*]*(from|de la|de|feladó|发件人|寄件者|寄件人|от|от кого|fra|von|från|da|van)[\s*]*[:：][\s*]*[^\s*]/iu;
const others = [
  /^[\s*]*(sent|date|trimis|data|elküldve|küldve|dátum|küldés időpontja|发送时间|日期|寄件日期|時間|时间|отправлено|дата|sendt|dato|gesendet|datum|skickat|envoyé|enviado|inviato)[\s*]*[:：]/iu,
  /^[\s*]*(to|către|la|címzett|收件人|收件者|кому|til|an|till|à|para|a)[\s*]*[:：]/iu,
  /^[\s*]*(subject|subiect|subiectul|tárgy|主题|主題|主旨|тема|emne|betreff|ämne|objet|asunto|oggetto)[\s*]*[:：]/iu,
];

/** A field of a header block is no longer; and no longer line is searched. */
const longestField = 300;

/** Whether Outlook's header block ("From: … Sent: … To: … Subject: …") begins at `index`. */
export function headerBlockStart(lines: readonly string[], index: number): boolean {
  const first = lines[index] ?? '';
  if (first.length > longestField || !from.test(first)) return false;
  const block = lines.slice(index + 1, index + 8).filter(({ length }) => length <= longestField);
  return others.filter((shape) => block.some((line) => shape.test(line))).length >= 2;
}

/** Whether the line is the From of a block of headers, in whatever order: Thunderbird's is third. */
export function isFromOfBlock(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (line.length > longestField || !from.test(line)) return false;
  const block = lines
    .slice(Math.max(0, index - 4), index + 8)
    .filter(({ length }) => length <= longestField);
  return others.filter((shape) => block.some((one) => shape.test(one))).length >= 2;
}
