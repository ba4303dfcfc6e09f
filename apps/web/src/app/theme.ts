import {
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineTheme,
} from '@mantine/core'

const accent: MantineColorsTuple = [
  '#e7edfc',
  '#cfdaf9',
  '#a3b7f2',
  '#7693eb',
  '#4f74e2',
  '#3a63dc',
  '#2f5bd8',
  '#264bb5',
  '#1e3d94',
  '#152c6e',
]

/** The component library's greys in the dark, lightest first, from the same tokens. */
const dark: MantineColorsTuple = [
  '#e8ebf1',
  '#a0a9b9',
  '#8791a3',
  '#727d90',
  '#3a4454',
  '#272e39',
  '#1c212a',
  '#161a21',
  '#0f1217',
  '#0b0d11',
]

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent, dark },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px' },
  defaultRadius: 7,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: 'sm', variant: 'default', fw: 500 },
      // White on the dark theme's accent is too pale to read.
      vars: (_theme: MantineTheme, props: ButtonProps) =>
        props.variant === 'filled'
          ? { root: { '--button-color': 'var(--on-accent)' } }
          : { root: {} },
    },
    Modal: {
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        // It draws a <header>, which would be a second banner of the page.
        attributes: { header: { role: 'none' } },
      },
    },
    Tooltip: {
      defaultProps: {
        openDelay: 350,
        withArrow: true,
        multiline: true,
        maw: 360,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Menu: { defaultProps: { shadow: 'md' } },
    Popover: { defaultProps: { shadow: 'md' } },
  },
})

const fromTokens = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--failed)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-primary-color-light': 'var(--accent-weak)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent)',
  '--mantine-color-accent-light': 'var(--accent-weak)',
  '--mantine-color-accent-light-color': 'var(--accent)',
}

/** The component library's colours are those of the design tokens, in both schemes. */
export const tokensToMantine: CSSVariablesResolver = () => ({
  variables: {},
  light: fromTokens,
  dark: fromTokens,
})
