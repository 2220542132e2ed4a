/** Distinguishable with color vision deficiency (after Okabe and Ito, https://jfly.uni-koeln.de/color/). */
export const SERIES = ['#0b8a90', '#d55e00', '#0072b2', '#b8860b', '#a3578a', '#3f9b5f', '#5b6bbf', '#8c6d4f'] as const

export const GAIN = '#2f8f4e'
export const LOSS = '#c8501f'

/** The colors of texts and lines of charts, in light and dark mode. */
export function inkOf(dark: boolean) {
  return dark
    ? { text: 'rgba(255,255,255,0.78)', line: 'rgba(255,255,255,0.16)', halo: '#151b1e' }
    : { text: 'rgba(0,0,0,0.75)', line: 'rgba(0,0,0,0.12)', halo: '#ffffff' }
}
