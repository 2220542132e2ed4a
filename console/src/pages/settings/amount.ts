/** An amount in main units of whatever currency it is. */
export const AMOUNT = /^\d{1,12}(\.\d{1,6})?$/
