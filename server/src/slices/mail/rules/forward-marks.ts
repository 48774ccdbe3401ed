/** What mail programs write above a mail that is handed on, in the languages met most. */
const words =
  'forwarded message|forwarded mail|forwarded by|mesaj redirecționat|mesaj redirectionat|mesaj transmis mai departe|továbbított üzenet|továbbított levél|továbbított e-mail|转发的邮件|转发邮件|轉寄的郵件|пересылаемое сообщение|пересланное сообщение|переадресованное сообщение|videresendt meddelelse|videresendt besked|videresendt mail|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|wiadomość przekazana dalej';

const ruled = new RegExp(`^\\s*[-=_]{2,}\\s*(?:${words}).{0,80}$`, 'iu');
// Apple: "Begin forwarded message:" and its translations stand without a rule.
const apple =
  /^\s*(begin forwarded message|începutul mesajului redirecționat|începe mesajul redirecționat|továbbított levél kezdete|továbbított üzenet kezdete|下面是被转发的邮件|开始转发的邮件|начало переадресованного сообщения|начало пересылаемого сообщения|start på videresendt besked|start på videresendt meddelelse|anfang der weitergeleiteten nachricht|début du message transféré)\s*[:：]\s*$/iu;

/** A line that says: from here on it is a mail that is handed on. */
export function isForwardMark(line: string): boolean {
  if (line.length > 200) return false;
  return (/^\s*[-=_]{2}/.test(line) && ruled.test(line)) || apple.test(line);
}
