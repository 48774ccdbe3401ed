import type { MailFrame } from './frame.ts';

/**
 * The HTML of an outgoing mail, made from its text: one narrow column that reads well on a phone,
 * nothing loaded from anywhere. Quoted lines are set apart.
 */
export function htmlOfText(text: string, frame: MailFrame): string {
  return framed(paragraphsOf(text), frame);
}

/** The HTML of a mail in its frame; `body` is HTML already. */
export function framed(body: string, frame: MailFrame): string {
  const { language, colour, brandName, logo, footer } = frame;
  const above = logo
    ? `<p style="margin:0 0 20px"><img src="${escape(logo)}" alt="${escape(brandName)}" height="40" style="height:40px;max-width:240px;border:0"></p>\n`
    : '';
  const below = footer
    ? `\n<div style="margin-top:28px;padding-top:12px;border-top:1px solid #e2e2e2;font-size:13px;color:#5a5a5a">\n${paragraphsOf(footer)}\n</div>`
    : '';
  return `<!doctype html>
<html lang="${escape(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="margin:0;padding:0;background:#ffffff">
<div style="max-width:600px;margin:0 auto;padding:20px 16px;border-top:3px solid ${escape(colour)};font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,'Noto Sans','Noto Sans SC',sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a">
${above}${body}${below}
</div>
</body>
</html>
`;
}

/** A text as paragraphs of HTML, escaped. */
export function paragraphsOf(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map(paragraph)
    .join('\n');
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
