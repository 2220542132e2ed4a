import { useSyncExternalStore } from 'react'

/** Where one column is all there is room for, as antd's `sm` and main.css have it. */
const PHONE = '(max-width: 575.98px)'
/** Where the navigation stands beside the page: antd's `lg`. */
const WIDE = '(min-width: 992px)'

/**
 * Known with the first drawing, and drawn again only when the answer changes: antd's own useBreakpoint draws everything
 * that asks it twice, and once more for each of its six widths that a window being resized passes.
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
/** Room for names beside a picture: antd's `md`. */
export const useRoomy = () => useMedia('(min-width: 768px)')
