import type { Language } from '@baton/contract';
import type { BrandRow } from '../../people/index.ts';

/** What stands around what is said in a mail: that of its brand. */
export type MailFrame = {
  language: Language;
  colour: string;
  brandName: string;
  /** The address of the picture above it: `cid:…` in a mail, null without one. */
  logo: string | null;
  /** What stands below it: who we are, where, what the law asks for; may be empty. */
  footer: string;
};

/** What the picture of a brand is called within a mail. */
const logoId = 'logo@brand';

/** The frame of a brand's mail in a language; the usual one where there is no brand. */
export function frameOf(brand: BrandRow | null, language: Language): MailFrame {
  return {
    language,
    colour: brand?.colour ?? '#0d6b5e',
    brandName: brand?.name ?? 'Baton',
    logo: brand?.logo ? `cid:${logoId}` : null,
    footer: brand ? (brand.footers[language] ?? brand.footers[brand.language] ?? '') : '',
  };
}

/** The picture of a brand, as a part of its mail. */
export function logoFile(brand: BrandRow | null) {
  if (!brand?.logo) return [];
  return [{ ...brand.logo, name: `logo.${brand.logo.type.split('/')[1]}`, inlineId: logoId }];
}

/** The plain text of a mail in its frame. */
export function withFooter(text: string, { footer }: MailFrame): string {
  return footer === '' ? text : `${text}\n\n${footer}`;
}
