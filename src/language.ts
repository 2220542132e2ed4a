/** The languages in which Recoup writes for people. */
export type Language = 'en' | 'zh'
