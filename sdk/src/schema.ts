// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// Generated from openapi.json by `npm run -w sdk generate`. Do not edit.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process is alive */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it can work: the database answers, with the right migrations, and it is not stopping */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, in the order in which they were opened */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{party}/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account now, or what it held at a past time */
        get: operations["getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{party}/{purpose}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moved on an account, latest entered first */
        get: operations["listAccountTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Charges, newest first */
        get: operations["listCharges"];
        put?: never;
        /** Charge an event or a quote */
        post: operations["createCharge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charges/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge many at once
         * @description 1 to 1000 of them. Each is done or refused by itself; the results are in the same order. An element without an `idempotencyKey` gets one from the `Idempotency-Key` of the request and its place, if there is one.
         */
        post: operations["createCharges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charges/{charge}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One charge, as it stands now */
        get: operations["getCharge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charges/{charge}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where every cent of a charge went, and why */
        get: operations["explainCharge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts, newest first */
        get: operations["listContracts"];
        put?: never;
        /**
         * Agree with one customer on a price of its own
         * @description The terms are tried over every version of the rate card that is in force meanwhile. Where several contracts are in force the one that began last counts. What was charged stays as it was.
         */
        post: operations["createContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{contract}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contract */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{contract}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a contract; doing it twice is the same as once */
        post: operations["endContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reserve an amount */
        post: operations["createHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{hold}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One hold */
        get: operations["getHold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{hold}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a hold up; doing it twice is the same as once */
        post: operations["voidHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journal-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move money by hand, whole or not at all
         * @description For funding a campaign or a wallet, or a correction. Charges and refunds never come this way.
         */
        post: operations["createJournalEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove the books from the transfers
         * @description Reads everything: for a large ledger, ask for it seldom.
         */
        get: operations["checkLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The books as text for another program */
        get: operations["exportLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transfers, latest entered first */
        get: operations["listTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The trial balance, now or at a past time */
        get: operations["getTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Parties, in order of id */
        get: operations["listParties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{party}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One party */
        get: operations["getParty"];
        /**
         * Enter a party, or change it
         * @description What is charged from now on goes by the new attributes; what was charged stays as it was.
         */
        put: operations["putParty"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be charged, line by line */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Price an event and hold the price for a while */
        post: operations["createQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/{quote}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One quote */
        get: operations["getQuote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rate-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the rate card, latest first */
        get: operations["listRateCards"];
        put?: never;
        /**
         * Publish the next version of the rate card
         * @description What was charged stays as it was. A version may take effect in the past only where nothing was charged since then. Publishing what is in force at that time already makes no version: it is safe to repeat.
         */
        post: operations["publishRateCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rate-cards/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rate card in force */
        get: operations["getCurrentRateCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rate-cards/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two versions, in words */
        get: operations["compareRateCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rate-cards/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a rate card could be published, and what it would change */
        post: operations["validateRateCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rate-cards/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of the rate card */
        get: operations["getRateCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refunds, newest first */
        get: operations["listRefunds"];
        put?: never;
        /**
         * Give back a charge, or part of it
         * @description With `previewHash` it does what the preview said or nothing: `refund_preview_stale` carries the new `preview`. A key bound to a party can refund what that party earned.
         */
        post: operations["createRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give back many at once
         * @description 1 to 1000 of them. Each is done or refused by itself; the results are in the same order. An element without an `idempotencyKey` gets one from the `Idempotency-Key` of the request and its place, if there is one.
         */
        post: operations["createRefunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a refund would do now; nothing moves */
        post: operations["previewRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{refund}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One refund */
        get: operations["getRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{refund}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who gave back what, and why */
        get: operations["explainRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Price past events under another rate card, without posting
         * @description Reads every charge of the period, on threads of its own; one simulation runs at a time, others wait. Ends when the request is broken off.
         */
        post: operations["simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What a party has in one currency for one purpose */
        Account: {
            /**
             * @description Party and purpose of an account
             * @example mch_1/balance
             */
            path: string;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            balance: string;
            /**
             * @description Reserved by holds
             * @example 100.00
             */
            held: string;
            /** @description What may be taken from it now; null: it has no floor */
            available: string | null;
            /** @description What it may not go below; null: it has none */
            floor: string | null;
        };
        AccountPage: {
            data: components["schemas"]["Account"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        /** @description Advertising: Article ad */
        AdsArticleEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            advertiser: string;
            /** @description The advertiser’s campaign */
            campaign: string;
            /**
             * @description Whose page it was, if not ours
             * @example mch_1
             */
            publisher?: string;
            /** @description Clicks and impressions that cleared at the same price go together */
            traffic: {
                /** @description The caller’s own name of the item */
                id: string;
                basis: "cpc";
                /** @description Clicks or impressions */
                count: number;
                /** @description Cleared: of a click, or of a thousand impressions */
                price: {
                    /**
                     * @description Decimal in main units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
            }[];
        };
        /** @description Advertising: Social-feed ad */
        AdsFeedEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            advertiser: string;
            /** @description The advertiser’s campaign */
            campaign: string;
            /**
             * @description Whose page it was, if not ours
             * @example mch_1
             */
            publisher?: string;
            /** @description Clicks and impressions that cleared at the same price go together */
            traffic: {
                /** @description The caller’s own name of the item */
                id: string;
                basis: "cpc" | "cpm";
                /** @description Clicks or impressions */
                count: number;
                /** @description Cleared: of a click, or of a thousand impressions */
                price: {
                    /**
                     * @description Decimal in main units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
            }[];
        };
        /** @description Advertising: Rewarded mini-program ad */
        AdsRewardedEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            advertiser: string;
            /** @description The advertiser’s campaign */
            campaign: string;
            /**
             * @description Whose page it was, if not ours
             * @example mch_1
             */
            publisher?: string;
            /** @description Clicks and impressions that cleared at the same price go together */
            traffic: {
                /** @description The caller’s own name of the item */
                id: string;
                basis: "cpm";
                /** @description Clicks or impressions */
                count: number;
                /** @description Cleared: of a click, or of a thousand impressions */
                price: {
                    /**
                     * @description Decimal in main units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
            }[];
        };
        /** @description Platform APIs: Cloud host rental */
        ApisComputeEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            developer: string;
            /**
             * @description Memory of the host
             * @example 16
             */
            gigabytes: string;
            /** @description How long it ran */
            seconds: number;
        };
        /** @description Platform APIs: OCR API */
        ApisOcrEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            developer: string;
            /** @description All calls made, failed ones included */
            calls: number;
            /**
             * @description Calls that failed
             * @default 0
             */
            failed?: number;
            /**
             * @description How the developer buys: each call, or started thousands
             * @default call
             */
            soldPer?: "call" | "thousand-calls";
        };
        /** @description Platform APIs: Semantic analysis engine */
        ApisSemanticEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            developer: string;
            /** @example 2026-11 */
            month: string;
            /** @description Queries per second reserved for the month */
            reserved: number;
            /** @description Highest rate served; the reserve unless given */
            peak?: number;
        };
        /** @description An account now, or its balance at a past time (then with `at` and `basis`) */
        Balance: {
            /**
             * @description Party and purpose of an account
             * @example mch_1/balance
             */
            path: string;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            balance: string;
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            held?: string;
            available?: string | null;
            floor?: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at?: string;
            /**
             * @description By when it was entered (the default), or by when it took effect in the world
             * @enum {string}
             */
            basis?: "recorded" | "effective";
        };
        BulkChargeOfEvent: {
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            event: components["schemas"]["Event"];
            /** @description Anything of yours to be kept with it */
            metadata?: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description When it happened, if not now
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
            /**
             * @description A hold on the payer’s account, to be captured
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            /**
             * @description The same key with the same request gives the same answer, however often it is sent
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        BulkChargeOfQuote: {
            /**
             * @description Id of a quote
             * @example qte_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            quote: string;
            /**
             * Format: date-time
             * @description When it happened, if not now
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
            /**
             * @description A hold on the payer’s account, to be captured
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            /**
             * @description The same key with the same request gives the same answer, however often it is sent
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        BulkChargeResults: {
            results: {
                /**
                 * @description What it would have been alone
                 * @example 201
                 */
                status: number;
                charge?: components["schemas"]["Charge"];
                problem?: components["schemas"]["Problem"];
            }[];
            accepted: number;
            refused: number;
        };
        /** @description By amount or by items; with neither, all that is left */
        BulkRefundRequest: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            amount?: components["schemas"]["Money"];
            items?: components["schemas"]["RefundItemRequest"][];
            /**
             * Format: date-time
             * @description When it happened, if not now
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            /** @description Why it is given back */
            reason?: string;
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
            /** @description The `hash` of the preview that was looked at: refused if it would now come to something else */
            previewHash?: string;
            /**
             * @description The same key with the same request gives the same answer, however often it is sent
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        BulkRefundResults: {
            results: {
                /**
                 * @description What it would have been alone
                 * @example 201
                 */
                status: number;
                refund?: components["schemas"]["Refund"];
                problem?: components["schemas"]["Problem"];
            }[];
            accepted: number;
            refused: number;
        };
        /** @description An event, priced and posted */
        Charge: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @enum {string} */
            status: "captured" | "partially-refunded" | "refunded";
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /**
             * @description The party that mainly earns, where there is one
             * @example mch_1
             */
            payee: string | null;
            amount: components["schemas"]["Money"];
            items: components["schemas"]["Item"][];
            refundPolicy: components["schemas"]["RefundPolicy"];
            /** @description Version of the rate card that priced it */
            rateCard: number;
            /** @description The contract that priced it over the rate card, if one did */
            contract: string | null;
            /** @description What you sent with it */
            metadata: {
                [key: string]: string;
            };
            refunded: components["schemas"]["Money"];
            refundable: components["schemas"]["Money"];
            pending: components["schemas"]["Money"];
            disputed: components["schemas"]["Money"];
            /**
             * @description Your own number for it
             * @example order-1001
             */
            reference: string | null;
            /** @description Id of the quote that it charged, if any */
            quote: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            recordedAt: string;
        };
        ChargeOfEvent: {
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            event: components["schemas"]["Event"];
            /** @description Anything of yours to be kept with it */
            metadata?: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description When it happened, if not now
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
            /**
             * @description A hold on the payer’s account, to be captured
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
        };
        ChargeOfQuote: {
            /**
             * @description Id of a quote
             * @example qte_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            quote: string;
            /**
             * Format: date-time
             * @description When it happened, if not now
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
            /**
             * @description A hold on the payer’s account, to be captured
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
        };
        ChargePage: {
            data: components["schemas"]["Charge"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        /** @description Commerce: Mini-program sales commission */
        CommerceCommissionEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            buyer: string;
            /** @description Money from outside through a gateway (external), a prepaid wallet, or what was earned here (balance) */
            paidFrom?: "external" | "wallet" | "balance";
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            seller: string;
            items: {
                /** @description The caller’s own name of the item */
                id: string;
                /** @description Goods category: decides the commission */
                category: string;
                /** @description Of one of it */
                price: {
                    /**
                     * @description Decimal in main units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
                quantity: number;
            }[];
            shipping?: {
                /**
                 * @description The caller’s own id of a party
                 * @example mch_1
                 */
                carrier: string;
                /** @description An amount as a decimal string, never a float */
                fee: {
                    /**
                     * @description Decimal in main units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
                /** @description standard, express … */
                service: string;
            };
            /** @description Paid by the seller */
            promoter?: {
                /**
                 * @description The caller’s own id of a party
                 * @example mch_1
                 */
                party: string;
                /** @description An amount as a decimal string, never a float */
                amount: {
                    /**
                     * @description Decimal in main units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
            };
        };
        /** @description Commerce: Live-selling slot fee */
        CommerceLiveSlotEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            seller: string;
            minutes: number;
            /** @description An amount as a decimal string, never a float */
            pricePerHour: {
                /**
                 * @description Decimal in main units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            /** @description Money from outside through a gateway (external), a prepaid wallet, or what was earned here (balance) */
            paidFrom?: "external" | "wallet" | "balance";
        };
        /** @description Commerce: Logistics share */
        CommerceLogisticsShareEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            carrier: string;
            /** @description The shipping fee that the carrier was paid */
            fee: {
                /**
                 * @description Decimal in main units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            /** @description standard, express … */
            service: string;
            /**
             * @description Money from outside through a gateway (external), a prepaid wallet, or what was earned here (balance)
             * @default balance
             */
            paidFrom?: "external" | "wallet" | "balance";
        };
        /** @description One movement of value from an account to another */
        Component: {
            /**
             * @description What it is
             * @example fee
             */
            kind: string;
            /** @example mch_1/balance */
            from: string;
            /** @example platform/revenue */
            to: string;
            amount: components["schemas"]["Money"];
            /**
             * @description How it comes back when its item is refunded: in proportion, not at all, or once the item is refunded whole
             * @enum {string}
             */
            returns: "pro-rata" | "never" | "whole-only";
        };
        /** @description What one customer pays for one product instead of the rate card */
        Contract: {
            /**
             * @description Id of a contract
             * @example ctr_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @enum {string} */
            status: "scheduled" | "in-force" | "ended";
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party: string;
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            /**
             * @description What differs from the product’s terms on the rate card: a merge patch (RFC 7396), where null takes a field away
             * @example {
             *       "fee": {
             *         "rate": "0.0038"
             *       }
             *     }
             */
            terms: {
                [key: string]: unknown;
            };
            /** @description Your own number for it */
            reference: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /** @description As agreed, that moment excluded; null: until further notice */
            until: string | null;
            /** @description When it was ended before that, if it was */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
        };
        ContractPage: {
            data: components["schemas"]["Contract"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        ContractRequest: {
            /**
             * @description The customer, a party that is entered
             * @example mch_1
             */
            party: string;
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            /**
             * @description What differs from the product’s terms on the rate card: a merge patch (RFC 7396), where null takes a field away
             * @example {
             *       "fee": {
             *         "rate": "0.0038"
             *       }
             *     }
             */
            terms: {
                [key: string]: unknown;
            };
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
            /**
             * Format: date-time
             * @description Now, unless given
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            /**
             * Format: date-time
             * @description That moment excluded; until further notice, unless given
             * @example 2026-11-20T08:30:00Z
             */
            until?: string;
        };
        /** @description Cross-border: Exchange spread */
        CrossborderFxSpreadEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            customer: string;
            /** @description In our currency: so much is sold. In the other: so much is bought */
            amount: {
                /**
                 * @description Decimal in main units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            /**
             * @description What is bought
             * @example JPY
             */
            currency: string;
            reference: {
                /** @example CNY/JPY */
                pair: string;
                /**
                 * @description One of the first currency in the second
                 * @example 23.3943402608
                 */
                rate: string;
                /**
                 * @description A calendar day
                 * @example 2026-11-23
                 */
                day: string;
                /** @example ECB */
                source: string;
            };
        };
        /** @description Cross-border: Overseas in-store payment */
        CrossborderOverseasPayEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            merchant: string;
            /**
             * @description Where the money goes: ISO 3166-1 code
             * @example JP
             */
            market: string;
            /** @description The price in the shop, in its currency */
            amount: {
                /**
                 * @description Decimal in main units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            reference: {
                /** @example CNY/JPY */
                pair: string;
                /**
                 * @description One of the first currency in the second
                 * @example 23.3943402608
                 */
                rate: string;
                /**
                 * @description A calendar day
                 * @example 2026-11-23
                 */
                day: string;
                /** @example ECB */
                source: string;
            };
        };
        /** @description Cross-border: Remittance */
        CrossborderRemittanceEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payee: string;
            /**
             * @description Where the money goes: ISO 3166-1 code
             * @example JP
             */
            market: string;
            /** @description In our currency: so much is sent. In the currency that arrives: so much arrives */
            amount: {
                /**
                 * @description Decimal in main units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            /**
             * @description What arrives
             * @example JPY
             */
            currency: string;
            reference: {
                /** @example CNY/JPY */
                pair: string;
                /**
                 * @description One of the first currency in the second
                 * @example 23.3943402608
                 */
                rate: string;
                /**
                 * @description A calendar day
                 * @example 2026-11-23
                 */
                day: string;
                /** @example ECB */
                source: string;
            };
        };
        /** @description Data products: Audience report */
        DataAudienceReportEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            buyer: string;
            /** @default 1 */
            copies?: number;
            /** @description Agreed for a copy; the lowest price unless given */
            price?: {
                /**
                 * @description Decimal in main units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            disclosure: {
                /**
                 * @description The party that stands for the people described
                 * @example mch_1
                 */
                population: string;
                /**
                 * @description Id of the release that passed the privacy gate
                 * @example rel_1
                 */
                release: string;
                /**
                 * @description Whole nano-rho
                 * @example 5000000
                 */
                nanoRho: string;
            };
        };
        /** @description Data products: AI training data set */
        DataTrainingSetEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            buyer: string;
            /**
             * @description Id of the project
             * @example prj_1
             */
            project: string;
            /** @description Agreed for the whole project */
            quote: {
                /**
                 * @description Decimal in main units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            /** @description The one that is due */
            milestone: string;
            disclosure?: {
                /**
                 * @description The party that stands for the people described
                 * @example mch_1
                 */
                population: string;
                /**
                 * @description Id of the release that passed the privacy gate
                 * @example rel_1
                 */
                release: string;
                /**
                 * @description Whole nano-rho
                 * @example 5000000
                 */
                nanoRho: string;
            };
        };
        /** @description Data products: Industry trend white paper */
        DataWhitePaperEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            buyer: string;
            /** @default 1 */
            copies?: number;
            disclosure: {
                /**
                 * @description The party that stands for the people described
                 * @example mch_1
                 */
                population: string;
                /**
                 * @description Id of the release that passed the privacy gate
                 * @example rel_1
                 */
                release: string;
                /**
                 * @description Whole nano-rho
                 * @example 5000000
                 */
                nanoRho: string;
            };
        };
        /** @description Enterprise services: Conversation archive (compliance) */
        EnterpriseArchiveEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            customer: string;
            /**
             * @description A day, or an instant with its offset, which counts as the day that it falls on in the zone
             * @example 2026-12-01
             */
            from: string;
            /**
             * @description A day, or an instant with its offset, which counts as the day that it falls on in the zone
             * @example 2026-12-01
             */
            to: string;
            /** @description IANA time zone, if not that of the rate card */
            zone?: string;
            /**
             * @description A day on which a billing period begins, if not that of the rate card
             * @example 2026-11-23
             */
            anchor?: string;
        };
        /** @description Enterprise services: Community operations kit */
        EnterpriseCommunityKitEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            customer: string;
            /**
             * @description A day, or an instant with its offset, which counts as the day that it falls on in the zone
             * @example 2026-12-01
             */
            from: string;
            /**
             * @description A day, or an instant with its offset, which counts as the day that it falls on in the zone
             * @example 2026-12-01
             */
            to: string;
            /** @description IANA time zone, if not that of the rate card */
            zone?: string;
            /**
             * @description A day on which a billing period begins, if not that of the rate card
             * @example 2026-11-23
             */
            anchor?: string;
            /** @description Seats held over the whole stretch */
            seats: number;
        };
        /** @description Enterprise services: Customer contact API */
        EnterpriseContactApiEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            customer: string;
            /**
             * @description A day, or an instant with its offset, which counts as the day that it falls on in the zone
             * @example 2026-12-01
             */
            from: string;
            /**
             * @description A day, or an instant with its offset, which counts as the day that it falls on in the zone
             * @example 2026-12-01
             */
            to: string;
            /** @description IANA time zone, if not that of the rate card */
            zone?: string;
            /**
             * @description A day on which a billing period begins, if not that of the rate card
             * @example 2026-11-23
             */
            anchor?: string;
        };
        /** @description What happened, as its product is told of it */
        Event: components["schemas"]["AdsFeedEvent"] | components["schemas"]["AdsArticleEvent"] | components["schemas"]["AdsRewardedEvent"] | components["schemas"]["GoodsStickerEvent"] | components["schemas"]["GoodsRedEnvelopeCoverEvent"] | components["schemas"]["GoodsGameItemEvent"] | components["schemas"]["GoodsPaidContentEvent"] | components["schemas"]["GoodsMembershipEvent"] | components["schemas"]["GoodsTipEvent"] | components["schemas"]["PaymentsScanPayEvent"] | components["schemas"]["PaymentsCardRepaymentEvent"] | components["schemas"]["PaymentsWealthEvent"] | components["schemas"]["EnterpriseContactApiEvent"] | components["schemas"]["EnterpriseArchiveEvent"] | components["schemas"]["EnterpriseCommunityKitEvent"] | components["schemas"]["CommerceCommissionEvent"] | components["schemas"]["CommerceLiveSlotEvent"] | components["schemas"]["CommerceLogisticsShareEvent"] | components["schemas"]["DataAudienceReportEvent"] | components["schemas"]["DataWhitePaperEvent"] | components["schemas"]["DataTrainingSetEvent"] | components["schemas"]["CrossborderOverseasPayEvent"] | components["schemas"]["CrossborderRemittanceEvent"] | components["schemas"]["CrossborderFxSpreadEvent"] | components["schemas"]["ApisOcrEvent"] | components["schemas"]["ApisComputeEvent"] | components["schemas"]["ApisSemanticEvent"];
        /** @description Where every cent went and why */
        Explanation: {
            steps: components["schemas"]["Step"][];
            /** @description All steps, a line each */
            text: string;
        };
        /** @description Digital goods: In-game item */
        GoodsGameItemEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /** @description Money from outside through a gateway (external), a prepaid wallet, or what was earned here (balance) */
            paidFrom?: "external" | "wallet" | "balance";
            items: {
                /** @description The caller’s own name of the item */
                id: string;
                /** @description An amount as a decimal string, never a float */
                price: {
                    /**
                     * @description Decimal in main units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
                quantity: number;
                /**
                 * @description The caller’s own id of a party
                 * @example mch_1
                 */
                creator?: string;
            }[];
        };
        /** @description Digital goods: Scene membership */
        GoodsMembershipEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /** @description Money from outside through a gateway (external), a prepaid wallet, or what was earned here (balance) */
            paidFrom?: "external" | "wallet" | "balance";
            /** @description What it is a membership of */
            scene: string;
            /**
             * @description A calendar day
             * @example 2026-11-23
             */
            from: string;
            /**
             * @description The first day after it
             * @example 2026-11-23
             */
            to: string;
            /**
             * @description Who runs the scene, if not the platform
             * @example mch_1
             */
            creator?: string;
        };
        /** @description Digital goods: Paid channel content */
        GoodsPaidContentEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /** @description Money from outside through a gateway (external), a prepaid wallet, or what was earned here (balance) */
            paidFrom?: "external" | "wallet" | "balance";
            items: {
                /** @description The caller’s own name of the item */
                id: string;
                /** @description An amount as a decimal string, never a float */
                price: {
                    /**
                     * @description Decimal in main units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
                quantity: number;
                /**
                 * @description The caller’s own id of a party
                 * @example mch_1
                 */
                creator?: string;
            }[];
        };
        /** @description Digital goods: Custom red-envelope cover */
        GoodsRedEnvelopeCoverEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /** @description Money from outside through a gateway (external), a prepaid wallet, or what was earned here (balance) */
            paidFrom?: "external" | "wallet" | "balance";
            items: {
                /** @description The caller’s own name of the item */
                id: string;
                /** @description An amount as a decimal string, never a float */
                price: {
                    /**
                     * @description Decimal in main units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
                quantity: number;
                /**
                 * @description The caller’s own id of a party
                 * @example mch_1
                 */
                creator?: string;
            }[];
        };
        /** @description Digital goods: Animated sticker pack */
        GoodsStickerEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /** @description Money from outside through a gateway (external), a prepaid wallet, or what was earned here (balance) */
            paidFrom?: "external" | "wallet" | "balance";
            items: {
                /** @description The caller’s own name of the item */
                id: string;
                /** @description An amount as a decimal string, never a float */
                price: {
                    /**
                     * @description Decimal in main units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
                quantity: number;
                /**
                 * @description The caller’s own id of a party
                 * @example mch_1
                 */
                creator?: string;
            }[];
        };
        /** @description Digital goods: Live-stream tip */
        GoodsTipEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /** @description Money from outside through a gateway (external), a prepaid wallet, or what was earned here (balance) */
            paidFrom?: "external" | "wallet" | "balance";
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            creator: string;
            /** @description An amount as a decimal string, never a float */
            amount: {
                /**
                 * @description Decimal in main units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description An amount reserved on an account; captured by a charge that names it */
        Hold: {
            /**
             * @description Id of a hold
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @enum {string} */
            status: "authorized" | "captured" | "voided" | "expired";
            account: {
                /**
                 * @description Party and purpose of an account
                 * @example mch_1/balance
                 */
                path: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            amount: components["schemas"]["Money"];
            /** @description What a charge took of it */
            captured: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
        };
        HoldRequest: {
            account: {
                /**
                 * @description Party and purpose of an account
                 * @example mch_1/balance
                 */
                path: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            amount: components["schemas"]["Money"];
            /**
             * @description Seconds
             * @example 604800
             */
            expiresIn: number;
        };
        /** @description A part of a charge that can be given back by itself */
        Item: {
            /** @example 1 */
            id: string;
            /**
             * @description A whole number
             * @example 1
             */
            quantity: string;
            components: components["schemas"]["Component"][];
        };
        /** @description Money moved by hand: funding, a correction */
        JournalEntry: {
            /**
             * @description Id of a journal entry
             * @example jrn_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            description: string;
            transfers: {
                /**
                 * @description Party and purpose of an account
                 * @example mch_1/balance
                 */
                from: string;
                /**
                 * @description Party and purpose of an account
                 * @example mch_1/balance
                 */
                to: string;
                amount: components["schemas"]["Money"];
                /**
                 * @description What it is; default: journal
                 * @example funding
                 */
                kind: string;
            }[];
            /** @description As it was given; null: when it was entered */
            effectiveAt: string | null;
        };
        JournalEntryRequest: {
            /** @description Why, for whoever reads the books */
            description: string;
            transfers: components["schemas"]["JournalTransferRequest"][];
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
        };
        JournalTransferRequest: {
            /**
             * @description Party and purpose of an account
             * @example mch_1/balance
             */
            from: string;
            /**
             * @description Party and purpose of an account
             * @example mch_1/balance
             */
            to: string;
            amount: components["schemas"]["Money"];
            /**
             * @description What it is; default: journal
             * @example funding
             */
            kind?: string;
        };
        /** @description The books proved from the transfers alone */
        LedgerCheck: {
            /** @description No faults */
            ok: boolean;
            accounts: number;
            transfers: number;
            /** @description Blocks of the hash chain */
            blocks: number;
            /** @description Batches not yet in the chain */
            unchained: number;
            faults: {
                code: string;
                detail: string;
            }[];
        };
        /** @description An amount as a decimal string, never a float */
        Money: {
            /**
             * @description Decimal in main units
             * @example 100.00
             */
            amount: string;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
        };
        /** @description Anyone who pays or earns */
        Party: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            id: string;
            /**
             * @description What the party mainly is
             * @enum {string}
             */
            kind: "consumer" | "merchant" | "advertiser" | "publisher" | "creator" | "developer" | "company" | "carrier" | "channel" | "campaign" | "population" | "platform";
            name: string;
            /**
             * @example {
             *       "merchantCategory": "restaurant"
             *     }
             */
            attributes: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
        };
        PartyPage: {
            data: components["schemas"]["Party"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        PartyRequest: {
            /**
             * @description What the party mainly is
             * @enum {string}
             */
            kind: "consumer" | "merchant" | "advertiser" | "publisher" | "creator" | "developer" | "company" | "carrier" | "channel" | "campaign" | "population" | "platform";
            /** @description For people */
            name: string;
            /** @description What prices are decided by: merchantCategory, for one */
            attributes?: {
                [key: string]: string;
            };
        };
        /** @description Payments: Credit-card repayment */
        PaymentsCardRepaymentEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            issuer: string;
            /** @description An amount as a decimal string, never a float */
            amount: {
                /**
                 * @description Decimal in main units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
        };
        /** @description Payments: In-store QR payment */
        PaymentsScanPayEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            merchant: string;
            /** @description An amount as a decimal string, never a float */
            amount: {
                /**
                 * @description Decimal in main units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            /**
             * @description Which channel of the rate card carried the payment: its cost and its refund rules apply
             * @default wechatpay
             */
            channel?: string;
        };
        /** @description Payments: Balance wealth product */
        PaymentsWealthEvent: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            fund: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            holder: string;
            /**
             * @description A calendar day
             * @example 2026-11-23
             */
            day: string;
            /** @description An amount as a decimal string, never a float */
            holding: {
                /**
                 * @description Decimal in main units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            /**
             * @description What the fund earned that day, as a decimal a year
             * @example 0.025
             */
            fundYield: string;
            /** @description a decimal like "0.006" */
            holderYield: string;
        };
        /** @description Why a request was refused (RFC 9457) */
        Problem: {
            title: string;
            /** @example urn:recoup:problem:charge_unknown */
            type: string;
            /** @example 404 */
            status: number;
            detail: string;
            /**
             * @description Stable; never renamed
             * @example charge_unknown
             */
            code: string;
            /** @description What the detail is filled with */
            params?: {
                [key: string]: unknown;
            };
            /** @description The fields that are wrong, as JSON pointers */
            errors?: {
                pointer: string;
                message: string;
            }[];
            /** @description Also in the header X-Request-Id */
            requestId: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What can be charged */
        Product: {
            title: {
                en: string;
                zh: string;
            };
            /** @example payments */
            line: string;
            /** @example scan-pay */
            id: string;
            lineTitle: {
                en: string;
                zh: string;
            };
            /** @description JSON Schema of the event that it is told */
            event: unknown;
            /**
             * @description The field of the event that names the customer: whose contract prices it
             * @example merchant
             */
            customer: string;
            /** @description JSON Schema of its row on a rate card */
            terms: unknown;
            /** @description Its row on the default rate card */
            defaultTerms: unknown;
            /** @description Whether the rate card in force has a price for it */
            priced: boolean;
            /** @description Models of its prices on the rate card in force; on the default one where that has none */
            priceModels: string[];
            /** @description When a charge of it may be given back, with the place in its terms; by channel where that decides */
            refundPolicies: {
                pointer: string;
                policy: components["schemas"]["RefundPolicy"];
            }[];
            /** @description An event */
            example: unknown;
        };
        ProductList: {
            data: components["schemas"]["Product"][];
            nextCursor: null;
        };
        /** @description A priced charge that is not posted: it holds until it expires */
        Quote: {
            /**
             * @description Id of a quote
             * @example qte_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            /**
             * @description The party that mainly earns, where there is one
             * @example mch_1
             */
            payee: string | null;
            amount: components["schemas"]["Money"];
            items: components["schemas"]["Item"][];
            refundPolicy: components["schemas"]["RefundPolicy"];
            /** @description Version of the rate card that priced it */
            rateCard: number;
            /** @description The contract that priced it over the rate card, if one did */
            contract: string | null;
            /** @description What you sent with it */
            metadata: {
                [key: string]: string;
            };
            explanation: components["schemas"]["Explanation"];
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            expiresAt: string;
            expired: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
        };
        QuoteRequest: {
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            event: components["schemas"]["Event"];
            /** @description Anything of yours to be kept with it */
            metadata?: {
                [key: string]: string;
            };
            /**
             * @description Seconds
             * @default 900
             */
            expiresIn?: number;
        };
        /** @description What everything costs, from a date on. A version never changes */
        RateCard: {
            /** @example 1 */
            version: number;
            /**
             * Format: date-time
             * @description From when on it prices
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /** @description It has come into force, and no later one has */
            inForce: boolean;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /** @description Terms by line/product; /v1/products has the schema of each */
            products: {
                [key: string]: unknown;
            };
        };
        /** @description One difference between two rate cards */
        RateCardChange: {
            /**
             * @description JSON pointer of the field
             * @example /products/payments~1scan-pay/fee/rate
             */
            pointer: string;
            /** @enum {string} */
            kind: "added" | "removed" | "changed";
            before?: unknown;
            after?: unknown;
            /** @description The change as a sentence */
            text: string;
        };
        /** @description Whether a rate card can be published */
        RateCardCheck: {
            valid: boolean;
            /** @description Code of the problem that publishing it would answer */
            code: string | null;
            /** @description What is wrong, in words */
            detail: string | null;
            /** @description Every field that is wrong, as JSON pointers */
            errors: {
                pointer: string;
                message: string;
            }[];
            /** @description What it would change of the card that it would follow */
            changes: components["schemas"]["RateCardChange"][];
        };
        /** @description What differs between two versions of the rate card */
        RateCardDiff: {
            /** @example 1 */
            from: number;
            /** @example 1 */
            to: number;
            /** @description Applied in order to the one card they give the other */
            changes: components["schemas"]["RateCardChange"][];
            /** @description All of it, a line for each change */
            text: string;
        };
        RateCardList: {
            data: components["schemas"]["RateCardSummary"][];
            nextCursor: null;
        };
        RateCardRequest: {
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /** @description Terms by line/product; /v1/products has the schema of each */
            products: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description From when on it prices; now, unless given
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
        };
        RateCardSummary: {
            /** @example 1 */
            version: number;
            /**
             * Format: date-time
             * @description From when on it prices
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /** @description It has come into force, and no later one has */
            inForce: boolean;
        };
        /** @description What was given back of a charge */
        Refund: {
            /**
             * @description Id of a refund
             * @example rfd_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /** @enum {string} */
            status: "succeeded";
            /** @description What the payer gets back */
            amount: components["schemas"]["Money"];
            items: components["schemas"]["RefundedItem"][];
            transfers: components["schemas"]["RefundTransfer"][];
            shortages: components["schemas"]["Shortage"][];
            /** @description What may still be given back afterwards */
            refundableAfter: components["schemas"]["Money"];
            /** @description Why it was given back */
            reason: string | null;
            /** @description Your own number for it */
            reference: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            recordedAt: string;
        };
        /** @description An item by quantity or by amount; with neither, all that is left of it */
        RefundItemRequest: {
            /**
             * @description Id of the item
             * @example 1
             */
            id: string;
            /**
             * @description How many units of it
             * @example 1
             */
            quantity?: string;
            amount?: components["schemas"]["Money"];
        };
        RefundPage: {
            data: components["schemas"]["Refund"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        /** @description When a charge may be given back; frozen on it */
        RefundPolicy: {
            /** @description Days after the charge took effect; null: no limit */
            windowDays: number | null;
            /** @description Refunds of one charge in all; null: no limit */
            maxRefunds: number | null;
            /** @description Seconds between two refunds of one charge */
            minGapSeconds: number;
            /**
             * @description What happens when a payee has spent the money: it owes it, the platform advances it, or no refund
             * @enum {string}
             */
            shortage: "debt" | "advance" | "reject";
        };
        /** @description What a refund would do now */
        RefundPreview: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /** @description Names this preview when it is executed */
            hash: string;
            /** @description What the payer gets back */
            amount: components["schemas"]["Money"];
            items: components["schemas"]["RefundedItem"][];
            transfers: components["schemas"]["RefundTransfer"][];
            shortages: components["schemas"]["Shortage"][];
            /** @description What may still be given back afterwards */
            refundableAfter: components["schemas"]["Money"];
            explanation: components["schemas"]["Explanation"];
        };
        /** @description By amount or by items; with neither, all that is left */
        RefundPreviewRequest: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            amount?: components["schemas"]["Money"];
            items?: components["schemas"]["RefundItemRequest"][];
        };
        /** @description By amount or by items; with neither, all that is left */
        RefundRequest: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            amount?: components["schemas"]["Money"];
            items?: components["schemas"]["RefundItemRequest"][];
            /**
             * Format: date-time
             * @description When it happened, if not now
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            /** @description Why it is given back */
            reason?: string;
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
            /** @description The `hash` of the preview that was looked at: refused if it would now come to something else */
            previewHash?: string;
        };
        /** @description What goes back from whom to whom */
        RefundTransfer: {
            /** @example fee */
            kind: string;
            /** @example platform/revenue */
            from: string;
            /** @example mch_1/balance */
            to: string;
            amount: components["schemas"]["Money"];
        };
        RefundedItem: {
            /** @example 1 */
            id: string;
            /**
             * @description Units that came back; 0 where it went by amount
             * @example 0
             */
            quantity: string;
            amount: components["schemas"]["Money"];
        };
        /** @description What someone lacked to give back, and how it is made up */
        Shortage: {
            /** @example mch_1/balance */
            account: string;
            /** @enum {string} */
            mode: "debt" | "advance" | "reject";
            amount: components["schemas"]["Money"];
        };
        /** @description As charged, and under the new card */
        SimulatedAmount: {
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            before: string;
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            after: string;
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            change: string;
        };
        SimulatedCause: {
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            /** @description What changed, as a sentence */
            text: string;
            terms: {
                /** @description Kind of the component */
                kind: string;
                /** @description Step of the explanation that differs */
                step: string;
                term: string;
                before: string | null;
                after: string | null;
                /** @description What the term is chosen by */
                where: {
                    [key: string]: string;
                };
            }[];
            events: number;
            /**
             * @description Change of the revenue
             * @example 100.00
             */
            revenue: string;
            /**
             * @description Change of the cost
             * @example 100.00
             */
            cost: string;
        };
        SimulatedLeftOut: {
            /** @example charged_differently */
            code: string;
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            currency: string;
            count: number;
            /**
             * @description What was charged, refunds not taken off; in neither sum
             * @example 100.00
             */
            revenue: string;
            /** @description Why, for the first of them */
            detail: string;
        };
        SimulatedParty: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party: string;
            currency: string;
            /**
             * @description More, or less, that the party has in the end
             * @example 100.00
             */
            change: string;
            events: number;
        };
        SimulatedTotal: {
            events: number;
            /** @description Events that come to something else */
            changed: number;
            revenue: components["schemas"]["SimulatedAmount"];
            /** @description What the platform pays, apart from its revenue */
            cost: components["schemas"]["SimulatedAmount"];
        };
        /** @description What another rate card would have brought; nothing was posted */
        Simulation: {
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /** @example Asia/Shanghai */
            timeZone: string;
            from: string;
            to: string;
            /** @description Of the period: compared and left out */
            events: number;
            total: components["schemas"]["SimulatedTotal"];
            lines: {
                /** @example payments */
                line: string;
                events: number;
                /** @description Events that come to something else */
                changed: number;
                revenue: components["schemas"]["SimulatedAmount"];
                /** @description What the platform pays, apart from its revenue */
                cost: components["schemas"]["SimulatedAmount"];
            }[];
            products: {
                /** @example payments */
                line: string;
                /** @example scan-pay */
                product: string;
                events: number;
                /** @description Events that come to something else */
                changed: number;
                revenue: components["schemas"]["SimulatedAmount"];
                /** @description What the platform pays, apart from its revenue */
                cost: components["schemas"]["SimulatedAmount"];
            }[];
            days: {
                /**
                 * @description YYYY-MM-DD in the tenant's time zone
                 * @example 2026-11-20
                 */
                day: string;
                events: number;
                /** @description Events that come to something else */
                changed: number;
                revenue: components["schemas"]["SimulatedAmount"];
                /** @description What the platform pays, apart from its revenue */
                cost: components["schemas"]["SimulatedAmount"];
            }[];
            /** @description By line, product and day */
            rows: {
                /** @example payments */
                line: string;
                /** @example scan-pay */
                product: string;
                /**
                 * @description YYYY-MM-DD in the tenant's time zone
                 * @example 2026-11-20
                 */
                day: string;
                events: number;
                /** @description Events that come to something else */
                changed: number;
                revenue: components["schemas"]["SimulatedAmount"];
                /** @description What the platform pays, apart from its revenue */
                cost: components["schemas"]["SimulatedAmount"];
            }[];
            /** @description Parties that gain most, the platform left out */
            gain: components["schemas"]["SimulatedParty"][];
            /** @description Parties that lose most */
            lose: components["schemas"]["SimulatedParty"][];
            /** @description False: so many parties that small changes of some are missing */
            partiesExact: boolean;
            /** @description Which terms changed the revenue, the largest change first */
            causes: components["schemas"]["SimulatedCause"][];
            /** @description What could not be priced again, in neither sum */
            leftOut: components["schemas"]["SimulatedLeftOut"][];
            /** @description What the result rests on */
            assumptions: string[];
        };
        SimulationRequest: {
            /** @description A rate card as /v1/rate-cards/current shows it */
            card: {
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
                products: {
                    [key: string]: unknown;
                };
            };
            /**
             * @description First day, or time: a day in the tenant's time zone, or RFC 3339 with an offset
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description End, not included: a day in the tenant's time zone, or RFC 3339 with an offset
             * @example 2026-11-01
             */
            to: string;
            /**
             * @description How many parties and causes to name
             * @default 10
             */
            top?: number;
            /**
             * @description true: the answer is a stream of lines (application/x-ndjson), `{"progress":{"events","share"}}` now and then, and last `{"simulation":…}` or `{"problem":…}`
             * @default false
             */
            progress?: boolean;
        };
        /** @description One step of an explanation */
        Step: {
            /** @example fee_percentage */
            code: string;
            /** @description What the text is filled with */
            params: {
                [key: string]: string;
            };
            /** @description The step as a sentence */
            text: string;
        };
        /** @description One movement from an account to another, as posted */
        Transfer: {
            /**
             * @description Its place in the ledger: batch and number
             * @example 1042-3
             */
            id: string;
            /** @example fee */
            kind: string;
            /**
             * @description Party and purpose of an account
             * @example mch_1/balance
             */
            from: string;
            /**
             * @description Party and purpose of an account
             * @example mch_1/balance
             */
            to: string;
            amount: components["schemas"]["Money"];
            /** @description Id of the charge, refund or journal entry that it belongs to */
            of: string | null;
            /** @description Which component of the charge, counted from 0; null: none */
            component: number | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            recordedAt: string;
        };
        TransferPage: {
            data: components["schemas"]["Transfer"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        /** @description Every account with what went in and out, worked out from the transfers */
        TrialBalance: {
            /** @description The moment; null: now */
            at: string | null;
            /**
             * @description By when it was entered (the default), or by when it took effect in the world
             * @enum {string}
             */
            basis: "recorded" | "effective";
            data: components["schemas"]["TrialBalanceLine"][];
        };
        TrialBalanceLine: {
            /**
             * @description Party and purpose of an account
             * @example mch_1/balance
             */
            path: string;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description All that ever went out
             * @example 100.00
             */
            debit: string;
            /**
             * @description All that ever came in
             * @example 100.00
             */
            credit: string;
            /**
             * @description Credit less debit; in each currency they sum to zero
             * @example 100.00
             */
            balance: string;
        };
    };
    responses: {
        /** @description `account_unknown`: No such account */
        AccountUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "account_unknown";
                };
            };
        };
        /**
         * @description `body_invalid`: Unreadable body
         *
         *     `body_too_deep`: Body nested too deeply
         */
        BodyInvalidOrBodyTooDeep: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "body_invalid" | "body_too_deep";
                };
            };
        };
        /** @description `body_too_large`: Body too large */
        BodyTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "body_too_large";
                };
            };
        };
        /** @description `charge_unknown`: No such charge */
        ChargeUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "charge_unknown";
                };
            };
        };
        /** @description `contract_unknown`: No such contract */
        ContractUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "contract_unknown";
                };
            };
        };
        /**
         * @description `cursor_invalid`: Invalid cursor
         *
         *     `id_invalid`: Invalid id
         *
         *     `request_invalid`: Invalid request
         */
        CursorInvalidOrIdInvalidOrRequestInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "cursor_invalid" | "id_invalid" | "request_invalid";
                };
            };
        };
        /**
         * @description `cursor_invalid`: Invalid cursor
         *
         *     `request_invalid`: Invalid request
         */
        CursorInvalidOrRequestInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "cursor_invalid" | "request_invalid";
                };
            };
        };
        /**
         * @description `database_busy`: Database busy
         *
         *     `database_unavailable`: Database not available
         *
         *     `outcome_unknown`: Outcome unknown
         *
         *     `shutting_down`: Shutting down
         */
        DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "database_busy" | "database_unavailable" | "outcome_unknown" | "shutting_down";
                };
            };
        };
        /**
         * @description `hold_closed`: Hold is closed
         *
         *     `idempotency_conflict`: Idempotency key used before
         *
         *     `insufficient_funds`: Insufficient funds
         *
         *     `quote_used`: Quote already charged
         */
        HoldClosedOrIdempotencyConflictOrInsufficientFundsOrQuoteUsed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "hold_closed" | "idempotency_conflict" | "insufficient_funds" | "quote_used";
                };
            };
        };
        /**
         * @description `hold_expired`: Hold expired
         *
         *     `quote_expired`: Quote expired
         */
        HoldExpiredOrQuoteExpired: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "hold_expired" | "quote_expired";
                };
            };
        };
        /** @description `hold_unknown`: No such hold */
        HoldUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "hold_unknown";
                };
            };
        };
        /**
         * @description `hold_unknown`: No such hold
         *
         *     `party_unknown`: No such party
         *
         *     `quote_unknown`: No such quote
         */
        HoldUnknownOrPartyUnknownOrQuoteUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "hold_unknown" | "party_unknown" | "quote_unknown";
                };
            };
        };
        /**
         * @description `id_invalid`: Invalid id
         *
         *     `request_invalid`: Invalid request
         */
        IdInvalidOrRequestInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "id_invalid" | "request_invalid";
                };
            };
        };
        /**
         * @description `idempotency_conflict`: Idempotency key used before
         *
         *     `insufficient_funds`: Insufficient funds
         */
        IdempotencyConflictOrInsufficientFunds: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "idempotency_conflict" | "insufficient_funds";
                };
            };
        };
        /** @description `internal_error`: Internal error */
        InternalError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "internal_error";
                };
            };
        };
        /**
         * @description `key_missing`: API key missing
         *
         *     `key_unknown`: API key not accepted
         */
        KeyMissingOrKeyUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "key_missing" | "key_unknown";
                };
            };
        };
        /** @description `media_type_unsupported`: Unsupported media type */
        MediaTypeUnsupported: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "media_type_unsupported";
                };
            };
        };
        /** @description `party_unknown`: No such party */
        PartyUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "party_unknown";
                };
            };
        };
        /**
         * @description `rate_card_invalid`: Invalid rate card
         *
         *     `request_invalid`: Invalid request
         *
         *     `time_invalid`: Invalid time
         */
        RateCardInvalidOrRequestInvalidOrTimeInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "rate_card_invalid" | "request_invalid" | "time_invalid";
                };
            };
        };
        /** @description `rate_card_unknown`: No such rate card */
        RateCardUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "rate_card_unknown";
                };
            };
        };
        /** @description `rate_limited`: Too many requests */
        RateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "rate_limited";
                };
            };
        };
        /** @description `refund_unknown`: No such refund */
        RefundUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "refund_unknown";
                };
            };
        };
        /** @description `request_invalid`: Invalid request */
        RequestInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request_invalid";
                };
            };
        };
        /**
         * @description `request_invalid`: Invalid request
         *
         *     `time_invalid`: Invalid time
         */
        RequestInvalidOrTimeInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request_invalid" | "time_invalid";
                };
            };
        };
        /** @description `scope_missing`: Not allowed with this key */
        ScopeMissing: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "scope_missing";
                };
            };
        };
    };
    parameters: {
        /** @description The same key with the same request gives the same answer, however often it is sent */
        IdempotencyKey: string;
        /** @description Language of problems and explanations */
        AcceptLanguage: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names the request in logs */
        RequestId: string;
        /** @description The answer is that of an earlier request with the same key */
        IdempotentReplayed: "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["InternalError"];
            /** @description `shutting_down`: Shutting down */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "shutting_down";
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["InternalError"];
            /**
             * @description `database_busy`: Database busy
             *
             *     `database_unavailable`: Database not available
             *
             *     `outcome_unknown`: Outcome unknown
             *
             *     `schema_behind`: Database not migrated
             *
             *     `schema_newer`: Database is newer than this program
             *
             *     `shutting_down`: Shutting down
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "database_busy" | "database_unavailable" | "outcome_unknown" | "schema_behind" | "schema_newer" | "shutting_down";
                    };
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description The caller’s own id of a party */
                party?: string;
                /** @description ISO 4217 code */
                currency?: string;
                /** @description How many to answer at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; leave out for the first */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of accounts */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getBalance: {
        parameters: {
            query: {
                /** @description ISO 4217 code */
                currency: string;
                /** @description RFC 3339, with an offset */
                at?: string;
                /** @description By when it was entered (the default), or by when it took effect in the world */
                basis?: "recorded" | "effective";
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The caller’s own id of a party */
                party: string;
                /** @description What the account is for */
                purpose: "external" | "balance" | "wallet" | "budget" | "revenue" | "cost" | "fees" | "debt" | "advance" | "position" | "privacy" | "disclosed" | "clearing" | "suspense" | "losses" | "funding";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balance */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["AccountUnknown"];
            422: components["responses"]["RequestInvalidOrTimeInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listAccountTransfers: {
        parameters: {
            query: {
                /** @description ISO 4217 code */
                currency: string;
                /** @description How many to answer at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; leave out for the first */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The caller’s own id of a party */
                party: string;
                /** @description What the account is for */
                purpose: "external" | "balance" | "wallet" | "budget" | "revenue" | "cost" | "fees" | "debt" | "advance" | "position" | "privacy" | "disclosed" | "clearing" | "suspense" | "losses" | "funding";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of transfers */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["AccountUnknown"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listCharges: {
        parameters: {
            query?: {
                line?: string;
                product?: string;
                /** @description The caller’s own id of a party */
                payer?: string;
                /** @description The caller’s own id of a party */
                payee?: string;
                /** @description Your own number for it: an order, a receipt */
                reference?: string;
                status?: "captured" | "partially-refunded" | "refunded";
                /** @description Took effect at or after */
                from?: string;
                /** @description Took effect before */
                to?: string;
                /** @description How many to answer at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; leave out for the first */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of charges */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargePage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            /**
             * @description `cursor_invalid`: Invalid cursor
             *
             *     `request_invalid`: Invalid request
             *
             *     `time_invalid`: Invalid time
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "cursor_invalid" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createCharge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer, however often it is sent */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChargeOfEvent"] | components["schemas"]["ChargeOfQuote"];
            };
        };
        responses: {
            /** @description Charged by an earlier request with the same key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Charge"];
                };
            };
            /** @description Charged */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Charge"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["HoldUnknownOrPartyUnknownOrQuoteUnknown"];
            409: components["responses"]["HoldClosedOrIdempotencyConflictOrInsufficientFundsOrQuoteUsed"];
            410: components["responses"]["HoldExpiredOrQuoteExpired"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `account_path_invalid`: Invalid account
             *
             *     `amount_invalid`: Invalid amount
             *
             *     `amount_not_positive`: Amount must be positive
             *
             *     `amount_out_of_range`: Amount out of range
             *
             *     `amount_too_precise`: Amount too precise
             *
             *     `choice_unknown`: No price for this value
             *
             *     `currency_mismatch`: Currencies differ
             *
             *     `currency_unknown`: Unknown currency
             *
             *     `draft_invalid`: Charge cannot be made
             *
             *     `effective_in_future`: Effective time in the future
             *
             *     `event_invalid`: Invalid event
             *
             *     `hold_exceeded`: More than was held
             *
             *     `hold_other_account`: Hold is on another account
             *
             *     `id_invalid`: Invalid id
             *
             *     `line_unknown`: No such line
             *
             *     `merchant_category_missing`: Merchant has no category
             *
             *     `price_input_invalid`: Price input refused
             *
             *     `price_input_missing`: Price input missing
             *
             *     `price_outside_band`: Outside the agreed band
             *
             *     `product_not_priced`: Product has no price
             *
             *     `product_unknown`: No such product
             *
             *     `rate_invalid`: Invalid rate
             *
             *     `request_invalid`: Invalid request
             *
             *     `time_invalid`: Invalid time
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account_path_invalid" | "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "choice_unknown" | "currency_mismatch" | "currency_unknown" | "draft_invalid" | "effective_in_future" | "event_invalid" | "hold_exceeded" | "hold_other_account" | "id_invalid" | "line_unknown" | "merchant_category_missing" | "price_input_invalid" | "price_input_missing" | "price_outside_band" | "product_not_priced" | "product_unknown" | "rate_invalid" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createCharges: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer, however often it is sent */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    charges: (components["schemas"]["BulkChargeOfEvent"] | components["schemas"]["BulkChargeOfQuote"])[];
                };
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkChargeResults"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["HoldUnknownOrPartyUnknownOrQuoteUnknown"];
            409: components["responses"]["HoldClosedOrIdempotencyConflictOrInsufficientFundsOrQuoteUsed"];
            410: components["responses"]["HoldExpiredOrQuoteExpired"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `account_path_invalid`: Invalid account
             *
             *     `amount_invalid`: Invalid amount
             *
             *     `amount_not_positive`: Amount must be positive
             *
             *     `amount_out_of_range`: Amount out of range
             *
             *     `amount_too_precise`: Amount too precise
             *
             *     `choice_unknown`: No price for this value
             *
             *     `currency_mismatch`: Currencies differ
             *
             *     `currency_unknown`: Unknown currency
             *
             *     `draft_invalid`: Charge cannot be made
             *
             *     `effective_in_future`: Effective time in the future
             *
             *     `event_invalid`: Invalid event
             *
             *     `hold_exceeded`: More than was held
             *
             *     `hold_other_account`: Hold is on another account
             *
             *     `id_invalid`: Invalid id
             *
             *     `line_unknown`: No such line
             *
             *     `merchant_category_missing`: Merchant has no category
             *
             *     `price_input_invalid`: Price input refused
             *
             *     `price_input_missing`: Price input missing
             *
             *     `price_outside_band`: Outside the agreed band
             *
             *     `product_not_priced`: Product has no price
             *
             *     `product_unknown`: No such product
             *
             *     `rate_invalid`: Invalid rate
             *
             *     `request_invalid`: Invalid request
             *
             *     `time_invalid`: Invalid time
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account_path_invalid" | "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "choice_unknown" | "currency_mismatch" | "currency_unknown" | "draft_invalid" | "effective_in_future" | "event_invalid" | "hold_exceeded" | "hold_other_account" | "id_invalid" | "line_unknown" | "merchant_category_missing" | "price_input_invalid" | "price_input_missing" | "price_outside_band" | "product_not_priced" | "product_unknown" | "rate_invalid" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getCharge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a charge */
                charge: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The charge */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Charge"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    explainCharge: {
        parameters: {
            query?: {
                /** @description Language of the text; default: by Accept-Language */
                language?: "en" | "zh";
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a charge */
                charge: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listContracts: {
        parameters: {
            query?: {
                /** @description The caller’s own id of a party */
                party?: string;
                line?: string;
                product?: string;
                /** @description How many to answer at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; leave out for the first */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contracts */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer, however often it is sent */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractRequest"];
            };
        };
        responses: {
            /** @description Made by an earlier request with the same key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["PartyUnknown"];
            /**
             * @description `idempotency_conflict`: Idempotency key used before
             *
             *     `price_change_in_past`: Price change in the past
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "idempotency_conflict" | "price_change_in_past";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `contract_invalid`: Invalid contract
             *
             *     `contract_period_invalid`: Contract ends before it begins
             *
             *     `line_unknown`: No such line
             *
             *     `product_not_priced`: Product has no price
             *
             *     `product_unknown`: No such product
             *
             *     `request_invalid`: Invalid request
             *
             *     `time_invalid`: Invalid time
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "contract_invalid" | "contract_period_invalid" | "line_unknown" | "product_not_priced" | "product_unknown" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a contract */
                contract: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["ContractUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    endContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a contract */
                contract: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Now, unless given
                     * @example 2026-11-20T08:30:00Z
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description The contract */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["ContractUnknown"];
            /**
             * @description `contract_ended`: Contract has ended
             *
             *     `price_change_in_past`: Price change in the past
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "contract_ended" | "price_change_in_past";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `id_invalid`: Invalid id
             *
             *     `request_invalid`: Invalid request
             *
             *     `time_invalid`: Invalid time
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "id_invalid" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer, however often it is sent */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldRequest"];
            };
        };
        responses: {
            /** @description Reserved before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description Reserved */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            409: components["responses"]["IdempotencyConflictOrInsufficientFunds"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `account_path_invalid`: Invalid account
             *
             *     `amount_invalid`: Invalid amount
             *
             *     `amount_not_positive`: Amount must be positive
             *
             *     `amount_out_of_range`: Amount out of range
             *
             *     `amount_too_precise`: Amount too precise
             *
             *     `currency_mismatch`: Currencies differ
             *
             *     `currency_unknown`: Unknown currency
             *
             *     `request_invalid`: Invalid request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account_path_invalid" | "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "currency_mismatch" | "currency_unknown" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a hold */
                hold: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hold */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["HoldUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    voidHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a hold */
                hold: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hold */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["HoldUnknown"];
            /** @description `hold_closed`: Hold is closed */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "hold_closed";
                    };
                };
            };
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createJournalEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer, however often it is sent */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JournalEntryRequest"];
            };
        };
        responses: {
            /** @description Posted by an earlier request with the same key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalEntry"];
                };
            };
            /** @description Posted */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalEntry"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            409: components["responses"]["IdempotencyConflictOrInsufficientFunds"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `account_path_invalid`: Invalid account
             *
             *     `amount_invalid`: Invalid amount
             *
             *     `amount_not_positive`: Amount must be positive
             *
             *     `amount_out_of_range`: Amount out of range
             *
             *     `amount_too_precise`: Amount too precise
             *
             *     `currency_mismatch`: Currencies differ
             *
             *     `currency_unknown`: Unknown currency
             *
             *     `effective_in_future`: Effective time in the future
             *
             *     `request_invalid`: Invalid request
             *
             *     `time_invalid`: Invalid time
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account_path_invalid" | "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "currency_mismatch" | "currency_unknown" | "effective_in_future" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    checkLedger: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerCheck"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    exportLedger: {
        parameters: {
            query: {
                format: "hledger" | "beancount" | "csv";
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The books, as they stand at one moment */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listTransfers: {
        parameters: {
            query?: {
                /** @description Id of a charge */
                charge?: string;
                /** @description Id of a refund */
                refund?: string;
                /** @description Id of a journal entry */
                journalEntry?: string;
                /** @description How many to answer at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; leave out for the first */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of transfers */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            /**
             * @description `charge_unknown`: No such charge
             *
             *     `journal_entry_unknown`: No such journal entry
             *
             *     `refund_unknown`: No such refund
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "charge_unknown" | "journal_entry_unknown" | "refund_unknown";
                    };
                };
            };
            422: components["responses"]["CursorInvalidOrIdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getTrialBalance: {
        parameters: {
            query?: {
                /** @description RFC 3339, with an offset */
                at?: string;
                /** @description By when it was entered (the default), or by when it took effect in the world */
                basis?: "recorded" | "effective";
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The trial balance */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalance"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            422: components["responses"]["RequestInvalidOrTimeInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listParties: {
        parameters: {
            query?: {
                /** @description What the party mainly is */
                kind?: "consumer" | "merchant" | "advertiser" | "publisher" | "creator" | "developer" | "company" | "carrier" | "channel" | "campaign" | "population" | "platform";
                /** @description How many to answer at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; leave out for the first */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of parties */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getParty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The caller’s own id of a party */
                party: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The party */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["PartyUnknown"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    putParty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The caller’s own id of a party */
                party: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyRequest"];
            };
        };
        responses: {
            /** @description The party */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `party_id_invalid`: Invalid party id
             *
             *     `request_invalid`: Invalid request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "party_id_invalid" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listProducts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All products */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductList"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createQuote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteRequest"];
            };
        };
        responses: {
            /** @description The quote */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["PartyUnknown"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `account_path_invalid`: Invalid account
             *
             *     `amount_invalid`: Invalid amount
             *
             *     `amount_not_positive`: Amount must be positive
             *
             *     `amount_out_of_range`: Amount out of range
             *
             *     `amount_too_precise`: Amount too precise
             *
             *     `choice_unknown`: No price for this value
             *
             *     `currency_mismatch`: Currencies differ
             *
             *     `currency_unknown`: Unknown currency
             *
             *     `draft_invalid`: Charge cannot be made
             *
             *     `event_invalid`: Invalid event
             *
             *     `line_unknown`: No such line
             *
             *     `merchant_category_missing`: Merchant has no category
             *
             *     `price_input_invalid`: Price input refused
             *
             *     `price_input_missing`: Price input missing
             *
             *     `price_outside_band`: Outside the agreed band
             *
             *     `product_not_priced`: Product has no price
             *
             *     `product_unknown`: No such product
             *
             *     `rate_invalid`: Invalid rate
             *
             *     `request_invalid`: Invalid request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "account_path_invalid" | "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "choice_unknown" | "currency_mismatch" | "currency_unknown" | "draft_invalid" | "event_invalid" | "line_unknown" | "merchant_category_missing" | "price_input_invalid" | "price_input_missing" | "price_outside_band" | "product_not_priced" | "product_unknown" | "rate_invalid" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getQuote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a quote */
                quote: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quote */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            /** @description `quote_unknown`: No such quote */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "quote_unknown";
                    };
                };
            };
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listRateCards: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All versions */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCardList"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    publishRateCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateCardRequest"];
            };
        };
        responses: {
            /** @description The same card is in force at that time already */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCard"];
                };
            };
            /** @description Published */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCard"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            /**
             * @description `price_change_in_past`: Price change in the past
             *
             *     `rate_card_breaks_contract`: Rate card breaks a contract
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "price_change_in_past" | "rate_card_breaks_contract";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RateCardInvalidOrRequestInvalidOrTimeInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getCurrentRateCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rate card */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCard"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["RateCardUnknown"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    compareRateCards: {
        parameters: {
            query: {
                from: number;
                to: number;
                /** @description Language of the text; default: by Accept-Language */
                language?: "en" | "zh";
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCardDiff"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["RateCardUnknown"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    validateRateCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateCardRequest"];
            };
        };
        responses: {
            /** @description Every field that is wrong */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCardCheck"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RequestInvalidOrTimeInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getRateCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rate card */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCard"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["RateCardUnknown"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listRefunds: {
        parameters: {
            query?: {
                /** @description Id of a charge */
                charge?: string;
                /** @description Your own number for it: an order, a receipt */
                reference?: string;
                /** @description How many to answer at most */
                limit?: number;
                /** @description The `nextCursor` of the page before; leave out for the first */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of refunds */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            422: components["responses"]["CursorInvalidOrIdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer, however often it is sent */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description Given back by an earlier request with the same key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description Given back */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            /**
             * @description `idempotency_conflict`: Idempotency key used before
             *
             *     `payee_short`: Payee cannot give it back
             *
             *     `refund_exceeds_refundable`: More than can be refunded
             *
             *     `refund_nothing_left`: Nothing left to refund
             *
             *     `refund_preview_stale`: The preview no longer holds
             *
             *     `refund_quantity_exceeded`: More than are left of an item
             *
             *     `refund_too_soon`: Refund too soon after the last
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "idempotency_conflict" | "payee_short" | "refund_exceeds_refundable" | "refund_nothing_left" | "refund_preview_stale" | "refund_quantity_exceeded" | "refund_too_soon";
                        preview?: components["schemas"]["RefundPreview"];
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `amount_invalid`: Invalid amount
             *
             *     `amount_not_positive`: Amount must be positive
             *
             *     `amount_out_of_range`: Amount out of range
             *
             *     `amount_too_precise`: Amount too precise
             *
             *     `currency_mismatch`: Currencies differ
             *
             *     `currency_unknown`: Unknown currency
             *
             *     `effective_before_charge`: Refund before its charge
             *
             *     `effective_in_future`: Effective time in the future
             *
             *     `id_invalid`: Invalid id
             *
             *     `refund_count_exceeded`: Too many refunds
             *
             *     `refund_item_twice`: Item named twice
             *
             *     `refund_item_unknown`: No such item
             *
             *     `refund_whole_only`: Part of it only comes back whole
             *
             *     `refund_window_closed`: Refund window closed
             *
             *     `request_invalid`: Invalid request
             *
             *     `time_invalid`: Invalid time
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "currency_mismatch" | "currency_unknown" | "effective_before_charge" | "effective_in_future" | "id_invalid" | "refund_count_exceeded" | "refund_item_twice" | "refund_item_unknown" | "refund_whole_only" | "refund_window_closed" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createRefunds: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer, however often it is sent */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refunds: components["schemas"]["BulkRefundRequest"][];
                };
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefundResults"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            /**
             * @description `idempotency_conflict`: Idempotency key used before
             *
             *     `payee_short`: Payee cannot give it back
             *
             *     `refund_exceeds_refundable`: More than can be refunded
             *
             *     `refund_nothing_left`: Nothing left to refund
             *
             *     `refund_preview_stale`: The preview no longer holds
             *
             *     `refund_quantity_exceeded`: More than are left of an item
             *
             *     `refund_too_soon`: Refund too soon after the last
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "idempotency_conflict" | "payee_short" | "refund_exceeds_refundable" | "refund_nothing_left" | "refund_preview_stale" | "refund_quantity_exceeded" | "refund_too_soon";
                        preview?: components["schemas"]["RefundPreview"];
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `amount_invalid`: Invalid amount
             *
             *     `amount_not_positive`: Amount must be positive
             *
             *     `amount_out_of_range`: Amount out of range
             *
             *     `amount_too_precise`: Amount too precise
             *
             *     `currency_mismatch`: Currencies differ
             *
             *     `currency_unknown`: Unknown currency
             *
             *     `effective_before_charge`: Refund before its charge
             *
             *     `effective_in_future`: Effective time in the future
             *
             *     `id_invalid`: Invalid id
             *
             *     `refund_count_exceeded`: Too many refunds
             *
             *     `refund_item_twice`: Item named twice
             *
             *     `refund_item_unknown`: No such item
             *
             *     `refund_whole_only`: Part of it only comes back whole
             *
             *     `refund_window_closed`: Refund window closed
             *
             *     `request_invalid`: Invalid request
             *
             *     `time_invalid`: Invalid time
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "currency_mismatch" | "currency_unknown" | "effective_before_charge" | "effective_in_future" | "id_invalid" | "refund_count_exceeded" | "refund_item_twice" | "refund_item_unknown" | "refund_whole_only" | "refund_window_closed" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    previewRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundPreviewRequest"];
            };
        };
        responses: {
            /** @description The preview */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundPreview"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            /**
             * @description `payee_short`: Payee cannot give it back
             *
             *     `refund_exceeds_refundable`: More than can be refunded
             *
             *     `refund_nothing_left`: Nothing left to refund
             *
             *     `refund_quantity_exceeded`: More than are left of an item
             *
             *     `refund_too_soon`: Refund too soon after the last
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "payee_short" | "refund_exceeds_refundable" | "refund_nothing_left" | "refund_quantity_exceeded" | "refund_too_soon";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `amount_invalid`: Invalid amount
             *
             *     `amount_not_positive`: Amount must be positive
             *
             *     `amount_out_of_range`: Amount out of range
             *
             *     `amount_too_precise`: Amount too precise
             *
             *     `currency_mismatch`: Currencies differ
             *
             *     `currency_unknown`: Unknown currency
             *
             *     `effective_before_charge`: Refund before its charge
             *
             *     `effective_in_future`: Effective time in the future
             *
             *     `id_invalid`: Invalid id
             *
             *     `refund_count_exceeded`: Too many refunds
             *
             *     `refund_item_twice`: Item named twice
             *
             *     `refund_item_unknown`: No such item
             *
             *     `refund_whole_only`: Part of it only comes back whole
             *
             *     `refund_window_closed`: Refund window closed
             *
             *     `request_invalid`: Invalid request
             *
             *     `time_invalid`: Invalid time
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "currency_mismatch" | "currency_unknown" | "effective_before_charge" | "effective_in_future" | "id_invalid" | "refund_count_exceeded" | "refund_item_twice" | "refund_item_unknown" | "refund_whole_only" | "refund_window_closed" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a refund */
                refund: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refund */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["RefundUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    explainRefund: {
        parameters: {
            query?: {
                /** @description Language of the text; default: by Accept-Language */
                language?: "en" | "zh";
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a refund */
                refund: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            404: components["responses"]["RefundUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    simulate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationRequest"];
            };
        };
        responses: {
            /** @description The difference that the card would have made */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknown"];
            403: components["responses"]["ScopeMissing"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RateCardInvalidOrRequestInvalidOrTimeInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
}
