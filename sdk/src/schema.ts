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
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit trail, the latest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bulk refunds, newest first */
        get: operations["listBulkRefunds"];
        put?: never;
        /**
         * Begin a bulk refund: of the charges that a filter finds, or of a list whose rows follow
         * @description Nothing moves before its preview in sum was approved by somebody else. The policy of each charge decides what comes back; the approval of the whole stands for that of each row.
         */
        post: operations["createBulkRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-refunds/{bulk}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One bulk refund: preview and progress */
        get: operations["getBulkRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-refunds/{bulk}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve what was seen; two different people above an amount */
        post: operations["approveBulkRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-refunds/{bulk}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give nothing more back; what was given back stays so */
        post: operations["cancelBulkRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-refunds/{bulk}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop before the next page of rows */
        post: operations["pauseBulkRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-refunds/{bulk}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at every row: the list is complete, or things have changed */
        post: operations["previewBulkRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-refunds/{bulk}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All rows as CSV */
        get: operations["getBulkRefundResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-refunds/{bulk}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on */
        post: operations["resumeBulkRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-refunds/{bulk}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows in their order, with what became of each */
        get: operations["listBulkRefundRows"];
        put?: never;
        /**
         * Add rows to a list
         * @description In chunks of up to 5,000 rows, as JSON, NDJSON (`application/x-ndjson`) or CSV (`text/csv` with the columns `charge`, `reference`, `amount`, `currency`). `first` numbers the rows: a chunk that is sent again changes nothing.
         */
        post: operations["addBulkRefundRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk-refunds/{bulk}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back what was approved */
        post: operations["runBulkRefund"];
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
    "/v1/charges/{charge}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was claimed of the gifts of a charge */
        get: operations["getClaims"];
        put?: never;
        /** Note that a gift was claimed: it does not go back by itself any more */
        post: operations["createClaim"];
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
    "/v1/charges/{charge}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Number, secret and link of a charge’s receipt
         * @description Of a key bound to a party: what that party paid. The secret of a charge is always the same.
         */
        get: operations["getReceipt"];
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
    "/v1/debt-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done about debts, newest first */
        get: operations["listDebtEntries"];
        put?: never;
        /**
         * Take back, write off or take up again what a party owes
         * @description A write-off above the tenant’s setting is `proposed` until another person approves it.
         */
        post: operations["createDebtEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/debt-entries/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One debt entry */
        get: operations["getDebtEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/debt-entries/{entry}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Post what another person proposed */
        post: operations["approveDebtEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/debt-entries/{entry}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline what was proposed */
        post: operations["declineDebtEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What parties owe, with age, in the order in which it first began
         * @description As CSV with `format=csv` or `Accept: text/csv`: the first 10,000.
         */
        get: operations["listDebts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/debts/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed in all, by kind, currency and line */
        get: operations["sumDebts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/debts/{party}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a party owes, the refunds that made it, and what paid it back */
        get: operations["getDebt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disputes, newest first */
        get: operations["listDisputes"];
        put?: never;
        /** Note that a payment is disputed; what of it could still be refunded is reserved */
        post: operations["openDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{dispute}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One dispute */
        get: operations["getDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{dispute}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how a dispute ended; a lost one may still be won */
        post: operations["resolveDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events, newest first
         * @description Those that a webhook wanted to hear of when they happened; kept for 30 days.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gateway-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payment providers that can be set up, and the settings that each needs */
        get: operations["listGatewayKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payment providers that are set up */
        get: operations["listGateways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gateways/{gateway}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set up a payment provider, or change its settings */
        put: operations["putGateway"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Turn a payment provider on or off; its settings stay
         * @description While it is off, no payment begins through it. Refunds of what was paid through it go on.
         */
        patch: operations["updateGateway"];
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
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys, the latest first; not the keys themselves */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description With no scope that the caller lacks. What it does counts as done by who made it. Its scopes never change: for others, also those that a later version brings, make another and end this one.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{key}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an API key
         * @description Servers that hold it in memory take it for five seconds more at most. Again is no error.
         */
        post: operations["revokeApiKey"];
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
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am, and what I may do */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one’s own password
         * @description Other sessions end; this one goes on under a new cookie.
         */
        put: operations["changeOwnPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up a second factor (TOTP, RFC 6238)
         * @description In force once a first code confirms that the authenticator has the secret.
         */
        post: operations["setUpTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/totp/backup-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New backup codes; the old ones end */
        post: operations["renewBackupCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the second factor in force with its first code */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/totp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do without the second factor */
        post: operations["disableTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/{tenant}/{gateway}/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where a payment provider tells what happened; its signature is checked */
        post: operations["notifyGateway"];
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
    "/v1/parties/{party}/payout-destination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a party is paid */
        get: operations["listPayoutDestinations"];
        /**
         * Say where a party is paid
         * @description Payouts that were made already still go where they were to go.
         */
        put: operations["putPayoutDestination"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{party}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A party’s statement for a period
         * @description Days of the tenant’s time zone, `to` exclusive, by when things were entered: a statement never changes afterwards. As CSV, with `format=csv` or `Accept: text/csv`, line by line: at most 50,000 lines.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments, newest first */
        get: operations["listPayments"];
        put?: never;
        /** Open an order at a payment provider for what happened; it is charged once it is paid */
        post: operations["createPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{payment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{payment}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an order that nobody has paid */
        post: operations["closePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payment files, newest first */
        get: operations["listPayoutFiles"];
        put?: never;
        /**
         * Send all approved payouts of a currency to the bank
         * @description Those without a destination stay approved. Repeating it sends those approved since.
         */
        post: operations["createPayoutFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payout-files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A payment file as a table for the bank
         * @description It shows bank accounts; that it was read is noted in the audit trail.
         */
        get: operations["getPayoutFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payouts, newest first */
        get: operations["listPayouts"];
        put?: never;
        /**
         * Pay out a balance, or part of it
         * @description The money leaves the balance at once. Above the tenant’s setting another person has to approve it.
         */
        post: operations["createPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/payable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be paid out to a party now */
        get: operations["getPayable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in what the bank says of payouts
         * @description Each for itself, and as often as you like: one that has its end already keeps it.
         */
        post: operations["takePayoutResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{payout}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payout */
        get: operations["getPayout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{payout}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stand for a payout that another person, or the schedule, made */
        post: operations["approvePayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{payout}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call off a payout that was not sent; the money is back on the balance */
        post: operations["cancelPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{payout}/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the bank has not paid it; the money is back on the balance */
        post: operations["markPayoutFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{payout}/paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the bank has paid it */
        post: operations["markPayoutPaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/product-titles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What products and their lines are called
         * @description For lists of charges: without terms, which are for those who may read the catalog.
         */
        get: operations["listProductTitles"];
        put?: never;
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
    "/v1/receipt-lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What was charged, what came back, what can come back
         * @description With `number` and `secret`, or with `token`. In the language of `Accept-Language`.
         */
        post: operations["lookUpReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipt-lookups/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for money back, as the payer
         * @description With `number` and `secret`, or with `token`. What the refund policy declines is on the receipt that is answered, as a declined request; more than is left to come back is refused.
         */
        post: operations["askRefundByReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipt-lookups/requests/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a declined request looked at once more, as the payer
         * @description With `number` and `secret`, or with `token`. Once for each request; somebody else decides.
         */
        post: operations["appealByReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipt-lookups/requests/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in evidence that a request waits for, as the payer
         * @description With `number` and `secret`, or with `token`. A text, or where it can be seen: no files are kept. The policy then decides again, as of the time it was asked, and may give back at once.
         */
        post: operations["addEvidenceByReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipt-lookups/requests/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a request back that nobody has answered yet
         * @description With `number` and `secret`, or with `token`.
         */
        post: operations["withdrawRequestByReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliation-settings/{gateway}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a gateway is reconciled */
        get: operations["getReconciliationSettings"];
        /** Change how a gateway is reconciled */
        put: operations["putReconciliationSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reconciliations, newest first */
        get: operations["listReconciliations"];
        put?: never;
        /**
         * Download the bill of a day and hold it against our books
         * @description Answers at once; read the reconciliation until it is not running. It takes the place of an earlier one of the day.
         */
        post: operations["startReconciliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold a bill that is at hand against our books
         * @description The body is the provider’s own file, plain or packed with gzip, of any content type.
         */
        post: operations["uploadBill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{reconciliation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reconciliation with its figures */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{reconciliation}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve proposed corrections, and carry them out
         * @description Of the numbers given, of a class, or of all that are not decided; at most 200 at a time, each by itself. Large ones need somebody else than who started the reconciliation.
         */
        post: operations["approveCorrections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{reconciliation}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline proposed corrections, with a note why
         * @description Of the numbers given, of a class, or of all that are not decided; at most 200 at a time, each by itself.
         */
        post: operations["declineCorrections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{reconciliation}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What differs, each with its proposed correction
         * @description All of them as CSV with `format=csv` or `Accept: text/csv`.
         */
        get: operations["listReconciliationDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{reconciliation}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every line of the bill, and what of ours is not on it
         * @description All of them as CSV with `format=csv` or `Accept: text/csv`.
         */
        get: operations["listReconciliationLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refund requests, newest first */
        get: operations["listRefundRequests"];
        put?: never;
        /**
         * Ask for money back
         * @description The policy of the charge decides at once: it is given back, waits for evidence or approval, or is declined; a refusal by policy is a request with the status `declined`. A key bound to a party asks for what that party paid or earned.
         */
        post: operations["createRefundRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the policy would say to a request; nothing is asked yet */
        post: operations["previewRefundRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How requests are handled */
        get: operations["getRefundRequestSettings"];
        /** Change how requests are handled, from now on */
        put: operations["putRefundRequestSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many requests there are of each status */
        get: operations["summarizeRefundRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request: the decision in words, what it would move, its history */
        get: operations["getRefundRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/{request}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a declined request looked at once more, by somebody else */
        post: operations["appealRefundRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/{request}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve what was seen: the hash of the preview says what that is
         * @description `refund_preview_stale` carries the new `preview`. Not by who asked; two different people where needed.
         */
        post: operations["approveRefundRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/{request}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a request to a person, or to nobody */
        post: operations["assignRefundRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/{request}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something about a request: to each other, or so that the payer sees it */
        post: operations["commentOnRefundRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/{request}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a request, and say why */
        post: operations["declineRefundRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/{request}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show something; the policy then decides again, as of the time it was asked */
        post: operations["addEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/{request}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** State what is known of the use, or the rate of the day */
        post: operations["stateFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-requests/{request}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a request back */
        post: operations["withdrawRefundRequest"];
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
    "/v1/refunds/{refund}/execution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a refund fares at the payment provider */
        get: operations["getRefundExecution"];
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
    "/v1/refunds/{refund}/redirect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the provider send the money of an abnormal refund to your own account
         * @description For a refund that the payer’s bank did not take. You then pay the payer yourself; once the provider confirms it, the refund counts as succeeded. `processing` in the answer: it was asked, and is asked about until its end is known; where the call never arrived it becomes `abnormal` again, and can be redirected again.
         */
        post: operations["redirectRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{refund}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what became of a refund that the provider could not end
         * @description `succeeded`: the payer has it; `failed`: he has not, and everything is moved back; `ask-again`: the provider was told where to send it and is asked again.
         */
        post: operations["resolveRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/active-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people used the platform, as it was said */
        get: operations["listActiveUsers"];
        /**
         * Say how many people used the platform in a month
         * @description Recoup sees only those who pay; penetration and revenue by user go by this figure, unless more than that paid. Said again, it is corrected.
         */
        put: operations["putActiveUsers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hold every sum against the charges and refunds
         * @description Reads everything: for a large ledger, ask for it seldom.
         */
        get: operations["checkRollups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who owes what, by age
         * @description What was owed first is taken to be paid first. As CSV with `format=csv` or `Accept: text/csv`.
         */
        get: operations["getDebtReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/lines/{line}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The table of a line over any period
         * @description What happened until this moment, with the mission's own figures beside it. As CSV with `format=csv` or `Accept: text/csv`.
         */
        get: operations["getLineReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the sums of reports anew from the charges and refunds
         * @description Beside any load. Reads everything.
         */
        post: operations["rebuildRollups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was given back: by product and reason
         * @description As CSV with `format=csv` or `Accept: text/csv`.
         */
        get: operations["getRefundReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the money moves by day, week or month
         * @description Every day, week (from Monday) or month of the period is there. By day at most 800 days. As CSV with `format=csv` or `Accept: text/csv`.
         */
        get: operations["getReportSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/whole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revenue and growth by line, users, layers, funnel
         * @description As CSV with `format=csv` or `Accept: text/csv`.
         */
        get: operations["getWholeReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles, and the scopes that each gives */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sessions in force, one’s own or a user’s
         * @description Those of others need `users:read`.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{session}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a session, one’s own or a user’s
         * @description Those of others need `users:write`. Servers take it for five seconds more at most.
         */
        post: operations["revokeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/set-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a password with the token of a link */
        post: operations["setPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlement/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How debts and payouts are handled */
        get: operations["getSettlementSettings"];
        /**
         * Change how debts and payouts are handled
         * @description A changed schedule counts from tomorrow in the tenant’s time zone.
         */
        put: operations["putSettlementSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlement/settings/{party}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a party has of its own; null where it has nothing */
        get: operations["getPartySettlementSettings"];
        /** Give a party a limit, a minimum or a hold of its own, or pause its payouts */
        put: operations["putPartySettlementSettings"];
        post?: never;
        /** Let the tenant’s settings count for a party again */
        delete: operations["deletePartySettlementSettings"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the sign-in page offers */
        get: operations["getSignInOptions"];
        put?: never;
        /**
         * Sign in with email and password
         * @description Sets the session cookie, or one for the second step. Needs the header `X-Recoup-CSRF: 1`.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in at the company’s OpenID Connect issuer
         * @description Send the browser to `url`. It comes back to `returnTo` signed in, or to the sign-in page with `error`.
         */
        post: operations["signInOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step: a code of the authenticator, or a backup code */
        post: operations["signInSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["signOut"];
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
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users, in order of making */
        get: operations["listUsers"];
        put?: never;
        /**
         * Make a user, with a link that sets the password
         * @description Nobody can give a role that may do more than he may himself.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One user */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a user out from now on
         * @description Sessions end, and the keys that the user made. Other servers take them for five seconds more at most.
         */
        post: operations["disableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a user in again */
        post: operations["enableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/password-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new link that sets a user’s password; earlier ones end */
        post: operations["createPasswordLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/reset-totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take away a user’s second factor: device and backup codes are lost
         * @description Make sure by another way that it is the user who asks. Sessions end.
         */
        post: operations["resetUserTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a user another role
         * @description Keys that the user made and that may do more than the new role end with it.
         */
        post: operations["changeUserRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks, newest first */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Be told of events
         * @description Events are sent as Standard Webhooks (https://www.standardwebhooks.com): verify the signature with the `secret`, which is shown this once, answer with 2xx within 15 seconds, and drop what comes twice with the same `webhook-id`. What fails is tried ten times over three days. At most 50 webhooks.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description What is on its way to it is canceled.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook, disable or enable it
         * @description Fields that are left out stay. While it is disabled, what is on its way to it is canceled.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{webhook}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries to a webhook, newest first
         * @description Kept for 30 days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver again
         * @description One delivery, however it ended, or all that failed or were canceled since a time: the 10000 oldest of them.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret
         * @description For a while everything carries two signatures, so that the receiver can change over without a gap.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * @description An event `webhook.test`, once: what came of it is in the delivery.
         */
        post: operations["testWebhook"];
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
        /** @description Who used the platform in a month */
        ActiveUsers: {
            /** @example 2026-11 */
            month: string;
            users: number;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
        };
        ActiveUsersList: {
            data: components["schemas"]["ActiveUsers"][];
        };
        ActiveUsersRequest: {
            /** @example 2026-11 */
            month: string;
            users: number;
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
                /** @description Where clicks are paid: how often it was shown for them. Reported, never charged */
                shown?: number;
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
                /** @description Where clicks are paid: how often it was shown for them. Reported, never charged */
                shown?: number;
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
                /** @description Where clicks are paid: how often it was shown for them. Reported, never charged */
                shown?: number;
            }[];
        };
        ApiKey: {
            /**
             * @description Id of an API key
             * @example key_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            name: string;
            scopes: string[];
            /** @description The party that the key is bound to */
            party: string | null;
            /**
             * @description The actor who made it, as whom what it does counts; null: made where the database is
             * @example user usr_…
             */
            madeBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            revokedAt: string | null;
        };
        ApiKeyPage: {
            data: components["schemas"]["ApiKey"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        ApiKeyRequest: {
            /** @description What it is for */
            name: string;
            scopes: string[];
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party?: string;
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
        /** @description Something that somebody did; kept for good */
        AuditEntry: {
            /** @description A number that grows */
            id: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            /**
             * @description Who
             * @example user usr_…
             * @example key key_…
             * @example command line
             */
            actor: string;
            /**
             * @description What
             * @example role_changed
             */
            action: string;
            /** @description The id of what it was done to */
            subject: string | null;
            /** @description Values before and after, and the like */
            detail: {
                [key: string]: unknown;
            };
        };
        AuditPage: {
            data: components["schemas"]["AuditEntry"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        BackupCodes: {
            backupCodes: string[];
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
            payment?: components["schemas"]["OrderPaid"];
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
            payment?: components["schemas"]["OrderPaid"];
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
        /** @description Many refunds for one reason, approved as one */
        BulkRefund: {
            /**
             * @description Id of a bulk refund
             * @example blk_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @enum {string} */
            status: "collecting" | "previewing" | "ready" | "approved" | "running" | "paused" | "done" | "cancelled" | "failed";
            /** @enum {string} */
            source: "list" | "filter";
            filter: components["schemas"]["BulkRefundFilter"] | null;
            /**
             * @description Why it is asked back
             * @enum {string}
             */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            evidence: ("payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice")[];
            reference: string | null;
            note: string | null;
            createdBy: string;
            rows: {
                total: number;
                looked: number;
                ready: number;
                refused: number;
                refunded: number;
                failed: number;
                /** @description Ready, and neither refunded nor failed yet */
                left: number;
            };
            preview: components["schemas"]["BulkRefundPreview"] | null;
            /** @description Who has approved it */
            approvals: string[];
            failure: string | null;
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
        BulkRefundApproval: {
            previewHash: string;
        };
        /** @description Which charges: all of these hold */
        BulkRefundFilter: {
            line?: string;
            product?: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer?: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payee?: string;
            /**
             * Format: date-time
             * @description Took effect then or later
             * @example 2026-11-20T08:30:00Z
             */
            from?: string;
            /**
             * Format: date-time
             * @description Took effect before
             * @example 2026-11-20T08:30:00Z
             */
            to?: string;
        };
        BulkRefundPage: {
            data: components["schemas"]["BulkRefund"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        /** @description What all of it comes to */
        BulkRefundPreview: {
            /** @description Names this preview when it is approved */
            hash: string;
            totals: {
                currency: string;
                count: number;
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                amount: string;
            }[];
            refused: {
                title: string;
                code: string;
                count: number;
            }[];
            /** @description Accounts that have less than all of it takes from them; the 100 shortest */
            shortages: {
                account: string;
                currency: string;
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                needed: string;
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                available: string;
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                short: string;
            }[];
            /** @description How many accounts are short in all */
            shortageAccounts: number;
            /** @description How many different people must approve */
            approvals: number;
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
             * @description The payer has it already by another way (cash, the provider’s own page): no gateway is asked. Not for keys bound to a party
             * @default false
             */
            outside?: boolean;
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
        /** @description One refund of a bulk refund */
        BulkRefundRow: {
            number: number;
            charge: string | null;
            /** @description Of the charge, as it was given */
            reference: string | null;
            asked: components["schemas"]["Money"] | null;
            /** @enum {string} */
            status: "new" | "ready" | "refused" | "refunded" | "failed";
            amount: components["schemas"]["Money"] | null;
            problem: {
                code: string;
                detail: string;
            } | null;
            refund: string | null;
            /** @description How the refund stands now */
            refundStatus: string | null;
        };
        BulkRefundRowCount: {
            rows: number;
        };
        BulkRefundRowPage: {
            data: components["schemas"]["BulkRefundRow"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        BulkRefundRows: {
            rows: {
                /** @description Id of a charge, or else: */
                charge?: string;
                /**
                 * @description Your own number for it: an order, a receipt
                 * @example order-1001
                 */
                reference?: string;
                /** @description Default: as much as may come back */
                amount?: string;
                currency?: string;
            }[];
        };
        ChangedUser: {
            user: components["schemas"]["User"];
            /** @description Keys that ended with it */
            revokedKeys: string[];
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
            /** @description The order at a payment provider that paid for it; refunds go back the same way */
            payment: {
                gateway: string;
                order: string;
            } | null;
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
            payment?: components["schemas"]["OrderPaid"];
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
            payment?: components["schemas"]["OrderPaid"];
        };
        ChargePage: {
            data: components["schemas"]["Charge"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        Claim: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /**
             * @description A whole number
             * @example 3
             */
            quantity: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            claimedAt: string;
            /** @description When what nobody has claimed goes back by itself; null: it does not */
            returnsAt: string | null;
            item: components["schemas"]["Gift"];
        };
        ClaimRequest: {
            /** @description Id of the item */
            item: string;
            /**
             * @description How many; default: one
             * @example 1
             */
            quantity?: string;
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
        };
        Claims: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /** @description When what nobody has claimed goes back by itself; null: it does not */
            returnsAt: string | null;
            items: components["schemas"]["Gift"][];
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
            /**
             * @description When the slot begins: decides what comes back when it is called off
             * @example 2026-11-23T20:00:00+08:00
             */
            startsAt?: string;
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
        /** @description What a party owes in one currency */
        Debt: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party: string;
            /**
             * @description `debt` is netted from what the party earns next; `advance` was paid by the platform
             * @enum {string}
             */
            kind: "debt" | "advance";
            amount: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description When the oldest part of it came to be owed
             * @example 2026-11-20T08:30:00Z
             */
            since: string;
            ages: components["schemas"]["DebtAges"];
            lines: {
                /** @description Null: no refund made it */
                line: string | null;
                amount: components["schemas"]["Money"];
            }[];
            /** @description Written off and not taken up again */
            writtenOff: components["schemas"]["Money"];
            /** @description The most that the party may owe */
            limit: components["schemas"]["Money"] | null;
        };
        /** @description By how many days of the tenant’s time zone it has been owed */
        DebtAges: {
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            upTo30: string;
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            upTo60: string;
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            upTo90: string;
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            older: string;
        };
        DebtDetail: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party: string;
            /**
             * @description `debt` is netted from what the party earns next; `advance` was paid by the platform
             * @enum {string}
             */
            kind: "debt" | "advance";
            amount: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description When the oldest part of it came to be owed
             * @example 2026-11-20T08:30:00Z
             */
            since: string;
            ages: components["schemas"]["DebtAges"];
            lines: {
                /** @description Null: no refund made it */
                line: string | null;
                amount: components["schemas"]["Money"];
            }[];
            /** @description Written off and not taken up again */
            writtenOff: components["schemas"]["Money"];
            /** @description The most that the party may owe */
            limit: components["schemas"]["Money"] | null;
            /** @description What is still owed, oldest first: what was owed first is paid first */
            parts: {
                /** @description The refund or journal entry that made it */
                posting: string | null;
                line: string | null;
                left: components["schemas"]["Money"];
                of: components["schemas"]["Money"];
                /**
                 * Format: date-time
                 * @description RFC 3339, with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                at: string;
                /** @description Days */
                age: number;
            }[];
            /** @description Latest first */
            paidBack: {
                posting: string | null;
                kind: string;
                amount: components["schemas"]["Money"];
                /**
                 * Format: date-time
                 * @description RFC 3339, with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                at: string;
            }[];
        };
        /** @description Something done about a debt */
        DebtEntry: {
            /**
             * @description Id of a debt entry
             * @example dbt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party: string;
            /**
             * @description `debt` is netted from what the party earns next; `advance` was paid by the platform
             * @enum {string}
             */
            kind: "debt" | "advance";
            /** @enum {string} */
            action: "recoup" | "repay" | "write-off" | "restore";
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "proposed" | "posted" | "declined";
            reason: string | null;
            /** @description The payout that it was taken out of first */
            payout: string | null;
            /** @description Where it stands in the ledger, once posted */
            journalEntry: string | null;
            createdBy: string;
            decidedBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            decidedAt: string | null;
        };
        DebtEntryPage: {
            data: components["schemas"]["DebtEntry"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        DebtEntryRequest: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party: string;
            /**
             * @description `debt` is netted from what the party earns next; `advance` was paid by the platform
             * @default debt
             * @enum {string}
             */
            kind?: "debt" | "advance";
            /**
             * @description `recoup` from the balance, `repay` from outside, `write-off` as the platform’s loss, `restore` what was written off
             * @enum {string}
             */
            action: "recoup" | "repay" | "write-off" | "restore";
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Default: all of it
             * @example 100.00
             */
            amount?: string;
            /** @description For the audit trail; a write-off needs one */
            reason?: string;
        };
        DebtPage: {
            data: components["schemas"]["Debt"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        DebtReport: {
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            totals: {
                /** @enum {string} */
                kind: "debt" | "advance";
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                amount: string;
                ages: components["schemas"]["DebtAges"];
                parties: number;
            }[];
            /** @description The largest of each currency first */
            data: {
                /**
                 * @description The caller’s own id of a party
                 * @example mch_1
                 */
                party: string;
                /** @enum {string} */
                kind: "debt" | "advance";
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                amount: string;
                ages: components["schemas"]["DebtAges"];
                /**
                 * Format: date-time
                 * @description RFC 3339, with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                since: string;
            }[];
        };
        DebtSummary: {
            totals: {
                /**
                 * @description `debt` is netted from what the party earns next; `advance` was paid by the platform
                 * @enum {string}
                 */
                kind: "debt" | "advance";
                line: string | null;
                parties: number;
                amount: components["schemas"]["Money"];
                ages: components["schemas"]["DebtAges"];
            }[];
        };
        /** @description A payment that the payer’s bank takes back, or tries to */
        Dispute: {
            /**
             * @description Id of a dispute
             * @example dsp_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /** @enum {string} */
            status: "open" | "won" | "lost";
            amount: components["schemas"]["Money"];
            /** @description The part that was still refundable: no refund can give it back while the dispute is open */
            reserved: components["schemas"]["Money"];
            lost: components["schemas"]["Money"];
            reason: string | null;
            /** @description The provider’s number of it */
            reference: string | null;
            /** @description The chargeback that its loss was booked as */
            refund: string | null;
            answerBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            openedAt: string;
            resolvedAt: string | null;
        };
        DisputePage: {
            data: components["schemas"]["Dispute"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        DisputeRequest: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /** @description Default: all that was paid */
            amount?: components["schemas"]["Money"];
            /** @description What the payer’s bank says */
            reason?: string;
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            answerBy?: string;
        };
        DisputeResolution: {
            /** @enum {string} */
            outcome: "won" | "lost";
            /** @description What of it was lost; default: all of it */
            lost?: components["schemas"]["Money"];
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
        Evidence: {
            /** @enum {string} */
            kind: "payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice";
            note: string | null;
            text: string | null;
            url: string | null;
            hash: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            by: string | null;
        };
        /** @description Something shown. Files are kept by you: say where, and what their hash is */
        EvidenceRequest: {
            /** @enum {string} */
            kind: "payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice";
            /** @description What it shows */
            note?: string;
            /** @description The evidence itself, where it is a short text */
            text?: string;
            /** @description Where it is kept; never fetched */
            url?: string;
            /** @description SHA-256 of what is kept there */
            hash?: string;
        };
        /** @description Where every cent went and why */
        Explanation: {
            steps: components["schemas"]["Step"][];
            /** @description All steps, a line each */
            text: string;
        };
        /** @description A payment provider as you use it. Its settings are kept sealed and never shown */
        Gateway: {
            /**
             * @description Id of a gateway
             * @example gtw_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description What charges and payments name it by
             * @example wechatpay
             */
            name: string;
            /**
             * @description Which program speaks to it
             * @example sandbox
             * @example wechatpay
             */
            kind: string;
            enabled: boolean;
            /** @description Path at which the provider notifies; part of it is secret */
            notifyPath: string;
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
        GatewayKinds: {
            data: {
                /**
                 * @description Which program speaks to it
                 * @example sandbox
                 * @example wechatpay
                 */
                kind: string;
                /** @description JSON Schema of its settings; secrets are `writeOnly` */
                settings: {
                    [key: string]: unknown;
                };
            }[];
        };
        GatewayRequest: {
            /**
             * @description Which program speaks to it
             * @example sandbox
             * @example wechatpay
             */
            kind: string;
            /** @description What its program needs: addresses, merchant number, keys */
            settings: {
                [key: string]: unknown;
            };
            /** @default true */
            enabled?: boolean;
        };
        Gateways: {
            data: components["schemas"]["Gateway"][];
        };
        /** @description Where a gift of a charge stands */
        Gift: {
            /** @description Of the item */
            id: string;
            /**
             * @description A whole number
             * @example 3
             */
            quantity: string;
            /**
             * @description A whole number
             * @example 3
             */
            claimed: string;
            /**
             * @description A whole number
             * @example 3
             */
            returned: string;
            /**
             * @description A whole number
             * @example 3
             */
            unclaimed: string;
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
                /** @description Bought for somebody who has to claim it; what nobody claims goes back */
                gift?: boolean;
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
                /** @description Bought for somebody who has to claim it; what nobody claims goes back */
                gift?: boolean;
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
                /** @description Bought for somebody who has to claim it; what nobody claims goes back */
                gift?: boolean;
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
                /** @description Bought for somebody who has to claim it; what nobody claims goes back */
                gift?: boolean;
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
            /** @description Days or instants that it was bought for, the last one not included */
            period?: {
                from: string;
                to: string;
                zone?: string;
            };
            /** @description Calls that were bought in advance */
            pack?: {
                calls: string;
            };
            /** @description Bought for somebody who has to claim it */
            gift?: boolean;
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
        /** @description The table of a line, and the money of its products */
        LineReport: {
            title: string;
            /** @example goods */
            line: string;
            /**
             * @description A day in the tenant's time zone
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description Not included
             * @example 2026-11-01
             */
            to: string;
            /** @example Asia/Shanghai */
            timeZone: string;
            /** @description How many of it have begun: what “a day”, “a month” divide by */
            days: number;
            columns: components["schemas"]["ReportColumn"][];
            rows: {
                title: string;
                /** @example sticker */
                product: string;
                /** @description By id of the column */
                cells: {
                    [key: string]: components["schemas"]["ReportCell"];
                };
                /** @description Who paid, month by month: who paid in two months counts twice */
                payers: number;
                amounts: components["schemas"]["ReportAmounts"][];
            }[];
            kpis: (components["schemas"]["ReportColumn"] & {
                cell: components["schemas"]["ReportCell"];
            })[];
            total: components["schemas"]["ReportAmounts"][];
        };
        /** @description Who is asking */
        Me: {
            /**
             * @description As the audit trail names the caller
             * @example user usr_…
             */
            actor: string;
            user: {
                /**
                 * @description Id of a user
                 * @example usr_01kafz6y4cfy7s3rj8v5m2n9qt
                 */
                id: string;
                email: string;
                name: string;
                /**
                 * @description A name for a set of scopes
                 * @enum {string}
                 */
                role: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
                /** @description Whether a second factor is asked for */
                totp: boolean;
                hasPassword: boolean;
            } | null;
            /** @description Id of the API key; null for a person */
            key: string | null;
            /** @description The party that the caller is bound to */
            party: string | null;
            scopes: string[];
            tenant: {
                id: number;
                name: string;
                /** @example Asia/Shanghai */
                timeZone: string;
            };
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
        NewApiKey: {
            /**
             * @description Id of an API key
             * @example key_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            name: string;
            scopes: string[];
            /** @description The party that the key is bound to */
            party: string | null;
            /**
             * @description The actor who made it, as whom what it does counts; null: made where the database is
             * @example user usr_…
             */
            madeBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            revokedAt: string | null;
            /**
             * @description Shown once; only its hash is kept
             * @example rk_…
             */
            secret: string;
        };
        NewBulkRefund: {
            /**
             * @description Why it is asked back
             * @enum {string}
             */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            /** @description What is there for all of it */
            evidence?: ("payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice")[];
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
            /** @description What it is about */
            note?: string;
            filter?: components["schemas"]["BulkRefundFilter"];
        };
        /** @description By amount or by items; with neither, as much as the policy gives back */
        NewRefundRequest: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /**
             * @description Why it is asked back
             * @enum {string}
             */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            /**
             * @description In what role it is asked: needed from the platform, known of a party
             * @enum {string}
             */
            asker?: "payer" | "payee" | "guardian" | "agent" | "system";
            amount?: components["schemas"]["Money"];
            items?: components["schemas"]["RefundItemRequest"][];
            /** @description What the asker says */
            note?: string;
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
            evidence?: components["schemas"]["EvidenceRequest"][];
            /** @description Not from a party */
            use?: components["schemas"]["UseFacts"];
            /** @description Not from a party */
            rate?: components["schemas"]["ReferenceRate"];
        };
        NewRefundRequestComment: {
            /** @description What is said */
            text: string;
            /**
             * @description Default: internal; of a party: payer
             * @enum {string}
             */
            visibility?: "internal" | "payer";
        };
        OidcStart: {
            url: string;
        };
        /** @description The order at a payment provider that paid for it: refunds go back the same way */
        OrderPaid: {
            /**
             * @description Name of the gateway
             * @example wechatpay
             */
            gateway: string;
            /**
             * @description Your number of the order there
             * @example order-1001
             */
            order: string;
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
        PartySettlementSettings: {
            debts?: {
                /** @description The most that a party may owe, by currency; a refund that would pass it is refused, or advanced */
                limits?: {
                    amount: components["schemas"]["Money"];
                    /** @enum {string} */
                    beyond: "refuse" | "advance";
                }[];
            };
            payouts?: {
                paused?: boolean;
                /**
                 * @description Decimal in main units of whatever currency it is
                 * @example 1000
                 */
                minimum?: string;
                hold?: components["schemas"]["PayoutHold"];
            };
        };
        PartySettlementSettingsAnswer: {
            settings: components["schemas"]["PartySettlementSettings"] | null;
            /** @description Null: never changed */
            updatedBy: string | null;
            updatedAt: string | null;
        };
        /** @description To be handed to the user, as <console>/set-password?token=… */
        PasswordLink: {
            user: components["schemas"]["User"];
            /** @description Shown once; sets the password once */
            passwordToken: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            expiresAt: string;
        };
        PasswordSet: {
            /** @enum {string} */
            status: "password_set";
        };
        /** @description How much of a balance can be paid out, and why not more */
        Payable: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party: string;
            balance: components["schemas"]["Money"];
            /** @description Balance less holds */
            available: components["schemas"]["Money"];
            /** @description Debts and advances: taken out first */
            owed: components["schemas"]["Money"];
            /** @description Written off, and taken up again by the next payout */
            restored: components["schemas"]["Money"];
            /** @description What the party may have to give back of recent charges */
            heldBack: components["schemas"]["Money"];
            /** @description How many charges something is held back for */
            charges: number;
            paused: boolean;
            /** @description What can be paid out now, in whole minor units */
            payable: components["schemas"]["Money"];
        };
        /** @description An order at a payment provider for something that is charged once it is paid */
        Payment: {
            /**
             * @description Id of a payment
             * @example pay_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description created: not known to be at the provider; open: can be paid; paid: the money is there and not booked yet; charged; closed: ended unpaid; failed: refused by the provider
             * @enum {string}
             */
            status: "created" | "open" | "paid" | "charged" | "closed" | "failed";
            /** @example wechatpay */
            gateway: string;
            amount: components["schemas"]["Money"];
            description: string;
            /** @description What the payer’s device needs: the text of a code to be scanned, or parameters for the provider’s app */
            handle: {
                [key: string]: unknown;
            } | null;
            /** @description Your own number for it */
            reference: string | null;
            /** @description The charge that came of it */
            charge: string | null;
            /** @description Why it failed, or why what was paid could not be charged: a code */
            failure: string | null;
            paidAt: string | null;
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
        PaymentPage: {
            data: components["schemas"]["Payment"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        PaymentRequest: {
            of: {
                /** @example payments */
                line: string;
                /** @example scan-pay */
                product: string;
                event: components["schemas"]["Event"];
                /** @description Anything of yours to be kept with it */
                metadata?: {
                    [key: string]: string;
                };
            };
            /** @example wechatpay */
            gateway: string;
            /** @description A code to be scanned (default), or inside the provider’s own app as this person */
            method?: {
                /** @constant */
                kind: "native";
            } | {
                /** @constant */
                kind: "jsapi";
                openId: string;
            };
            /** @description What the payer reads on his statement */
            description: string;
            /**
             * @description Your own number for it: an order, a receipt
             * @example order-1001
             */
            reference?: string;
            /**
             * @description Seconds in which it can be paid
             * @default 900
             */
            expiresIn?: number;
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
        /** @description Earnings on their way to a party’s bank */
        Payout: {
            /**
             * @description Id of a payout
             * @example pyt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party: string;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "created" | "approved" | "sent" | "paid" | "failed" | "canceled";
            /** @description Taken out first for debts and advances */
            recovered: components["schemas"]["Money"];
            /** @description What was held back then because it may still be refunded */
            heldBack: components["schemas"]["Money"];
            /** @description How many people have to stand for it; 0: the setting asks for none */
            people: number;
            createdBy: string | null;
            approvedBy: string[];
            /** @description The bank account, as much of it as may be shown */
            destination: string | null;
            /** @description Day of the scheduled run that made it */
            run: string | null;
            /** @description The payment file that it was sent with */
            file: string | null;
            /** @description The bank’s number of it */
            reference: string | null;
            failure: string | null;
            note: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            approvedAt: string | null;
            sentAt: string | null;
            closedAt: string | null;
        };
        /** @description Where a party is paid; the number itself is never shown again */
        PayoutDestination: {
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description The bank and the last four digits
             * @example ICBC …1234
             */
            hint: string;
            updatedBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
        };
        PayoutDestinationRequest: {
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /** @description Name of the holder as the bank has it */
            holder: string;
            /** @description Number of the account, or IBAN */
            account: string;
            /** @description Name of the bank */
            bank: string;
            /** @description Branch, or its code */
            branch?: string;
        };
        PayoutDestinations: {
            data: components["schemas"]["PayoutDestination"][];
        };
        /** @description Payouts that went to the bank as one list */
        PayoutFile: {
            /**
             * @description Id of a payment file
             * @example pfl_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            payouts: number;
            total: components["schemas"]["Money"];
            createdBy: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
        };
        PayoutFilePage: {
            data: components["schemas"]["PayoutFile"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        PayoutHold: {
            /** @enum {string} */
            rule: "none";
        } | {
            /** @enum {string} */
            rule: "days" | "refund-window";
            days: number;
        };
        PayoutPage: {
            data: components["schemas"]["Payout"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        PayoutRequest: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party: string;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Default: all that can be paid out
             * @example 100.00
             */
            amount?: string;
            /** @description For people */
            note?: string;
        };
        PayoutResults: {
            results: {
                payout: string;
                result: components["schemas"]["Payout"] | null;
                /** @description Code of the problem where it was refused */
                problem: string | null;
                detail: string | null;
            }[];
        };
        PayoutResultsRequest: {
            results?: {
                /**
                 * @description Id of a payout
                 * @example pyt_01kafz6y4cfy7s3rj8v5m2n9qt
                 */
                payout: string;
                /** @enum {string} */
                outcome: "paid" | "failed";
                /**
                 * @description Your own number for it: an order, a receipt
                 * @example order-1001
                 */
                reference?: string;
                /** @description Why the bank did not pay it */
                failure?: string;
            }[];
            /** @description Instead of `results`: a table with the columns payout, outcome, reference and failure */
            csv?: string;
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
            /** @description What these models are called, in the same order */
            priceModelTitles: {
                en: string;
                zh: string;
            }[];
            /** @description Its row on the rate card in force, or on the default one, field by field for people */
            termsInWords: {
                name: {
                    en: string;
                    zh: string;
                };
                text: {
                    en: string;
                    zh: string;
                };
            }[];
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
        ProductTitleList: {
            data: {
                title: {
                    en: string;
                    zh: string;
                };
                line: string;
                id: string;
                lineTitle: {
                    en: string;
                    zh: string;
                };
            }[];
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
        /** @description What is printed for the payer */
        Receipt: {
            /** @example 1061H-3Y2QV-7K4M */
            number: string;
            /** @description Null for callers with neither `charges:write` nor `requests:write`: who has it can ask for money back */
            secret: string | null;
            /**
             * @description Where number and secret are typed in
             * @example https://pay.example.com/r
             */
            url: string;
            /** @description Opens the receipt without typing, for a QR code; null where `secret` is */
            link: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            linkEndsAt: string | null;
        };
        ReceiptAppeal: {
            /**
             * @description As printed
             * @example 1061H-3Y2QV-7K4M
             */
            number?: string;
            /**
             * @description As printed
             * @example 7KX4P-29MQT-D0VWE
             */
            secret?: string;
            /** @description Of a link or an earlier answer */
            token?: string;
            /**
             * @description Id of a refund request
             * @example req_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            request: string;
            /** @description Why */
            text: string;
        };
        /** @description With a text or an address */
        ReceiptEvidence: {
            /**
             * @description As printed
             * @example 1061H-3Y2QV-7K4M
             */
            number?: string;
            /**
             * @description As printed
             * @example 7KX4P-29MQT-D0VWE
             */
            secret?: string;
            /** @description Of a link or an earlier answer */
            token?: string;
            /**
             * @description Id of a refund request
             * @example req_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            request: string;
            /** @enum {string} */
            kind: "payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice";
            /** @description What it shows */
            note?: string;
            /** @description The evidence itself, where it is a short text */
            text?: string;
            /** @description Where it is kept; never fetched */
            url?: string;
            /** @description SHA-256 of what is kept there */
            hash?: string;
        };
        /** @description What was written or shown about a request */
        ReceiptMessage: {
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            byPayer: boolean;
            /** @enum {string} */
            kind: "message" | "evidence" | "appeal";
            /** @description What was shown; null unless `kind` is `evidence` */
            evidence: {
                code: string;
                text: string;
            } | null;
            text: string | null;
            /** @description Where what was shown can be seen */
            url: string | null;
        };
        /** @description With `number` and `secret`, or with `token`. */
        ReceiptOpening: {
            /**
             * @description As printed
             * @example 1061H-3Y2QV-7K4M
             */
            number?: string;
            /**
             * @description As printed
             * @example 7KX4P-29MQT-D0VWE
             */
            secret?: string;
            /** @description Of a link or an earlier answer */
            token?: string;
        };
        /** @description What a reason would give back if it were asked for now */
        ReceiptOption: {
            /** @description Why it would be asked back */
            reason: {
                /**
                 * @description Never renamed
                 * @enum {string}
                 */
                code: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
                text: string;
            };
            /** @description Whether asking can lead to anything */
            open: boolean;
            most: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description The last moment for asking; null: there is none
             */
            deadline: string | null;
            evidence: {
                code: string;
                text: string;
            }[];
            /** @description `most` is the best case: how much was used is still to be looked up */
            dependsOnUse: boolean;
            /** @description Somebody looks at it before it is given back */
            looked: boolean;
            /**
             * Format: date-time
             * @description Given back not before; null: at once
             */
            notBefore: string | null;
            /** @description Why nothing comes back for this reason; null: something may */
            decline: {
                code: string;
                text: string;
            } | null;
        };
        /** @description A part of what the payer paid */
        ReceiptPart: {
            /** @example principal */
            kind: string;
            /** @enum {string} */
            role: "payee" | "platform" | "exchange" | "self" | "other";
            /**
             * @description Whom it went to, in words
             * @example Noodle shop
             */
            to: string;
            amount: components["schemas"]["Money"];
        };
        /** @description By amount or by items; with neither, all that may come back */
        ReceiptRefundRequest: {
            /**
             * @description As printed
             * @example 1061H-3Y2QV-7K4M
             */
            number?: string;
            /**
             * @description As printed
             * @example 7KX4P-29MQT-D0VWE
             */
            secret?: string;
            /** @description Of a link or an earlier answer */
            token?: string;
            /** @enum {string} */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            amount?: components["schemas"]["Money"];
            items?: components["schemas"]["RefundItemRequest"][];
            /** @description What the payer has to say */
            note?: string;
        };
        /** @description What the payer asked for */
        ReceiptRequest: {
            /**
             * @description Id of a refund request
             * @example req_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @description Where it stands */
            status: {
                /**
                 * @description Never renamed
                 * @enum {string}
                 */
                code: "requested" | "needs-evidence" | "approved" | "declined" | "executing" | "done" | "failed" | "withdrawn";
                text: string;
            };
            /** @description Why it was asked */
            reason: {
                /**
                 * @description Never renamed
                 * @enum {string}
                 */
                code: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
                text: string;
            };
            amount: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description When somebody is to answer it, with or without what still has to be shown
             */
            answerBy: string | null;
            evidence: {
                code: string;
                text: string;
            }[];
            /**
             * Format: date-time
             * @description Agreed, and given back not before; null: at once, or it is not agreed
             */
            notBefore: string | null;
            /** @description Why it was declined */
            decline: {
                code: string;
                text: string;
            } | null;
            /** @description What the person who declined it wrote to the payer */
            declineText: string | null;
            /** @description It is, or was, looked at for the second and last time */
            appealed: boolean;
            messages: components["schemas"]["ReceiptMessage"][];
            /** @description Evidence can be handed in */
            mayShow: boolean;
            /** @description It can be looked at once more, by somebody else */
            mayAppeal: boolean;
            mayWithdraw: boolean;
        };
        /** @description What a payer sees of a charge */
        ReceiptView: {
            /** @example 1061H-3Y2QV-7K4M */
            number: string;
            /** @description What the payer paid */
            amount: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            chargedAt: string;
            /** @example Asia/Shanghai */
            timeZone: string;
            /** @example Payments */
            line: string;
            /** @example In-store QR payment */
            product: string;
            /** @description Number of the order, as the platform wrote it */
            reference: string | null;
            /** @description Display name of whom it was bought from */
            payee: string | null;
            parts: components["schemas"]["ReceiptPart"][];
            items: {
                id: string;
                quantity: string;
                amount: components["schemas"]["Money"];
                returned: string;
            }[];
            refunded: components["schemas"]["Money"];
            /** @description On its way back */
            pending: components["schemas"]["Money"];
            /** @description Held while the payer’s bank looks into it */
            disputed: components["schemas"]["Money"];
            /** @description What is left that can come back at all */
            refundable: components["schemas"]["Money"];
            refunds: {
                amount: components["schemas"]["Money"];
                /** @description Where it stands */
                status: {
                    /**
                     * @description Never renamed
                     * @enum {string}
                     */
                    code: "pending" | "succeeded" | "failed" | "reversed";
                    text: string;
                };
                /**
                 * Format: date-time
                 * @description RFC 3339, with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                startedAt: string;
                /**
                 * Format: date-time
                 * @description When it arrived, failed or was undone; null: it is on its way
                 */
                endedAt: string | null;
                /** @description The difference in rates, where the payer bears it */
                exchange: string[];
            }[];
            options: components["schemas"]["ReceiptOption"][];
            /** @description What a guardian can ask for, at the platform’s own service: he has to show who he is */
            guardian: components["schemas"]["ReceiptOption"] | null;
            requests: components["schemas"]["ReceiptRequest"][];
            /**
             * Format: date-time
             * @description When gifts that nobody claimed come back by themselves
             */
            giftsReturnAt: string | null;
            /** @description Opens this receipt again, in place of number and secret, until `tokenEndsAt` */
            token: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            tokenEndsAt: string;
        };
        ReceiptWithdrawal: {
            /**
             * @description As printed
             * @example 1061H-3Y2QV-7K4M
             */
            number?: string;
            /**
             * @description As printed
             * @example 7KX4P-29MQT-D0VWE
             */
            secret?: string;
            /** @description Of a link or an earlier answer */
            token?: string;
            /**
             * @description Id of a refund request
             * @example req_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            request: string;
        };
        /** @description A provider’s bill of a day held against our books */
        Reconciliation: {
            /**
             * @description Id of a reconciliation
             * @example rcn_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @example wechatpay */
            gateway: string;
            /**
             * @description Day of the bill, in its zone
             * @example 2026-11-20
             */
            date: string;
            timeZone: string;
            /** @enum {string} */
            source: "download" | "upload";
            /**
             * @description superseded: a later run of the same day counts instead
             * @enum {string}
             */
            status: "running" | "completed" | "failed" | "superseded";
            startedBy: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            startedAt: string;
            finishedAt: string | null;
            /** @description Lines of the bill, read so far */
            lines: number;
            failure: {
                code: string;
                message: string | null;
            } | null;
            /** @description The run of the same day that it took the place of */
            previous: string | null;
            changes: {
                /** @description Differences that the run before did not have */
                appeared: number;
                /** @description Differences of the run before that are none any more */
                gone: number;
            } | null;
            /** @description Counts and sums as they were found; there: on the bill, here: in our books */
            classes: {
                /**
                 * @description open: in transit, no difference; missing_there: not on the bill; missing_here: not in our books
                 * @enum {string}
                 */
                class: "matched" | "open" | "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
                /** @enum {string} */
                kind: "payment" | "refund";
                currency: string;
                count: number;
                there: {
                    amount: components["schemas"]["Money"];
                    fee: components["schemas"]["Money"];
                };
                here: {
                    amount: components["schemas"]["Money"];
                    fee: components["schemas"]["Money"];
                };
            }[];
            differences: {
                proposed: number;
                executing: number;
                done: number;
                declined: number;
                /** @description Of those that are not decided: to be looked at today */
                alerts: number;
            };
        };
        ReconciliationApproval: {
            /** @description Their numbers */
            differences?: number[];
            /** @enum {string} */
            class?: "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
            /** @description `next` of the answer before */
            after?: number;
            /** @description Why */
            note?: string;
        };
        ReconciliationDecisions: {
            data: {
                number: number;
                /**
                 * @description executing: approved, and not known to be carried out: approve it again
                 * @enum {string}
                 */
                status: "proposed" | "executing" | "done" | "declined";
                /** @description Why it stays as it was */
                problem: {
                    code: string;
                    detail: string;
                } | null;
            }[];
            /** @description Go on with it as `after`; null: that was all */
            next: number | null;
        };
        /** @description A way in which bill and books differ, and the proposed correction */
        ReconciliationDifference: {
            /** @description Within the reconciliation */
            number: number;
            /** @enum {string} */
            class: "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
            /** @description To be looked at today */
            alert: boolean;
            /**
             * @description executing: approved, and not known to be carried out: approve it again
             * @enum {string}
             */
            status: "proposed" | "executing" | "done" | "declined";
            /** @description Null: the roundings of all fees of the day together */
            line: components["schemas"]["ReconciliationLine"] | null;
            /** @description What happens once it is approved */
            correction: {
                /** @enum {string} */
                kind: "take_in_payment" | "post_refund" | "ask_provider" | "settle_refund" | "ask_again" | "book_suspense" | "book_fee" | "review";
                steps: components["schemas"]["Step"][];
                /** @description What it posts by itself; charging a payment, posting or settling a refund posts what that posts */
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
                    kind: string;
                }[];
            };
            decidedBy: string | null;
            decidedAt: string | null;
            note: string | null;
            /** @description What the last try ran into: a code */
            failure: string | null;
            result: {
                journal: string | null;
                charge: string | null;
                refund: string | null;
            };
        };
        ReconciliationDifferencePage: {
            data: components["schemas"]["ReconciliationDifference"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        /** @description A line of the bill with what we have of it, or something of ours that is not on it */
        ReconciliationLine: {
            line: number;
            /**
             * @description open: in transit, no difference; missing_there: not on the bill; missing_here: not in our books
             * @enum {string}
             */
            class: "matched" | "open" | "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
            /** @enum {string} */
            kind: "payment" | "refund";
            /** @description Our number at the provider: of the order, or of the refund */
            reference: string;
            order: string;
            there: {
                amount: components["schemas"]["Money"];
                fee: components["schemas"]["Money"] | null;
                status: string;
                providerNumber: string | null;
                /**
                 * Format: date-time
                 * @description RFC 3339, with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                at: string;
            } | null;
            here: {
                /** @description charged; pending, succeeded …: of a refund; corrected: only by corrections; else the payment’s */
                status: string;
                amount: components["schemas"]["Money"] | null;
                fee: components["schemas"]["Money"] | null;
                payment: string | null;
                charge: string | null;
                refund: string | null;
            } | null;
        };
        ReconciliationLinePage: {
            data: components["schemas"]["ReconciliationLine"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        ReconciliationPage: {
            data: components["schemas"]["Reconciliation"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        ReconciliationRefusal: {
            /** @description Their numbers */
            differences?: number[];
            /** @enum {string} */
            class?: "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
            /** @description `next` of the answer before */
            after?: number;
            /** @description Why */
            note: string;
        };
        ReconciliationRequest: {
            /** @example wechatpay */
            gateway: string;
            /**
             * @description Day of the bill in the provider’s zone
             * @example 2026-11-20
             */
            date: string;
        };
        ReconciliationSettings: {
            /** @description Whether a reconciliation is started each day */
            enabled: boolean;
            /** @description From when on a day’s bill is asked for, on the day after, in the provider’s zone */
            readyAt: string;
            /**
             * @description By how much a fee may differ beyond rounding: main units of whatever currency
             * @example 100.00
             */
            feeTolerance: string;
            /** @description Corrections above it need somebody else than who started the run; null: none does */
            twoPeopleAbove: string | null;
            /** @description How many days a pending refund may be missing on the bills before that is a difference */
            transitDays: number;
        };
        /** @description The reference rate of the day, where the policy goes by it */
        ReferenceRate: {
            /** @example USD/CNY */
            pair: string;
            /** @example 7.1 */
            rate: string;
            day: string;
            /** @description Who publishes it */
            source: string;
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
            /**
             * @description pending: a payment provider carries it; failed: nothing reached the payer and all of it was undone; reversed: a chargeback that was won after all
             * @enum {string}
             */
            status: "pending" | "succeeded" | "failed" | "reversed";
            /** @enum {string} */
            kind: "refund" | "chargeback";
            /** @description The gateway that carries it to the payer; null: given back at once */
            gateway: string | null;
            /** @description The dispute that a chargeback comes of */
            dispute: string | null;
            /** @description When it stopped being pending */
            settledAt: string | null;
            /** @description Why it failed: the provider’s code, or ours */
            failure: string | null;
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
        RefundAppeal: {
            /** @description Why */
            text: string;
        };
        RefundApproval: {
            previewHash: string;
        };
        /** @description What the policy of the charge says to a request */
        RefundDecision: {
            /** @enum {string} */
            outcome: "automatic" | "needs-approval" | "needs-evidence" | "declined";
            decline: {
                code: string;
                text: string;
            } | null;
            /** @description What the payer would get back */
            amount: components["schemas"]["Money"];
            /** @description The most that may come back now for this reason */
            most: components["schemas"]["Money"];
            deadline: string | null;
            notBefore: string | null;
            /** @description How many different people must approve */
            approvals: number;
            missingEvidence: string[];
            missingFacts: string[];
        };
        RefundDecline: {
            /** @enum {string} */
            code: "policy" | "evidence-insufficient" | "not-entitled" | "duplicate" | "suspected-abuse" | "other";
            /** @description For the asker */
            text?: string;
        };
        /** @description What a payment provider was asked for a refund, and what it said */
        RefundExecution: {
            /** @example wechatpay */
            gateway: string;
            /** @description Our number of it at the provider: the same on every retry */
            number: string;
            /** @description The order there that it gives back of */
            order: string;
            amount: components["schemas"]["Money"];
            /**
             * @description queued: not asked yet; unknown: asked, no answer, asked again; processing: accepted; abnormal: waits for your decision; closed, refused: nothing moved there
             * @enum {string}
             */
            status: "queued" | "unknown" | "processing" | "abnormal" | "succeeded" | "closed" | "refused";
            providerNumber: string | null;
            /** @description How often the provider was called */
            calls: number;
            /** @description The provider’s last word where it was no state */
            lastCode: string | null;
            lastMessage: string | null;
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
        /** @description When, by whom, for which reasons and with what evidence a charge may be given back; frozen on it */
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
            /** @description Who may ask */
            asks?: string[];
            /** @description What must be shown */
            evidence?: string[];
            /** @description Share of what would come back otherwise, "0" to "1" */
            share?: string;
            /** @description Kinds of components whose items stay */
            keeps?: string[];
            /** @description at-once, or month-end: not before the month has ended */
            opens?: string;
            /** @description How much comes back by use */
            use?: unknown;
            /** @description Above which amounts how many people approve */
            approvals?: unknown;
            /** @description At which rate, and who bears the difference */
            exchange?: unknown;
            /** @description What differs for a reason */
            reasons?: unknown;
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
            /**
             * @description The payer has it already by another way (cash, the provider’s own page): no gateway is asked. Not for keys bound to a party
             * @default false
             */
            outside?: boolean;
        };
        RefundReport: {
            /**
             * @description A day in the tenant's time zone
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description Not included
             * @example 2026-11-01
             */
            to: string;
            /** @example Asia/Shanghai */
            timeZone: string;
            products: {
                title: string;
                /** @example goods */
                line: string;
                /** @example sticker */
                product: string;
                charges: number;
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                captured: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
                refunds: number;
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                refunded: string;
                /**
                 * @description Refunded by captured
                 * @example 0.1234
                 */
                rate: string | null;
            }[];
            reasons: {
                /**
                 * @description A code, or: other (words of one’s own), unstated, chargeback
                 * @example not_received
                 */
                reason: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
                refunds: number;
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                refunded: string;
                /**
                 * @description A decimal: 0.1234 is 12.34%; null: there is nothing to divide by
                 * @example 0.1234
                 */
                share: string | null;
            }[];
            rows: {
                /** @example goods */
                line: string;
                /** @example sticker */
                product: string;
                /**
                 * @description A code, or: other (words of one’s own), unstated, chargeback
                 * @example not_received
                 */
                reason: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
                refunds: number;
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                refunded: string;
            }[];
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
            /**
             * @description The payer has it already by another way (cash, the provider’s own page): no gateway is asked. Not for keys bound to a party
             * @default false
             */
            outside?: boolean;
        };
        RefundRequestAssignment: {
            assignee: string | null;
        };
        RefundRequestComment: {
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            by: string | null;
            text: string;
            /** @enum {string} */
            visibility: "internal" | "payer";
        };
        RefundRequestEvent: {
            number: number;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            /** @description Null to a party, unless it was the party itself */
            by: string | null;
            /** @example evidence-added */
            type: string;
            from: string | null;
            /** @enum {string} */
            to: "requested" | "needs-evidence" | "approved" | "declined" | "executing" | "done" | "failed" | "withdrawn";
            detail: {
                [key: string]: unknown;
            };
        };
        RefundRequestInFull: {
            /**
             * @description Id of a refund request
             * @example req_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @enum {string} */
            status: "requested" | "needs-evidence" | "approved" | "declined" | "executing" | "done" | "failed" | "withdrawn";
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            line: string;
            product: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            payee: string | null;
            /**
             * @description In what role it is asked
             * @enum {string}
             */
            asker: "payer" | "payee" | "guardian" | "agent" | "system";
            /** @description Who asked; null to a party */
            askedBy: string | null;
            /** @description On whose behalf */
            party: string | null;
            /**
             * @description Why it is asked back
             * @enum {string}
             */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            /** @description Neither amount nor items: as much as may come back */
            asked: {
                amount?: components["schemas"]["Money"];
                items?: {
                    id: string;
                    quantity?: string;
                    amount?: components["schemas"]["Money"];
                }[];
            };
            note: string | null;
            reference: string | null;
            /** @description Kinds of evidence that are there */
            evidence: ("payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice")[];
            decision: components["schemas"]["RefundDecision"];
            /** @description Who has approved it; empty to a party */
            approvals: string[];
            decline: {
                code: string;
                text: string | null;
                /** @description `policy`, or a person; null to a party */
                by: string | null;
            } | null;
            appealed: boolean;
            /** @description Id of the user who looks after it */
            assignee: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            dueAt: string;
            overdue: boolean;
            /** @description Id of the refund */
            refund: string | null;
            /** @description Code of why it failed */
            failure: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
            closedAt: string | null;
            /** @description The latest decision in words */
            explanation: components["schemas"]["Explanation"];
            preview: components["schemas"]["RefundPreview"] | null;
            /** @description The evidence */
            shown: components["schemas"]["Evidence"][];
            history: components["schemas"]["RefundRequestEvent"][];
            comments: components["schemas"]["RefundRequestComment"][];
        };
        RefundRequestPage: {
            data: components["schemas"]["RefundRequestRecord"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        RefundRequestPreview: {
            decision: components["schemas"]["RefundDecision"];
            explanation: components["schemas"]["Explanation"];
        };
        /** @description Somebody asks for money back */
        RefundRequestRecord: {
            /**
             * @description Id of a refund request
             * @example req_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @enum {string} */
            status: "requested" | "needs-evidence" | "approved" | "declined" | "executing" | "done" | "failed" | "withdrawn";
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            line: string;
            product: string;
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            payer: string;
            payee: string | null;
            /**
             * @description In what role it is asked
             * @enum {string}
             */
            asker: "payer" | "payee" | "guardian" | "agent" | "system";
            /** @description Who asked; null to a party */
            askedBy: string | null;
            /** @description On whose behalf */
            party: string | null;
            /**
             * @description Why it is asked back
             * @enum {string}
             */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            /** @description Neither amount nor items: as much as may come back */
            asked: {
                amount?: components["schemas"]["Money"];
                items?: {
                    id: string;
                    quantity?: string;
                    amount?: components["schemas"]["Money"];
                }[];
            };
            note: string | null;
            reference: string | null;
            /** @description Kinds of evidence that are there */
            evidence: ("payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice")[];
            decision: components["schemas"]["RefundDecision"];
            /** @description Who has approved it; empty to a party */
            approvals: string[];
            decline: {
                code: string;
                text: string | null;
                /** @description `policy`, or a person; null to a party */
                by: string | null;
            } | null;
            appealed: boolean;
            /** @description Id of the user who looks after it */
            assignee: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            dueAt: string;
            overdue: boolean;
            /** @description Id of the refund */
            refund: string | null;
            /** @description Code of why it failed */
            failure: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
            closedAt: string | null;
        };
        RefundRequestSettings: {
            /** @description In which a request is to be answered */
            answerDays: number;
            /**
             * @description A bulk refund of more than this in any currency is approved by two people
             * @example 10000
             */
            bulkTwoPeopleAbove: string;
        };
        RefundRequestSummary: {
            byStatus: {
                /** @enum {string} */
                status: "requested" | "needs-evidence" | "approved" | "declined" | "executing" | "done" | "failed" | "withdrawn";
                count: number;
            }[];
            overdue: number;
            unassigned: number;
        };
        RefundResolution: {
            /** @enum {string} */
            outcome: "succeeded" | "failed" | "ask-again";
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
        /** @description The money of a period in one currency */
        ReportAmounts: {
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            charges: number;
            /**
             * @description What payers paid
             * @example 100.00
             */
            captured: string;
            refunds: number;
            /**
             * @description What they got back in the period, whenever they had paid
             * @example 100.00
             */
            refunded: string;
            /**
             * @description Refunded by captured
             * @example 0.1234
             */
            refundRate: string | null;
            /**
             * @description What the platform earned, less what refunds took back
             * @example 100.00
             */
            revenue: string;
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            grossRevenue: string;
            /**
             * @description Decimal in main units of the currency
             * @example 100.00
             */
            revenueBack: string;
            /**
             * @description What channels cost, less what refunds brought back
             * @example 100.00
             */
            cost: string;
            /**
             * @description What payees, creators, publishers … have of it, less refunds
             * @example 100.00
             */
            paidOut: string;
            /** @description Of the revenue, against as long a period right before, and the same a year earlier */
            growth: {
                /**
                 * @description A decimal: 0.1234 is 12.34%; null: there is nothing to divide by
                 * @example 0.1234
                 */
                previousPeriod: string | null;
                /**
                 * @description A decimal: 0.1234 is 12.34%; null: there is nothing to divide by
                 * @example 0.1234
                 */
                yearBefore: string | null;
            };
        };
        ReportCell: {
            /** @description Ready to be shown */
            text: string;
            /** @description A number, or a share (0.1234 is 12.34%), as a decimal */
            value: string | null;
            /** @description One for each currency */
            money: components["schemas"]["Money"][];
            /** @description The mission's own figure */
            reference: {
                text: string;
                value: string | null;
            } | null;
        };
        ReportColumn: {
            title: string;
            /** @example impressions_per_day */
            id: string;
            /** @enum {string} */
            kind: "text" | "number" | "percent" | "money";
            /** @description How it is worked out */
            note: string;
        };
        ReportSeries: {
            /**
             * @description A day in the tenant's time zone
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description Not included
             * @example 2026-11-01
             */
            to: string;
            /** @example Asia/Shanghai */
            timeZone: string;
            /** @enum {string} */
            by: "day" | "week" | "month";
            measure: string | null;
            series: {
                line: string | null;
                product: string | null;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
                points: {
                    /**
                     * @description A day in the tenant's time zone
                     * @example 2026-11-01
                     */
                    start: string;
                    charges: number;
                    /**
                     * @description Decimal in main units of the currency
                     * @example 100.00
                     */
                    captured: string;
                    refunds: number;
                    /**
                     * @description Decimal in main units of the currency
                     * @example 100.00
                     */
                    refunded: string;
                    /**
                     * @description Decimal in main units of the currency
                     * @example 100.00
                     */
                    revenue: string;
                    /**
                     * @description Decimal in main units of the currency
                     * @example 100.00
                     */
                    cost: string;
                    /**
                     * @description Decimal in main units of the currency
                     * @example 100.00
                     */
                    paidOut: string;
                    /** @description As it is counted: micros where it is money */
                    measure: string | null;
                }[];
            }[];
        };
        Role: {
            /**
             * @description A name for a set of scopes
             * @enum {string}
             */
            role: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
            scopes: string[];
        };
        RoleList: {
            data: components["schemas"]["Role"][];
        };
        RollupCheck: {
            /** @description No faults */
            ok: boolean;
            charges: number;
            refunds: number;
            /** @description That they come to */
            sums: number;
            faults: {
                code: string;
                detail: string;
            }[];
        };
        RollupRebuild: {
            charges: number;
            refunds: number;
            /** @description That they come to */
            sums: number;
        };
        Session: {
            /**
             * @description Id of a session
             * @example ses_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description Id of a user
             * @example usr_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            user: string;
            /** @description The one that asks */
            current: boolean;
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
            expiresAt: string;
            address: string | null;
            userAgent: string | null;
        };
        SessionList: {
            data: components["schemas"]["Session"][];
        };
        SettlementSettings: {
            debts: {
                /** @description The most that a party may owe, by currency; a refund that would pass it is refused, or advanced */
                limits: {
                    amount: components["schemas"]["Money"];
                    /** @enum {string} */
                    beyond: "refuse" | "advance";
                }[];
                /**
                 * @description Decimal in main units of whatever currency it is
                 * @example 1000
                 */
                writeOffTwoPeopleAbove: string;
                restoreAtPayout: boolean;
            };
            payouts: {
                schedule: {
                    /** @enum {string} */
                    every: "day" | "week" | "month";
                    day?: number;
                } | null;
                /**
                 * @description Decimal in main units of whatever currency it is
                 * @example 1000
                 */
                minimum: string;
                /**
                 * @description Decimal in main units of whatever currency it is
                 * @example 1000
                 */
                twoPeopleAbove: string;
                hold: components["schemas"]["PayoutHold"];
                /** @description Holds of single lines */
                lines: {
                    [key: string]: components["schemas"]["PayoutHold"];
                };
            };
        };
        SettlementSettingsAnswer: {
            settings: components["schemas"]["SettlementSettings"];
            /** @description Null: never changed */
            updatedBy: string | null;
            updatedAt: string | null;
        };
        /** @description What someone lacked to give back, and how it is made up */
        Shortage: {
            /** @example mch_1/balance */
            account: string;
            /** @enum {string} */
            mode: "debt" | "advance" | "reject";
            amount: components["schemas"]["Money"];
        };
        SignInOptions: {
            password: boolean;
            oidc: {
                /** @description For the button */
                name: string;
            } | null;
        };
        SignedIn: {
            /** @enum {string} */
            status: "signed_in" | "second_factor_required";
        };
        SignedOut: {
            /** @enum {string} */
            status: "signed_out";
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
        StatedFacts: {
            use?: components["schemas"]["UseFacts"];
            rate?: components["schemas"]["ReferenceRate"];
        };
        /** @description What a party’s balance was, everything that moved it, and what it was then */
        Statement: {
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party: string;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            from: string;
            to: string;
            timeZone: string;
            opening: components["schemas"]["Money"];
            sections: {
                /** @enum {string} */
                section: "charges" | "fees" | "refunds" | "debts" | "payouts" | "other";
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                in: string;
                /**
                 * @description Decimal in main units of the currency
                 * @example 100.00
                 */
                out: string;
                count: number;
            }[];
            closing: components["schemas"]["Money"];
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
        TotpSetUp: {
            /**
             * @description For a QR code
             * @example otpauth://totp/Recoup:me%40example.com?secret=…
             */
            uri: string;
            /** @description Base32, for typing where no picture can be taken */
            secret: string;
            /** @description Each works once, when the device is lost */
            backupCodes: string[];
        };
        TotpState: {
            /** @enum {string} */
            status: "totp_on" | "totp_off";
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
        /** @description What is known of how it was used; decides how much comes back */
        UseFacts: {
            /** @description Used, by item */
            items?: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            usedUntil?: string;
            /** @example 2 */
            calls?: string;
            /** @enum {string} */
            delivery?: "not-delivered" | "preview" | "delivered" | "defective";
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            notifiedAt?: string;
            period?: {
                from: string;
                to: string;
                zone?: string;
            };
        };
        /** @description A person who signs in */
        User: {
            /**
             * @description Id of a user
             * @example usr_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @example ada@example.com */
            email: string;
            name: string;
            /**
             * @description A name for a set of scopes
             * @enum {string}
             */
            role: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
            /** @description Whom a user of the role party acts for */
            party: string | null;
            /** @description Whether a second factor is asked for */
            totp: boolean;
            hasPassword: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /** @description Since when the user cannot sign in; null: can */
            disabledAt: string | null;
            lastSignInAt: string | null;
        };
        UserPage: {
            data: components["schemas"]["User"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        UserRequest: {
            email: string;
            /** @description For people */
            name: string;
            /**
             * @description A name for a set of scopes
             * @enum {string}
             */
            role: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
            /**
             * @description The caller’s own id of a party
             * @example mch_1
             */
            party?: string;
        };
        /** @description Where events are sent */
        Webhook: {
            /**
             * @description Id of a webhook
             * @example whk_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description Where events are sent: https, on the public internet unless the operator allows more
             * @example https://example.com/recoup
             */
            url: string;
            /** @description For people */
            description: string;
            /**
             * @description What it hears of
             * @example [
             *       "refund.succeeded",
             *       "refund.failed"
             *     ]
             */
            eventTypes: ("charge.created" | "refund.created" | "refund.succeeded" | "refund.failed" | "refund_request.created" | "refund_request.updated" | "dispute.opened" | "dispute.closed" | "payment.succeeded" | "payment.failed" | "debt.opened" | "debt.settled" | "payout.created" | "payout.paid" | "payout.failed" | "reconciliation.completed")[];
            /** @description It hears of this party’s events only; null: of everyone’s */
            party: string | null;
            enabled: boolean;
            /**
             * @description By hand, because it answered 410, or because nothing but failures came for five days
             * @enum {string|null}
             */
            disabledReason: "manual" | "gone" | "failing" | null;
            /** @description Since when every attempt has failed */
            failingSince: string | null;
            /** @description Until then the secret before the present one signs as well */
            previousSecretUntil: string | null;
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
        WebhookChanges: {
            /**
             * @description Where events are sent: https, on the public internet unless the operator allows more
             * @example https://example.com/recoup
             */
            url?: string;
            /** @description For people */
            description?: string;
            /**
             * @description What it hears of
             * @example [
             *       "refund.succeeded",
             *       "refund.failed"
             *     ]
             */
            eventTypes?: ("charge.created" | "refund.created" | "refund.succeeded" | "refund.failed" | "refund_request.created" | "refund_request.updated" | "dispute.opened" | "dispute.closed" | "payment.succeeded" | "payment.failed" | "debt.opened" | "debt.settled" | "payout.created" | "payout.paid" | "payout.failed" | "reconciliation.completed")[];
            /** @description Enabling begins anew: earlier failures no longer count */
            enabled?: boolean;
        };
        /** @description One event on its way to one webhook */
        WebhookDelivery: {
            /**
             * @description Id of a delivery
             * @example dlv_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description Id of a webhook
             * @example whk_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            webhook: string;
            /**
             * @description Id of an event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            event: string;
            /** @example refund.succeeded */
            type: string;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed" | "canceled";
            /** @description Since it began, or began again */
            attempts: number;
            /** @description Null when there will be none */
            nextAttemptAt: string | null;
            /** @description The last attempts, oldest first */
            log: {
                /**
                 * Format: date-time
                 * @description RFC 3339, with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                at: string;
                /** @description HTTP status; null: no answer */
                code: number | null;
                /** @description Why there was no answer: `timeout`, `address_forbidden`, `ECONNREFUSED` and the like */
                error: string | null;
                /** @description The first of what was answered */
                body: string;
                durationMs: number;
            }[];
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /** @description When it ended */
            completedAt: string | null;
        };
        WebhookDeliveryPage: {
            data: components["schemas"]["WebhookDelivery"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        /** @description Something that happened, as webhooks are told of it */
        WebhookEvent: {
            /**
             * @description Id of an event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @example refund.succeeded */
            type: string;
            /**
             * @description Id of what it happened to
             * @example rfd_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            subject: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description As it was sent */
            data: {
                [key: string]: unknown;
            };
        };
        WebhookEventPage: {
            data: components["schemas"]["WebhookEvent"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        WebhookPage: {
            data: components["schemas"]["Webhook"][];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        WebhookReplay: {
            /** @description How many deliveries */
            replayed: number;
        };
        WebhookRequest: {
            /**
             * @description Where events are sent: https, on the public internet unless the operator allows more
             * @example https://example.com/recoup
             */
            url: string;
            /** @description For people */
            description?: string;
            /**
             * @description What it hears of
             * @example [
             *       "refund.succeeded",
             *       "refund.failed"
             *     ]
             */
            eventTypes: ("charge.created" | "refund.created" | "refund.succeeded" | "refund.failed" | "refund_request.created" | "refund_request.updated" | "dispute.opened" | "dispute.closed" | "payment.succeeded" | "payment.failed" | "debt.opened" | "debt.settled" | "payout.created" | "payout.paid" | "payout.failed" | "reconciliation.completed")[];
            /**
             * @description Events of this party only
             * @example mch_1
             */
            party?: string;
        };
        /** @description A webhook with the secret that was just made for it */
        WebhookWithSecret: {
            /**
             * @description Id of a webhook
             * @example whk_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description Where events are sent: https, on the public internet unless the operator allows more
             * @example https://example.com/recoup
             */
            url: string;
            /** @description For people */
            description: string;
            /**
             * @description What it hears of
             * @example [
             *       "refund.succeeded",
             *       "refund.failed"
             *     ]
             */
            eventTypes: ("charge.created" | "refund.created" | "refund.succeeded" | "refund.failed" | "refund_request.created" | "refund_request.updated" | "dispute.opened" | "dispute.closed" | "payment.succeeded" | "payment.failed" | "debt.opened" | "debt.settled" | "payout.created" | "payout.paid" | "payout.failed" | "reconciliation.completed")[];
            /** @description It hears of this party’s events only; null: of everyone’s */
            party: string | null;
            enabled: boolean;
            /**
             * @description By hand, because it answered 410, or because nothing but failures came for five days
             * @enum {string|null}
             */
            disabledReason: "manual" | "gone" | "failing" | null;
            /** @description Since when every attempt has failed */
            failingSince: string | null;
            /** @description Until then the secret before the present one signs as well */
            previousSecretUntil: string | null;
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
            /**
             * @description Signs what is sent; shown once
             * @example whsec_…
             */
            secret: string;
        };
        /** @description The whole platform */
        WholeReport: {
            /**
             * @description A day in the tenant's time zone
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description Not included
             * @example 2026-11-01
             */
            to: string;
            /** @example Asia/Shanghai */
            timeZone: string;
            /** @description How many of it have begun: what “a day”, “a month” divide by */
            days: number;
            lines: {
                title: string;
                /** @example goods */
                line: string;
                amounts: components["schemas"]["ReportAmounts"][];
            }[];
            total: components["schemas"]["ReportAmounts"][];
            /** @description Month by month over whole months: who is there in two months counts twice */
            users: {
                /** @description First days of the calendar months that the period touches */
                months: string[];
                active: number;
                /**
                 * @description payers: for months of which no number of users, or less than those who paid, was reported, all who paid stand for them
                 * @enum {string}
                 */
                basis: "reported" | "payers" | "mixed";
                payers: number;
                /** @description Who paid more than once in a month */
                repeatPayers: number;
            };
            /** @description Revenue by active user and month, over those months */
            arpu: components["schemas"]["Money"][];
            /** @description Revenue by payer and month */
            arppu: components["schemas"]["Money"][];
            layers: {
                /** @description Who used it without paying */
                free: {
                    users: number;
                    /**
                     * @description A decimal: 0.1234 is 12.34%; null: there is nothing to divide by
                     * @example 0.1234
                     */
                    share: string | null;
                };
                paid: {
                    users: number;
                    /**
                     * @description A decimal: 0.1234 is 12.34%; null: there is nothing to divide by
                     * @example 0.1234
                     */
                    share: string | null;
                    /** @description One for each currency */
                    captured: components["schemas"]["Money"][];
                };
                /** @description What flows back to those who make, sell and publish */
                ecosystem: {
                    /** @description One for each currency */
                    paidOut: components["schemas"]["Money"][];
                    /** @description One for each currency */
                    revenue: components["schemas"]["Money"][];
                    /** @description One for each currency */
                    cost: components["schemas"]["Money"][];
                    /** @description Paid out, of what was paid out and kept */
                    share: {
                        /**
                         * @description ISO 4217 code
                         * @example CNY
                         */
                        currency: string;
                        /**
                         * @description A decimal: 0.1234 is 12.34%; null: there is nothing to divide by
                         * @example 0.1234
                         */
                        share: string | null;
                    }[];
                };
            };
            funnel: {
                title: string;
                /** @enum {string} */
                id: "quotes" | "quoted" | "charges" | "refunds" | "active" | "paying" | "repeat";
                count: number;
                /**
                 * @description Of the step that it comes from
                 * @example 0.1234
                 */
                rate: string | null;
            }[];
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
         * @description `amount_invalid`: Invalid amount
         *
         *     `amount_out_of_range`: Amount out of range
         *
         *     `amount_too_precise`: Amount too precise
         *
         *     `request_invalid`: Invalid request
         */
        AmountInvalidOrAmountOutOfRangeOrAmountTooPreciseOrRequestInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "amount_invalid" | "amount_out_of_range" | "amount_too_precise" | "request_invalid";
                };
            };
        };
        /**
         * @description `approver_same`: A second person must approve
         *
         *     `csrf_refused`: Not sent by our own page
         *
         *     `scope_missing`: Not allowed
         */
        ApproverSameOrCsrfRefusedOrScopeMissing: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "approver_same" | "csrf_refused" | "scope_missing";
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
        /** @description `bulk_refund_closed`: Not possible as it stands */
        BulkRefundClosed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "bulk_refund_closed";
                };
            };
        };
        /** @description `bulk_refund_unknown`: Unknown bulk refund */
        BulkRefundUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "bulk_refund_unknown";
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
        /** @description `csrf_refused`: Not sent by our own page */
        CsrfRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "csrf_refused";
                };
            };
        };
        /**
         * @description `csrf_refused`: Not sent by our own page
         *
         *     `password_refused`: Password wrong
         *
         *     `session_needed`: For people only
         */
        CsrfRefusedOrPasswordRefusedOrSessionNeeded: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "csrf_refused" | "password_refused" | "session_needed";
                };
            };
        };
        /**
         * @description `csrf_refused`: Not sent by our own page
         *
         *     `role_beyond_own`: More than you may do yourself
         *
         *     `scope_missing`: Not allowed
         */
        CsrfRefusedOrRoleBeyondOwnOrScopeMissing: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "csrf_refused" | "role_beyond_own" | "scope_missing";
                };
            };
        };
        /**
         * @description `csrf_refused`: Not sent by our own page
         *
         *     `scope_missing`: Not allowed
         */
        CsrfRefusedOrScopeMissing: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "csrf_refused" | "scope_missing";
                };
            };
        };
        /**
         * @description `csrf_refused`: Not sent by our own page
         *
         *     `session_needed`: For people only
         */
        CsrfRefusedOrSessionNeeded: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "csrf_refused" | "session_needed";
                };
            };
        };
        /**
         * @description `csrf_refused`: Not sent by our own page
         *
         *     `user_disabled`: User disabled
         */
        CsrfRefusedOrUserDisabled: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "csrf_refused" | "user_disabled";
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
         * @description `cursor_invalid`: Invalid cursor
         *
         *     `request_invalid`: Invalid request
         *
         *     `time_invalid`: Invalid time
         */
        CursorInvalidOrRequestInvalidOrTimeInvalid: {
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
        /** @description `debt_entry_unknown`: Unknown debt entry */
        DebtEntryUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "debt_entry_unknown";
                };
            };
        };
        /** @description `dispute_unknown`: Unknown dispute */
        DisputeUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "dispute_unknown";
                };
            };
        };
        /** @description `gateway_unknown`: Unknown gateway */
        GatewayUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "gateway_unknown";
                };
            };
        };
        /**
         * @description `gateway_unknown`: Unknown gateway
         *
         *     `hold_unknown`: No such hold
         *
         *     `party_unknown`: No such party
         *
         *     `quote_unknown`: No such quote
         */
        GatewayUnknownOrHoldUnknownOrPartyUnknownOrQuoteUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "gateway_unknown" | "hold_unknown" | "party_unknown" | "quote_unknown";
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
         * @description `id_invalid`: Invalid id
         *
         *     `request_invalid`: Invalid request
         *
         *     `time_invalid`: Invalid time
         */
        IdInvalidOrRequestInvalidOrTimeInvalid: {
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
        /** @description `idempotency_conflict`: Idempotency key used before */
        IdempotencyConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "idempotency_conflict";
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
         *
         *     `session_ended`: Not signed in
         */
        KeyMissingOrKeyUnknownOrSessionEnded: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "key_missing" | "key_unknown" | "session_ended";
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
         * @description `password_unfit`: Password unfit
         *
         *     `request_invalid`: Invalid request
         */
        PasswordUnfitOrRequestInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "password_unfit" | "request_invalid";
                };
            };
        };
        /** @description `payout_status`: Not possible in this state */
        PayoutStatus: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "payout_status";
                };
            };
        };
        /** @description `payout_unknown`: Unknown payout */
        PayoutUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "payout_unknown";
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
        /**
         * @description `rate_limited`: Too many requests
         *
         *     `sign_in_limited`: Too many tries to sign in
         */
        RateLimitedOrSignInLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "rate_limited" | "sign_in_limited";
                };
            };
        };
        /** @description `receipt_link_ended`: This link has ended */
        ReceiptLinkEnded: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "receipt_link_ended";
                };
            };
        };
        /**
         * @description `receipt_number_mistyped`: Number mistyped
         *
         *     `receipt_secret_mistyped`: Secret mistyped
         *
         *     `request_invalid`: Invalid request
         */
        ReceiptNumberMistypedOrReceiptSecretMistypedOrRequestInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "receipt_number_mistyped" | "receipt_secret_mistyped" | "request_invalid";
                };
            };
        };
        /** @description `receipt_refused`: No such receipt */
        ReceiptRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "receipt_refused";
                };
            };
        };
        /**
         * @description `receipt_refused`: No such receipt
         *
         *     `receipt_request_unknown`: No such request
         */
        ReceiptRefusedOrReceiptRequestUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "receipt_refused" | "receipt_request_unknown";
                };
            };
        };
        /** @description `reconciliation_unknown`: Unknown reconciliation */
        ReconciliationUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "reconciliation_unknown";
                };
            };
        };
        /**
         * @description `refund_request_appealed`: Appealed already
         *
         *     `refund_request_closed`: Not possible as it stands
         *
         *     `refund_request_events_many`: History full
         */
        RefundRequestAppealedOrRefundRequestClosedOrRefundRequestEventsMany: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "refund_request_appealed" | "refund_request_closed" | "refund_request_events_many";
                };
            };
        };
        /**
         * @description `refund_request_closed`: Not possible as it stands
         *
         *     `refund_request_events_many`: History full
         */
        RefundRequestClosedOrRefundRequestEventsMany: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "refund_request_closed" | "refund_request_events_many";
                };
            };
        };
        /** @description `refund_request_unknown`: Unknown refund request */
        RefundRequestUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "refund_request_unknown";
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
        /** @description `report_period_invalid`: Not a period */
        ReportPeriodInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "report_period_invalid";
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
        /** @description `shutting_down`: Shutting down */
        ShuttingDown: {
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
        /** @description `sign_in_limited`: Too many tries to sign in */
        SignInLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "sign_in_limited";
                };
            };
        };
        /** @description `totp_off_already`: Second factor is off */
        TotpOffAlready: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "totp_off_already";
                };
            };
        };
        /** @description `user_unknown`: No such user */
        UserUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "user_unknown";
                };
            };
        };
        /**
         * @description `webhook_delivery_unknown`: No such delivery
         *
         *     `webhook_unknown`: No such webhook
         */
        WebhookDeliveryUnknownOrWebhookUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "webhook_delivery_unknown" | "webhook_unknown";
                };
            };
        };
        /** @description `webhook_unknown`: No such webhook */
        WebhookUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "webhook_unknown";
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
            503: components["responses"]["ShuttingDown"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
                purpose: "external" | "balance" | "wallet" | "budget" | "revenue" | "cost" | "fees" | "debt" | "advance" | "position" | "privacy" | "disclosed" | "clearing" | "suspense" | "payouts" | "losses" | "funding";
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
                purpose: "external" | "balance" | "wallet" | "budget" | "revenue" | "cost" | "fees" | "debt" | "advance" | "position" | "privacy" | "disclosed" | "clearing" | "suspense" | "payouts" | "losses" | "funding";
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["AccountUnknown"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description As in the entries */
                actor?: string;
                /** @description As in the entries */
                action?: string;
                /** @description An id */
                subject?: string;
                /** @description RFC 3339, with an offset */
                from?: string;
                /** @description RFC 3339, with an offset */
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
            /** @description A page of entries */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalidOrTimeInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listBulkRefunds: {
        parameters: {
            query?: {
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
            /** @description A page */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefundPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createBulkRefund: {
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
                "application/json": components["schemas"]["NewBulkRefund"];
            };
        };
        responses: {
            /** @description Begun by an earlier request with the same key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefund"];
                };
            };
            /** @description Begun */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefund"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RequestInvalidOrTimeInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a bulk refund */
                bulk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulk refund */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefund"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["BulkRefundUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    approveBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a bulk refund */
                bulk: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRefundApproval"];
            };
        };
        responses: {
            /** @description The bulk refund */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefund"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            /**
             * @description `approval_own`: Somebody else must approve
             *
             *     `csrf_refused`: Not sent by our own page
             *
             *     `scope_missing`: Not allowed
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "approval_own" | "csrf_refused" | "scope_missing";
                    };
                };
            };
            404: components["responses"]["BulkRefundUnknown"];
            /**
             * @description `approval_twice`: Approved already
             *
             *     `bulk_refund_closed`: Not possible as it stands
             *
             *     `refund_preview_stale`: The preview no longer holds
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "approval_twice" | "bulk_refund_closed" | "refund_preview_stale";
                        preview?: components["schemas"]["RefundPreview"];
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `bulk_refund_empty`: Nothing to give back
             *
             *     `id_invalid`: Invalid id
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
                        code?: "bulk_refund_empty" | "id_invalid" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    cancelBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a bulk refund */
                bulk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulk refund */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefund"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["BulkRefundUnknown"];
            409: components["responses"]["BulkRefundClosed"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    pauseBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a bulk refund */
                bulk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulk refund */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefund"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["BulkRefundUnknown"];
            409: components["responses"]["BulkRefundClosed"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    previewBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a bulk refund */
                bulk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulk refund */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefund"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["BulkRefundUnknown"];
            409: components["responses"]["BulkRefundClosed"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getBulkRefundResults: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a bulk refund */
                bulk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line a row */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["BulkRefundUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    resumeBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a bulk refund */
                bulk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulk refund */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefund"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["BulkRefundUnknown"];
            409: components["responses"]["BulkRefundClosed"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listBulkRefundRows: {
        parameters: {
            query?: {
                status?: "new" | "ready" | "refused" | "refunded" | "failed";
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
                /** @description Id of a bulk refund */
                bulk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefundRowPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["BulkRefundUnknown"];
            422: components["responses"]["CursorInvalidOrIdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    addBulkRefundRows: {
        parameters: {
            query: {
                /** @description Number of the first row of the chunk */
                first: number;
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a bulk refund */
                bulk: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRefundRows"];
            };
        };
        responses: {
            /** @description How many rows there are */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefundRowCount"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["BulkRefundUnknown"];
            /**
             * @description `bulk_refund_closed`: Not possible as it stands
             *
             *     `bulk_refund_rows_gap`: Rows are missing in between
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "bulk_refund_closed" | "bulk_refund_rows_gap";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `bulk_refund_too_large`: Too many rows
             *
             *     `bulk_row_invalid`: Row makes no sense
             *
             *     `id_invalid`: Invalid id
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
                        code?: "bulk_refund_too_large" | "bulk_row_invalid" | "id_invalid" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    runBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a bulk refund */
                bulk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulk refund */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefund"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["BulkRefundUnknown"];
            409: components["responses"]["BulkRefundClosed"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
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
                /** @description A reference, or the number of a receipt as it is printed */
                find?: string;
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalidOrTimeInvalid"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["GatewayUnknownOrHoldUnknownOrPartyUnknownOrQuoteUnknown"];
            /**
             * @description `gateway_disabled`: Gateway disabled
             *
             *     `hold_closed`: Hold is closed
             *
             *     `idempotency_conflict`: Idempotency key used before
             *
             *     `insufficient_funds`: Insufficient funds
             *
             *     `order_charged`: Order charged already
             *
             *     `quote_used`: Quote already charged
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "gateway_disabled" | "hold_closed" | "idempotency_conflict" | "insufficient_funds" | "order_charged" | "quote_used";
                    };
                };
            };
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
             *     `balance_out_of_range`: Balance out of range
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
                        code?: "account_path_invalid" | "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "choice_unknown" | "currency_mismatch" | "currency_unknown" | "draft_invalid" | "effective_in_future" | "event_invalid" | "hold_exceeded" | "hold_other_account" | "id_invalid" | "line_unknown" | "merchant_category_missing" | "price_input_invalid" | "price_input_missing" | "price_outside_band" | "product_not_priced" | "product_unknown" | "rate_invalid" | "request_invalid" | "time_invalid";
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["GatewayUnknownOrHoldUnknownOrPartyUnknownOrQuoteUnknown"];
            /**
             * @description `gateway_disabled`: Gateway disabled
             *
             *     `hold_closed`: Hold is closed
             *
             *     `idempotency_conflict`: Idempotency key used before
             *
             *     `insufficient_funds`: Insufficient funds
             *
             *     `order_charged`: Order charged already
             *
             *     `quote_used`: Quote already charged
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "gateway_disabled" | "hold_closed" | "idempotency_conflict" | "insufficient_funds" | "order_charged" | "quote_used";
                    };
                };
            };
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
             *     `balance_out_of_range`: Balance out of range
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
                        code?: "account_path_invalid" | "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "choice_unknown" | "currency_mismatch" | "currency_unknown" | "draft_invalid" | "effective_in_future" | "event_invalid" | "hold_exceeded" | "hold_other_account" | "id_invalid" | "line_unknown" | "merchant_category_missing" | "price_input_invalid" | "price_input_missing" | "price_outside_band" | "product_not_priced" | "product_unknown" | "rate_invalid" | "request_invalid" | "time_invalid";
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getClaims: {
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
            /** @description Its gifts */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claims"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer, however often it is sent */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a charge */
                charge: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimRequest"];
            };
        };
        responses: {
            /** @description Claimed by an earlier request with the same key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            /** @description Claimed */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            /**
             * @description `claim_exceeds`: More than is left to claim
             *
             *     `idempotency_conflict`: Idempotency key used before
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "claim_exceeds" | "idempotency_conflict";
                    };
                };
            };
            /** @description `claim_closed`: Too late to claim */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "claim_closed";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `claim_not_gift`: Not a gift
             *
             *     `id_invalid`: Invalid id
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
                        code?: "claim_not_gift" | "id_invalid" | "request_invalid";
                    };
                };
            };
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getReceipt: {
        parameters: {
            query?: {
                /** @description For how long the link opens the receipt */
                linkDays?: number;
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
            /** @description To be printed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            422: components["responses"]["IdInvalidOrRequestInvalidOrTimeInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listDebtEntries: {
        parameters: {
            query?: {
                /** @description The caller’s own id of a party */
                party?: string;
                status?: "proposed" | "posted" | "declined";
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
            /** @description A page of entries */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtEntryPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createDebtEntry: {
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
                "application/json": components["schemas"]["DebtEntryRequest"];
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
                    "application/json": components["schemas"]["DebtEntry"];
                };
            };
            /** @description Posted, or proposed */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtEntry"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /**
             * @description `debt_exceeded`: More than is owed
             *
             *     `debt_none`: Nothing owed
             *
             *     `debt_restore_exceeded`: More than was written off
             *
             *     `idempotency_conflict`: Idempotency key used before
             *
             *     `insufficient_funds`: Insufficient funds
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "debt_exceeded" | "debt_none" | "debt_restore_exceeded" | "idempotency_conflict" | "insufficient_funds";
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
             *     `balance_out_of_range`: Balance out of range
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
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getDebtEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a debt entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtEntry"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["DebtEntryUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    approveDebtEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a debt entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtEntry"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["ApproverSameOrCsrfRefusedOrScopeMissing"];
            404: components["responses"]["DebtEntryUnknown"];
            /**
             * @description `debt_entry_closed`: Already decided
             *
             *     `debt_exceeded`: More than is owed
             *
             *     `debt_none`: Nothing owed
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "debt_entry_closed" | "debt_exceeded" | "debt_none";
                    };
                };
            };
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    declineDebtEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a debt entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtEntry"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["DebtEntryUnknown"];
            /** @description `debt_entry_closed`: Already decided */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "debt_entry_closed";
                    };
                };
            };
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listDebts: {
        parameters: {
            query?: {
                /** @description The caller’s own id of a party */
                party?: string;
                /** @description `debt` is netted from what the party earns next; `advance` was paid by the platform */
                kind?: "debt" | "advance";
                /** @description ISO 4217 code */
                currency?: string;
                /** @description Default: by Accept */
                format?: "json" | "csv";
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
            /** @description A page of debts */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    sumDebts: {
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
            /** @description The totals */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtSummary"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getDebt: {
        parameters: {
            query: {
                /** @description ISO 4217 code */
                currency: string;
                /** @description `debt` is netted from what the party earns next; `advance` was paid by the platform */
                kind?: "debt" | "advance";
            };
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
            /** @description The debt */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtDetail"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /** @description `debt_none`: Nothing owed */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "debt_none";
                    };
                };
            };
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                /** @description Id of a charge */
                charge?: string;
                status?: "open" | "won" | "lost";
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
            /** @description A page of disputes */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputePage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrIdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    openDispute: {
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
                "application/json": components["schemas"]["DisputeRequest"];
            };
        };
        responses: {
            /** @description Opened by an earlier request with the same key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description Opened */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            409: components["responses"]["IdempotencyConflict"];
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
             *     `dispute_exceeds_captured`: Disputed more than was paid
             *
             *     `id_invalid`: Invalid id
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
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "currency_mismatch" | "dispute_exceeds_captured" | "id_invalid" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a dispute */
                dispute: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dispute */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["DisputeUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    resolveDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a dispute */
                dispute: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeResolution"];
            };
        };
        responses: {
            /** @description The dispute */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["DisputeUnknown"];
            /**
             * @description `dispute_refund_pending`: A refund is on its way
             *
             *     `dispute_resolved`: Dispute already resolved
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "dispute_refund_pending" | "dispute_resolved";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `amount_invalid`: Invalid amount
             *
             *     `amount_out_of_range`: Amount out of range
             *
             *     `amount_too_precise`: Amount too precise
             *
             *     `currency_mismatch`: Currencies differ
             *
             *     `dispute_lost_exceeds`: Lost more than was disputed
             *
             *     `id_invalid`: Invalid id
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
                        code?: "amount_invalid" | "amount_out_of_range" | "amount_too_precise" | "currency_mismatch" | "dispute_lost_exceeds" | "id_invalid" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                type?: string;
                /** @description Id of what it happened to */
                subject?: string;
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
            /** @description A page of events */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEventPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of an event */
                event: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEvent"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /** @description `event_unknown`: No such event */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "event_unknown";
                    };
                };
            };
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listGatewayKinds: {
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
            /** @description All of them */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayKinds"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listGateways: {
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
            /** @description All of them */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateways"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    putGateway: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description What charges and payments name it by */
                gateway: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatewayRequest"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            /** @description Set up */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `gateway_kind_unknown`: Unknown kind of gateway
             *
             *     `gateway_settings_invalid`: Invalid gateway settings
             *
             *     `party_id_invalid`: Invalid party id
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
                        code?: "gateway_kind_unknown" | "gateway_settings_invalid" | "party_id_invalid" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    updateGateway: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description What charges and payments name it by */
                gateway: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["GatewayUnknown"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RequestInvalid"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
             *     `balance_out_of_range`: Balance out of range
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
                        code?: "account_path_invalid" | "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "currency_mismatch" | "currency_unknown" | "request_invalid";
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
             *     `balance_out_of_range`: Balance out of range
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
                        code?: "account_path_invalid" | "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "currency_mismatch" | "currency_unknown" | "effective_in_future" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
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
            /** @description A page of keys */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createApiKey: {
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
                "application/json": components["schemas"]["ApiKeyRequest"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            /**
             * @description `csrf_refused`: Not sent by our own page
             *
             *     `scope_beyond_own`: More than you may do yourself
             *
             *     `scope_missing`: Not allowed
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "csrf_refused" | "scope_beyond_own" | "scope_missing";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `party_id_invalid`: Invalid party id
             *
             *     `request_invalid`: Invalid request
             *
             *     `scope_not_for_party`: Scope not for a party’s key
             *
             *     `scope_unknown`: No such scope
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "party_id_invalid" | "request_invalid" | "scope_not_for_party" | "scope_unknown";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of an API key */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /** @description `api_key_unknown`: No such key */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "api_key_unknown";
                    };
                };
            };
            422: components["responses"]["IdInvalidOrRequestInvalid"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["RequestInvalidOrTimeInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getMe: {
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
            /** @description The caller */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    changeOwnPassword: {
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
                "application/json": {
                    currentPassword: string;
                    /** @description 12 to 128 characters */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordSet"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrPasswordRefusedOrSessionNeeded"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["PasswordUnfitOrRequestInvalid"];
            429: components["responses"]["RateLimitedOrSignInLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    setUpTotp: {
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
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description The secret, shown once */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSetUp"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrPasswordRefusedOrSessionNeeded"];
            /** @description `totp_on_already`: Second factor is on */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "totp_on_already";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimitedOrSignInLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    renewBackupCodes: {
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
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Shown once */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupCodes"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrPasswordRefusedOrSessionNeeded"];
            409: components["responses"]["TotpOffAlready"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimitedOrSignInLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    confirmTotp: {
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
                "application/json": {
                    /**
                     * @description What the authenticator shows now
                     * @example 123456
                     */
                    code: string;
                };
            };
        };
        responses: {
            /** @description In force */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpState"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrSessionNeeded"];
            409: components["responses"]["TotpOffAlready"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `request_invalid`: Invalid request
             *
             *     `totp_refused`: Code wrong
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "request_invalid" | "totp_refused";
                    };
                };
            };
            429: components["responses"]["RateLimitedOrSignInLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    disableTotp: {
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
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Off */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpState"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrPasswordRefusedOrSessionNeeded"];
            409: components["responses"]["TotpOffAlready"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimitedOrSignInLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    notifyGateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
                /** @description What charges and payments name it by */
                gateway: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken; what the provider wants to read */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description `notification_invalid`: Notification not believed */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "notification_invalid";
                    };
                };
            };
            404: components["responses"]["GatewayUnknown"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["RequestInvalid"];
            500: components["responses"]["InternalError"];
            /**
             * @description `gateway_unavailable`: Provider not available
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
                        code?: "gateway_unavailable" | "shutting_down";
                    };
                };
            };
        };
    };
    listParties: {
        parameters: {
            query?: {
                /** @description What the party mainly is */
                kind?: "consumer" | "merchant" | "advertiser" | "publisher" | "creator" | "developer" | "company" | "carrier" | "channel" | "campaign" | "population" | "platform";
                /** @description Part of a name or an id, in any case */
                search?: string;
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
    listPayoutDestinations: {
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
            /** @description By currency */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutDestinations"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["PartyUnknown"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    putPayoutDestination: {
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
                "application/json": components["schemas"]["PayoutDestinationRequest"];
            };
        };
        responses: {
            /** @description As much of it as may be shown */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutDestination"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `party_id_invalid`: Invalid party id
             *
             *     `payout_destination_invalid`: Not a bank account
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
                        code?: "party_id_invalid" | "payout_destination_invalid" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getStatement: {
        parameters: {
            query: {
                /** @description ISO 4217 code */
                currency: string;
                from: string;
                to: string;
                format?: "json" | "csv";
            };
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
            /** @description The statement */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["ReportPeriodInvalid"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["PartyUnknown"];
            /**
             * @description `request_invalid`: Invalid request
             *
             *     `statement_too_long`: Statement too long
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "request_invalid" | "statement_too_long";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listPayments: {
        parameters: {
            query?: {
                status?: "created" | "open" | "paid" | "charged" | "closed" | "failed";
                gateway?: string;
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
            /** @description A page of payments */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createPayment: {
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
                "application/json": components["schemas"]["PaymentRequest"];
            };
        };
        responses: {
            /** @description Opened by an earlier request with the same key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description Opened */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["GatewayUnknownOrHoldUnknownOrPartyUnknownOrQuoteUnknown"];
            /**
             * @description `gateway_disabled`: Gateway disabled
             *
             *     `hold_closed`: Hold is closed
             *
             *     `idempotency_conflict`: Idempotency key used before
             *
             *     `insufficient_funds`: Insufficient funds
             *
             *     `order_charged`: Order charged already
             *
             *     `quote_used`: Quote already charged
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "gateway_disabled" | "hold_closed" | "idempotency_conflict" | "insufficient_funds" | "order_charged" | "quote_used";
                    };
                };
            };
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
             *     `balance_out_of_range`: Balance out of range
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
             *     `gateway_refused`: Refused by the provider
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
             *     `payment_amount_zero`: Nothing to pay
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
                        code?: "account_path_invalid" | "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "choice_unknown" | "currency_mismatch" | "currency_unknown" | "draft_invalid" | "effective_in_future" | "event_invalid" | "gateway_refused" | "hold_exceeded" | "hold_other_account" | "id_invalid" | "line_unknown" | "merchant_category_missing" | "payment_amount_zero" | "price_input_invalid" | "price_input_missing" | "price_outside_band" | "product_not_priced" | "product_unknown" | "rate_invalid" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            /**
             * @description `database_busy`: Database busy
             *
             *     `database_unavailable`: Database not available
             *
             *     `gateway_unavailable`: Provider not available
             *
             *     `outcome_unknown`: Outcome unknown
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
                        code?: "database_busy" | "database_unavailable" | "gateway_unavailable" | "outcome_unknown" | "shutting_down";
                    };
                };
            };
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a payment */
                payment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payment */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /** @description `payment_unknown`: Unknown payment */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "payment_unknown";
                    };
                };
            };
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    closePayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a payment */
                payment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payment */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /**
             * @description `gateway_unknown`: Unknown gateway
             *
             *     `payment_unknown`: Unknown payment
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "gateway_unknown" | "payment_unknown";
                    };
                };
            };
            /** @description `payment_not_open`: Payment not open */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "payment_not_open";
                    };
                };
            };
            /**
             * @description `gateway_refused`: Refused by the provider
             *
             *     `id_invalid`: Invalid id
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
                        code?: "gateway_refused" | "id_invalid" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            /**
             * @description `database_busy`: Database busy
             *
             *     `database_unavailable`: Database not available
             *
             *     `gateway_unavailable`: Provider not available
             *
             *     `outcome_unknown`: Outcome unknown
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
                        code?: "database_busy" | "database_unavailable" | "gateway_unavailable" | "outcome_unknown" | "shutting_down";
                    };
                };
            };
        };
    };
    listPayoutFiles: {
        parameters: {
            query?: {
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
            /** @description A page of files */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutFilePage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createPayoutFile: {
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
                "application/json": {
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
            };
        };
        responses: {
            /** @description Sent */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutFile"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /** @description `payout_file_empty`: Nothing to send */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "payout_file_empty";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getPayoutFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a payment file */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /** @description `payout_file_unknown`: Unknown payment file */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "payout_file_unknown";
                    };
                };
            };
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listPayouts: {
        parameters: {
            query?: {
                /** @description The caller’s own id of a party */
                party?: string;
                status?: "created" | "approved" | "sent" | "paid" | "failed" | "canceled";
                /** @description Id of a payment file */
                file?: string;
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
            /** @description A page of payouts */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrIdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createPayout: {
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
                "application/json": components["schemas"]["PayoutRequest"];
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
                    "application/json": components["schemas"]["Payout"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /**
             * @description `idempotency_conflict`: Idempotency key used before
             *
             *     `payout_below_minimum`: Less than the minimum
             *
             *     `payout_exceeds_payable`: More than can be paid out
             *
             *     `payout_nothing`: Nothing to pay out
             *
             *     `payouts_paused`: Payouts are paused
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "idempotency_conflict" | "payout_below_minimum" | "payout_exceeds_payable" | "payout_nothing" | "payouts_paused";
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
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "currency_unknown" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getPayable: {
        parameters: {
            query: {
                /** @description The caller’s own id of a party */
                party: string;
                /** @description ISO 4217 code */
                currency: string;
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
            /** @description The figures */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payable"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["PartyUnknown"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    takePayoutResults: {
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
                "application/json": components["schemas"]["PayoutResultsRequest"];
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutResults"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `payout_results_invalid`: Results can not be read
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
                        code?: "payout_results_invalid" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getPayout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a payout */
                payout: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payout */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["PayoutUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    approvePayout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a payout */
                payout: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payout */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["ApproverSameOrCsrfRefusedOrScopeMissing"];
            404: components["responses"]["PayoutUnknown"];
            409: components["responses"]["PayoutStatus"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    cancelPayout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a payout */
                payout: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payout */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["PayoutUnknown"];
            409: components["responses"]["PayoutStatus"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    markPayoutFailed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a payout */
                payout: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why */
                    failure: string;
                    /**
                     * @description Your own number for it: an order, a receipt
                     * @example order-1001
                     */
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description The payout */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["PayoutUnknown"];
            409: components["responses"]["PayoutStatus"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    markPayoutPaid: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a payout */
                payout: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Your own number for it: an order, a receipt
                     * @example order-1001
                     */
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description The payout */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["PayoutUnknown"];
            409: components["responses"]["PayoutStatus"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listProductTitles: {
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
                    "application/json": components["schemas"]["ProductTitleList"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["RateCardUnknown"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    lookUpReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptOpening"];
            };
        };
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            404: components["responses"]["ReceiptRefused"];
            410: components["responses"]["ReceiptLinkEnded"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["ReceiptNumberMistypedOrReceiptSecretMistypedOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            /**
             * @description `database_busy`: Database busy
             *
             *     `database_unavailable`: Database not available
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
                        code?: "database_busy" | "database_unavailable" | "shutting_down";
                    };
                };
            };
        };
    };
    askRefundByReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer, however often it is sent */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptRefundRequest"];
            };
        };
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            404: components["responses"]["ReceiptRefused"];
            /**
             * @description `idempotency_conflict`: Idempotency key used before
             *
             *     `refund_exceeds_refundable`: More than can be refunded
             *
             *     `refund_requests_many`: Too many requests for one charge
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "idempotency_conflict" | "refund_exceeds_refundable" | "refund_requests_many";
                    };
                };
            };
            410: components["responses"]["ReceiptLinkEnded"];
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
             *     `receipt_number_mistyped`: Number mistyped
             *
             *     `receipt_secret_mistyped`: Secret mistyped
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
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "currency_mismatch" | "receipt_number_mistyped" | "receipt_secret_mistyped" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    appealByReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptAppeal"];
            };
        };
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            404: components["responses"]["ReceiptRefusedOrReceiptRequestUnknown"];
            409: components["responses"]["RefundRequestAppealedOrRefundRequestClosedOrRefundRequestEventsMany"];
            410: components["responses"]["ReceiptLinkEnded"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["ReceiptNumberMistypedOrReceiptSecretMistypedOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    addEvidenceByReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptEvidence"];
            };
        };
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            404: components["responses"]["ReceiptRefusedOrReceiptRequestUnknown"];
            409: components["responses"]["RefundRequestClosedOrRefundRequestEventsMany"];
            410: components["responses"]["ReceiptLinkEnded"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["ReceiptNumberMistypedOrReceiptSecretMistypedOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    withdrawRequestByReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptWithdrawal"];
            };
        };
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            404: components["responses"]["ReceiptRefusedOrReceiptRequestUnknown"];
            409: components["responses"]["RefundRequestClosedOrRefundRequestEventsMany"];
            410: components["responses"]["ReceiptLinkEnded"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["ReceiptNumberMistypedOrReceiptSecretMistypedOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getReconciliationSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                gateway: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationSettings"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    putReconciliationSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                gateway: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationSettings"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationSettings"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["GatewayUnknown"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["AmountInvalidOrAmountOutOfRangeOrAmountTooPreciseOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listReconciliations: {
        parameters: {
            query?: {
                gateway?: string;
                /** @description superseded: a later run of the same day counts instead */
                status?: "running" | "completed" | "failed" | "superseded";
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
            /** @description A page of them */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    startReconciliation: {
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
                "application/json": components["schemas"]["ReconciliationRequest"];
            };
        };
        responses: {
            /** @description Under way */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["GatewayUnknown"];
            /** @description `reconciliation_running`: Reconciliation under way */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "reconciliation_running";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `reconciliation_date_invalid`: Not a day with a bill
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
                        code?: "reconciliation_date_invalid" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    uploadBill: {
        parameters: {
            query: {
                gateway: string;
                /** @description Day of the bill in the provider’s zone */
                date: string;
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The provider’s own file of that day, at most 512 MiB */
        requestBody: {
            content: {
                "application/octet-stream": Blob;
                "text/csv": Blob;
                "application/gzip": Blob;
            };
        };
        responses: {
            /** @description What came of it */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description `body_invalid`: Unreadable body */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "body_invalid";
                    };
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["GatewayUnknown"];
            /**
             * @description `reconciliation_not_completed`: Reconciliation not completed
             *
             *     `reconciliation_running`: Reconciliation under way
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "reconciliation_not_completed" | "reconciliation_running";
                    };
                };
            };
            /**
             * @description `bill_gzip_invalid`: Packed bill damaged
             *
             *     `bill_refused`: Bill refused
             *
             *     `reconciliation_date_invalid`: Not a day with a bill
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
                        code?: "bill_gzip_invalid" | "bill_refused" | "reconciliation_date_invalid" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getReconciliation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a reconciliation */
                reconciliation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reconciliation */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ReconciliationUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    approveCorrections: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a reconciliation */
                reconciliation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationApproval"];
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDecisions"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ReconciliationUnknown"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    declineCorrections: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a reconciliation */
                reconciliation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationRefusal"];
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDecisions"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ReconciliationUnknown"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listReconciliationDifferences: {
        parameters: {
            query?: {
                class?: "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
                /** @description executing: approved, and not known to be carried out: approve it again */
                status?: "proposed" | "executing" | "done" | "declined";
                /** @description Language of the text; default: by Accept-Language */
                language?: "en" | "zh";
                /** @description Default: by Accept */
                format?: "json" | "csv";
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
                /** @description Id of a reconciliation */
                reconciliation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDifferencePage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ReconciliationUnknown"];
            422: components["responses"]["CursorInvalidOrIdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listReconciliationLines: {
        parameters: {
            query?: {
                /** @description open: in transit, no difference; missing_there: not on the bill; missing_here: not in our books */
                class?: "matched" | "open" | "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
                /** @description Default: by Accept */
                format?: "json" | "csv";
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
                /** @description Id of a reconciliation */
                reconciliation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationLinePage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ReconciliationUnknown"];
            422: components["responses"]["CursorInvalidOrIdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listRefundRequests: {
        parameters: {
            query?: {
                line?: string;
                product?: string;
                /** @description Id of a user */
                assignee?: string;
                status?: "requested" | "needs-evidence" | "approved" | "declined" | "executing" | "done" | "failed" | "withdrawn";
                /** @description Why it is asked back */
                reason?: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
                /** @description In what role it is asked */
                asker?: "payer" | "payee" | "guardian" | "agent" | "system";
                /** @description Id of a charge */
                charge?: string;
                overdue?: "true";
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
            /** @description A page */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrIdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createRefundRequest: {
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
                "application/json": components["schemas"]["NewRefundRequest"];
            };
        };
        responses: {
            /** @description Asked by an earlier request with the same key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            /** @description Asked */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            /**
             * @description `debt_limit_exceeded`: Payee would owe too much
             *
             *     `idempotency_conflict`: Idempotency key used before
             *
             *     `payee_short`: Payee cannot give it back
             *
             *     `refund_exceeds_refundable`: More than can be refunded
             *
             *     `refund_nothing_left`: Nothing left to refund
             *
             *     `refund_quantity_exceeded`: More than are left of an item
             *
             *     `refund_requests_many`: Too many requests for one charge
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
                        code?: "debt_limit_exceeded" | "idempotency_conflict" | "payee_short" | "refund_exceeds_refundable" | "refund_nothing_left" | "refund_quantity_exceeded" | "refund_requests_many" | "refund_too_soon";
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
             *     `balance_out_of_range`: Balance out of range
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
             *     `price_input_invalid`: Price input refused
             *
             *     `refund_count_exceeded`: Too many refunds
             *
             *     `refund_evidence_many`: Too much evidence at once
             *
             *     `refund_item_twice`: Item named twice
             *
             *     `refund_item_unknown`: No such item
             *
             *     `refund_rate_missing`: Reference rate missing
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
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "currency_mismatch" | "currency_unknown" | "effective_before_charge" | "effective_in_future" | "id_invalid" | "price_input_invalid" | "refund_count_exceeded" | "refund_evidence_many" | "refund_item_twice" | "refund_item_unknown" | "refund_rate_missing" | "refund_whole_only" | "refund_window_closed" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    previewRefundRequest: {
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
                "application/json": components["schemas"]["NewRefundRequest"];
            };
        };
        responses: {
            /** @description The decision, with its reasons */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestPreview"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            /**
             * @description `debt_limit_exceeded`: Payee would owe too much
             *
             *     `idempotency_conflict`: Idempotency key used before
             *
             *     `payee_short`: Payee cannot give it back
             *
             *     `refund_exceeds_refundable`: More than can be refunded
             *
             *     `refund_nothing_left`: Nothing left to refund
             *
             *     `refund_quantity_exceeded`: More than are left of an item
             *
             *     `refund_requests_many`: Too many requests for one charge
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
                        code?: "debt_limit_exceeded" | "idempotency_conflict" | "payee_short" | "refund_exceeds_refundable" | "refund_nothing_left" | "refund_quantity_exceeded" | "refund_requests_many" | "refund_too_soon";
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
             *     `balance_out_of_range`: Balance out of range
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
             *     `price_input_invalid`: Price input refused
             *
             *     `refund_count_exceeded`: Too many refunds
             *
             *     `refund_evidence_many`: Too much evidence at once
             *
             *     `refund_item_twice`: Item named twice
             *
             *     `refund_item_unknown`: No such item
             *
             *     `refund_rate_missing`: Reference rate missing
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
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "currency_mismatch" | "currency_unknown" | "effective_before_charge" | "effective_in_future" | "id_invalid" | "price_input_invalid" | "refund_count_exceeded" | "refund_evidence_many" | "refund_item_twice" | "refund_item_unknown" | "refund_rate_missing" | "refund_whole_only" | "refund_window_closed" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getRefundRequestSettings: {
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
            /** @description The settings */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestSettings"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    putRefundRequestSettings: {
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
                "application/json": components["schemas"]["RefundRequestSettings"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestSettings"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["AmountInvalidOrAmountOutOfRangeOrAmountTooPreciseOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    summarizeRefundRequests: {
        parameters: {
            query?: {
                line?: string;
                product?: string;
                /** @description Id of a user */
                assignee?: string;
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
            /** @description Counts */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestSummary"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a refund request */
                request: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestInFull"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["RefundRequestUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    appealRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a refund request */
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundAppeal"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["RefundRequestUnknown"];
            409: components["responses"]["RefundRequestAppealedOrRefundRequestClosedOrRefundRequestEventsMany"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    approveRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a refund request */
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundApproval"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            /**
             * @description `appeal_same_person`: Somebody else must decide the appeal
             *
             *     `approval_own`: Somebody else must approve
             *
             *     `csrf_refused`: Not sent by our own page
             *
             *     `refund_asker_not_allowed`: Somebody else must ask
             *
             *     `scope_missing`: Not allowed
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "appeal_same_person" | "approval_own" | "csrf_refused" | "refund_asker_not_allowed" | "scope_missing";
                    };
                };
            };
            /**
             * @description `charge_unknown`: No such charge
             *
             *     `refund_request_unknown`: Unknown refund request
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "charge_unknown" | "refund_request_unknown";
                    };
                };
            };
            /**
             * @description `approval_twice`: Approved already
             *
             *     `debt_limit_exceeded`: Payee would owe too much
             *
             *     `payee_short`: Payee cannot give it back
             *
             *     `refund_exceeds_refundable`: More than can be refunded
             *
             *     `refund_not_open_yet`: Too early to give back
             *
             *     `refund_nothing_left`: Nothing left to refund
             *
             *     `refund_preview_stale`: The preview no longer holds
             *
             *     `refund_quantity_exceeded`: More than are left of an item
             *
             *     `refund_request_changed`: Changed meanwhile
             *
             *     `refund_request_closed`: Not possible as it stands
             *
             *     `refund_request_events_many`: History full
             *
             *     `refund_request_incomplete`: Something is missing
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
                        code?: "approval_twice" | "debt_limit_exceeded" | "payee_short" | "refund_exceeds_refundable" | "refund_not_open_yet" | "refund_nothing_left" | "refund_preview_stale" | "refund_quantity_exceeded" | "refund_request_changed" | "refund_request_closed" | "refund_request_events_many" | "refund_request_incomplete" | "refund_too_soon";
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
             *     `balance_out_of_range`: Balance out of range
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
             *     `price_input_invalid`: Price input refused
             *
             *     `refund_count_exceeded`: Too many refunds
             *
             *     `refund_exceeds_policy`: More than the policy gives back
             *
             *     `refund_item_twice`: Item named twice
             *
             *     `refund_item_unknown`: No such item
             *
             *     `refund_rate_missing`: Reference rate missing
             *
             *     `refund_reason_not_accepted`: Not given back for this reason
             *
             *     `refund_used_up`: Used up
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
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "currency_mismatch" | "currency_unknown" | "effective_before_charge" | "effective_in_future" | "id_invalid" | "price_input_invalid" | "refund_count_exceeded" | "refund_exceeds_policy" | "refund_item_twice" | "refund_item_unknown" | "refund_rate_missing" | "refund_reason_not_accepted" | "refund_used_up" | "refund_whole_only" | "refund_window_closed" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    assignRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a refund request */
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequestAssignment"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /**
             * @description `refund_request_unknown`: Unknown refund request
             *
             *     `user_unknown`: No such user
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "refund_request_unknown" | "user_unknown";
                    };
                };
            };
            409: components["responses"]["RefundRequestClosedOrRefundRequestEventsMany"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    commentOnRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a refund request */
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRefundRequestComment"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["RefundRequestUnknown"];
            409: components["responses"]["RefundRequestClosedOrRefundRequestEventsMany"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    declineRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a refund request */
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundDecline"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            /**
             * @description `appeal_same_person`: Somebody else must decide the appeal
             *
             *     `csrf_refused`: Not sent by our own page
             *
             *     `scope_missing`: Not allowed
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "appeal_same_person" | "csrf_refused" | "scope_missing";
                    };
                };
            };
            404: components["responses"]["RefundRequestUnknown"];
            409: components["responses"]["RefundRequestClosedOrRefundRequestEventsMany"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    addEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a refund request */
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceRequest"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["RefundRequestUnknown"];
            409: components["responses"]["RefundRequestClosedOrRefundRequestEventsMany"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    stateFacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a refund request */
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatedFacts"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["RefundRequestUnknown"];
            409: components["responses"]["RefundRequestClosedOrRefundRequestEventsMany"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `id_invalid`: Invalid id
             *
             *     `price_input_invalid`: Price input refused
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
                        code?: "id_invalid" | "price_input_invalid" | "request_invalid" | "time_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    withdrawRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a refund request */
                request: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["RefundRequestUnknown"];
            409: components["responses"]["RefundRequestClosedOrRefundRequestEventsMany"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
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
                status?: "pending" | "succeeded" | "failed" | "reversed";
                /** @description How it fares at the payment provider: abnormal ones wait for you */
                execution?: "queued" | "unknown" | "processing" | "abnormal" | "succeeded" | "closed" | "refused";
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            /**
             * @description `debt_limit_exceeded`: Payee would owe too much
             *
             *     `idempotency_conflict`: Idempotency key used before
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
                        code?: "debt_limit_exceeded" | "idempotency_conflict" | "payee_short" | "refund_exceeds_refundable" | "refund_nothing_left" | "refund_preview_stale" | "refund_quantity_exceeded" | "refund_too_soon";
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
             *     `balance_out_of_range`: Balance out of range
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
             *     `refund_rate_missing`: Reference rate missing
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
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "currency_mismatch" | "currency_unknown" | "effective_before_charge" | "effective_in_future" | "id_invalid" | "refund_count_exceeded" | "refund_item_twice" | "refund_item_unknown" | "refund_rate_missing" | "refund_whole_only" | "refund_window_closed" | "request_invalid" | "time_invalid";
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            /**
             * @description `debt_limit_exceeded`: Payee would owe too much
             *
             *     `idempotency_conflict`: Idempotency key used before
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
                        code?: "debt_limit_exceeded" | "idempotency_conflict" | "payee_short" | "refund_exceeds_refundable" | "refund_nothing_left" | "refund_preview_stale" | "refund_quantity_exceeded" | "refund_too_soon";
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
             *     `balance_out_of_range`: Balance out of range
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
             *     `refund_rate_missing`: Reference rate missing
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
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "currency_mismatch" | "currency_unknown" | "effective_before_charge" | "effective_in_future" | "id_invalid" | "refund_count_exceeded" | "refund_item_twice" | "refund_item_unknown" | "refund_rate_missing" | "refund_whole_only" | "refund_window_closed" | "request_invalid" | "time_invalid";
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["ChargeUnknown"];
            /**
             * @description `debt_limit_exceeded`: Payee would owe too much
             *
             *     `payee_short`: Payee cannot give it back
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
                        code?: "debt_limit_exceeded" | "payee_short" | "refund_exceeds_refundable" | "refund_nothing_left" | "refund_quantity_exceeded" | "refund_too_soon";
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
             *     `balance_out_of_range`: Balance out of range
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
             *     `refund_rate_missing`: Reference rate missing
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
                        code?: "amount_invalid" | "amount_not_positive" | "amount_out_of_range" | "amount_too_precise" | "balance_out_of_range" | "currency_mismatch" | "currency_unknown" | "effective_before_charge" | "effective_in_future" | "id_invalid" | "refund_count_exceeded" | "refund_item_twice" | "refund_item_unknown" | "refund_rate_missing" | "refund_whole_only" | "refund_window_closed" | "request_invalid" | "time_invalid";
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["RefundUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getRefundExecution: {
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
            /** @description What was asked and said */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundExecution"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /**
             * @description `refund_not_through_gateway`: Not through a gateway
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
                        code?: "refund_not_through_gateway" | "refund_unknown";
                    };
                };
            };
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["RefundUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    redirectRefund: {
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
            /** @description How it stands at the provider */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundExecution"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /**
             * @description `gateway_unknown`: Unknown gateway
             *
             *     `refund_not_through_gateway`: Not through a gateway
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
                        code?: "gateway_unknown" | "refund_not_through_gateway" | "refund_unknown";
                    };
                };
            };
            /**
             * @description `refund_not_abnormal`: Refund needs no decision
             *
             *     `refund_not_pending`: Refund not pending
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "refund_not_abnormal" | "refund_not_pending";
                    };
                };
            };
            /**
             * @description `gateway_refused`: Refused by the provider
             *
             *     `id_invalid`: Invalid id
             *
             *     `refund_redirect_unsupported`: Provider cannot send it elsewhere
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
                        code?: "gateway_refused" | "id_invalid" | "refund_redirect_unsupported" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            /**
             * @description `database_busy`: Database busy
             *
             *     `database_unavailable`: Database not available
             *
             *     `gateway_unavailable`: Provider not available
             *
             *     `outcome_unknown`: Outcome unknown
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
                        code?: "database_busy" | "database_unavailable" | "gateway_unavailable" | "outcome_unknown" | "shutting_down";
                    };
                };
            };
        };
    };
    resolveRefund: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundResolution"];
            };
        };
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
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["RefundUnknown"];
            /** @description `refund_not_pending`: Refund not pending */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "refund_not_pending";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listActiveUsers: {
        parameters: {
            query: {
                from: string;
                to: string;
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
            /** @description Months for which it was said */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveUsersList"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    putActiveUsers: {
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
                "application/json": components["schemas"]["ActiveUsersRequest"];
            };
        };
        responses: {
            /** @description As it stands now */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveUsers"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `effective_in_future`: Effective time in the future
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
                        code?: "effective_in_future" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    checkRollups: {
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
                    "application/json": components["schemas"]["RollupCheck"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getDebtReport: {
        parameters: {
            query?: {
                /** @description How many debts to name */
                limit?: number;
                /** @description Default: by Accept */
                format?: "json" | "csv";
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
            /** @description The report */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtReport"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getLineReport: {
        parameters: {
            query: {
                /** @description A day in the tenant's time zone */
                from: string;
                /** @description Not included */
                to: string;
                /** @description Language of the text; default: by Accept-Language */
                language?: "en" | "zh";
                /** @description Default: by Accept */
                format?: "json" | "csv";
            };
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                line: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineReport"];
                };
            };
            400: components["responses"]["ReportPeriodInvalid"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /** @description `line_report_unknown`: No such report */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "line_report_unknown";
                    };
                };
            };
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    rebuildRollups: {
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
            /** @description What they were made of */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollupRebuild"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getRefundReport: {
        parameters: {
            query: {
                /** @description A day in the tenant's time zone */
                from: string;
                /** @description Not included */
                to: string;
                /** @description Language of the text; default: by Accept-Language */
                language?: "en" | "zh";
                /** @description Default: by Accept */
                format?: "json" | "csv";
                line?: string;
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
            /** @description The report */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundReport"];
                };
            };
            400: components["responses"]["ReportPeriodInvalid"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /**
             * @description `line_unknown`: No such line
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
                        code?: "line_unknown" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getReportSeries: {
        parameters: {
            query: {
                /** @description A day in the tenant's time zone */
                from: string;
                /** @description Not included */
                to: string;
                /** @description Default: by Accept */
                format?: "json" | "csv";
                by?: "day" | "week" | "month";
                line?: string;
                product?: string;
                /** @description What is told apart */
                group?: "none" | "line" | "product";
                /** @description One more figure that a line counts: impressions */
                measure?: string;
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
            /** @description The series */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportSeries"];
                };
            };
            400: components["responses"]["ReportPeriodInvalid"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /**
             * @description `line_unknown`: No such line
             *
             *     `product_unknown`: No such product
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
                        code?: "line_unknown" | "product_unknown" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getWholeReport: {
        parameters: {
            query: {
                /** @description A day in the tenant's time zone */
                from: string;
                /** @description Not included */
                to: string;
                /** @description Language of the text; default: by Accept-Language */
                language?: "en" | "zh";
                /** @description Default: by Accept */
                format?: "json" | "csv";
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
            /** @description The report */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeReport"];
                };
            };
            400: components["responses"]["ReportPeriodInvalid"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listRoles: {
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
            /** @description All of them */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Id of a user */
                user?: string;
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
            /** @description The latest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            /**
             * @description `csrf_refused`: Not sent by our own page
             *
             *     `scope_missing`: Not allowed
             *
             *     `session_needed`: For people only
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "csrf_refused" | "scope_missing" | "session_needed";
                    };
                };
            };
            404: components["responses"]["UserUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a session */
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session as it was */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrRoleBeyondOwnOrScopeMissing"];
            /** @description `session_unknown`: No such session */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "session_unknown";
                    };
                };
            };
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /** @description 12 to 128 characters */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Set; sessions have ended */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordSet"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            403: components["responses"]["CsrfRefused"];
            /** @description `password_token_invalid`: Link used or expired */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "password_token_invalid";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["PasswordUnfitOrRequestInvalid"];
            429: components["responses"]["SignInLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getSettlementSettings: {
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
            /** @description The settings */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementSettingsAnswer"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    putSettlementSettings: {
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
                "application/json": components["schemas"]["SettlementSettings"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementSettingsAnswer"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `amount_invalid`: Invalid amount
             *
             *     `amount_out_of_range`: Amount out of range
             *
             *     `amount_too_precise`: Amount too precise
             *
             *     `currency_unknown`: Unknown currency
             *
             *     `request_invalid`: Invalid request
             *
             *     `settlement_settings_invalid`: Settings not understood
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "amount_invalid" | "amount_out_of_range" | "amount_too_precise" | "currency_unknown" | "request_invalid" | "settlement_settings_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getPartySettlementSettings: {
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
            /** @description The settings */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartySettlementSettingsAnswer"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    putPartySettlementSettings: {
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
                "application/json": components["schemas"]["PartySettlementSettings"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartySettlementSettingsAnswer"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `amount_invalid`: Invalid amount
             *
             *     `amount_out_of_range`: Amount out of range
             *
             *     `amount_too_precise`: Amount too precise
             *
             *     `currency_unknown`: Unknown currency
             *
             *     `party_id_invalid`: Invalid party id
             *
             *     `request_invalid`: Invalid request
             *
             *     `settlement_settings_invalid`: Settings not understood
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "amount_invalid" | "amount_out_of_range" | "amount_too_precise" | "currency_unknown" | "party_id_invalid" | "request_invalid" | "settlement_settings_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    deletePartySettlementSettings: {
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
            /** @description None of its own */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartySettlementSettingsAnswer"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getSignInOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways in */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOptions"];
                };
            };
            500: components["responses"]["InternalError"];
            503: components["responses"]["ShuttingDown"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Signed in, or asked for the second factor */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            /** @description `sign_in_refused`: Sign-in refused */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "sign_in_refused";
                    };
                };
            };
            403: components["responses"]["CsrfRefusedOrUserDisabled"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["SignInLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    signInOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A page of the console
                     * @example /console/
                     */
                    returnTo?: string;
                };
            };
        };
        responses: {
            /** @description Where to go */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcStart"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            403: components["responses"]["CsrfRefused"];
            /** @description `oidc_off`: No company sign-in */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "oidc_off";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RequestInvalid"];
            500: components["responses"]["InternalError"];
            /**
             * @description `database_busy`: Database busy
             *
             *     `database_unavailable`: Database not available
             *
             *     `oidc_unreachable`: Company sign-in not reachable
             *
             *     `outcome_unknown`: Outcome unknown
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
                        code?: "database_busy" | "database_unavailable" | "oidc_unreachable" | "outcome_unknown" | "shutting_down";
                    };
                };
            };
        };
    };
    signInSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What the authenticator shows now
                     * @example 123456
                     */
                    code?: string;
                    backupCode?: string;
                };
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            /**
             * @description `second_factor_expired`: Sign in again
             *
             *     `second_factor_refused`: Code refused
             */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "second_factor_expired" | "second_factor_refused";
                    };
                };
            };
            403: components["responses"]["CsrfRefusedOrUserDisabled"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RequestInvalid"];
            429: components["responses"]["SignInLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    signOut: {
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
            /** @description Signed out */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrSessionNeeded"];
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
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["RateCardInvalidOrRequestInvalidOrTimeInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description A name for a set of scopes */
                role?: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
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
            /** @description A page of users */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createUser: {
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
                "application/json": components["schemas"]["UserRequest"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLink"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrRoleBeyondOwnOrScopeMissing"];
            /** @description `email_taken`: Email taken */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "email_taken";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `email_invalid`: Invalid email
             *
             *     `party_id_invalid`: Invalid party id
             *
             *     `party_needed`: Party missing
             *
             *     `party_not_for_role`: Party not for this role
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
                        code?: "email_invalid" | "party_id_invalid" | "party_needed" | "party_not_for_role" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a user */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["UserUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    disableUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a user */
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Leave the keys in force that the user made; default: those end that do not fit */
                    keepKeys?: boolean;
                };
            };
        };
        responses: {
            /** @description Disabled */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedUser"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrRoleBeyondOwnOrScopeMissing"];
            404: components["responses"]["UserUnknown"];
            /**
             * @description `last_admin`: Last administrator
             *
             *     `user_disabled_already`: User is disabled
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "last_admin" | "user_disabled_already";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    enableUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a user */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Enabled */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrRoleBeyondOwnOrScopeMissing"];
            404: components["responses"]["UserUnknown"];
            /** @description `user_active_already`: User is not disabled */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "user_active_already";
                    };
                };
            };
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createPasswordLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a user */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link’s token */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLink"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrRoleBeyondOwnOrScopeMissing"];
            404: components["responses"]["UserUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    resetUserTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a user */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The password alone signs in */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrRoleBeyondOwnOrScopeMissing"];
            404: components["responses"]["UserUnknown"];
            409: components["responses"]["TotpOffAlready"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    changeUserRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a user */
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A name for a set of scopes
                     * @enum {string}
                     */
                    role: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
                    /**
                     * @description The caller’s own id of a party
                     * @example mch_1
                     */
                    party?: string;
                    /** @description Leave the keys in force that the user made; default: those end that do not fit */
                    keepKeys?: boolean;
                };
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedUser"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrRoleBeyondOwnOrScopeMissing"];
            404: components["responses"]["UserUnknown"];
            /** @description `last_admin`: Last administrator */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "last_admin";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `id_invalid`: Invalid id
             *
             *     `party_id_invalid`: Invalid party id
             *
             *     `party_needed`: Party missing
             *
             *     `party_not_for_role`: Party not for this role
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
                        code?: "id_invalid" | "party_id_invalid" | "party_needed" | "party_not_for_role" | "request_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
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
            /** @description A page of webhooks */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            422: components["responses"]["CursorInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    createWebhook: {
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
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            /** @description `webhook_limit_reached`: Too many webhooks */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "webhook_limit_reached";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `request_invalid`: Invalid request
             *
             *     `webhook_url_invalid`: Address not allowed
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "request_invalid" | "webhook_url_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["WebhookUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of a webhook
                         * @example whk_01kafz6y4cfy7s3rj8v5m2n9qt
                         */
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["WebhookUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChanges"];
            };
        };
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["WebhookUnknown"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            /**
             * @description `id_invalid`: Invalid id
             *
             *     `request_invalid`: Invalid request
             *
             *     `webhook_url_invalid`: Address not allowed
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "id_invalid" | "request_invalid" | "webhook_url_invalid";
                    };
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                status?: "pending" | "succeeded" | "failed" | "canceled";
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
                /** @description Id of a webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["WebhookUnknown"];
            422: components["responses"]["CursorInvalidOrIdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a webhook */
                webhook: string;
                /** @description Id of a delivery */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["WebhookDeliveryUnknownOrWebhookUnknown"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of a delivery
                     * @example dlv_01kafz6y4cfy7s3rj8v5m2n9qt
                     */
                    delivery: string;
                } | {
                    /**
                     * Format: date-time
                     * @description RFC 3339, with an offset
                     * @example 2026-11-20T08:30:00Z
                     */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Begun again */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplay"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["WebhookDeliveryUnknownOrWebhookUnknown"];
            /**
             * @description `webhook_delivery_pending`: Delivery is under way
             *
             *     `webhook_disabled`: Webhook is disabled
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "webhook_delivery_pending" | "webhook_disabled";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalidOrTimeInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How long the old secret signs as well
                     * @default 86400
                     */
                    overlapSeconds?: number;
                };
            };
        };
        responses: {
            /** @description The webhook with its new secret */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["BodyInvalidOrBodyTooDeep"];
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["WebhookUnknown"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["MediaTypeUnsupported"];
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a webhook */
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, which begins at once */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            401: components["responses"]["KeyMissingOrKeyUnknownOrSessionEnded"];
            403: components["responses"]["CsrfRefusedOrScopeMissing"];
            404: components["responses"]["WebhookUnknown"];
            /** @description `webhook_disabled`: Webhook is disabled */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "webhook_disabled";
                    };
                };
            };
            422: components["responses"]["IdInvalidOrRequestInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["DatabaseBusyOrDatabaseUnavailableOrOutcomeUnknownOrShuttingDown"];
        };
    };
}
