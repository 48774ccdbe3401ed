/**
 * The HTML of an outgoing mail, made from its text: one narrow column that reads well on a phone,
 * no pictures, nothing loaded from anywhere. Quoted lines are set apart.
 */
export function htmlOfText(mail: { text: string; language: string; colour: string }): string {
  const paragraphs = mail.text
    .trim()
    .split(/\n{2,}/)
    .map(paragraph)
    .join('\n');
  return `<!doctype html>
<html lang="${escape(mail.language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="margin:0;padding:0;background:#ffffff">
<div style="max-width:600px;margin:0 auto;padding:20px 16px;border-top:3px solid ${escape(mail.colour)};font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,'Noto Sans','Noto Sans SC',sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a">
${paragraphs}
</div>
</body>
</html>
`;
}

function paragraph(text: string): string {
  const quoted = text.split('\n').every((line) => line.startsWith('>'));
  const style = quoted
    ? 'margin:0 0 16px;padding-left:12px;border-left:3px solid #d0d0d0;color:#5a5a5a'
    : 'margin:0 0 16px';
  const lines = quoted ? text.replace(/^> ?/gm, '') : text;
  return `<p style="${style}">${linked(lines).replace(/\n/g, '<br>\n')}</p>`;
}

/** Web addresses become links; everything is escaped. */
function linked(text: string): string {
  return text
    .split(/(\bhttps?:\/\/[^\s<>"'，。；：！？（）]{1,2000}[^\s<>"'.,;:!?)，。；：！？（）])/)
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part),
    )
    .join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
