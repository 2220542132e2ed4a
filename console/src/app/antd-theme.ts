/** The theme of antd's components, light and dark. */
import { theme as antd, type ThemeConfig } from 'antd'

/** Used instead of a CSS rule for all elements, because antd would measure elements during a transition. */
const REDUCED_MOTION = window.matchMedia('(prefers-reduced-motion: reduce)')

const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Hiragino Sans GB", ' +
  '"Microsoft YaHei", "Noto Sans SC", sans-serif'

/** The colors have more contrast than antd's own, so that text is legible (WCAG AA, checked by axe). */
export function themeOf(dark: boolean): ThemeConfig {
  return {
    // The styles are a file (main.tsx); generating them at render time would take a third of the time of every page.
    zeroRuntime: true,
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      fontFamily: FONT,
      borderRadius: 8,
      motion: !REDUCED_MOTION.matches,
      colorPrimary: dark ? '#1f8a8a' : '#0b6b70',
      colorLink: dark ? '#4cc2c2' : '#0b6b70',
      colorLinkHover: dark ? '#7ad6d6' : '#0e8a90',
      colorTextDescription: dark ? 'rgba(255,255,255,0.68)' : 'rgba(0,0,0,0.65)',
      colorTextTertiary: dark ? 'rgba(255,255,255,0.65)' : 'rgba(0,0,0,0.62)',
      colorTextPlaceholder: dark ? 'rgba(255,255,255,0.55)' : 'rgba(0,0,0,0.56)',
      colorBgLayout: dark ? '#0d1214' : '#f4f6f7',
      ...(dark
        ? { colorBgContainer: '#151b1e', colorBgElevated: '#1c2427', colorError: '#ff7875' }
        : {
            ...{ colorSuccess: '#2b7a0b', colorWarning: '#9a5b00', colorError: '#c0262d', colorInfo: '#0b6b70' },
            // antd derives grey from colors as dark as these.
            ...{ colorPrimaryBg: '#e2f1f1', colorPrimaryBgHover: '#cfe7e7', colorPrimaryBorder: '#a5d3d3' },
            ...{ colorInfoBg: '#ebf5f6', colorInfoBorder: '#b5d8da', controlItemBgActive: '#e2f1f1' },
            ...{ colorSuccessBg: '#eef7ea', colorSuccessBorder: '#b9dca9' },
            ...{ colorWarningBg: '#fff6e5', colorWarningBorder: '#f0d09a' },
            ...{ colorErrorBg: '#fff0ef', colorErrorBorder: '#f0bdbb', controlOutline: 'rgba(11,107,112,0.18)' },
          }),
    },
    components: {
      Layout: {
        headerBg: dark ? '#151b1e' : '#ffffff',
        siderBg: dark ? '#151b1e' : '#ffffff',
        headerHeight: 56,
        headerPadding: '0 16px',
      },
      // In dark mode, the danger color is light enough to be a text color as well.
      Button: dark
        ? {
            dangerColor: '#1b0b0b',
            // The first has white text on hover; the others are text colors.
            ...{ colorPrimaryHover: '#2a8080', defaultHoverColor: '#63d0d0', defaultHoverBorderColor: '#63d0d0' },
          }
        : {},
      Menu: { itemHeight: 36, activeBarBorderWidth: 0, ...(dark ? { itemSelectedColor: '#63d0d0' } : {}) },
    },
  }
}
