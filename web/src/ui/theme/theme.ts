import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { dark, light, toneVariables, type Tones } from './tones.ts';

/** The accent from pale to deep; 4 is the accent of the dark scheme, 7 that of the light one. */
const pine: MantineColorsTuple = [
  '#e3f0ed',
  '#cbe4de',
  '#a5d3c9',
  '#7cc9b8',
  '#55c2ae',
  '#2f9484',
  '#177d6e',
  '#0d6b5e',
  '#0a584d',
  '#07443c',
];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  colors: { pine },
  fontFamily:
    '"Inter Variable", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  headings: { fontWeight: '650' },
  defaultRadius: 7,
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colours, color: 'var(--on-accent)' } : colours;
  },
  components: {
    // By name, not by Mantine's `extend`: what is not on the first screen is not loaded for it.
    Menu: {
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 80 },
        // A menu opens on its first item: what would take the focus before has no role in a menu.
        withInitialFocusPlaceholder: false,
      },
    },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } } },
  },
});

/** Mantine's own variables, said in our tones. */
function inOurTones(tones: Tones): Record<string, string> {
  return {
    ...toneVariables(tones),
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-bright': 'var(--text)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-error': 'var(--late)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--rim)',
    '--mantine-font-weight-medium': '550',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--muted)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-color-pine-filled': 'var(--accent)',
    '--mantine-color-pine-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
  };
}

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: inOurTones(light),
  dark: inOurTones(dark),
});
