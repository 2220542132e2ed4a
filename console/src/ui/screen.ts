import { useSyncExternalStore } from 'react'

/** The width below which there is room for one column only; the same as antd's `sm` and in main.css. */
const PHONE = '(max-width: 575.98px)'
/** The width from which the navigation is beside the page: antd's `lg`. */
const WIDE = '(min-width: 992px)'

/**
 * Known at the first render, and renders again only if the answer changes. antd's useBreakpoint renders its callers twice, and
 * again for each of its six breakpoints that a resized window passes.
 */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}

export const usePhone = () => useMedia(PHONE)
export const useWide = () => useMedia(WIDE)
/** Whether there is room for names beside a chart: antd's `md`. */
export const useRoomy = () => useMedia('(min-width: 768px)')
