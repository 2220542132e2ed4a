/**
 * Whether the user may open a page. The frame of the console, which knows the table of pages, provides the answer, because
 * pages must not import the frame.
 */
import { createContext, useContext } from 'react'

export const CanOpen = createContext<(path: string) => boolean>(() => false)

/** Takes a path of the console, such as `/debts?kind=debt`. */
export function useCanOpen(): (path: string) => boolean {
  return useContext(CanOpen)
}
