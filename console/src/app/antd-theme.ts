/** The theme of antd's components, light and dark. */
import { theme as antd, type ThemeConfig } from 'antd'

/** Not by a rule for all elements: antd measures what it places, and a transition of its place would be measured. */
const CALM = window.matchMedia('(prefers-reduced-motion: reduce)')

const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Hiragino Sans GB", ' +
  '"Microsoft YaHei", "Noto Sans SC", sans-serif'

/** Colors are a little stronger than antd's own, so that text on them is legible to all (WCAG AA, checked by axe). */
export function themeOf(dark: boolean): ThemeConfig {
  return {
    // Its styles are a file (main.tsx); made as components are drawn they cost a third of every page's time.
    zeroRuntime: true,
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      fontFamily: FONT,
      borderRadius: 8,
      motion: !CALM.matches,
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
      // Its background is light enough in the dark to be read as text as well.
      Button: dark
        ? {
            dangerColor: '#1b0b0b',
            // White stands on the first when a pointer is over it; the others are text themselves.
            ...{ colorPrimaryHover: '#2a8080', defaultHoverColor: '#63d0d0', defaultHoverBorderColor: '#63d0d0' },
          }
        : {},
      Menu: { itemHeight: 36, activeBarBorderWidth: 0, ...(dark ? { itemSelectedColor: '#63d0d0' } : {}) },
    },
  }
}
