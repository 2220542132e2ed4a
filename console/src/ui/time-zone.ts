import { createContext, useContext } from 'react'

/** The tenant's time zone, in which all times are shown and days begin; undefined until it is known. */
export const TimeZone = createContext<string | undefined>(undefined)

export function useTimeZone(): string | undefined {
  return useContext(TimeZone)
}
