import { createContext, useContext } from 'react'

/** The tenant's time zone, in which days begin and all times are shown; undefined until it is known. */
export const TimeZone = createContext<string | undefined>(undefined)

export function useTimeZone(): string | undefined {
  return useContext(TimeZone)
}
