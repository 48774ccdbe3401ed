import { signatureLine } from './marks.ts';

/** What phones and programs put below by themselves: "Sent from my iPhone". */
const sentFrom =
  /^(sent (from|with|via|by) |get outlook for |sent using |trimis (de pe|din|cu|prin) |obțineți outlook |iphone-?(om|emr)ról küldve|.{0,40}(készülékemről|telefonomról|iphone-?omról|ipad-?emről) küldve|elküldve .{0,40}(ról|ről|ból|ből)\b|küldve .{0,40}(ról|ről|val|vel)\b|发自我的|发送自|从我的.{0,20}发送|從我的.{0,20}傳送|來自.{0,20}傳送|发自.{0,20}(邮箱|邮件|手机|iphone)|отправлено (с|из|от) |sendt fra (min|mit|outlook|yahoo|samsung)|hent outlook til|von meinem .{0,30} gesendet|envoyé de(puis)? mon )/iu;

/** What people write above their name. */
const closings =
  /^(best regards|kind regards|warm regards|regards|yours sincerely|sincerely|best wishes|many thanks|thanks and regards|cu stimă|cu respect|cu drag|toate cele bune|o zi bună|üdvözlettel|tisztelettel|üdv|köszönettel|此致|祝好|顺颂商祺|谢谢|敬上|с уважением|всего доброго|с наилучшими пожеланиями|med venlig hilsen|venlig hilsen|mvh|hilsen|de bedste hilsner|mit freundlichen grüßen|cordialement)[\s,.!，。！]*$/iu;

/** A way to reach somebody, or the house they write from: what tells a signature from a last word. */
const contact =
  /\+?\d[\d\s()/.-]{6,}\d|\S@\S+\.\S|https?:\/\/|\bwww\.|\b(ltd|gmbh|srl|kft|zrt|aps|a\/s|ооо|оао|inc|llc)\b|有限公司/iu;

/** No signature is longer; nor are its lines. */
const longest = { lines: 14, line: 120 };

/** Tells the signature from the end of a text; every line stays in one of the two. */
export function splitSignature(text: string): { said: string; signature: string | null } {
  const lines = text.split('\n');
  const start = signatureStart(lines);
  const said = start === null ? '' : lines.slice(0, start).join('\n').trim();
  if (start === null || said === '') return { said: text, signature: null };
  return { said, signature: lines.slice(start).join('\n').trim() || null };
}

function signatureStart(lines: readonly string[]): number | null {
  const marked = lines.findIndex((line) => line.startsWith(signatureLine));
  if (marked !== -1 && endsWith(lines, marked)) return withDashes(lines, marked);
  // RFC 3676 §4.3; the space behind is often lost.
  const dashes = lines.findLastIndex((line) => /^-- ?$/.test(line));
  if (dashes !== -1) return dashes;
  const end = lines.findLastIndex((line) => line.trim() !== '');
  const phone = sentFrom.test(lines[end]?.slice(0, longest.line).trim() ?? '') ? end : null;
  return closingStart(lines, phone ?? end + 1) ?? phone;
}

/** Whether what follows a signature is signature, too: an answer may stand below. */
function endsWith(lines: readonly string[], from: number): boolean {
  return lines.slice(from).every((line) => line.trim() === '' || line.startsWith(signatureLine));
}

function withDashes(lines: readonly string[], start: number): number {
  let above = start - 1;
  while (above > 0 && lines[above]!.trim() === '') above--;
  return /^-- ?$/.test(lines[above] ?? '') ? above : start;
}

/** The words above the name, when a way to reach the writer stands below them. */
function closingStart(lines: readonly string[], end: number): number | null {
  for (let index = end - 1; index >= Math.max(0, end - longest.lines); index--) {
    const line = lines[index]!.trim();
    if (line.length > longest.line) return null;
    if (!closings.test(line)) continue;
    return lines.slice(index + 1, end).some((below) => contact.test(below)) ? index : null;
  }
  return null;
}
