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
        /** Check that the process is up */
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
        /**
         * Check that the server can handle requests
         * @description Succeeds when the database answers, its migrations are those of this version, and the server is not shutting down.
         */
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
        /**
         * List accounts
         * @description Ordered by when they were opened.
         */
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
        /**
         * Retrieve the balance of an account
         * @description The current balance, or the balance at a past time with `at` and `basis`.
         */
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
        /**
         * List the transfers of an account
         * @description Most recently recorded first.
         */
        get: operations["listAccountTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approval-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve the approval policy */
        get: operations["getApprovalPolicy"];
        /**
         * Replace the approval policy
         * @description Needs approval itself, unless the policy says otherwise or no other person could approve it.
         */
        put: operations["putApprovalPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List approvals
         * @description Newest first.
         */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{approval}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve an approval */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{approval}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve an act
         * @description The last approval that it needs executes it in the name of its maker. Approving an act that is approved but not executed yet executes it.
         */
        post: operations["approveAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{approval}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an act */
        post: operations["declineAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{approval}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an act that you submitted */
        post: operations["withdrawAct"];
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
        /**
         * List audit trail entries
         * @description Newest first.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit trail
         * @description Newest first, as JSON Lines or CSV. The export is itself recorded.
         */
        get: operations["exportAudit"];
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
        /**
         * List bulk refunds
         * @description Newest first.
         */
        get: operations["listBulkRefunds"];
        put?: never;
        /**
         * Create a bulk refund
         * @description Selects charges with a filter, or takes a list of rows that you add afterwards. Nothing is refunded until another person approves the preview. The policy of each charge decides how much is refunded; approving the bulk refund approves every row in it.
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
        /**
         * Retrieve a bulk refund
         * @description Includes the preview and the progress of the run.
         */
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
        /**
         * Approve a bulk refund
         * @description Approves the preview named by `previewHash`. Two different people must approve above the amount in the refund request settings.
         */
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
        /**
         * Cancel a bulk refund
         * @description Refunds already made are kept; the remaining rows are not refunded.
         */
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
        /**
         * Pause a bulk refund
         * @description Stops before the next page of rows.
         */
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
        /**
         * Preview a bulk refund
         * @description Evaluates every row in the background: call it when the list is complete, or again if something has changed. Discards earlier approvals.
         */
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
        /**
         * Download the results of a bulk refund
         * @description All rows, as CSV.
         */
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
        /**
         * Resume a bulk refund
         * @description Continues a paused run.
         */
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
        /**
         * List the rows of a bulk refund
         * @description In order of their numbers, each with its result.
         */
        get: operations["listBulkRefundRows"];
        put?: never;
        /**
         * Add rows to a bulk refund
         * @description Up to 5,000 rows per request, as JSON, NDJSON (`application/x-ndjson`) or CSV (`text/csv` with the columns `charge`, `reference`, `amount` and `currency`). `first` is the number of the first row: sending the same rows again has no effect.
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
        /**
         * Run a bulk refund
         * @description Executes the approved refunds in the background.
         */
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
        /**
         * List charges
         * @description Most recently recorded first; each shows when it took effect, which can be earlier. API keys bound to a party list only the charges that the party paid or earned.
         */
        get: operations["listCharges"];
        put?: never;
        /**
         * Create a charge
         * @description Prices an event, or takes the price from a quote, and posts the charge. The charge is posted completely or not at all.
         */
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
         * Create charges in bulk
         * @description 1 to 1000 elements. Each one succeeds or fails independently; the results are in the same order. Elements without an `idempotencyKey` get one derived from the `Idempotency-Key` of the request, if there is one, and their position.
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
        /**
         * Retrieve a charge
         * @description Includes how much of it has been refunded, is pending and is disputed.
         */
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
        /**
         * List the gifts of a charge
         * @description How many of each gift have been claimed, and when unclaimed ones are refunded.
         */
        get: operations["getClaims"];
        put?: never;
        /**
         * Record the claim of a gift
         * @description A claimed gift is no longer refunded automatically.
         */
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
        /**
         * Explain a charge
         * @description Each step from the event to the amounts: where every cent went, and why.
         */
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
         * Retrieve the receipt of a charge
         * @description Returns the number, the secret and a link. API keys bound to a party retrieve receipts only for what the party paid. The secret of a charge never changes.
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
        /**
         * List contracts
         * @description Newest first.
         */
        get: operations["listContracts"];
        put?: never;
        /**
         * Create a contract
         * @description Sets custom terms for one customer and one product. The terms are validated against every version of the rate card in force during the contract. If several contracts are in force, the one that started last applies. Existing charges are not affected.
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
        /** Retrieve a contract */
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
        /**
         * End a contract
         * @description Immediately or at a given time. Repeating the request has no effect.
         */
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
        /**
         * List debt entries
         * @description Newest first.
         */
        get: operations["listDebtEntries"];
        put?: never;
        /**
         * Create a debt entry
         * @description Recovers, records the repayment of, writes off or restores what a party owes. A write-off above the limit in the tenant’s settings stays `proposed` until another person approves it.
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
        /** Retrieve a debt entry */
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
        /** Approve a debt entry */
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
        /** Decline a debt entry */
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
         * List debts
         * @description With their age, ordered by when each party first owed. With `format=csv` or `Accept: text/csv`, the first 10,000 as CSV.
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
        /**
         * Summarize debts
         * @description Totals by kind, currency and line.
         */
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
        /**
         * Retrieve the debt of a party
         * @description Includes the refunds that caused it and the postings that paid it back.
         */
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
        /**
         * List disputes
         * @description Newest first.
         */
        get: operations["listDisputes"];
        put?: never;
        /**
         * Open a dispute
         * @description Records that a payment is disputed and reserves the part that could still be refunded.
         */
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
        /** Retrieve a dispute */
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
        /**
         * Resolve a dispute
         * @description Records the outcome. A lost dispute can still be changed to won.
         */
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
         * List events
         * @description Newest first. Only events that a webhook subscribed to when they happened are stored; they are kept for 30 days.
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
        /** Retrieve an event */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund-bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List fund-flow bills
         * @description Latest day first.
         */
        get: operations["listFundBills"];
        put?: never;
        /**
         * Reconcile a fund-flow bill
         * @description The body is the provider’s original file, uncompressed or gzip-compressed. It is compared with the completed reconciliations of trade bills and, without one, with the ledger; reconcile the trade bill of the day first. It replaces an earlier bill of the same day.
         */
        post: operations["uploadFundBill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund-bills/{bill}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve a fund-flow bill */
        get: operations["getFundBill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund-bills/{bill}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the movements of a fund-flow bill
         * @description In the order of the bill.
         */
        get: operations["listFundMovements"];
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
        /**
         * List gateway kinds
         * @description The supported payment providers and the settings that each requires.
         */
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
        /**
         * List gateways
         * @description The payment providers that are set up.
         */
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
        /**
         * Create or replace a gateway
         * @description Replaces all settings of an existing gateway.
         */
        put: operations["putGateway"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Enable or disable a gateway
         * @description The settings are kept. While a gateway is disabled, no payment can be created through it; refunds of payments made through it continue.
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
        /**
         * List holds
         * @description Newest first.
         */
        get: operations["listHolds"];
        put?: never;
        /**
         * Create a hold
         * @description Reserves an amount on an account for a later charge.
         */
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
        /** Retrieve a hold */
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
        /**
         * Void a hold
         * @description Releases the reserved amount. Voiding a hold again has no effect.
         */
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
        /**
         * List journal entries
         * @description Newest first.
         */
        get: operations["listJournalEntries"];
        put?: never;
        /**
         * Create a journal entry
         * @description Moves money manually, for example to fund a campaign or a wallet, or to correct a mistake. Posted completely or not at all. Charges and refunds are never posted this way.
         */
        post: operations["createJournalEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journal-entries/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve a journal entry */
        get: operations["getJournalEntry"];
        put?: never;
        post?: never;
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
        /**
         * List API keys
         * @description Newest first. The secrets are never returned.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The key can only have scopes that the caller has. If the caller uses a key, the new one expires no later and is used from no other networks; by default it has the same limits. Its requests are attributed to the user who created it. Scopes never change: to add some, including scopes introduced by a later version, create another key and revoke this one.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the limits of an API key
         * @description Other servers may apply the previous limits for up to five more seconds. Scopes never change.
         */
        patch: operations["updateApiKey"];
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
         * Revoke an API key
         * @description Revokes the key and all keys that were made with it, directly or not. Other servers may accept them for up to five more seconds. Revoking a key again has no effect. A caller that uses a key cannot revoke one that may do more.
         */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{key}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an API key
         * @description Creates a key with the same scopes, party and networks. The replaced key is accepted until the overlap ends. Requests of the new key are attributed to the caller.
         */
        post: operations["rotateApiKey"];
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
         * Check the integrity of the ledger
         * @description Recalculates all balances from the transfers. Reads the whole ledger: run it rarely on large ledgers.
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
        /**
         * Export the ledger
         * @description The ledger as text for other accounting programs, as of a single moment: the whole, or a period that begins with its opening balances.
         */
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
        /**
         * List transfers
         * @description Most recently recorded first.
         */
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
        /**
         * Retrieve the trial balance
         * @description The current trial balance, or the one at a past time.
         */
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
        /**
         * Retrieve the current user or API key
         * @description Includes its scopes.
         */
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
         * Change your password
         * @description Ends your other sessions; this session continues with a new cookie.
         */
        put: operations["changeOwnPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm your identity
         * @description For operations with `x-step-up`, which answer `step_up_required` where the last confirmation is too old. With a code from the authenticator or a backup code; with the password if two-factor authentication is not enabled.
         */
        post: operations["stepUp"];
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
         * Set up two-factor authentication
         * @description Generates a TOTP secret (RFC 6238). Two-factor authentication is enabled once a first code is confirmed.
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
        /**
         * Replace your backup codes
         * @description With the password, and a code from the authenticator or a backup code. The previous backup codes stop working.
         */
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
        /**
         * Enable two-factor authentication
         * @description Confirms the secret with a first code from the authenticator.
         */
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
        /**
         * Disable two-factor authentication
         * @description With the password, and a code from the authenticator or a backup code.
         */
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
        /**
         * Receive a provider notification
         * @description Called by the payment provider. The signature is verified.
         */
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
        /**
         * List parties
         * @description Ordered by id.
         */
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
        /** Retrieve a party */
        get: operations["getParty"];
        /**
         * Create or replace a party
         * @description New attributes apply to future charges; existing charges are not affected.
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
        /** List the payout destinations of a party */
        get: operations["listPayoutDestinations"];
        /**
         * Set the payout destination of a party
         * @description Existing payouts keep the destination that they were created with. By default, a new destination needs the approval of another person, and payouts to it wait for the time in the settlement settings.
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
         * Retrieve the statement of a party
         * @description Covers whole days in the tenant’s time zone; `to` is exclusive. Entries are included by when they were recorded, so a statement never changes afterwards. With `format=csv` or `Accept: text/csv`, every entry as CSV, at most 50,000 lines.
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
        /**
         * List payments
         * @description Newest first.
         */
        get: operations["listPayments"];
        put?: never;
        /**
         * Create a payment
         * @description Opens an order at a payment provider for an event. The event is charged when the order is paid.
         */
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
        /** Retrieve a payment */
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
        /**
         * Close an unpaid payment
         * @description Closes the order at the provider, so that it can no longer be paid.
         */
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
        /**
         * List payment files
         * @description Newest first.
         */
        get: operations["listPayoutFiles"];
        put?: never;
        /**
         * Create a payment file
         * @description Sends all approved payouts in a currency to the bank. Payouts without a destination stay approved. Repeating the request sends payouts approved since then.
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
         * Download a payment file
         * @description A CSV table for the bank, including full account numbers. Each download is recorded in the audit trail.
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
        /**
         * List payouts
         * @description Newest first.
         */
        get: operations["listPayouts"];
        put?: never;
        /**
         * Create a payout
         * @description Pays out a balance, fully or partially. The amount is deducted from the balance immediately. Payouts above the limit in the tenant’s settings require approval by another person.
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
        /**
         * Retrieve the payable amount of a party
         * @description How much can be paid out now, and what reduces it.
         */
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
         * Import payout results
         * @description Records what the bank reports for each payout. Each result is processed independently and can be sent repeatedly: a recorded outcome is never changed.
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
        /** Retrieve a payout */
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
        /**
         * Approve a payout
         * @description Above the limit in the tenant’s settings, two people are required: the creator counts as one of them and cannot approve; a payout created by the schedule needs two approvals.
         */
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
        /**
         * Cancel a payout
         * @description Only before it is sent. The amount returns to the balance.
         */
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
        /**
         * Mark a payout as failed
         * @description Records that the bank rejected it. The amount returns to the balance.
         */
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
        /**
         * Mark a payout as paid
         * @description Records that the bank paid it.
         */
        post: operations["markPayoutPaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{payout}/returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a paid payout as returned
         * @description Records that the bank returned it after it was paid. The amount returns to the balance and can be paid out again; above the limit of the approval policy, another person approves it first.
         */
        post: operations["markPayoutReturned"];
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
         * List product titles
         * @description Names of products and their lines, for displaying charges. Does not include terms, which require `catalog:read`.
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
        /**
         * List products
         * @description Grouped by line.
         */
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
        /**
         * List quotes
         * @description Newest first.
         */
        get: operations["listQuotes"];
        put?: never;
        /**
         * Create a quote
         * @description Prices an event without charging it. The price is guaranteed until the quote expires.
         */
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
        /** Retrieve a quote */
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
        /**
         * List rate card versions
         * @description Newest first.
         */
        get: operations["listRateCards"];
        put?: never;
        /**
         * Publish a rate card
         * @description Creates the next version. Existing charges are not affected. A version can take effect in the past only if nothing has been charged since then. Publishing a card identical to the one in force at that time creates no version, so the request is safe to repeat.
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
        /** Retrieve the current rate card */
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
        /**
         * Compare two rate card versions
         * @description Lists every change, with a sentence that describes it.
         */
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
        /**
         * Validate a rate card
         * @description Checks whether a rate card could be published, and what it would change. Nothing is published.
         */
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
        /** Retrieve a rate card version */
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
         * Look up a receipt
         * @description Shows what was charged, what was refunded and what can still be refunded. Requires `number` and `secret`, or `token`. The language follows `Accept-Language`.
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
         * Request a refund by receipt
         * @description Requires `number` and `secret`, or `token`. A request that the refund policy declines is returned in the receipt as a declined request. Requesting more than the refundable amount is an error.
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
         * Appeal a declined request by receipt
         * @description Requires `number` and `secret`, or `token`. Each request can be appealed once; another person decides.
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
         * Add evidence by receipt
         * @description Requires `number` and `secret`, or `token`. Send a text, or the URL where the evidence is stored; files are not stored. The policy is then evaluated again as of the time of the request, and may refund immediately.
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
         * Withdraw a request by receipt
         * @description Only while the request is undecided. Requires `number` and `secret`, or `token`.
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
        /** Retrieve the reconciliation settings of a gateway */
        get: operations["getReconciliationSettings"];
        /** Replace the reconciliation settings of a gateway */
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
        /**
         * List reconciliations
         * @description Newest first.
         */
        get: operations["listReconciliations"];
        put?: never;
        /**
         * Start a reconciliation
         * @description Downloads the provider’s bill for a day and compares it with the ledger. Returns immediately; poll the reconciliation until its status is no longer `running`. It supersedes any earlier reconciliation of the same day.
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
         * Reconcile an uploaded bill
         * @description The body is the provider’s original file, uncompressed or gzip-compressed, with any content type.
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
        /**
         * Retrieve a reconciliation
         * @description Includes counts and amounts by class.
         */
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
         * Approve corrections
         * @description Executes them. Applies to the given numbers, to a class, or to all undecided corrections: at most 200 per request, each processed independently. Corrections above the limit in the settings must be approved by someone other than the user who started the reconciliation.
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
         * Decline corrections
         * @description Requires a note. Applies to the given numbers, to a class, or to all undecided corrections: at most 200 per request, each processed independently.
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
         * List the differences of a reconciliation
         * @description Each with its proposed correction. With `format=csv` or `Accept: text/csv`, all of them as CSV.
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
         * List the lines of a reconciliation
         * @description Every line of the bill, and the entries of the ledger that are not on it. With `format=csv` or `Accept: text/csv`, all of them as CSV.
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
        /**
         * List refund requests
         * @description Newest first.
         */
        get: operations["listRefundRequests"];
        put?: never;
        /**
         * Create a refund request
         * @description The policy of the charge decides immediately: the request is refunded, waits for evidence or approval, or is declined. A request that the policy declines is created with the status `declined`. API keys bound to a party can request refunds of what the party paid or earned.
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
        /**
         * Preview a refund request
         * @description Evaluates the policy without creating a request.
         */
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
        /** Retrieve the refund request settings */
        get: operations["getRefundRequestSettings"];
        /**
         * Replace the refund request settings
         * @description Takes effect immediately.
         */
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
        /** Count refund requests by status */
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
        /**
         * Retrieve a refund request
         * @description Includes the explained decision, the transfers that it would post, and the history.
         */
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
        /**
         * Appeal a declined refund request
         * @description Another person decides the appeal.
         */
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
         * Approve a refund request
         * @description Approves the preview named by `previewHash`; if the preview has changed, the error `refund_preview_stale` contains the new `preview`. You cannot approve your own request. Where the policy requires it, two different people must approve.
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
        /**
         * Assign a refund request
         * @description Assigns the request to a user; `null` removes the assignee.
         */
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
        /**
         * Comment on a refund request
         * @description Comments are internal, or visible to the payer.
         */
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
        /**
         * Decline a refund request
         * @description Requires a reason.
         */
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
        /**
         * Add evidence to a refund request
         * @description The policy is then evaluated again as of the time of the request.
         */
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
        /**
         * Set the facts of a refund request
         * @description The known use, or the reference rate of the day, that the policy depends on.
         */
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
        /** Withdraw a refund request */
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
        /**
         * List refunds
         * @description Most recently recorded first; each shows when it took effect, which can be earlier.
         */
        get: operations["listRefunds"];
        put?: never;
        /**
         * Refund a charge, fully or partially
         * @description With `previewHash`, the refund is executed only if it matches the preview; otherwise the error `refund_preview_stale` contains the new `preview`. API keys bound to a party can refund only what the party earned. A refund above the approval limits, or for which the refund policy of the charge asks for approvals, waits for them; the scope `refunds:override` exempts from the policy of the charge.
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
         * Create refunds in bulk
         * @description 1 to 1000 elements. Each one succeeds or fails independently; the results are in the same order. Elements without an `idempotencyKey` get one derived from the `Idempotency-Key` of the request, if there is one, and their position.
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
        /**
         * Preview a refund
         * @description Calculates what the refund would do now; nothing is posted.
         */
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
        /** Retrieve a refund */
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
        /**
         * Retrieve the execution of a refund
         * @description The state of the refund at the payment provider.
         */
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
        /**
         * Explain a refund
         * @description Who gives back how much, and why.
         */
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
         * Redirect an abnormal refund
         * @description Instructs the provider to send the money to your own account, for refunds that the payer’s bank did not accept. You then pay the payer yourself; the refund succeeds once the provider confirms. A status of `processing` means that the provider was asked and is polled until the outcome is known; if the call did not reach it, the status becomes `abnormal` again and the refund can be redirected again.
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
         * Resolve a stuck refund manually
         * @description `succeeded`: the payer has received the money. `failed`: the payer has not, and all postings are reversed. `ask-again`: the provider was told where to send the money and is asked again.
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
        /**
         * List active users by month
         * @description The figures reported with `PUT /v1/reports/active-users`.
         */
        get: operations["listActiveUsers"];
        /**
         * Report the active users of a month
         * @description Recoup only sees paying users. Penetration and revenue per user are based on this figure, unless more users than that paid. Posting again replaces the previous figure.
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
         * Check report totals against charges and refunds
         * @description Reads the whole ledger: run it rarely on large ledgers.
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
         * Retrieve the debt report
         * @description Debts by age. Repayments are applied to the oldest debt first. With `format=csv` or `Accept: text/csv`, the response is CSV.
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
         * Retrieve the report of a line
         * @description The figures of one line over any period, up to the present moment, beside reference figures. With `format=csv` or `Accept: text/csv`, the response is CSV.
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
         * Rebuild report totals
         * @description Recalculates them from the charges and refunds. Safe to run under load. Reads the whole ledger.
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
         * Retrieve the refund report
         * @description Refunds by product and reason. With `format=csv` or `Accept: text/csv`, the response is CSV.
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
         * Retrieve a time series
         * @description Amounts by day, week (starting on Monday) or month. Every day, week or month of the period is included. At most 800 days by day. With `format=csv` or `Accept: text/csv`, the response is CSV.
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
         * Retrieve the platform report
         * @description Revenue and growth by line, users, layers and funnel. With `format=csv` or `Accept: text/csv`, the response is CSV.
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
        /**
         * List roles
         * @description With the scopes that each role grants.
         */
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
         * List sessions
         * @description Your own active sessions, or those of another user, which requires `users:read`.
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
         * Revoke a session
         * @description Revoking the session of another user requires `users:write`. Other servers may accept the session for up to five more seconds.
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
        /**
         * Set a password
         * @description With the token of a password link.
         */
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
        /**
         * Retrieve the settlement settings
         * @description How debts and payouts are handled.
         */
        get: operations["getSettlementSettings"];
        /**
         * Replace the settlement settings
         * @description A changed schedule takes effect tomorrow in the tenant’s time zone.
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
        /**
         * Retrieve the settlement overrides of a party
         * @description `null` where the tenant’s settings apply.
         */
        get: operations["getPartySettlementSettings"];
        /**
         * Replace the settlement overrides of a party
         * @description Overrides the debt limits, the minimum payout or the holding period, or pauses payouts.
         */
        put: operations["putPartySettlementSettings"];
        post?: never;
        /**
         * Delete the settlement overrides of a party
         * @description The tenant’s settings apply again.
         */
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
        /** Retrieve the sign-in options */
        get: operations["getSignInOptions"];
        put?: never;
        /**
         * Sign in with email and password
         * @description Sets the session cookie, or a cookie for the second factor. Requires the header `X-Recoup-CSRF: 1`. A browser that has signed in before is recognized by a cookie and is not affected by attempts of others.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retrieve the sign-in settings */
        get: operations["getSignInSettings"];
        /**
         * Replace the sign-in settings
         * @description Sessions follow the new settings within five seconds.
         */
        put: operations["putSignInSettings"];
        post?: never;
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
         * Start an OpenID Connect sign-in
         * @description Redirect the browser to `url`. The user returns to `returnTo` signed in, or to the sign-in page with `error`.
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
        /**
         * Complete sign-in with a second factor
         * @description With a code from the authenticator or a backup code.
         */
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
        /**
         * Sign out
         * @description Ends the current session.
         */
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
         * Simulate a rate card
         * @description Reprices past events under another rate card without posting anything. Reads every charge of the period, in separate threads. One simulation runs at a time; others wait, at most two per tenant. Closing the connection cancels the simulation.
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
        /**
         * List users
         * @description In order of creation.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * @description Returns a link for setting the password. You can only grant roles whose scopes you have yourself.
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
        /** Retrieve a user */
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
         * Disable a user
         * @description Ends the user’s sessions and revokes the API keys that the user created. Other servers may accept them for up to five more seconds.
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
        /** Enable a user */
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
        /**
         * Create a password link
         * @description Lets the user set a new password. Earlier links stop working.
         */
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
         * Reset the two-factor authentication of a user
         * @description Removes the authenticator and the backup codes and ends all sessions. Verify the identity of the user by another channel first.
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
         * Change the role of a user
         * @description Revokes API keys created by the user that have scopes beyond the new role.
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
        /**
         * List webhook endpoints
         * @description Newest first.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description Events are sent as Standard Webhooks (https://www.standardwebhooks.com). Verify the signature with the `secret`, which is shown only once; respond with a 2xx status within 15 seconds; and ignore repeated deliveries with the same `webhook-id`. A delivery is attempted up to ten times over about three days. The caller needs the scope for reading the objects of the events, such as `refunds:read` for those of refunds. At most 50 endpoints.
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
        /** Retrieve a webhook endpoint */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description Cancels its pending deliveries.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Update a webhook endpoint
         * @description Omitted fields are not changed. Deliveries that become due while the endpoint is disabled are canceled. Subscribing to or enabling events needs the scope for reading their objects; changing the URL, those of all events.
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
         * List the deliveries of a webhook endpoint
         * @description Newest first. Deliveries are kept for 30 days.
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
        /** Retrieve a webhook delivery */
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
         * Replay deliveries
         * @description Sends one delivery again, whatever its status, or all that failed or were canceled since a given time: at most the 10000 oldest.
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
         * Rotate the secret of a webhook endpoint
         * @description During the overlap, events are signed with both secrets, so that the receiver can switch without downtime.
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
         * @description Sends the event `webhook.test` once. The delivery shows the result.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "charge.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event charge.created */
        post: operations["receiveChargeCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "refund.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event refund.created */
        post: operations["receiveRefundCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "refund.succeeded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event refund.succeeded */
        post: operations["receiveRefundSucceeded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "refund.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event refund.failed */
        post: operations["receiveRefundFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "refund_request.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event refund_request.created */
        post: operations["receiveRefundRequestCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "refund_request.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event refund_request.updated */
        post: operations["receiveRefundRequestUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "dispute.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event dispute.opened */
        post: operations["receiveDisputeOpened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "dispute.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event dispute.closed */
        post: operations["receiveDisputeClosed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payment.succeeded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event payment.succeeded */
        post: operations["receivePaymentSucceeded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payment.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event payment.failed */
        post: operations["receivePaymentFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "debt.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event debt.opened */
        post: operations["receiveDebtOpened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "debt.settled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event debt.settled */
        post: operations["receiveDebtSettled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payout.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event payout.created */
        post: operations["receivePayoutCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payout.paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event payout.paid */
        post: operations["receivePayoutPaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payout.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event payout.failed */
        post: operations["receivePayoutFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payout.returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event payout.returned */
        post: operations["receivePayoutReturned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payout_destination.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event payout_destination.changed */
        post: operations["receivePayoutDestinationChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "reconciliation.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive the event reconciliation.completed */
        post: operations["receiveReconciliationCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description The balance of a party in one currency for one purpose */
        Account: {
            /**
             * @description Party and purpose of an account, separated by a slash
             * @example mch_1/balance
             */
            path: string;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            balance: string;
            /**
             * @description Amount reserved by holds
             * @example 100.00
             */
            held: string;
            /** @description Amount that can be debited now; null if the account has no minimum balance */
            available: string | null;
            /** @description Minimum balance; null if there is none */
            floor: string | null;
        };
        AccountPage: {
            data: components["schemas"]["Account"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        /** @description The number of active users in a month */
        ActiveUsers: {
            /** @example 2026-11 */
            month: string;
            users: number;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
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
        AdsArticleBulkCharge: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "article";
            event: components["schemas"]["AdsArticleEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        AdsArticleCharge: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "article";
            event: components["schemas"]["AdsArticleEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Advertising: Article ad */
        AdsArticleEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            advertiser: string;
            /** @description Id of the advertiser’s campaign */
            campaign: string;
            /**
             * @description The publisher of the page, unless it is the platform’s own
             * @example mch_1
             */
            publisher?: string;
            /** @description Traffic grouped by cleared price */
            traffic: {
                /** @description Your id for the item */
                id: string;
                basis: "cpc";
                /** @description Number of clicks or impressions */
                count: number;
                /** @description Cleared price per click, or per thousand impressions */
                price: {
                    /**
                     * @description Decimal in major units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
                /** @description For cost-per-click traffic: impressions behind these clicks. Used in reports; never charged */
                shown?: number;
            }[];
        };
        AdsArticlePricing: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "article";
            event: components["schemas"]["AdsArticleEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        AdsArticleQuote: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "article";
            event: components["schemas"]["AdsArticleEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        AdsFeedBulkCharge: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "feed";
            event: components["schemas"]["AdsFeedEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        AdsFeedCharge: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "feed";
            event: components["schemas"]["AdsFeedEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Advertising: Social-feed ad */
        AdsFeedEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            advertiser: string;
            /** @description Id of the advertiser’s campaign */
            campaign: string;
            /**
             * @description The publisher of the page, unless it is the platform’s own
             * @example mch_1
             */
            publisher?: string;
            /** @description Traffic grouped by cleared price */
            traffic: {
                /** @description Your id for the item */
                id: string;
                basis: "cpc" | "cpm";
                /** @description Number of clicks or impressions */
                count: number;
                /** @description Cleared price per click, or per thousand impressions */
                price: {
                    /**
                     * @description Decimal in major units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
                /** @description For cost-per-click traffic: impressions behind these clicks. Used in reports; never charged */
                shown?: number;
            }[];
        };
        AdsFeedPricing: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "feed";
            event: components["schemas"]["AdsFeedEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        AdsFeedQuote: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "feed";
            event: components["schemas"]["AdsFeedEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        AdsRewardedBulkCharge: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "rewarded";
            event: components["schemas"]["AdsRewardedEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        AdsRewardedCharge: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "rewarded";
            event: components["schemas"]["AdsRewardedEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Advertising: Rewarded mini-program ad */
        AdsRewardedEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            advertiser: string;
            /** @description Id of the advertiser’s campaign */
            campaign: string;
            /**
             * @description The publisher of the page, unless it is the platform’s own
             * @example mch_1
             */
            publisher?: string;
            /** @description Traffic grouped by cleared price */
            traffic: {
                /** @description Your id for the item */
                id: string;
                basis: "cpm";
                /** @description Number of clicks or impressions */
                count: number;
                /** @description Cleared price per click, or per thousand impressions */
                price: {
                    /**
                     * @description Decimal in major units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
                /** @description For cost-per-click traffic: impressions behind these clicks. Used in reports; never charged */
                shown?: number;
            }[];
        };
        AdsRewardedPricing: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "rewarded";
            event: components["schemas"]["AdsRewardedEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        AdsRewardedQuote: {
            /** @constant */
            line: "ads";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "rewarded";
            event: components["schemas"]["AdsRewardedEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        ApiKey: {
            /**
             * @description Id of an API key
             * @example key_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            name: string;
            scopes: string[];
            /** @description The party that the key is bound to; null if it is not bound */
            party: string | null;
            /** @description When the key stops being accepted; null if it does not expire */
            expiresAt: string | null;
            /** @description Networks from which the key may be used; null if it may be used from everywhere */
            networks: string[] | null;
            /** @description Last use of the key, recorded once a minute; null if it was not used */
            lastUsedAt: string | null;
            /**
             * @description Network of the last use: the first 24 bits of an IPv4 address, the first 64 of an IPv6 address
             * @example 203.0.113.0/24
             */
            lastUsedFrom: string | null;
            /**
             * @description The actor who created the key and to whom its requests are attributed; null if it was created with the command-line tool
             * @example user usr_…
             */
            madeBy: string | null;
            /**
             * @description The key with which this one was created; revoking that key revokes this one
             * @example key_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            madeWith: string | null;
            /**
             * @description The key that this one replaces
             * @example key_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            rotatedFrom: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            revokedAt: string | null;
        };
        ApiKeyChange: {
            /** @description Purpose of the key */
            name?: string;
            /**
             * Format: date-time
             * @description When the key stops being accepted; null: it does not expire
             * @example 2026-11-20T08:30:00Z
             */
            expiresAt?: string | null;
            /**
             * @description IP addresses and networks in CIDR notation from which the key may be used; null: from everywhere
             * @example [
             *       "203.0.113.0/24",
             *       "2001:db8::/32"
             *     ]
             */
            networks?: string[] | null;
        };
        ApiKeyPage: {
            data: components["schemas"]["ApiKey"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        ApiKeyRequest: {
            /** @description Purpose of the key */
            name: string;
            scopes: string[];
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party?: string;
            /**
             * Format: date-time
             * @description When the key stops being accepted
             * @example 2026-11-20T08:30:00Z
             */
            expiresAt?: string;
            /**
             * @description IP addresses and networks in CIDR notation from which the key may be used
             * @example [
             *       "203.0.113.0/24",
             *       "2001:db8::/32"
             *     ]
             */
            networks?: string[];
        };
        ApiKeyRotation: {
            /**
             * @description Hours for which the replaced key is still accepted
             * @default 24
             */
            overlapHours?: number;
            /**
             * Format: date-time
             * @description When the new key stops being accepted; default: as the replaced key
             * @example 2026-11-20T08:30:00Z
             */
            expiresAt?: string | null;
        };
        ApiKeyWithSecret: {
            /**
             * @description Id of an API key
             * @example key_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            name: string;
            scopes: string[];
            /** @description The party that the key is bound to; null if it is not bound */
            party: string | null;
            /** @description When the key stops being accepted; null if it does not expire */
            expiresAt: string | null;
            /** @description Networks from which the key may be used; null if it may be used from everywhere */
            networks: string[] | null;
            /** @description Last use of the key, recorded once a minute; null if it was not used */
            lastUsedAt: string | null;
            /**
             * @description Network of the last use: the first 24 bits of an IPv4 address, the first 64 of an IPv6 address
             * @example 203.0.113.0/24
             */
            lastUsedFrom: string | null;
            /**
             * @description The actor who created the key and to whom its requests are attributed; null if it was created with the command-line tool
             * @example user usr_…
             */
            madeBy: string | null;
            /**
             * @description The key with which this one was created; revoking that key revokes this one
             * @example key_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            madeWith: string | null;
            /**
             * @description The key that this one replaces
             * @example key_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            rotatedFrom: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            revokedAt: string | null;
            /**
             * @description Shown only once; only its hash is stored
             * @example rk_…
             */
            secret: string;
        };
        ApisComputeBulkCharge: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "compute";
            event: components["schemas"]["ApisComputeEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        ApisComputeCharge: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "compute";
            event: components["schemas"]["ApisComputeEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Platform APIs: Cloud host rental */
        ApisComputeEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            developer: string;
            /**
             * @description Memory of the host in GB
             * @example 16
             */
            gigabytes: string;
            /** @description Run time in seconds */
            seconds: number;
        };
        ApisComputePricing: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "compute";
            event: components["schemas"]["ApisComputeEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        ApisComputeQuote: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "compute";
            event: components["schemas"]["ApisComputeEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        ApisOcrBulkCharge: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "ocr";
            event: components["schemas"]["ApisOcrEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        ApisOcrCharge: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "ocr";
            event: components["schemas"]["ApisOcrEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Platform APIs: OCR API */
        ApisOcrEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            developer: string;
            /** @description Number of calls, including failed ones */
            calls: number;
            /**
             * @description Number of failed calls
             * @default 0
             */
            failed?: number;
            /**
             * @description Billing unit: each call, or each started thousand
             * @default call
             */
            soldPer?: "call" | "thousand-calls";
        };
        ApisOcrPricing: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "ocr";
            event: components["schemas"]["ApisOcrEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        ApisOcrQuote: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "ocr";
            event: components["schemas"]["ApisOcrEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        ApisSemanticBulkCharge: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "semantic";
            event: components["schemas"]["ApisSemanticEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        ApisSemanticCharge: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "semantic";
            event: components["schemas"]["ApisSemanticEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Platform APIs: Semantic analysis engine */
        ApisSemanticEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            developer: string;
            /** @example 2026-11 */
            month: string;
            /** @description Reserved queries per second for the month */
            reserved: number;
            /** @description Peak queries per second; defaults to `reserved` */
            peak?: number;
        };
        ApisSemanticPricing: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "semantic";
            event: components["schemas"]["ApisSemanticEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        ApisSemanticQuote: {
            /** @constant */
            line: "apis";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "semantic";
            event: components["schemas"]["ApisSemanticEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        /** @description An act that other people must approve before it is executed */
        Approval: {
            /**
             * @description Id of an approval
             * @example apr_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @enum {string} */
            act: "refund" | "journal-entry" | "debt-entry" | "payout-return" | "payout-destination" | "rate-card" | "contract" | "gateway" | "role" | "settings" | "approval-policy";
            /**
             * @description `approved`: being executed; `executed`: done, `result` is the id of what was made; `failed`: refused when it was executed, `problem` says why
             * @enum {string}
             */
            status: "pending" | "approved" | "executed" | "failed" | "declined" | "withdrawn";
            /**
             * @description The actor who submitted it
             * @example user usr_…
             */
            maker: string;
            /** @description Id of the object that it is about */
            subject: string | null;
            /** @description Null if the act moves no money */
            amount: components["schemas"]["Money"] | null;
            /** @description The request that is executed; secrets are left out */
            request: unknown;
            /** @description Number of people other than the maker who must approve */
            approvals: number;
            approvedBy: string[];
            /** @description The actor who declined, withdrew or executed it */
            decidedBy: string | null;
            note: string | null;
            /** @description Id of what was made */
            result: string | null;
            /** @description Code of the problem that refused it */
            problem: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            decidedAt: string | null;
        };
        ApprovalDecision: {
            /** @description Note on the decision */
            note?: string;
        };
        ApprovalPage: {
            data: components["schemas"]["Approval"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        /** @description Which acts need approval by other people */
        ApprovalPolicy: {
            /**
             * @description `single-person`: the tenant has one person only, and nothing waits for approval
             * @enum {string}
             */
            mode: "two-person" | "single-person";
            money: {
                refund: {
                    /** @description A single act above this amount needs approval; null: none does */
                    above: string | null;
                    /** @description What one maker does in a day beyond this sum needs approval; null: no limit */
                    perDay: string | null;
                    /** @description Number of people other than the maker */
                    approvals: number;
                    /** @description Roles that can approve; defaults to all with the scope */
                    roles?: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
                };
                "journal-entry": {
                    /** @description A single act above this amount needs approval; null: none does */
                    above: string | null;
                    /** @description What one maker does in a day beyond this sum needs approval; null: no limit */
                    perDay: string | null;
                    /** @description Number of people other than the maker */
                    approvals: number;
                    /** @description Roles that can approve; defaults to all with the scope */
                    roles?: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
                };
                "debt-entry": {
                    /** @description A single act above this amount needs approval; null: none does */
                    above: string | null;
                    /** @description What one maker does in a day beyond this sum needs approval; null: no limit */
                    perDay: string | null;
                    /** @description Number of people other than the maker */
                    approvals: number;
                    /** @description Roles that can approve; defaults to all with the scope */
                    roles?: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
                };
                "payout-return": {
                    /** @description A single act above this amount needs approval; null: none does */
                    above: string | null;
                    /** @description What one maker does in a day beyond this sum needs approval; null: no limit */
                    perDay: string | null;
                    /** @description Number of people other than the maker */
                    approvals: number;
                    /** @description Roles that can approve; defaults to all with the scope */
                    roles?: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
                };
            };
            control: {
                "payout-destination": {
                    /** @description Whether the act needs approval */
                    required: boolean;
                    /** @description Number of people other than the maker */
                    approvals: number;
                    /** @description Roles that can approve; defaults to all with the scope */
                    roles?: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
                };
                "rate-card": {
                    /** @description Whether the act needs approval */
                    required: boolean;
                    /** @description Number of people other than the maker */
                    approvals: number;
                    /** @description Roles that can approve; defaults to all with the scope */
                    roles?: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
                };
                contract: {
                    /** @description Whether the act needs approval */
                    required: boolean;
                    /** @description Number of people other than the maker */
                    approvals: number;
                    /** @description Roles that can approve; defaults to all with the scope */
                    roles?: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
                };
                gateway: {
                    /** @description Whether the act needs approval */
                    required: boolean;
                    /** @description Number of people other than the maker */
                    approvals: number;
                    /** @description Roles that can approve; defaults to all with the scope */
                    roles?: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
                };
                role: {
                    /** @description Whether the act needs approval */
                    required: boolean;
                    /** @description Number of people other than the maker */
                    approvals: number;
                    /** @description Roles that can approve; defaults to all with the scope */
                    roles?: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
                };
                settings: {
                    /** @description Whether the act needs approval */
                    required: boolean;
                    /** @description Number of people other than the maker */
                    approvals: number;
                    /** @description Roles that can approve; defaults to all with the scope */
                    roles?: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
                };
                "approval-policy": {
                    /** @description Whether the act needs approval */
                    required: boolean;
                    /** @description Number of people other than the maker */
                    approvals: number;
                    /** @description Roles that can approve; defaults to all with the scope */
                    roles?: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
                };
            };
        };
        ApprovalPolicyInForce: {
            policy: components["schemas"]["ApprovalPolicy"];
            /** @description Null: the default policy */
            updatedBy: string | null;
            updatedAt: string | null;
        };
        /**
         * @description An action that the audit trail records
         * @enum {string}
         */
        AuditAction: "signed_in" | "sign_in_failed" | "signed_out" | "session_revoked" | "password_set" | "password_link_made" | "totp_set_up" | "totp_on" | "totp_off" | "totp_reset" | "backup_codes_renewed" | "oidc_unlinked" | "stepped_up" | "sign_in_settings_changed" | "user_created" | "role_changed" | "user_disabled" | "user_enabled" | "key_created" | "key_revoked" | "key_rotated" | "key_changed" | "secrets_resealed" | "charge_created" | "quote_created" | "hold_created" | "hold_voided" | "gift_claimed" | "payment_created" | "payment_concluded" | "payment_closed" | "gateway_created" | "gateway_changed" | "refund_created" | "refund_policy_overridden" | "refund_resolved" | "refund_redirected" | "charged_back" | "dispute_opened" | "dispute_won" | "dispute_lost" | "refund_request_asked" | "refund_request_evidence_added" | "refund_request_facts_stated" | "refund_request_approved" | "refund_request_declined" | "refund_request_assigned" | "refund_request_commented" | "refund_request_appealed" | "refund_request_reopened" | "refund_request_withdrawn" | "refund_request_execution_began" | "refund_request_executed" | "refund_request_failed" | "refund_request_postponed" | "refund_request_reminded" | "refund_request_settings_changed" | "bulk_refund_created" | "bulk_refund_rows_added" | "bulk_refund_previewing" | "bulk_refund_approved" | "bulk_refund_running" | "bulk_refund_paused" | "bulk_refund_cancelled" | "rate_card_published" | "contract_created" | "contract_ended" | "party_created" | "party_changed" | "active_users_reported" | "journal_entry_created" | "rollups_rebuilt" | "ledger_exported" | "audit_exported" | "receipt_secret_read" | "debt_recoup_posted" | "debt_repay_posted" | "debt_restore_posted" | "debt_write_off_proposed" | "debt_write_off_posted" | "debt_write_off_declined" | "payout_created" | "payout_approved" | "payout_paid" | "payout_failed" | "payout_canceled" | "payout_returned" | "payout_run_started" | "payout_file_made" | "payout_file_read" | "payout_destination_changed" | "settlement_settings_changed" | "settlement_settings_removed" | "reconciliation_started" | "fund_bill_taken" | "reconciliation_correction_approved" | "reconciliation_correction_declined" | "reconciliation_settings_changed" | "approval_requested" | "approval_given" | "approval_declined" | "approval_withdrawn" | "approval_executed" | "approval_failed" | "approval_policy_changed" | "webhook_created" | "webhook_changed" | "webhook_deleted" | "webhook_secret_rotated" | "webhook_tested" | "webhook_replayed";
        /** @description An action recorded in the audit trail; kept permanently */
        AuditEntry: {
            /** @description Sequential number */
            id: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            /**
             * @description The actor
             * @example user usr_…
             * @example key key_…
             * @example command line
             */
            actor: string;
            /** @description Id of the API key that the actor used; null for a session */
            key: string | null;
            action: components["schemas"]["AuditAction"];
            /** @description Id of the affected object */
            subject: string | null;
            /** @description Details, such as the values before and after */
            detail: {
                [key: string]: unknown;
            };
        };
        AuditPage: {
            data: components["schemas"]["AuditEntry"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        BackupCodes: {
            backupCodes: string[];
        };
        /** @description The current balance of an account, or its balance at a past time (with `at` and `basis`) */
        Balance: {
            /**
             * @description Party and purpose of an account, separated by a slash
             * @example mch_1/balance
             */
            path: string;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            balance: string;
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            held?: string;
            available?: string | null;
            floor?: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at?: string;
            /**
             * @description Whether `at` refers to the time of recording (the default) or the effective time
             * @enum {string}
             */
            basis?: "recorded" | "effective";
        };
        BulkCharge: components["schemas"]["BulkEventCharge"] | components["schemas"]["BulkQuoteCharge"];
        BulkChargeResults: {
            results: {
                /**
                 * @description HTTP status that a separate request would have returned
                 * @example 201
                 */
                status: number;
                charge?: components["schemas"]["Charge"];
                problem?: components["schemas"]["Problem"];
            }[];
            accepted: number;
            refused: number;
        };
        BulkEventCharge: components["schemas"]["AdsFeedBulkCharge"] | components["schemas"]["AdsArticleBulkCharge"] | components["schemas"]["AdsRewardedBulkCharge"] | components["schemas"]["GoodsStickerBulkCharge"] | components["schemas"]["GoodsRedEnvelopeCoverBulkCharge"] | components["schemas"]["GoodsGameItemBulkCharge"] | components["schemas"]["GoodsPaidContentBulkCharge"] | components["schemas"]["GoodsMembershipBulkCharge"] | components["schemas"]["GoodsTipBulkCharge"] | components["schemas"]["PaymentsScanPayBulkCharge"] | components["schemas"]["PaymentsCardRepaymentBulkCharge"] | components["schemas"]["PaymentsWealthBulkCharge"] | components["schemas"]["EnterpriseContactApiBulkCharge"] | components["schemas"]["EnterpriseArchiveBulkCharge"] | components["schemas"]["EnterpriseCommunityKitBulkCharge"] | components["schemas"]["CommerceCommissionBulkCharge"] | components["schemas"]["CommerceLiveSlotBulkCharge"] | components["schemas"]["CommerceLogisticsShareBulkCharge"] | components["schemas"]["DataAudienceReportBulkCharge"] | components["schemas"]["DataWhitePaperBulkCharge"] | components["schemas"]["DataTrainingSetBulkCharge"] | components["schemas"]["CrossborderOverseasPayBulkCharge"] | components["schemas"]["CrossborderRemittanceBulkCharge"] | components["schemas"]["CrossborderFxSpreadBulkCharge"] | components["schemas"]["ApisOcrBulkCharge"] | components["schemas"]["ApisComputeBulkCharge"] | components["schemas"]["ApisSemanticBulkCharge"];
        BulkQuoteCharge: {
            /**
             * @description Id of a quote
             * @example qte_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            quote: string;
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        /** @description Many refunds with the same reason, approved together */
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
             * @description Reason for the refund
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
                /** @description Rows that are ready but neither refunded nor failed yet */
                left: number;
            };
            preview: components["schemas"]["BulkRefundPreview"] | null;
            /** @description The users who have approved */
            approvals: string[];
            failure: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
        };
        BulkRefundApproval: {
            previewHash: string;
        };
        /** @description Selects the charges that match all conditions */
        BulkRefundFilter: {
            line?: string;
            product?: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer?: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payee?: string;
            /**
             * Format: date-time
             * @description Charges that took effect at or after this time
             * @example 2026-11-20T08:30:00Z
             */
            from?: string;
            /**
             * Format: date-time
             * @description Charges that took effect before this time
             * @example 2026-11-20T08:30:00Z
             */
            to?: string;
        };
        BulkRefundInput: {
            /**
             * @description Reason for the refund
             * @enum {string}
             */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            /** @description Kinds of evidence available for all rows */
            evidence?: ("payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice")[];
            reference?: components["schemas"]["Reference"];
            /** @description Note for the people who approve */
            note?: string;
            filter?: components["schemas"]["BulkRefundFilter"];
        };
        BulkRefundPage: {
            data: components["schemas"]["BulkRefund"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        /** @description Totals of the bulk refund */
        BulkRefundPreview: {
            /** @description Identifies this preview; required to approve it */
            hash: string;
            totals: {
                currency: string;
                count: number;
                /**
                 * @description Decimal in major units of the currency
                 * @example 100.00
                 */
                amount: string;
            }[];
            refused: {
                title: string;
                code: string;
                count: number;
            }[];
            /** @description Accounts whose balance is too low for all refunds together: the 100 largest shortfalls */
            shortages: {
                account: string;
                currency: string;
                /**
                 * @description Decimal in major units of the currency
                 * @example 100.00
                 */
                needed: string;
                /**
                 * @description Decimal in major units of the currency
                 * @example 100.00
                 */
                available: string;
                /**
                 * @description Decimal in major units of the currency
                 * @example 100.00
                 */
                short: string;
            }[];
            /** @description Total number of accounts with a shortfall */
            shortageAccounts: number;
            /** @description Number of different people who must approve */
            approvals: number;
        };
        /** @description Specify an amount or items; by default, everything that is left is refunded */
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
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            /** @description Reason for the refund */
            reason?: string;
            reference?: components["schemas"]["Reference"];
            /** @description The `hash` of a preview; the refund fails if its result would now be different */
            previewHash?: string;
            /**
             * @description The payer has already received the money elsewhere (for example in cash or on the provider’s website): the refund is not sent to a gateway. Not available to API keys bound to a party
             * @default false
             */
            outside?: boolean;
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        BulkRefundResults: {
            results: {
                /**
                 * @description HTTP status that a separate request would have returned
                 * @example 201
                 */
                status: number;
                refund?: components["schemas"]["Refund"];
                problem?: components["schemas"]["Problem"];
            }[];
            accepted: number;
            refused: number;
        };
        /** @description One row of a bulk refund */
        BulkRefundRow: {
            number: number;
            charge: string | null;
            /** @description Reference of the charge */
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
            /** @description Current status of the refund */
            refundStatus: string | null;
        };
        BulkRefundRowCount: {
            rows: number;
        };
        BulkRefundRowPage: {
            data: components["schemas"]["BulkRefundRow"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        BulkRefundRowsInput: {
            rows: {
                /** @description Id of the charge; or use `reference` */
                charge?: string;
                reference?: components["schemas"]["Reference"];
                /** @description Amount to refund; defaults to as much as the policy allows */
                amount?: string;
                currency?: string;
            }[];
        };
        ChangeOwnPasswordRequest: {
            currentPassword: string;
            /** @description Between 12 and 128 characters */
            newPassword: string;
        };
        ChangeUserRoleRequest: {
            /**
             * @description Name of the role
             * @enum {string}
             */
            role: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party?: string;
            /** @description Keep the API keys that the user created; by default, keys that no longer fit are revoked */
            keepKeys?: boolean;
        };
        ChangedUser: {
            user: components["schemas"]["User"];
            /** @description Number of API keys revoked by the change */
            revokedKeys: string[];
        };
        /** @description A priced and posted event */
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
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /**
             * @description The main recipient of the money, if there is one
             * @example mch_1
             */
            payee: string | null;
            amount: components["schemas"]["Money"];
            items: components["schemas"]["Item"][];
            refundPolicy: components["schemas"]["RefundPolicy"];
            /** @description Version of the rate card used for pricing */
            rateCard: number;
            /** @description Id of the contract that overrode the rate card, if any */
            contract: string | null;
            /** @description Your key-value data */
            metadata: {
                [key: string]: string;
            };
            refunded: components["schemas"]["Money"];
            refundable: components["schemas"]["Money"];
            pending: components["schemas"]["Money"];
            disputed: components["schemas"]["Money"];
            /**
             * @description Your own reference
             * @example order-1001
             */
            reference: string | null;
            /** @description Id of the quote that was charged, if any */
            quote: string | null;
            /** @description The order at a payment provider that paid for the charge; refunds are sent through it */
            payment: {
                gateway: string;
                order: string;
            } | null;
            /**
             * @description The actor who created it; null for callers bound to a party
             * @example user usr_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            createdBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            recordedAt: string;
        };
        ChargeCreatedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "charge.created";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["ChargeEventData"];
        };
        ChargeEventData: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /** @example mch_1 */
            payee: string | null;
            amount: components["schemas"]["Money"];
            /**
             * @description Your own reference
             * @example order-1001
             */
            reference: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
        };
        ChargePage: {
            data: components["schemas"]["Charge"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        ChargeRequest: components["schemas"]["EventCharge"] | components["schemas"]["QuoteCharge"];
        Claim: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /**
             * @description Whole number
             * @example 3
             */
            quantity: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            claimedAt: string;
            /** @description When unclaimed gifts are refunded automatically; null if they are not */
            returnsAt: string | null;
            item: components["schemas"]["Gift"];
        };
        ClaimRequest: {
            /** @description Id of the item */
            item: string;
            /**
             * @description Number of gifts claimed; defaults to one
             * @example 1
             */
            quantity?: string;
            reference?: components["schemas"]["Reference"];
        };
        Claims: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /** @description When unclaimed gifts are refunded automatically; null if they are not */
            returnsAt: string | null;
            items: components["schemas"]["Gift"][];
        };
        CommerceCommissionBulkCharge: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "commission";
            event: components["schemas"]["CommerceCommissionEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        CommerceCommissionCharge: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "commission";
            event: components["schemas"]["CommerceCommissionEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Commerce: Mini-program sales commission */
        CommerceCommissionEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            buyer: string;
            /** @description Source of the money: `external` (from outside, through a gateway), `wallet` (prepaid) or `balance` (earnings on the platform) */
            paidFrom?: "external" | "wallet" | "balance";
            /**
             * @description Your id for the party
             * @example mch_1
             */
            seller: string;
            items: {
                /** @description Your id for the item */
                id: string;
                /** @description Goods category, which determines the commission */
                category: string;
                /** @description Price per unit */
                price: {
                    /**
                     * @description Decimal in major units
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
                 * @description Your id for the party
                 * @example mch_1
                 */
                carrier: string;
                /** @description An amount in one currency */
                fee: {
                    /**
                     * @description Decimal in major units
                     * @example 100.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217 code
                     * @example CNY
                     */
                    currency: string;
                };
                /** @description Shipping service, such as `standard` or `express` */
                service: string;
            };
            /** @description The promoter, whose commission the seller pays */
            promoter?: {
                /**
                 * @description Your id for the party
                 * @example mch_1
                 */
                party: string;
                /** @description An amount in one currency */
                amount: {
                    /**
                     * @description Decimal in major units
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
        CommerceCommissionPricing: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "commission";
            event: components["schemas"]["CommerceCommissionEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        CommerceCommissionQuote: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "commission";
            event: components["schemas"]["CommerceCommissionEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        CommerceLiveSlotBulkCharge: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "live-slot";
            event: components["schemas"]["CommerceLiveSlotEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        CommerceLiveSlotCharge: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "live-slot";
            event: components["schemas"]["CommerceLiveSlotEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Commerce: Live-selling slot fee */
        CommerceLiveSlotEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            seller: string;
            minutes: number;
            /** @description An amount in one currency */
            pricePerHour: {
                /**
                 * @description Decimal in major units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            /** @description Source of the money: `external` (from outside, through a gateway), `wallet` (prepaid) or `balance` (earnings on the platform) */
            paidFrom?: "external" | "wallet" | "balance";
            /**
             * @description Start of the slot; determines how much is refunded on cancellation
             * @example 2026-11-23T20:00:00+08:00
             */
            startsAt?: string;
        };
        CommerceLiveSlotPricing: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "live-slot";
            event: components["schemas"]["CommerceLiveSlotEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        CommerceLiveSlotQuote: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "live-slot";
            event: components["schemas"]["CommerceLiveSlotEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        CommerceLogisticsShareBulkCharge: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "logistics-share";
            event: components["schemas"]["CommerceLogisticsShareEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        CommerceLogisticsShareCharge: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "logistics-share";
            event: components["schemas"]["CommerceLogisticsShareEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Commerce: Logistics share */
        CommerceLogisticsShareEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            carrier: string;
            /** @description Shipping fee paid to the carrier */
            fee: {
                /**
                 * @description Decimal in major units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            /** @description Shipping service, such as `standard` or `express` */
            service: string;
            /**
             * @description Source of the money: `external` (from outside, through a gateway), `wallet` (prepaid) or `balance` (earnings on the platform)
             * @default balance
             */
            paidFrom?: "external" | "wallet" | "balance";
        };
        CommerceLogisticsSharePricing: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "logistics-share";
            event: components["schemas"]["CommerceLogisticsShareEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        CommerceLogisticsShareQuote: {
            /** @constant */
            line: "commerce";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "logistics-share";
            event: components["schemas"]["CommerceLogisticsShareEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        /** @description A movement of value from one account to another */
        Component: {
            /**
             * @description Kind of component
             * @example fee
             */
            kind: string;
            /** @example mch_1/balance */
            from: string;
            /** @example platform/revenue */
            to: string;
            amount: components["schemas"]["Money"];
            /**
             * @description How the component is refunded with its item: proportionally, never, or only when the item is refunded completely
             * @enum {string}
             */
            returns: "pro-rata" | "never" | "whole-only";
        };
        ConfirmTotpRequest: {
            /**
             * @description Current code of the authenticator
             * @example 123456
             */
            code: string;
        };
        /** @description Custom terms of one customer for one product, used instead of the rate card */
        Contract: {
            /**
             * @description Id of a contract
             * @example ctr_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @enum {string} */
            status: "scheduled" | "in-force" | "ended";
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            /**
             * @description Changes to the product’s terms on the rate card, as a JSON merge patch (RFC 7396): null removes a field
             * @example {
             *       "fee": {
             *         "rate": "0.0038"
             *       }
             *     }
             */
            terms: {
                [key: string]: unknown;
            };
            /** @description Your own reference */
            reference: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /** @description Agreed end (exclusive); null if open-ended */
            until: string | null;
            /** @description When the contract was ended early, if it was */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /** @description The actor who created it */
            createdBy: string;
        };
        ContractPage: {
            data: components["schemas"]["Contract"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        ContractRequest: {
            /**
             * @description The customer; must be an existing party
             * @example mch_1
             */
            party: string;
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            /**
             * @description Changes to the product’s terms on the rate card, as a JSON merge patch (RFC 7396): null removes a field
             * @example {
             *       "fee": {
             *         "rate": "0.0038"
             *       }
             *     }
             */
            terms: {
                [key: string]: unknown;
            };
            reference?: components["schemas"]["Reference"];
            /**
             * Format: date-time
             * @description Defaults to now
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            /**
             * Format: date-time
             * @description End (exclusive); open-ended by default
             * @example 2026-11-20T08:30:00Z
             */
            until?: string;
        };
        CreateChargesRequest: {
            charges: components["schemas"]["BulkCharge"][];
        };
        CreatePayoutFileRequest: {
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
        };
        CreateRefundsRequest: {
            refunds: components["schemas"]["BulkRefundRequest"][];
        };
        CrossborderFxSpreadBulkCharge: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "fx-spread";
            event: components["schemas"]["CrossborderFxSpreadEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        CrossborderFxSpreadCharge: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "fx-spread";
            event: components["schemas"]["CrossborderFxSpreadEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Cross-border: Exchange spread */
        CrossborderFxSpreadEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            customer: string;
            /** @description In the currency of the rate card, the amount sold; in the other currency, the amount bought */
            amount: {
                /**
                 * @description Decimal in major units
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
             * @description Currency that is bought
             * @example JPY
             */
            currency: string;
            reference: {
                /** @example CNY/JPY */
                pair: string;
                /**
                 * @description Price of one unit of the first currency in the second
                 * @example 23.3943402608
                 */
                rate: string;
                /**
                 * @description Calendar day
                 * @example 2026-11-23
                 */
                day: string;
                /** @example ECB */
                source: string;
            };
        };
        CrossborderFxSpreadPricing: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "fx-spread";
            event: components["schemas"]["CrossborderFxSpreadEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        CrossborderFxSpreadQuote: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "fx-spread";
            event: components["schemas"]["CrossborderFxSpreadEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        CrossborderOverseasPayBulkCharge: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "overseas-pay";
            event: components["schemas"]["CrossborderOverseasPayEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        CrossborderOverseasPayCharge: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "overseas-pay";
            event: components["schemas"]["CrossborderOverseasPayEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Cross-border: Overseas in-store payment */
        CrossborderOverseasPayEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            merchant: string;
            /**
             * @description Destination market (ISO 3166-1 code)
             * @example JP
             */
            market: string;
            /** @description Price in the shop’s currency */
            amount: {
                /**
                 * @description Decimal in major units
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
                 * @description Price of one unit of the first currency in the second
                 * @example 23.3943402608
                 */
                rate: string;
                /**
                 * @description Calendar day
                 * @example 2026-11-23
                 */
                day: string;
                /** @example ECB */
                source: string;
            };
        };
        CrossborderOverseasPayPricing: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "overseas-pay";
            event: components["schemas"]["CrossborderOverseasPayEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        CrossborderOverseasPayQuote: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "overseas-pay";
            event: components["schemas"]["CrossborderOverseasPayEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        CrossborderRemittanceBulkCharge: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "remittance";
            event: components["schemas"]["CrossborderRemittanceEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        CrossborderRemittanceCharge: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "remittance";
            event: components["schemas"]["CrossborderRemittanceEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Cross-border: Remittance */
        CrossborderRemittanceEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payee: string;
            /**
             * @description Destination market (ISO 3166-1 code)
             * @example JP
             */
            market: string;
            /** @description In the currency of the rate card, the amount sent; in the destination currency, the amount received */
            amount: {
                /**
                 * @description Decimal in major units
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
             * @description Destination currency
             * @example JPY
             */
            currency: string;
            reference: {
                /** @example CNY/JPY */
                pair: string;
                /**
                 * @description Price of one unit of the first currency in the second
                 * @example 23.3943402608
                 */
                rate: string;
                /**
                 * @description Calendar day
                 * @example 2026-11-23
                 */
                day: string;
                /** @example ECB */
                source: string;
            };
        };
        CrossborderRemittancePricing: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "remittance";
            event: components["schemas"]["CrossborderRemittanceEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        CrossborderRemittanceQuote: {
            /** @constant */
            line: "crossborder";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "remittance";
            event: components["schemas"]["CrossborderRemittanceEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        DataAudienceReportBulkCharge: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "audience-report";
            event: components["schemas"]["DataAudienceReportEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        DataAudienceReportCharge: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "audience-report";
            event: components["schemas"]["DataAudienceReportEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Data products: Audience report */
        DataAudienceReportEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            buyer: string;
            /** @default 1 */
            copies?: number;
            /** @description Agreed price per copy; defaults to the lowest price */
            price?: {
                /**
                 * @description Decimal in major units
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
                 * @description The party that represents the people described by the data
                 * @example mch_1
                 */
                population: string;
                /**
                 * @description Id of the release approved by the privacy gate
                 * @example rel_1
                 */
                release: string;
                /**
                 * @description Privacy budget spent, in whole nano-rho
                 * @example 5000000
                 */
                nanoRho: string;
            };
        };
        DataAudienceReportPricing: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "audience-report";
            event: components["schemas"]["DataAudienceReportEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        DataAudienceReportQuote: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "audience-report";
            event: components["schemas"]["DataAudienceReportEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        DataTrainingSetBulkCharge: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "training-set";
            event: components["schemas"]["DataTrainingSetEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        DataTrainingSetCharge: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "training-set";
            event: components["schemas"]["DataTrainingSetEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Data products: AI training data set */
        DataTrainingSetEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            buyer: string;
            /**
             * @description Id of the project
             * @example prj_1
             */
            project: string;
            /** @description Agreed price of the whole project */
            quote: {
                /**
                 * @description Decimal in major units
                 * @example 100.00
                 */
                amount: string;
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
            };
            /** @description The milestone that is due */
            milestone: string;
            disclosure?: {
                /**
                 * @description The party that represents the people described by the data
                 * @example mch_1
                 */
                population: string;
                /**
                 * @description Id of the release approved by the privacy gate
                 * @example rel_1
                 */
                release: string;
                /**
                 * @description Privacy budget spent, in whole nano-rho
                 * @example 5000000
                 */
                nanoRho: string;
            };
        };
        DataTrainingSetPricing: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "training-set";
            event: components["schemas"]["DataTrainingSetEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        DataTrainingSetQuote: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "training-set";
            event: components["schemas"]["DataTrainingSetEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        DataWhitePaperBulkCharge: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "white-paper";
            event: components["schemas"]["DataWhitePaperEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        DataWhitePaperCharge: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "white-paper";
            event: components["schemas"]["DataWhitePaperEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Data products: Industry trend white paper */
        DataWhitePaperEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            buyer: string;
            /** @default 1 */
            copies?: number;
            disclosure: {
                /**
                 * @description The party that represents the people described by the data
                 * @example mch_1
                 */
                population: string;
                /**
                 * @description Id of the release approved by the privacy gate
                 * @example rel_1
                 */
                release: string;
                /**
                 * @description Privacy budget spent, in whole nano-rho
                 * @example 5000000
                 */
                nanoRho: string;
            };
        };
        DataWhitePaperPricing: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "white-paper";
            event: components["schemas"]["DataWhitePaperEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        DataWhitePaperQuote: {
            /** @constant */
            line: "data";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "white-paper";
            event: components["schemas"]["DataWhitePaperEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        /** @description The debt of a party in one currency */
        Debt: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            /**
             * @description `debt`: deducted from the party’s next earnings; `advance`: paid by the platform on behalf of the party
             * @enum {string}
             */
            kind: "debt" | "advance";
            amount: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description When the oldest unpaid part arose
             * @example 2026-11-20T08:30:00Z
             */
            since: string;
            ages: components["schemas"]["DebtAges"];
            lines: {
                /** @description Line of the refunds that caused it; null if no refund did */
                line: string | null;
                amount: components["schemas"]["Money"];
            }[];
            /** @description Amount written off and not restored */
            writtenOff: components["schemas"]["Money"];
            /** @description Debt limit of the party */
            limit: components["schemas"]["Money"] | null;
        };
        /** @description Amounts by age in days, in the tenant’s time zone */
        DebtAges: {
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            upTo30: string;
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            upTo60: string;
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            upTo90: string;
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            older: string;
        };
        DebtDetail: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            /**
             * @description `debt`: deducted from the party’s next earnings; `advance`: paid by the platform on behalf of the party
             * @enum {string}
             */
            kind: "debt" | "advance";
            amount: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description When the oldest unpaid part arose
             * @example 2026-11-20T08:30:00Z
             */
            since: string;
            ages: components["schemas"]["DebtAges"];
            lines: {
                /** @description Line of the refunds that caused it; null if no refund did */
                line: string | null;
                amount: components["schemas"]["Money"];
            }[];
            /** @description Amount written off and not restored */
            writtenOff: components["schemas"]["Money"];
            /** @description Debt limit of the party */
            limit: components["schemas"]["Money"] | null;
            /** @description Unpaid parts, oldest first; repayments are applied to the oldest part first */
            parts: {
                /** @description Id of the refund or journal entry that caused it */
                posting: string | null;
                line: string | null;
                left: components["schemas"]["Money"];
                of: components["schemas"]["Money"];
                /**
                 * Format: date-time
                 * @description RFC 3339 timestamp with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                at: string;
                /** @description Age in days */
                age: number;
            }[];
            /** @description Repayments, newest first */
            paidBack: {
                posting: string | null;
                kind: string;
                amount: components["schemas"]["Money"];
                /**
                 * Format: date-time
                 * @description RFC 3339 timestamp with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                at: string;
            }[];
        };
        /** @description A recovery, repayment, write-off or restoration of a debt */
        DebtEntry: {
            /**
             * @description Id of a debt entry
             * @example dbt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            /**
             * @description `debt`: deducted from the party’s next earnings; `advance`: paid by the platform on behalf of the party
             * @enum {string}
             */
            kind: "debt" | "advance";
            /** @enum {string} */
            action: "recoup" | "repay" | "write-off" | "restore";
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "proposed" | "posted" | "declined";
            reason: string | null;
            /** @description The payout from which it was recovered */
            payout: string | null;
            /** @description Id of the journal entry, once posted */
            journalEntry: string | null;
            createdBy: string;
            decidedBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            decidedAt: string | null;
        };
        DebtEntryPage: {
            data: components["schemas"]["DebtEntry"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        DebtEntryRequest: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            /**
             * @description `debt`: deducted from the party’s next earnings; `advance`: paid by the platform on behalf of the party
             * @default debt
             * @enum {string}
             */
            kind?: "debt" | "advance";
            /**
             * @description `recoup`: take it from the balance; `repay`: record a payment from outside; `write-off`: book it as the platform’s loss; `restore`: reinstate a written-off debt
             * @enum {string}
             */
            action: "recoup" | "repay" | "write-off" | "restore";
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Defaults to the full amount
             * @example 100.00
             */
            amount?: string;
            /** @description Recorded in the audit trail; required for a write-off */
            reason?: string;
        };
        DebtEventData: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            /** @enum {string} */
            kind: "debt" | "advance";
            owed: components["schemas"]["Money"];
        };
        DebtOpenedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "debt.opened";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["DebtEventData"];
        };
        DebtPage: {
            data: components["schemas"]["Debt"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        DebtReport: {
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
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
                 * @description Decimal in major units of the currency
                 * @example 100.00
                 */
                amount: string;
                ages: components["schemas"]["DebtAges"];
                parties: number;
            }[];
            /** @description Largest first within each currency */
            data: {
                /**
                 * @description Your id for the party
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
                 * @description Decimal in major units of the currency
                 * @example 100.00
                 */
                amount: string;
                ages: components["schemas"]["DebtAges"];
                /**
                 * Format: date-time
                 * @description RFC 3339 timestamp with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                since: string;
            }[];
        };
        DebtSettledWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "debt.settled";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["DebtEventData"];
        };
        DebtSummary: {
            totals: {
                /**
                 * @description `debt`: deducted from the party’s next earnings; `advance`: paid by the platform on behalf of the party
                 * @enum {string}
                 */
                kind: "debt" | "advance";
                line: string | null;
                parties: number;
                amount: components["schemas"]["Money"];
                ages: components["schemas"]["DebtAges"];
            }[];
        };
        DeletedWebhook: {
            /**
             * @description Id of a webhook
             * @example whk_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            deleted: true;
        };
        DisableTotpRequest: {
            password: string;
            /**
             * @description Current code of the authenticator
             * @example 123456
             */
            code?: string;
            backupCode?: string;
        };
        DisableUserRequest: {
            /** @description Keep the API keys that the user created; by default, keys that no longer fit are revoked */
            keepKeys?: boolean;
        };
        /** @description A chargeback claim on a payment by the payer’s bank */
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
            /** @description The part that was still refundable; it cannot be refunded while the dispute is open */
            reserved: components["schemas"]["Money"];
            lost: components["schemas"]["Money"];
            reason: string | null;
            /** @description The provider’s id of the dispute */
            reference: string | null;
            /** @description Id of the chargeback posted for the lost amount */
            refund: string | null;
            answerBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            openedAt: string;
            resolvedAt: string | null;
        };
        DisputeClosedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "dispute.closed";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["DisputeEventData"];
        };
        DisputeEventData: {
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
            lost: components["schemas"]["Money"];
            reason: string | null;
            /**
             * @description Your own reference
             * @example order-1001
             */
            reference: string | null;
            /** Format: date-time */
            answerBy: string | null;
        };
        DisputeOpenedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "dispute.opened";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["DisputeEventData"];
        };
        DisputePage: {
            data: components["schemas"]["Dispute"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        DisputeRequest: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /** @description Defaults to the full amount paid */
            amount?: components["schemas"]["Money"];
            /** @description Reason given by the payer’s bank */
            reason?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            answerBy?: string;
        };
        DisputeResolution: {
            /** @enum {string} */
            outcome: "won" | "lost";
            /** @description Lost amount; defaults to the full disputed amount */
            lost?: components["schemas"]["Money"];
        };
        EndContractRequest: {
            /**
             * Format: date-time
             * @description Defaults to now
             * @example 2026-11-20T08:30:00Z
             */
            at?: string;
        };
        EnterpriseArchiveBulkCharge: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "archive";
            event: components["schemas"]["EnterpriseArchiveEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        EnterpriseArchiveCharge: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "archive";
            event: components["schemas"]["EnterpriseArchiveEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Enterprise services: Conversation archive (compliance) */
        EnterpriseArchiveEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            customer: string;
            /**
             * @description A day, or a timestamp with an offset, which counts as its day in the time zone
             * @example 2026-12-01
             */
            from: string;
            /**
             * @description A day, or a timestamp with an offset, which counts as its day in the time zone
             * @example 2026-12-01
             */
            to: string;
            /** @description IANA time zone; defaults to that of the rate card */
            zone?: string;
            /**
             * @description A day on which a billing period starts; defaults to that of the rate card
             * @example 2026-11-23
             */
            anchor?: string;
        };
        EnterpriseArchivePricing: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "archive";
            event: components["schemas"]["EnterpriseArchiveEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        EnterpriseArchiveQuote: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "archive";
            event: components["schemas"]["EnterpriseArchiveEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        EnterpriseCommunityKitBulkCharge: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "community-kit";
            event: components["schemas"]["EnterpriseCommunityKitEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        EnterpriseCommunityKitCharge: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "community-kit";
            event: components["schemas"]["EnterpriseCommunityKitEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Enterprise services: Community operations kit */
        EnterpriseCommunityKitEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            customer: string;
            /**
             * @description A day, or a timestamp with an offset, which counts as its day in the time zone
             * @example 2026-12-01
             */
            from: string;
            /**
             * @description A day, or a timestamp with an offset, which counts as its day in the time zone
             * @example 2026-12-01
             */
            to: string;
            /** @description IANA time zone; defaults to that of the rate card */
            zone?: string;
            /**
             * @description A day on which a billing period starts; defaults to that of the rate card
             * @example 2026-11-23
             */
            anchor?: string;
            /** @description Number of seats held during the whole period */
            seats: number;
        };
        EnterpriseCommunityKitPricing: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "community-kit";
            event: components["schemas"]["EnterpriseCommunityKitEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        EnterpriseCommunityKitQuote: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "community-kit";
            event: components["schemas"]["EnterpriseCommunityKitEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        EnterpriseContactApiBulkCharge: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "contact-api";
            event: components["schemas"]["EnterpriseContactApiEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        EnterpriseContactApiCharge: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "contact-api";
            event: components["schemas"]["EnterpriseContactApiEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Enterprise services: Customer contact API */
        EnterpriseContactApiEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            customer: string;
            /**
             * @description A day, or a timestamp with an offset, which counts as its day in the time zone
             * @example 2026-12-01
             */
            from: string;
            /**
             * @description A day, or a timestamp with an offset, which counts as its day in the time zone
             * @example 2026-12-01
             */
            to: string;
            /** @description IANA time zone; defaults to that of the rate card */
            zone?: string;
            /**
             * @description A day on which a billing period starts; defaults to that of the rate card
             * @example 2026-11-23
             */
            anchor?: string;
        };
        EnterpriseContactApiPricing: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "contact-api";
            event: components["schemas"]["EnterpriseContactApiEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        EnterpriseContactApiQuote: {
            /** @constant */
            line: "enterprise";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "contact-api";
            event: components["schemas"]["EnterpriseContactApiEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        EventCharge: components["schemas"]["AdsFeedCharge"] | components["schemas"]["AdsArticleCharge"] | components["schemas"]["AdsRewardedCharge"] | components["schemas"]["GoodsStickerCharge"] | components["schemas"]["GoodsRedEnvelopeCoverCharge"] | components["schemas"]["GoodsGameItemCharge"] | components["schemas"]["GoodsPaidContentCharge"] | components["schemas"]["GoodsMembershipCharge"] | components["schemas"]["GoodsTipCharge"] | components["schemas"]["PaymentsScanPayCharge"] | components["schemas"]["PaymentsCardRepaymentCharge"] | components["schemas"]["PaymentsWealthCharge"] | components["schemas"]["EnterpriseContactApiCharge"] | components["schemas"]["EnterpriseArchiveCharge"] | components["schemas"]["EnterpriseCommunityKitCharge"] | components["schemas"]["CommerceCommissionCharge"] | components["schemas"]["CommerceLiveSlotCharge"] | components["schemas"]["CommerceLogisticsShareCharge"] | components["schemas"]["DataAudienceReportCharge"] | components["schemas"]["DataWhitePaperCharge"] | components["schemas"]["DataTrainingSetCharge"] | components["schemas"]["CrossborderOverseasPayCharge"] | components["schemas"]["CrossborderRemittanceCharge"] | components["schemas"]["CrossborderFxSpreadCharge"] | components["schemas"]["ApisOcrCharge"] | components["schemas"]["ApisComputeCharge"] | components["schemas"]["ApisSemanticCharge"];
        Evidence: {
            /** @enum {string} */
            kind: "payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice";
            note: string | null;
            text: string | null;
            url: string | null;
            hash: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            by: string | null;
        };
        /** @description Evidence for a refund request. Files stay with you: send their URL and hash */
        EvidenceRequest: {
            /** @enum {string} */
            kind: "payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice";
            /** @description What the evidence shows */
            note?: string;
            /** @description The evidence itself, if it is a short text */
            text?: string;
            /** @description Where the evidence is stored; it is never fetched */
            url?: string;
            /** @description SHA-256 hash of the file */
            hash?: string;
        };
        /** @description Where every cent went, and why */
        Explanation: {
            steps: components["schemas"]["Step"][];
            /** @description All steps, one per line */
            text: string;
        };
        /** @description The movements of a gateway’s account on one day */
        FundBill: {
            /**
             * @description Id of a fund-flow bill
             * @example fnd_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @example wechatpay */
            gateway: string;
            /**
             * @description Day of the bill in the provider’s time zone
             * @example 2026-11-20
             */
            date: string;
            /** @description Balance before the first movement; null for a day without movements */
            opening: components["schemas"]["Money"] | null;
            /** @description Balance after the last movement */
            closing: components["schemas"]["Money"] | null;
            /** @description Opening balance minus the closing balance of the day before: zero if no movement is missing between them; null if a balance is unknown */
            gap: components["schemas"]["Money"] | null;
            movements: number;
            income: components["schemas"]["Money"];
            expense: components["schemas"]["Money"];
            classes: {
                /**
                 * @description `matched`: as the trade bill or the ledger states; `missing_here`: a payment or refund that neither knows; `missing_there`: a line of the day’s trade bill without a movement; `other`: other business, such as withdrawals
                 * @enum {string}
                 */
                class: "matched" | "amount_differs" | "missing_here" | "missing_there" | "other";
                /** @description Kind of business, as in the bill */
                name: string;
                count: number;
                /** @description Signed sum */
                amount: components["schemas"]["Money"];
            }[];
            createdBy: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
        };
        FundBillPage: {
            data: components["schemas"]["FundBill"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        FundMovement: {
            /** @description Position in the bill */
            number: number;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            /** @description The provider’s number of the payment or refund; empty for other business */
            providerNumber: string;
            /** @description Number of the movement; null where the bill has none */
            flowNumber: string | null;
            name: string;
            type: string;
            /** @description Signed: what the account received or paid */
            amount: components["schemas"]["Money"];
            /** @description Balance after the movement */
            balance: components["schemas"]["Money"] | null;
            note: string;
            /**
             * @description `matched`: as the trade bill or the ledger states; `missing_here`: a payment or refund that neither knows; `missing_there`: a line of the day’s trade bill without a movement; `other`: other business, such as withdrawals
             * @enum {string}
             */
            class: "matched" | "amount_differs" | "missing_here" | "missing_there" | "other";
            /** @description What the trade bill or the ledger states, in sum for this number */
            expected: components["schemas"]["Money"] | null;
            charge: string | null;
            refund: string | null;
        };
        FundMovementPage: {
            data: components["schemas"]["FundMovement"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        /** @description A configured payment provider. Its settings are stored encrypted and never returned */
        Gateway: {
            /**
             * @description Id of a gateway
             * @example gtw_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description Name used in charges and payments
             * @example wechatpay
             */
            name: string;
            /**
             * @description Kind of the payment provider
             * @example sandbox
             * @example wechatpay
             */
            kind: string;
            enabled: boolean;
            /** @description Path for the provider’s notifications; contains a secret token */
            notifyPath: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
        };
        GatewayKinds: {
            data: {
                /**
                 * @description Kind of the payment provider
                 * @example sandbox
                 * @example wechatpay
                 */
                kind: string;
                /** @description JSON Schema of the settings; secrets are marked `writeOnly` */
                settings: {
                    [key: string]: unknown;
                };
            }[];
        };
        GatewayRequest: {
            /**
             * @description Kind of the payment provider
             * @example sandbox
             * @example wechatpay
             */
            kind: string;
            /** @description Settings of this kind of gateway: URLs, merchant number, keys */
            settings: {
                [key: string]: unknown;
            };
            /** @default true */
            enabled?: boolean;
        };
        Gateways: {
            data: components["schemas"]["Gateway"][];
        };
        /** @description A gift in a charge and how much of it is claimed */
        Gift: {
            /** @description Id of the item */
            id: string;
            /**
             * @description Whole number
             * @example 3
             */
            quantity: string;
            /**
             * @description Whole number
             * @example 3
             */
            claimed: string;
            /**
             * @description Whole number
             * @example 3
             */
            returned: string;
            /**
             * @description Whole number
             * @example 3
             */
            unclaimed: string;
        };
        GoodsGameItemBulkCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "game-item";
            event: components["schemas"]["GoodsGameItemEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        GoodsGameItemCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "game-item";
            event: components["schemas"]["GoodsGameItemEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Digital goods: In-game item */
        GoodsGameItemEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /** @description Source of the money: `external` (from outside, through a gateway), `wallet` (prepaid) or `balance` (earnings on the platform) */
            paidFrom?: "external" | "wallet" | "balance";
            items: {
                /** @description Your id for the item */
                id: string;
                /** @description An amount in one currency */
                price: {
                    /**
                     * @description Decimal in major units
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
                 * @description Your id for the party
                 * @example mch_1
                 */
                creator?: string;
                /** @description Bought for a recipient who has to claim it; unclaimed gifts are refunded */
                gift?: boolean;
            }[];
        };
        GoodsGameItemPricing: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "game-item";
            event: components["schemas"]["GoodsGameItemEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        GoodsGameItemQuote: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "game-item";
            event: components["schemas"]["GoodsGameItemEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        GoodsMembershipBulkCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "membership";
            event: components["schemas"]["GoodsMembershipEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        GoodsMembershipCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "membership";
            event: components["schemas"]["GoodsMembershipEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Digital goods: Scene membership */
        GoodsMembershipEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /** @description Source of the money: `external` (from outside, through a gateway), `wallet` (prepaid) or `balance` (earnings on the platform) */
            paidFrom?: "external" | "wallet" | "balance";
            /** @description The scene of the membership */
            scene: string;
            /**
             * @description Calendar day
             * @example 2026-11-23
             */
            from: string;
            /**
             * @description End of the membership (exclusive)
             * @example 2026-11-23
             */
            to: string;
            /**
             * @description The creator who runs the scene, unless it is the platform
             * @example mch_1
             */
            creator?: string;
        };
        GoodsMembershipPricing: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "membership";
            event: components["schemas"]["GoodsMembershipEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        GoodsMembershipQuote: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "membership";
            event: components["schemas"]["GoodsMembershipEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        GoodsPaidContentBulkCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "paid-content";
            event: components["schemas"]["GoodsPaidContentEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        GoodsPaidContentCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "paid-content";
            event: components["schemas"]["GoodsPaidContentEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Digital goods: Paid channel content */
        GoodsPaidContentEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /** @description Source of the money: `external` (from outside, through a gateway), `wallet` (prepaid) or `balance` (earnings on the platform) */
            paidFrom?: "external" | "wallet" | "balance";
            items: {
                /** @description Your id for the item */
                id: string;
                /** @description An amount in one currency */
                price: {
                    /**
                     * @description Decimal in major units
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
                 * @description Your id for the party
                 * @example mch_1
                 */
                creator?: string;
                /** @description Bought for a recipient who has to claim it; unclaimed gifts are refunded */
                gift?: boolean;
            }[];
        };
        GoodsPaidContentPricing: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "paid-content";
            event: components["schemas"]["GoodsPaidContentEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        GoodsPaidContentQuote: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "paid-content";
            event: components["schemas"]["GoodsPaidContentEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        GoodsRedEnvelopeCoverBulkCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "red-envelope-cover";
            event: components["schemas"]["GoodsRedEnvelopeCoverEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        GoodsRedEnvelopeCoverCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "red-envelope-cover";
            event: components["schemas"]["GoodsRedEnvelopeCoverEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Digital goods: Custom red-envelope cover */
        GoodsRedEnvelopeCoverEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /** @description Source of the money: `external` (from outside, through a gateway), `wallet` (prepaid) or `balance` (earnings on the platform) */
            paidFrom?: "external" | "wallet" | "balance";
            items: {
                /** @description Your id for the item */
                id: string;
                /** @description An amount in one currency */
                price: {
                    /**
                     * @description Decimal in major units
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
                 * @description Your id for the party
                 * @example mch_1
                 */
                creator?: string;
                /** @description Bought for a recipient who has to claim it; unclaimed gifts are refunded */
                gift?: boolean;
            }[];
        };
        GoodsRedEnvelopeCoverPricing: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "red-envelope-cover";
            event: components["schemas"]["GoodsRedEnvelopeCoverEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        GoodsRedEnvelopeCoverQuote: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "red-envelope-cover";
            event: components["schemas"]["GoodsRedEnvelopeCoverEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        GoodsStickerBulkCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "sticker";
            event: components["schemas"]["GoodsStickerEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        GoodsStickerCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "sticker";
            event: components["schemas"]["GoodsStickerEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Digital goods: Animated sticker pack */
        GoodsStickerEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /** @description Source of the money: `external` (from outside, through a gateway), `wallet` (prepaid) or `balance` (earnings on the platform) */
            paidFrom?: "external" | "wallet" | "balance";
            items: {
                /** @description Your id for the item */
                id: string;
                /** @description An amount in one currency */
                price: {
                    /**
                     * @description Decimal in major units
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
                 * @description Your id for the party
                 * @example mch_1
                 */
                creator?: string;
                /** @description Bought for a recipient who has to claim it; unclaimed gifts are refunded */
                gift?: boolean;
            }[];
        };
        GoodsStickerPricing: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "sticker";
            event: components["schemas"]["GoodsStickerEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        GoodsStickerQuote: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "sticker";
            event: components["schemas"]["GoodsStickerEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        GoodsTipBulkCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "tip";
            event: components["schemas"]["GoodsTipEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        GoodsTipCharge: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "tip";
            event: components["schemas"]["GoodsTipEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Digital goods: Live-stream tip */
        GoodsTipEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /** @description Source of the money: `external` (from outside, through a gateway), `wallet` (prepaid) or `balance` (earnings on the platform) */
            paidFrom?: "external" | "wallet" | "balance";
            /**
             * @description Your id for the party
             * @example mch_1
             */
            creator: string;
            /** @description An amount in one currency */
            amount: {
                /**
                 * @description Decimal in major units
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
        GoodsTipPricing: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "tip";
            event: components["schemas"]["GoodsTipEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        GoodsTipQuote: {
            /** @constant */
            line: "goods";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "tip";
            event: components["schemas"]["GoodsTipEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description An amount reserved on an account, to be captured by a charge */
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
                 * @description Party and purpose of an account, separated by a slash
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
            /** @description Amount captured by a charge */
            captured: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
        };
        HoldPage: {
            data: components["schemas"]["Hold"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        HoldRequest: {
            account: {
                /**
                 * @description Party and purpose of an account, separated by a slash
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
             * @description In seconds
             * @example 604800
             */
            expiresIn: number;
        };
        /** @description A part of a charge that can be refunded separately */
        Item: {
            /** @example 1 */
            id: string;
            /**
             * @description Whole number
             * @example 1
             */
            quantity: string;
            /** @description Days or timestamps that it was bought for; the end is exclusive */
            period?: {
                from: string;
                to: string;
                zone?: string;
            };
            /** @description Prepaid calls */
            pack?: {
                calls: string;
            };
            /** @description Bought for a recipient who has to claim it */
            gift?: boolean;
            components: components["schemas"]["Component"][];
        };
        /** @description A manual posting, such as a funding or a correction */
        JournalEntry: {
            /**
             * @description Id of a journal entry
             * @example jrn_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            description: string;
            transfers: {
                /**
                 * @description Party and purpose of an account, separated by a slash
                 * @example mch_1/balance
                 */
                from: string;
                /**
                 * @description Party and purpose of an account, separated by a slash
                 * @example mch_1/balance
                 */
                to: string;
                amount: components["schemas"]["Money"];
                /**
                 * @description Kind of transfer; defaults to journal
                 * @example funding
                 */
                kind: string;
            }[];
            /** @description The given effective time; null if it is the time of recording */
            effectiveAt: string | null;
            /** @description The actor who made it */
            createdBy: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
        };
        JournalEntryPage: {
            data: components["schemas"]["JournalEntry"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        JournalEntryRequest: {
            /** @description Explanation of the entry */
            description: string;
            transfers: components["schemas"]["JournalTransferRequest"][];
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
        };
        JournalTransferRequest: {
            /**
             * @description Party and purpose of an account, separated by a slash
             * @example mch_1/balance
             */
            from: string;
            /**
             * @description Party and purpose of an account, separated by a slash
             * @example mch_1/balance
             */
            to: string;
            amount: components["schemas"]["Money"];
            /**
             * @description Kind of transfer; defaults to journal
             * @example funding
             */
            kind?: string;
        };
        /** @description The result of recalculating all balances from the transfers */
        LedgerCheck: {
            /** @description True if no faults were found */
            ok: boolean;
            accounts: number;
            transfers: number;
            /** @description Number of blocks in the hash chain */
            blocks: number;
            /** @description Number of batches that are not in the chain yet */
            unchained: number;
            faults: {
                code: string;
                detail: string;
            }[];
        };
        /** @description The report of a line with the amounts of its products */
        LineReport: {
            title: string;
            /** @example goods */
            line: string;
            /**
             * @description Day in the tenant’s time zone
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description Exclusive
             * @example 2026-11-01
             */
            to: string;
            /** @example Asia/Shanghai */
            timeZone: string;
            /** @description Number of days of the period that have started; averages per day and month are based on it */
            days: number;
            columns: components["schemas"]["ReportColumn"][];
            rows: {
                title: string;
                /** @example sticker */
                product: string;
                /** @description Cells by column id */
                cells: {
                    [key: string]: components["schemas"]["ReportCell"];
                };
                /** @description Paying users, counted per month: a user who paid in two months counts twice */
                payers: number;
                amounts: components["schemas"]["ReportAmounts"][];
            }[];
            kpis: (components["schemas"]["ReportColumn"] & {
                cell: components["schemas"]["ReportCell"];
            })[];
            /** @description Measures of the line that the series report offers */
            measures: components["schemas"]["ReportMeasure"][];
            total: components["schemas"]["ReportAmounts"][];
        };
        MarkPayoutFailedRequest: {
            /** @description Reason */
            failure: string;
            reference?: components["schemas"]["Reference"];
        };
        MarkPayoutPaidRequest: {
            reference?: components["schemas"]["Reference"];
        };
        /** @description The caller of the request */
        Me: {
            /**
             * @description Name of the caller in the audit trail
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
                 * @description Name of the role
                 * @enum {string}
                 */
                role: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
                /** @description Whether two-factor authentication is enabled */
                totp: boolean;
                hasPassword: boolean;
                /** @description The role requires two-factor authentication, which must be enabled before anything else */
                secondFactorMissing: boolean;
            } | null;
            /** @description Id of the API key; null for a user */
            key: string | null;
            /** @description The party that the caller is bound to; null if not bound */
            party: string | null;
            scopes: string[];
            tenant: {
                id: number;
                name: string;
                /** @example Asia/Shanghai */
                timeZone: string;
            };
        };
        /** @description Your own key-value data, stored with the charge */
        MetadataInput: {
            [key: string]: string;
        };
        /** @description An amount in one currency */
        Money: {
            /**
             * @description Decimal in major units
             * @example 100.00
             */
            amount: string;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
        };
        OidcStart: {
            url: string;
        };
        /** @description The order at a payment provider that paid for the charge; refunds are sent through it */
        OrderPaid: {
            /**
             * @description Name of the gateway
             * @example wechatpay
             */
            gateway: string;
            /**
             * @description Your order number at the provider
             * @example order-1001
             */
            order: string;
        };
        /** @description A payer or payee */
        Party: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            id: string;
            /**
             * @description Main role of the party
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
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
        };
        PartyPage: {
            data: components["schemas"]["Party"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        PartyRequest: {
            /**
             * @description Main role of the party
             * @enum {string}
             */
            kind: "consumer" | "merchant" | "advertiser" | "publisher" | "creator" | "developer" | "company" | "carrier" | "channel" | "campaign" | "population" | "platform";
            /** @description Display name or note for people */
            name: string;
            /** @description Attributes that prices can depend on, such as `merchantCategory` */
            attributes?: {
                [key: string]: string;
            };
        };
        PartySettlementSettings: {
            debts?: {
                /** @description Debt limit per currency; a refund that would exceed it is refused, or advanced by the platform */
                limits?: {
                    amount: components["schemas"]["Money"];
                    /** @enum {string} */
                    beyond: "refuse" | "advance";
                }[];
            };
            payouts?: {
                paused?: boolean;
                /**
                 * @description Decimal in major units, for any currency
                 * @example 1000
                 */
                minimum?: string;
                hold?: components["schemas"]["PayoutHold"];
            };
        };
        PartySettlementSettingsAnswer: {
            settings: components["schemas"]["PartySettlementSettings"] | null;
            /** @description The user who changed the settings last; null if they were never changed */
            updatedBy: string | null;
            updatedAt: string | null;
        };
        /** @description Give it to the user as `<console>/set-password?token=…` */
        PasswordLink: {
            user: components["schemas"]["User"];
            /** @description Shown only once; can be used once */
            passwordToken: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            expiresAt: string;
        };
        PasswordSet: {
            /** @enum {string} */
            status: "password_set";
        };
        /** @description How much of a balance can be paid out, and what reduces it */
        Payable: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            balance: components["schemas"]["Money"];
            /** @description Balance minus holds */
            available: components["schemas"]["Money"];
            /** @description Debts and advances, which are deducted first */
            owed: components["schemas"]["Money"];
            /** @description Written-off debts that the next payout restores */
            restored: components["schemas"]["Money"];
            /** @description Withheld because recent charges can still be refunded */
            heldBack: components["schemas"]["Money"];
            /** @description Number of charges with a withheld amount */
            charges: number;
            paused: boolean;
            /** @description Amount that can be paid out now, in whole minor units */
            payable: components["schemas"]["Money"];
        };
        /** @description An order at a payment provider; its event is charged when it is paid */
        Payment: {
            /**
             * @description Id of a payment
             * @example pay_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description created: not yet confirmed by the provider; open: can be paid; paid: received but not charged yet; charged: the charge was posted; closed: ended unpaid; failed: rejected by the provider
             * @enum {string}
             */
            status: "created" | "open" | "paid" | "charged" | "closed" | "failed";
            /** @example wechatpay */
            gateway: string;
            amount: components["schemas"]["Money"];
            description: string;
            /** @description What the payer’s device needs to pay: the content of a QR code, or parameters for the provider’s app */
            handle: {
                [key: string]: unknown;
            } | null;
            /** @description Your own reference */
            reference: string | null;
            /** @description Id of the resulting charge */
            charge: string | null;
            /** @description Code of the reason why the payment failed, or why the paid amount could not be charged */
            failure: string | null;
            paidAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
        };
        PaymentEventData: {
            /**
             * @description Id of a payment
             * @example pay_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @description Id of the charge, once there is one */
            charge: string | null;
            amount: components["schemas"]["Money"];
            /** @description Name of the gateway */
            gateway: string;
            /** @enum {string} */
            status: "created" | "open" | "paid" | "charged" | "closed" | "failed";
            /**
             * @description Your own reference
             * @example order-1001
             */
            reference: string | null;
            /** @description Reason of a failure */
            failure: string | null;
        };
        PaymentFailedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "payment.failed";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["PaymentEventData"];
        };
        PaymentPage: {
            data: components["schemas"]["Payment"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        PaymentRequest: {
            of: components["schemas"]["PricingRequest"];
            /** @example wechatpay */
            gateway: string;
            /** @description Pay by scanning a QR code (default), or in the provider’s app as the given user */
            method?: {
                /** @constant */
                kind: "native";
            } | {
                /** @constant */
                kind: "jsapi";
                openId: string;
            };
            /** @description Description on the payer’s statement */
            description: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Seconds until the order expires
             * @default 900
             */
            expiresIn?: number;
        };
        PaymentSucceededWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "payment.succeeded";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["PaymentEventData"];
        };
        PaymentsCardRepaymentBulkCharge: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "card-repayment";
            event: components["schemas"]["PaymentsCardRepaymentEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        PaymentsCardRepaymentCharge: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "card-repayment";
            event: components["schemas"]["PaymentsCardRepaymentEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Payments: Credit-card repayment */
        PaymentsCardRepaymentEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            issuer: string;
            /** @description An amount in one currency */
            amount: {
                /**
                 * @description Decimal in major units
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
        PaymentsCardRepaymentPricing: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "card-repayment";
            event: components["schemas"]["PaymentsCardRepaymentEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        PaymentsCardRepaymentQuote: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "card-repayment";
            event: components["schemas"]["PaymentsCardRepaymentEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        PaymentsScanPayBulkCharge: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "scan-pay";
            event: components["schemas"]["PaymentsScanPayEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        PaymentsScanPayCharge: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "scan-pay";
            event: components["schemas"]["PaymentsScanPayEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Payments: In-store QR payment */
        PaymentsScanPayEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            merchant: string;
            /** @description An amount in one currency */
            amount: {
                /**
                 * @description Decimal in major units
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
             * @description Payment channel on the rate card; its cost and refund rules apply
             * @default wechatpay
             */
            channel?: string;
        };
        PaymentsScanPayPricing: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "scan-pay";
            event: components["schemas"]["PaymentsScanPayEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        PaymentsScanPayQuote: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "scan-pay";
            event: components["schemas"]["PaymentsScanPayEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        PaymentsWealthBulkCharge: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "wealth";
            event: components["schemas"]["PaymentsWealthEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
            /**
             * @description Repeating a request with the same key returns the original result instead of executing it again
             * @example order-1001-charge
             */
            idempotencyKey?: string;
        };
        PaymentsWealthCharge: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "wealth";
            event: components["schemas"]["PaymentsWealthEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        /** @description Payments: Balance wealth product */
        PaymentsWealthEvent: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            fund: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            holder: string;
            /**
             * @description Calendar day
             * @example 2026-11-23
             */
            day: string;
            /** @description An amount in one currency */
            holding: {
                /**
                 * @description Decimal in major units
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
             * @description Annualized yield of the fund on that day, as a decimal
             * @example 0.025
             */
            fundYield: string;
            /** @description A decimal such as "0.006" */
            holderYield: string;
        };
        PaymentsWealthPricing: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "wealth";
            event: components["schemas"]["PaymentsWealthEvent"];
            metadata?: components["schemas"]["MetadataInput"];
        };
        PaymentsWealthQuote: {
            /** @constant */
            line: "payments";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            product: "wealth";
            event: components["schemas"]["PaymentsWealthEvent"];
            metadata?: components["schemas"]["MetadataInput"];
            /**
             * @description In seconds
             * @default 900
             */
            expiresIn?: number;
        };
        /** @description A transfer of earnings to a party’s bank account */
        Payout: {
            /**
             * @description Id of a payout
             * @example pyt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "created" | "approved" | "sent" | "paid" | "failed" | "canceled" | "returned";
            /** @description Deducted for debts and advances */
            recovered: components["schemas"]["Money"];
            /** @description Withheld because recent charges could still be refunded */
            heldBack: components["schemas"]["Money"];
            /** @description Number of people required, including the creator; 0 if no approval is required */
            people: number;
            createdBy: string | null;
            approvedBy: string[];
            /** @description The bank account, masked */
            destination: string | null;
            /** @description Day of the scheduled run that created it */
            run: string | null;
            /** @description Id of the payment file that contains it */
            file: string | null;
            /** @description The bank’s reference */
            reference: string | null;
            /** @description Why it failed or was returned */
            failure: string | null;
            note: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            approvedAt: string | null;
            sentAt: string | null;
            closedAt: string | null;
        };
        PayoutCreatedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "payout.created";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["PayoutEventData"];
        };
        /** @description The bank account of a party; the full number is never returned */
        PayoutDestination: {
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Bank and last four digits
             * @example ICBC …1234
             */
            hint: string;
            updatedBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
        };
        PayoutDestinationChangedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "payout_destination.changed";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["PayoutDestinationEventData"];
        };
        PayoutDestinationEventData: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            currency: string;
            /** @description Bank and last digits of the account */
            hint: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            payableFrom: string;
        };
        PayoutDestinationRequest: {
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /** @description Account holder’s name, as registered with the bank */
            holder: string;
            /** @description Account number or IBAN */
            account: string;
            /** @description Bank name */
            bank: string;
            /** @description Branch name or code */
            branch?: string;
        };
        PayoutDestinations: {
            data: components["schemas"]["PayoutDestination"][];
        };
        PayoutEventData: {
            /**
             * @description Id of a payout
             * @example pyt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "created" | "approved" | "sent" | "paid" | "failed" | "canceled" | "returned";
            /**
             * @description Your own reference
             * @example order-1001
             */
            reference: string | null;
            /** @description Reason of a failure */
            failure: string | null;
        };
        PayoutFailedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "payout.failed";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["PayoutEventData"];
        };
        /** @description Payouts sent to the bank in one file */
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
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
        };
        PayoutFilePage: {
            data: components["schemas"]["PayoutFile"][];
            /** @description Cursor of the next page; null on the last page */
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
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        PayoutPaidWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "payout.paid";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["PayoutEventData"];
        };
        PayoutRequest: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Defaults to the full payable amount
             * @example 100.00
             */
            amount?: string;
            /** @description Display name or note for people */
            note?: string;
        };
        PayoutResults: {
            results: {
                payout: string;
                result: components["schemas"]["Payout"] | null;
                /** @description Problem code if the result was rejected */
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
                reference?: components["schemas"]["Reference"];
                /** @description Why the bank rejected it */
                failure?: string;
            }[];
            /** @description Instead of `results`: CSV with the columns `payout`, `outcome`, `reference` and `failure` */
            csv?: string;
        };
        PayoutReturn: {
            /** @description Reason */
            failure: string;
            reference?: components["schemas"]["Reference"];
        };
        PayoutReturnedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "payout.returned";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["PayoutEventData"];
        };
        PricingRequest: components["schemas"]["AdsFeedPricing"] | components["schemas"]["AdsArticlePricing"] | components["schemas"]["AdsRewardedPricing"] | components["schemas"]["GoodsStickerPricing"] | components["schemas"]["GoodsRedEnvelopeCoverPricing"] | components["schemas"]["GoodsGameItemPricing"] | components["schemas"]["GoodsPaidContentPricing"] | components["schemas"]["GoodsMembershipPricing"] | components["schemas"]["GoodsTipPricing"] | components["schemas"]["PaymentsScanPayPricing"] | components["schemas"]["PaymentsCardRepaymentPricing"] | components["schemas"]["PaymentsWealthPricing"] | components["schemas"]["EnterpriseContactApiPricing"] | components["schemas"]["EnterpriseArchivePricing"] | components["schemas"]["EnterpriseCommunityKitPricing"] | components["schemas"]["CommerceCommissionPricing"] | components["schemas"]["CommerceLiveSlotPricing"] | components["schemas"]["CommerceLogisticsSharePricing"] | components["schemas"]["DataAudienceReportPricing"] | components["schemas"]["DataWhitePaperPricing"] | components["schemas"]["DataTrainingSetPricing"] | components["schemas"]["CrossborderOverseasPayPricing"] | components["schemas"]["CrossborderRemittancePricing"] | components["schemas"]["CrossborderFxSpreadPricing"] | components["schemas"]["ApisOcrPricing"] | components["schemas"]["ApisComputePricing"] | components["schemas"]["ApisSemanticPricing"];
        /** @description Problem details of a failed request (RFC 9457) */
        Problem: {
            title: string;
            /** @example urn:recoup:problem:charge_unknown */
            type: string;
            /** @example 404 */
            status: number;
            detail: string;
            /**
             * @description Stable error code; never renamed
             * @example charge_unknown
             */
            code: string;
            /** @description Parameters of `detail` */
            params?: {
                [key: string]: unknown;
            };
            /** @description Invalid fields, as JSON pointers */
            errors?: {
                pointer: string;
                message: string;
            }[];
            /** @description Same as the header `X-Request-Id` */
            requestId: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A product that can be charged */
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
            /** @description JSON Schema of the event */
            event: unknown;
            /**
             * @description The field of the event that identifies the customer whose contract applies
             * @example merchant
             */
            customer: string;
            /** @description JSON Schema of the product’s terms on a rate card */
            terms: unknown;
            /** @description Terms on the default rate card */
            defaultTerms: unknown;
            /** @description Whether the current rate card prices the product */
            priced: boolean;
            /** @description Price models on the current rate card, or on the default one if the product is not priced */
            priceModels: string[];
            /** @description Names of the price models, in the same order */
            priceModelTitles: {
                en: string;
                zh: string;
            }[];
            /** @description Human-readable terms, field by field, on the current rate card or on the default one */
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
            /** @description Refund policies with their location in the terms; one per channel where they differ */
            refundPolicies: {
                pointer: string;
                policy: components["schemas"]["RefundPolicy"];
            }[];
            /** @description Example event */
            example: unknown;
        };
        ProductList: {
            data: components["schemas"]["Product"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
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
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        /** @description A priced event that is not charged yet; the price is guaranteed until the quote expires */
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
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /**
             * @description The main recipient of the money, if there is one
             * @example mch_1
             */
            payee: string | null;
            amount: components["schemas"]["Money"];
            items: components["schemas"]["Item"][];
            refundPolicy: components["schemas"]["RefundPolicy"];
            /** @description Version of the rate card used for pricing */
            rateCard: number;
            /** @description Id of the contract that overrode the rate card, if any */
            contract: string | null;
            /** @description Your key-value data */
            metadata: {
                [key: string]: string;
            };
            explanation: components["schemas"]["Explanation"];
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            expiresAt: string;
            expired: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
        };
        QuoteCharge: {
            /**
             * @description Id of a quote
             * @example qte_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            quote: string;
            /**
             * Format: date-time
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            reference?: components["schemas"]["Reference"];
            /**
             * @description Id of a hold on the payer’s account to capture
             * @example hld_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            hold?: string;
            payment?: components["schemas"]["OrderPaid"];
        };
        QuotePage: {
            data: components["schemas"]["Quote"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        QuoteRequest: components["schemas"]["AdsFeedQuote"] | components["schemas"]["AdsArticleQuote"] | components["schemas"]["AdsRewardedQuote"] | components["schemas"]["GoodsStickerQuote"] | components["schemas"]["GoodsRedEnvelopeCoverQuote"] | components["schemas"]["GoodsGameItemQuote"] | components["schemas"]["GoodsPaidContentQuote"] | components["schemas"]["GoodsMembershipQuote"] | components["schemas"]["GoodsTipQuote"] | components["schemas"]["PaymentsScanPayQuote"] | components["schemas"]["PaymentsCardRepaymentQuote"] | components["schemas"]["PaymentsWealthQuote"] | components["schemas"]["EnterpriseContactApiQuote"] | components["schemas"]["EnterpriseArchiveQuote"] | components["schemas"]["EnterpriseCommunityKitQuote"] | components["schemas"]["CommerceCommissionQuote"] | components["schemas"]["CommerceLiveSlotQuote"] | components["schemas"]["CommerceLogisticsShareQuote"] | components["schemas"]["DataAudienceReportQuote"] | components["schemas"]["DataWhitePaperQuote"] | components["schemas"]["DataTrainingSetQuote"] | components["schemas"]["CrossborderOverseasPayQuote"] | components["schemas"]["CrossborderRemittanceQuote"] | components["schemas"]["CrossborderFxSpreadQuote"] | components["schemas"]["ApisOcrQuote"] | components["schemas"]["ApisComputeQuote"] | components["schemas"]["ApisSemanticQuote"];
        /** @description All prices from a date on. Versions are immutable */
        RateCard: {
            /** @example 1 */
            version: number;
            /**
             * Format: date-time
             * @description When the version takes effect
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /** @description The actor who published it */
            createdBy: string;
            /** @description Whether this is the current version */
            inForce: boolean;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Custom units beside ISO 4217 currencies, such as points; lower-case
             * @example [
             *       "points"
             *     ]
             */
            units?: string[];
            /** @description Terms by `line/product`; their schemas are in `/v1/products` */
            products: {
                [key: string]: unknown;
            };
        };
        /** @description A difference between two rate cards */
        RateCardChange: {
            /**
             * @description JSON pointer to the changed field
             * @example /products/payments~1scan-pay/fee/rate
             */
            pointer: string;
            /** @enum {string} */
            kind: "added" | "removed" | "changed";
            before?: unknown;
            after?: unknown;
            /** @description Human-readable description of the change */
            text: string;
        };
        /** @description The result of validating a rate card */
        RateCardCheck: {
            valid: boolean;
            /** @description Problem code that publishing would return */
            code: string | null;
            /** @description Human-readable explanation of the problem */
            detail: string | null;
            /** @description All invalid fields, as JSON pointers */
            errors: {
                pointer: string;
                message: string;
            }[];
            /** @description Changes from the preceding version */
            changes: components["schemas"]["RateCardChange"][];
            /** @description What a valid card may do unexpectedly, such as a fee above the sale; it can be published all the same */
            warnings: {
                pointer: string;
                text: string;
            }[];
            /** @description Hash to send as `confirm`; null if no confirmation is needed */
            confirm: string | null;
            /**
             * @description Products that the card removes, and the currency if it changes; to be confirmed
             * @example [
             *       "payments/scan-pay"
             *     ]
             */
            lost: string[];
        };
        /** @description The differences between two versions of the rate card */
        RateCardDiff: {
            /** @example 1 */
            from: number;
            /** @example 1 */
            to: number;
            /** @description Applied in order, they turn the first version into the second */
            changes: components["schemas"]["RateCardChange"][];
            /** @description All changes, one per line */
            text: string;
        };
        RateCardList: {
            data: components["schemas"]["RateCardSummary"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        RateCardRequest: {
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Custom units beside ISO 4217 currencies, such as points; lower-case
             * @example [
             *       "points"
             *     ]
             */
            units?: string[];
            /** @description Terms by `line/product`; their schemas are in `/v1/products` */
            products: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it takes effect; defaults to now
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            /** @description Needed for a card that removes a product or changes the currency: the hash from `confirmation_required` or from validating the card */
            confirm?: string;
        };
        RateCardSummary: {
            /** @example 1 */
            version: number;
            /**
             * Format: date-time
             * @description When the version takes effect
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /** @description The actor who published it */
            createdBy: string;
            /** @description Whether this is the current version */
            inForce: boolean;
        };
        /** @description A receipt to print for the payer */
        Receipt: {
            /** @example 1061H-3Y2QV-7K4M */
            number: string;
            /** @description Grants the right to request refunds; null for callers with neither `charges:write` nor `requests:write` */
            secret: string | null;
            /**
             * @description Page for entering number and secret. Only a path if the server has no public URL (`RECOUP_PUBLIC_URL`)
             * @example https://pay.example.com/r
             */
            url: string;
            /** @description Opens the receipt directly, for use in a QR code; null if `secret` is null */
            link: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            linkEndsAt: string | null;
        };
        ReceiptAppeal: {
            /**
             * @description As printed on the receipt
             * @example 1061H-3Y2QV-7K4M
             */
            number?: string;
            /**
             * @description As printed on the receipt
             * @example 7KX4P-29MQT-D0VWE
             */
            secret?: string;
            /** @description Token from a link or an earlier response */
            token?: string;
            /**
             * @description Id of a refund request
             * @example req_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            request: string;
            /** @description Reason */
            text: string;
        };
        /** @description Requires `text` or `url` */
        ReceiptEvidence: {
            /**
             * @description As printed on the receipt
             * @example 1061H-3Y2QV-7K4M
             */
            number?: string;
            /**
             * @description As printed on the receipt
             * @example 7KX4P-29MQT-D0VWE
             */
            secret?: string;
            /** @description Token from a link or an earlier response */
            token?: string;
            /**
             * @description Id of a refund request
             * @example req_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            request: string;
            /** @enum {string} */
            kind: "payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice";
            /** @description What the evidence shows */
            note?: string;
            /** @description The evidence itself, if it is a short text */
            text?: string;
            /** @description Where the evidence is stored; it is never fetched */
            url?: string;
            /** @description SHA-256 hash of the file */
            hash?: string;
        };
        /** @description A message or evidence on a refund request */
        ReceiptMessage: {
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            byPayer: boolean;
            /** @enum {string} */
            kind: "message" | "evidence" | "appeal";
            /** @description Kind of evidence; null unless `kind` is `evidence` */
            evidence: {
                code: string;
                text: string;
            } | null;
            text: string | null;
            /** @description URL of the evidence */
            url: string | null;
        };
        /** @description Requires `number` and `secret`, or `token`. */
        ReceiptOpening: {
            /**
             * @description As printed on the receipt
             * @example 1061H-3Y2QV-7K4M
             */
            number?: string;
            /**
             * @description As printed on the receipt
             * @example 7KX4P-29MQT-D0VWE
             */
            secret?: string;
            /** @description Token from a link or an earlier response */
            token?: string;
        };
        /** @description The possible refund for a reason if requested now */
        ReceiptOption: {
            /** @description Reason for the refund */
            reason: {
                /**
                 * @description Stable code; never renamed
                 * @enum {string}
                 */
                code: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
                text: string;
            };
            /** @description Whether a request with this reason can succeed */
            open: boolean;
            most: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description Deadline for requesting; null if there is none
             */
            deadline: string | null;
            evidence: {
                code: string;
                text: string;
            }[];
            /** @description True if `most` is an upper limit, because the actual use is not known yet */
            dependsOnUse: boolean;
            /** @description Whether a person reviews the request before it is refunded */
            looked: boolean;
            /**
             * Format: date-time
             * @description Earliest time of the refund; null if immediate
             */
            notBefore: string | null;
            /** @description Why this reason is not refundable; null if it is */
            decline: {
                code: string;
                text: string;
            } | null;
        };
        /** @description A part of the amount paid */
        ReceiptPart: {
            /** @example principal */
            kind: string;
            /** @enum {string} */
            role: "payee" | "platform" | "exchange" | "self" | "other";
            /**
             * @description Display name of the recipient
             * @example Noodle shop
             */
            to: string;
            amount: components["schemas"]["Money"];
        };
        /** @description Specify an amount or items; by default, everything refundable is requested */
        ReceiptRefundRequest: {
            /**
             * @description As printed on the receipt
             * @example 1061H-3Y2QV-7K4M
             */
            number?: string;
            /**
             * @description As printed on the receipt
             * @example 7KX4P-29MQT-D0VWE
             */
            secret?: string;
            /** @description Token from a link or an earlier response */
            token?: string;
            /** @enum {string} */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            amount?: components["schemas"]["Money"];
            items?: components["schemas"]["RefundItemRequest"][];
            /** @description Message from the payer */
            note?: string;
        };
        /** @description A refund request of the payer */
        ReceiptRequest: {
            /**
             * @description Id of a refund request
             * @example req_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @description Status */
            status: {
                /**
                 * @description Stable code; never renamed
                 * @enum {string}
                 */
                code: "requested" | "needs-evidence" | "approved" | "declined" | "executing" | "done" | "failed" | "withdrawn";
                text: string;
            };
            /** @description Reason for the refund */
            reason: {
                /**
                 * @description Stable code; never renamed
                 * @enum {string}
                 */
                code: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
                text: string;
            };
            amount: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description When the request is due to be answered, even if evidence is missing
             */
            answerBy: string | null;
            evidence: {
                code: string;
                text: string;
            }[];
            /**
             * Format: date-time
             * @description Earliest time of an approved refund; null if it is immediate or not approved
             */
            notBefore: string | null;
            /** @description Reason for the decision */
            decline: {
                code: string;
                text: string;
            } | null;
            /** @description Message to the payer from the person who declined the request */
            declineText: string | null;
            /** @description Whether the request was appealed; an appeal is final */
            appealed: boolean;
            messages: components["schemas"]["ReceiptMessage"][];
            /** @description Whether evidence can be added */
            mayShow: boolean;
            /** @description Whether the decision can be appealed; another person decides */
            mayAppeal: boolean;
            mayWithdraw: boolean;
        };
        /** @description A charge as the payer sees it */
        ReceiptView: {
            /** @example 1061H-3Y2QV-7K4M */
            number: string;
            /** @description Amount paid */
            amount: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            chargedAt: string;
            /** @example Asia/Shanghai */
            timeZone: string;
            /** @example Payments */
            line: string;
            /** @example In-store QR payment */
            product: string;
            /** @description The platform’s order number */
            reference: string | null;
            /** @description Display name of the seller */
            payee: string | null;
            parts: components["schemas"]["ReceiptPart"][];
            items: {
                id: string;
                quantity: string;
                amount: components["schemas"]["Money"];
                returned: string;
            }[];
            refunded: components["schemas"]["Money"];
            /** @description Amount being refunded */
            pending: components["schemas"]["Money"];
            /** @description Amount on hold during a dispute */
            disputed: components["schemas"]["Money"];
            /** @description Amount that can still be refunded */
            refundable: components["schemas"]["Money"];
            refunds: {
                amount: components["schemas"]["Money"];
                /** @description Status */
                status: {
                    /**
                     * @description Stable code; never renamed
                     * @enum {string}
                     */
                    code: "pending" | "succeeded" | "failed" | "reversed";
                    text: string;
                };
                /**
                 * Format: date-time
                 * @description RFC 3339 timestamp with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                startedAt: string;
                /**
                 * Format: date-time
                 * @description When the refund arrived, failed or was reversed; null while it is pending
                 */
                endedAt: string | null;
                /** @description Explanation of the exchange difference, if the payer bears it */
                exchange: string[];
            }[];
            options: components["schemas"]["ReceiptOption"][];
            /** @description What a guardian can request from the platform’s customer service, with proof of identity */
            guardian: components["schemas"]["ReceiptOption"] | null;
            requests: components["schemas"]["ReceiptRequest"][];
            /**
             * Format: date-time
             * @description When unclaimed gifts are refunded automatically
             */
            giftsReturnAt: string | null;
            /** @description Opens this receipt again instead of number and secret, until `tokenEndsAt` */
            token: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            tokenEndsAt: string;
        };
        ReceiptWithdrawal: {
            /**
             * @description As printed on the receipt
             * @example 1061H-3Y2QV-7K4M
             */
            number?: string;
            /**
             * @description As printed on the receipt
             * @example 7KX4P-29MQT-D0VWE
             */
            secret?: string;
            /** @description Token from a link or an earlier response */
            token?: string;
            /**
             * @description Id of a refund request
             * @example req_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            request: string;
        };
        /** @description A comparison of a provider’s daily bill with the ledger */
        Reconciliation: {
            /**
             * @description Id of a reconciliation
             * @example rcn_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @example wechatpay */
            gateway: string;
            /**
             * @description Day of the bill, in its time zone
             * @example 2026-11-20
             */
            date: string;
            timeZone: string;
            /** @enum {string} */
            source: "download" | "upload";
            /**
             * @description superseded: replaced by a later run for the same day
             * @enum {string}
             */
            status: "running" | "completed" | "failed" | "superseded";
            startedBy: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            startedAt: string;
            finishedAt: string | null;
            /** @description Number of bill lines read so far */
            lines: number;
            failure: {
                code: string;
                message: string | null;
            } | null;
            /** @description The run for the same day that this one superseded */
            previous: string | null;
            changes: {
                /** @description Differences that the previous run did not have */
                appeared: number;
                /** @description Differences of the previous run that no longer exist */
                gone: number;
            } | null;
            /** @description Counts and totals; `there`: on the bill, `here`: in the ledger */
            classes: {
                /**
                 * @description open: in transit, not a difference; missing_there: not on the bill; missing_here: not in the ledger
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
                /** @description Undecided differences that need attention today */
                alerts: number;
            };
        };
        ReconciliationApproval: {
            /** @description Numbers of the differences */
            differences?: number[];
            /** @enum {string} */
            class?: "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
            /** @description The `next` value of the previous response */
            after?: number;
            /** @description Reason */
            note?: string;
        };
        ReconciliationCompletedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "reconciliation.completed";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["ReconciliationEventData"];
        };
        ReconciliationDecisions: {
            data: {
                number: number;
                /**
                 * @description executing: approved, but execution is not confirmed; approve it again to retry
                 * @enum {string}
                 */
                status: "proposed" | "executing" | "done" | "declined";
                /** @description Why the status did not change; null if it did */
                problem: {
                    code: string;
                    detail: string;
                } | null;
            }[];
            /** @description Pass as `after` to continue; null if there are no more */
            next: number | null;
        };
        /** @description A difference between the bill and the ledger, with the proposed correction */
        ReconciliationDifference: {
            /** @description Number within the reconciliation */
            number: number;
            /** @enum {string} */
            class: "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
            /** @description Whether it needs attention today */
            alert: boolean;
            /**
             * @description executing: approved, but execution is not confirmed; approve it again to retry
             * @enum {string}
             */
            status: "proposed" | "executing" | "done" | "declined";
            /** @description Null for the total rounding difference of the day’s fees */
            line: components["schemas"]["ReconciliationLine"] | null;
            /** @description Proposed correction, executed on approval */
            correction: {
                /** @enum {string} */
                kind: "take_in_payment" | "post_refund" | "ask_provider" | "settle_refund" | "ask_again" | "book_suspense" | "book_fee" | "review";
                steps: components["schemas"]["Step"][];
                /** @description Transfers that the correction itself posts; charging a payment and posting or finalizing a refund post their own */
                transfers: {
                    /**
                     * @description Party and purpose of an account, separated by a slash
                     * @example mch_1/balance
                     */
                    from: string;
                    /**
                     * @description Party and purpose of an account, separated by a slash
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
            /** @description Error code of the last attempt */
            failure: string | null;
            result: {
                journal: string | null;
                charge: string | null;
                refund: string | null;
            };
        };
        ReconciliationDifferencePage: {
            data: components["schemas"]["ReconciliationDifference"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        ReconciliationEventData: {
            /**
             * @description Id of a reconciliation
             * @example rcn_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @description Name of the gateway */
            gateway: string;
            /** Format: date */
            date: string;
            lines: number;
            differences: {
                proposed: number;
                executing: number;
                done: number;
                declined: number;
                alerts: number;
            };
        };
        /** @description A line of the bill with the matching ledger entry, or a ledger entry that is not on the bill */
        ReconciliationLine: {
            line: number;
            /**
             * @description open: in transit, not a difference; missing_there: not on the bill; missing_here: not in the ledger
             * @enum {string}
             */
            class: "matched" | "open" | "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
            /** @enum {string} */
            kind: "payment" | "refund";
            /** @description Our order or refund number at the provider */
            reference: string;
            order: string;
            there: {
                amount: components["schemas"]["Money"];
                fee: components["schemas"]["Money"] | null;
                status: string;
                providerNumber: string | null;
                /**
                 * Format: date-time
                 * @description RFC 3339 timestamp with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                at: string;
            } | null;
            here: {
                /** @description `charged`; for a refund its status (`pending`, `succeeded`, …); `corrected` if only corrections match it; otherwise the status of the payment */
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
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        ReconciliationPage: {
            data: components["schemas"]["Reconciliation"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        ReconciliationRefusal: {
            /** @description Numbers of the differences */
            differences?: number[];
            /** @enum {string} */
            class?: "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
            /** @description The `next` value of the previous response */
            after?: number;
            /** @description Reason */
            note: string;
        };
        ReconciliationRequest: {
            /** @example wechatpay */
            gateway: string;
            /**
             * @description Day of the bill in the provider’s time zone
             * @example 2026-11-20
             */
            date: string;
        };
        ReconciliationSettings: {
            /** @description Whether a reconciliation is started daily */
            enabled: boolean;
            /** @description Time on the following day from which the bill is downloaded, in the provider’s time zone */
            readyAt: string;
            /**
             * @description Allowed fee difference beyond rounding, in major units of any currency
             * @example 100.00
             */
            feeTolerance: string;
            /** @description Corrections above this amount must be approved by someone other than the user who started the run; null for no limit */
            twoPeopleAbove: string | null;
            /** @description Number of days that a pending refund may be missing from the bills before it counts as a difference */
            transitDays: number;
        };
        /**
         * @description Your own reference, such as an order number
         * @example order-1001
         */
        Reference: string;
        /** @description The reference rate of the day, if the policy uses it */
        ReferenceRate: {
            /** @example USD/CNY */
            pair: string;
            /** @example 7.1 */
            rate: string;
            day: string;
            /** @description Publisher of the rate */
            source: string;
        };
        /** @description A refund of a charge */
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
             * @description pending: being executed by a payment provider; failed: nothing reached the payer and all postings were reversed; reversed: a chargeback that was won later
             * @enum {string}
             */
            status: "pending" | "succeeded" | "failed" | "reversed";
            /** @enum {string} */
            kind: "refund" | "chargeback";
            /** @description The gateway that executes the refund; null if it was completed immediately */
            gateway: string | null;
            /** @description Id of the dispute that caused a chargeback */
            dispute: string | null;
            /** @description When the refund left the status `pending` */
            settledAt: string | null;
            /** @description Error code of the provider or of Recoup */
            failure: string | null;
            /** @description Amount that the payer receives */
            amount: components["schemas"]["Money"];
            items: components["schemas"]["RefundedItem"][];
            transfers: components["schemas"]["RefundTransfer"][];
            shortages: components["schemas"]["Shortage"][];
            /** @description Amount that can still be refunded afterwards */
            refundableAfter: components["schemas"]["Money"];
            /** @description Reason for the refund */
            reason: string | null;
            /** @description Your own reference */
            reference: string | null;
            /**
             * @description The actor who created it; null for callers bound to a party
             * @example user usr_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            createdBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            recordedAt: string;
        };
        RefundAppeal: {
            /** @description Reason */
            text: string;
        };
        RefundApproval: {
            previewHash: string;
        };
        RefundCreatedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "refund.created";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["RefundEventData"];
        };
        /** @description The decision of the charge’s policy on a request */
        RefundDecision: {
            /** @enum {string} */
            outcome: "automatic" | "needs-approval" | "needs-evidence" | "declined";
            decline: {
                code: string;
                text: string;
            } | null;
            /** @description Amount that the payer would receive */
            amount: components["schemas"]["Money"];
            /** @description Maximum refund for this reason now */
            most: components["schemas"]["Money"];
            deadline: string | null;
            notBefore: string | null;
            /** @description Number of different people who must approve */
            approvals: number;
            missingEvidence: string[];
            missingFacts: string[];
        };
        RefundDecline: {
            /** @enum {string} */
            code: "policy" | "evidence-insufficient" | "not-entitled" | "duplicate" | "suspected-abuse" | "other";
            /** @description Message to the person who asked */
            text?: string;
        };
        RefundEventData: {
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
            status: "pending" | "succeeded" | "failed" | "reversed";
            /** @enum {string} */
            kind: "refund" | "chargeback";
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            /**
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            /** @example mch_1 */
            payee: string | null;
            /** @description Name of the gateway that pays it out; null: none */
            gateway: string | null;
            reason: string | null;
            /**
             * @description Your own reference
             * @example order-1001
             */
            reference: string | null;
            /** @description Reason of a failure */
            failure: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            amount: components["schemas"]["Money"];
        };
        /** @description The execution of a refund at the payment provider */
        RefundExecution: {
            /** @example wechatpay */
            gateway: string;
            /** @description Our refund number at the provider; the same for every retry */
            number: string;
            /** @description The order at the provider that is refunded */
            order: string;
            amount: components["schemas"]["Money"];
            /**
             * @description queued: not sent yet; unknown: sent without a response, will be retried; processing: accepted; abnormal: requires your decision; closed, refused: no money moved at the provider
             * @enum {string}
             */
            status: "queued" | "unknown" | "processing" | "abnormal" | "succeeded" | "closed" | "refused";
            providerNumber: string | null;
            /** @description Number of calls to the provider */
            calls: number;
            /** @description The provider’s last error code, if it did not return a status */
            lastCode: string | null;
            lastMessage: string | null;
        };
        RefundFailedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "refund.failed";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["RefundEventData"];
        };
        /** @description An item by quantity or by amount; by default, all that is left of it */
        RefundItemRequest: {
            /**
             * @description Id of the item
             * @example 1
             */
            id: string;
            /**
             * @description Number of units
             * @example 1
             */
            quantity?: string;
            amount?: components["schemas"]["Money"];
        };
        RefundPage: {
            data: components["schemas"]["Refund"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        /** @description When, by whom, for which reasons and with what evidence a charge can be refunded; frozen when the charge is created */
        RefundPolicy: {
            /** @description Number of days after the charge took effect; null for no limit */
            windowDays: number | null;
            /** @description Maximum number of refunds per charge; null for no limit */
            maxRefunds: number | null;
            /** @description Minimum number of seconds between two refunds of a charge */
            minGapSeconds: number;
            /**
             * @description If a payee’s balance is too low: the payee owes the amount (debt), the platform pays it (advance), or the refund is refused (reject)
             * @enum {string}
             */
            shortage: "debt" | "advance" | "reject";
            /** @description Who may request a refund */
            asks?: string[];
            /** @description Required evidence */
            evidence?: string[];
            /** @description Share of the otherwise refundable amount, "0" to "1" */
            share?: string;
            /** @description Component kinds whose items are not refunded */
            keeps?: string[];
            /** @description `at-once`, or `month-end`: not before the end of the month */
            opens?: string;
            /** @description Refundable amount by use */
            use?: unknown;
            /** @description Number of approvals by amount */
            approvals?: unknown;
            /** @description Exchange rate used, and who bears the difference */
            exchange?: unknown;
            /** @description Overrides by reason */
            reasons?: unknown;
        };
        /** @description The effect of a refund if executed now */
        RefundPreview: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /** @description Identifies this preview; pass it as `previewHash` when refunding */
            hash: string;
            /** @description Amount that the payer receives */
            amount: components["schemas"]["Money"];
            items: components["schemas"]["RefundedItem"][];
            transfers: components["schemas"]["RefundTransfer"][];
            shortages: components["schemas"]["Shortage"][];
            /** @description Amount that can still be refunded afterwards */
            refundableAfter: components["schemas"]["Money"];
            explanation: components["schemas"]["Explanation"];
        };
        /** @description Specify an amount or items; by default, everything that is left is refunded */
        RefundPreviewRequest: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            amount?: components["schemas"]["Money"];
            items?: components["schemas"]["RefundItemRequest"][];
            /**
             * @description The payer has already received the money elsewhere (for example in cash or on the provider’s website): the refund is not sent to a gateway. Not available to API keys bound to a party
             * @default false
             */
            outside?: boolean;
        };
        RefundReport: {
            /**
             * @description Day in the tenant’s time zone
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description Exclusive
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
                 * @description Decimal in major units of the currency
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
                 * @description Decimal in major units of the currency
                 * @example 100.00
                 */
                refunded: string;
                /**
                 * @description Refunded amount divided by captured amount
                 * @example 0.1234
                 */
                rate: string | null;
            }[];
            reasons: {
                /**
                 * @description A reason code, or `other` (free text), `unstated` or `chargeback`
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
                 * @description Decimal in major units of the currency
                 * @example 100.00
                 */
                refunded: string;
                /**
                 * @description A decimal (0.1234 is 12.34%); null if the denominator is zero
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
                 * @description A reason code, or `other` (free text), `unstated` or `chargeback`
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
                 * @description Decimal in major units of the currency
                 * @example 100.00
                 */
                refunded: string;
            }[];
        };
        /** @description Specify an amount or items; by default, everything that is left is refunded */
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
             * @description Time of the event; defaults to now. Must not be in the future
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt?: string;
            /** @description Reason for the refund */
            reason?: string;
            reference?: components["schemas"]["Reference"];
            /** @description The `hash` of a preview; the refund fails if its result would now be different */
            previewHash?: string;
            /**
             * @description The payer has already received the money elsewhere (for example in cash or on the provider’s website): the refund is not sent to a gateway. Not available to API keys bound to a party
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
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            by: string | null;
            text: string;
            /** @enum {string} */
            visibility: "internal" | "payer";
        };
        RefundRequestCommentInput: {
            /** @description Text of the comment */
            text: string;
            /**
             * @description Defaults to `internal`; comments of a party are always visible to the payer
             * @enum {string}
             */
            visibility?: "internal" | "payer";
        };
        RefundRequestCreatedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "refund_request.created";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["RefundRequestEventData"];
        };
        RefundRequestEvent: {
            number: number;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            at: string;
            /** @description The actor; shown to a party only if it was the party itself */
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
        RefundRequestEventData: {
            /**
             * @description Id of a refund request
             * @example req_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /** @enum {string} */
            status: "requested" | "needs-evidence" | "approved" | "declined" | "executing" | "done" | "failed" | "withdrawn";
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            /** @enum {string} */
            asker: "payer" | "payee" | "guardian" | "agent" | "system";
            /** @enum {string} */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            amount: components["schemas"]["Money"];
            /** @description Id of the refund, once there is one */
            refund: string | null;
            /** @description Reason of a failure */
            failure: string | null;
            /**
             * @description Your own reference
             * @example order-1001
             */
            reference: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            dueAt: string;
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
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            payee: string | null;
            /**
             * @description Role of the person asking
             * @enum {string}
             */
            asker: "payer" | "payee" | "guardian" | "agent" | "system";
            /** @description The actor who asked; null for a party */
            askedBy: string | null;
            /** @description The party on whose behalf it was requested */
            party: string | null;
            /**
             * @description Reason for the refund
             * @enum {string}
             */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            /** @description Empty if as much as possible was requested */
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
            /** @description Kinds of evidence provided */
            evidence: ("payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice")[];
            decision: components["schemas"]["RefundDecision"];
            /** @description The users who have approved; empty for a party */
            approvals: string[];
            decline: {
                code: string;
                text: string | null;
                /** @description `policy` or a user; null for a party */
                by: string | null;
            } | null;
            appealed: boolean;
            /** @description Id of the assigned user */
            assignee: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            dueAt: string;
            overdue: boolean;
            /** @description Id of the resulting refund */
            refund: string | null;
            /** @description Error code if the refund failed */
            failure: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
            closedAt: string | null;
            /** @description Explanation of the latest decision */
            explanation: components["schemas"]["Explanation"];
            preview: components["schemas"]["RefundPreview"] | null;
            /** @description The evidence provided */
            shown: components["schemas"]["Evidence"][];
            history: components["schemas"]["RefundRequestEvent"][];
            comments: components["schemas"]["RefundRequestComment"][];
        };
        /** @description Specify an amount or items; by default, as much as the policy allows is refunded */
        RefundRequestInput: {
            /**
             * @description Id of a charge
             * @example chg_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            charge: string;
            /**
             * @description Reason for the refund
             * @enum {string}
             */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            /**
             * @description Role of the person asking; required from the platform, derived for a party
             * @enum {string}
             */
            asker?: "payer" | "payee" | "guardian" | "agent" | "system";
            amount?: components["schemas"]["Money"];
            items?: components["schemas"]["RefundItemRequest"][];
            /** @description Message from the person asking */
            note?: string;
            reference?: components["schemas"]["Reference"];
            evidence?: components["schemas"]["EvidenceRequest"][];
            /** @description Not allowed for API keys bound to a party */
            use?: components["schemas"]["UseFacts"];
            /** @description Not allowed for API keys bound to a party */
            rate?: components["schemas"]["ReferenceRate"];
        };
        RefundRequestPage: {
            data: components["schemas"]["RefundRequestRecord"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        RefundRequestPreview: {
            decision: components["schemas"]["RefundDecision"];
            explanation: components["schemas"]["Explanation"];
        };
        /** @description A request for a refund */
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
             * @description Your id for the party
             * @example mch_1
             */
            payer: string;
            payee: string | null;
            /**
             * @description Role of the person asking
             * @enum {string}
             */
            asker: "payer" | "payee" | "guardian" | "agent" | "system";
            /** @description The actor who asked; null for a party */
            askedBy: string | null;
            /** @description The party on whose behalf it was requested */
            party: string | null;
            /**
             * @description Reason for the refund
             * @enum {string}
             */
            reason: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
            /** @description Empty if as much as possible was requested */
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
            /** @description Kinds of evidence provided */
            evidence: ("payment-record" | "guardianship" | "photo" | "return-record" | "traffic-report" | "police-report" | "bank-notice")[];
            decision: components["schemas"]["RefundDecision"];
            /** @description The users who have approved; empty for a party */
            approvals: string[];
            decline: {
                code: string;
                text: string | null;
                /** @description `policy` or a user; null for a party */
                by: string | null;
            } | null;
            appealed: boolean;
            /** @description Id of the assigned user */
            assignee: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            dueAt: string;
            overdue: boolean;
            /** @description Id of the resulting refund */
            refund: string | null;
            /** @description Error code if the refund failed */
            failure: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
            closedAt: string | null;
        };
        RefundRequestSettings: {
            /** @description Number of days within which a request must be answered */
            answerDays: number;
            /**
             * @description Bulk refunds above this amount in any currency require two approvals
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
        RefundRequestUpdatedWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "refund_request.updated";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["RefundRequestEventData"];
        };
        RefundResolution: {
            /** @enum {string} */
            outcome: "succeeded" | "failed" | "ask-again";
        };
        RefundSucceededWebhook: {
            /**
             * @description Id of the event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @constant */
            type: "refund.succeeded";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description Id of the resource that the event is about */
            subject: string;
            data: components["schemas"]["RefundEventData"];
        };
        /** @description A transfer of a refund */
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
             * @description Number of units refunded; 0 if refunded by amount
             * @example 0
             */
            quantity: string;
            amount: components["schemas"]["Money"];
        };
        RenewBackupCodesRequest: {
            password: string;
            /**
             * @description Current code of the authenticator
             * @example 123456
             */
            code?: string;
            backupCode?: string;
        };
        ReplayWebhookRequest: {
            /**
             * @description Id of a delivery
             * @example dlv_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            delivery: string;
        } | {
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            since: string;
        };
        /** @description The amounts of a period in one currency */
        ReportAmounts: {
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            charges: number;
            /**
             * @description Amount paid by payers
             * @example 100.00
             */
            captured: string;
            refunds: number;
            /**
             * @description Amount refunded in the period, whenever it was paid
             * @example 100.00
             */
            refunded: string;
            /**
             * @description Refunded amount divided by captured amount
             * @example 0.1234
             */
            refundRate: string | null;
            /**
             * @description The platform’s revenue, net of refunds
             * @example 100.00
             */
            revenue: string;
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            grossRevenue: string;
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            revenueBack: string;
            /**
             * @description Channel costs, net of refunds
             * @example 100.00
             */
            cost: string;
            /**
             * @description Amount for payees, creators, publishers and others, net of refunds
             * @example 100.00
             */
            paidOut: string;
            /** @description Revenue growth compared with the preceding period of the same length, and with the same period a year earlier */
            growth: {
                /**
                 * @description A decimal (0.1234 is 12.34%); null if the denominator is zero
                 * @example 0.1234
                 */
                previousPeriod: string | null;
                /**
                 * @description A decimal (0.1234 is 12.34%); null if the denominator is zero
                 * @example 0.1234
                 */
                yearBefore: string | null;
            };
        };
        ReportCell: {
            /** @description Formatted for display */
            text: string;
            /** @description A number or a share (0.1234 is 12.34%), as a decimal */
            value: string | null;
            /** @description One amount per currency */
            money: components["schemas"]["Money"][];
            /** @description Reference figure for comparison */
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
            /** @description How the figure is calculated */
            note: string;
        };
        ReportMeasure: {
            title: string;
            /** @example impressions */
            id: string;
            /**
             * @description Unit of the series: a number, or micros of its currency
             * @enum {string}
             */
            kind: "number" | "money";
        };
        ReportSeries: {
            /**
             * @description Day in the tenant’s time zone
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description Exclusive
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
                     * @description Day in the tenant’s time zone
                     * @example 2026-11-01
                     */
                    start: string;
                    charges: number;
                    /**
                     * @description Decimal in major units of the currency
                     * @example 100.00
                     */
                    captured: string;
                    refunds: number;
                    /**
                     * @description Decimal in major units of the currency
                     * @example 100.00
                     */
                    refunded: string;
                    /**
                     * @description Decimal in major units of the currency
                     * @example 100.00
                     */
                    revenue: string;
                    /**
                     * @description Decimal in major units of the currency
                     * @example 100.00
                     */
                    cost: string;
                    /**
                     * @description Decimal in major units of the currency
                     * @example 100.00
                     */
                    paidOut: string;
                    /** @description The raw value; in micros if it is an amount */
                    measure: string | null;
                }[];
            }[];
        };
        RevokedApiKey: {
            /**
             * @description Id of an API key
             * @example key_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            name: string;
            scopes: string[];
            /** @description The party that the key is bound to; null if it is not bound */
            party: string | null;
            /** @description When the key stops being accepted; null if it does not expire */
            expiresAt: string | null;
            /** @description Networks from which the key may be used; null if it may be used from everywhere */
            networks: string[] | null;
            /** @description Last use of the key, recorded once a minute; null if it was not used */
            lastUsedAt: string | null;
            /**
             * @description Network of the last use: the first 24 bits of an IPv4 address, the first 64 of an IPv6 address
             * @example 203.0.113.0/24
             */
            lastUsedFrom: string | null;
            /**
             * @description The actor who created the key and to whom its requests are attributed; null if it was created with the command-line tool
             * @example user usr_…
             */
            madeBy: string | null;
            /**
             * @description The key with which this one was created; revoking that key revokes this one
             * @example key_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            madeWith: string | null;
            /**
             * @description The key that this one replaces
             * @example key_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            rotatedFrom: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            revokedAt: string | null;
            /** @description Number of keys made with this one that were revoked with it */
            revokedWith: number;
        };
        Role: {
            /**
             * @description Name of the role
             * @enum {string}
             */
            role: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
            scopes: string[];
        };
        RoleList: {
            data: components["schemas"]["Role"][];
        };
        RollupCheck: {
            /** @description True if no faults were found */
            ok: boolean;
            charges: number;
            refunds: number;
            /** @description Number of totals calculated from them */
            sums: number;
            faults: {
                code: string;
                detail: string;
            }[];
        };
        RollupRebuild: {
            charges: number;
            refunds: number;
            /** @description Number of totals calculated from them */
            sums: number;
        };
        RotateWebhookSecretRequest: {
            /**
             * @description Seconds during which the old secret is also used for signing
             * @default 86400
             */
            overlapSeconds?: number;
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
            /** @description Whether this is the session of the request */
            current: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            expiresAt: string;
            address: string | null;
            userAgent: string | null;
        };
        SessionList: {
            data: components["schemas"]["Session"][];
        };
        SetPasswordRequest: {
            token: string;
            /** @description Between 12 and 128 characters */
            password: string;
        };
        SetUpTotpRequest: {
            password: string;
        };
        SettlementSettings: {
            debts: {
                /** @description Debt limit per currency; a refund that would exceed it is refused, or advanced by the platform */
                limits: {
                    amount: components["schemas"]["Money"];
                    /** @enum {string} */
                    beyond: "refuse" | "advance";
                }[];
                /**
                 * @description Decimal in major units, for any currency
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
                 * @description Decimal in major units, for any currency
                 * @example 1000
                 */
                minimum: string;
                /**
                 * @description Decimal in major units, for any currency
                 * @example 1000
                 */
                twoPeopleAbove: string;
                /** @description Hours before a new payout destination is paid, so that its party can object; defaults to 24 */
                destinationWaitHours?: number;
                hold: components["schemas"]["PayoutHold"];
                /** @description Holding periods by line */
                lines: {
                    [key: string]: components["schemas"]["PayoutHold"];
                };
            };
        };
        SettlementSettingsAnswer: {
            settings: components["schemas"]["SettlementSettings"];
            /** @description The user who changed the settings last; null if they were never changed */
            updatedBy: string | null;
            updatedAt: string | null;
        };
        /** @description A shortfall of an account and how it is covered */
        Shortage: {
            /** @example mch_1/balance */
            account: string;
            /** @enum {string} */
            mode: "debt" | "advance" | "reject";
            amount: components["schemas"]["Money"];
        };
        SignInOidcRequest: {
            /**
             * @description Path in the console to return to
             * @example /console/
             */
            returnTo?: string;
        };
        SignInOptions: {
            password: boolean;
            oidc: {
                /** @description Label of the sign-in button */
                name: string;
            } | null;
        };
        SignInRequest: {
            email: string;
            password: string;
            /** @description One of `tenants` */
            tenant?: number;
        };
        SignInSecondFactorRequest: {
            /**
             * @description Current code of the authenticator
             * @example 123456
             */
            code?: string;
            backupCode?: string;
        };
        /** @description How users of the tenant sign in */
        SignInSettings: {
            /** @description Users with these roles must set up two-factor authentication before anything else; default none. Users of single sign-on have the second factor of their identity provider. */
            secondFactorRoles: ("admin" | "finance" | "agent" | "product" | "viewer" | "party")[];
            /** @description Sensitive operations require users to confirm their identity; default true */
            stepUp: boolean;
            /** @description How long a confirmation counts; default 10 */
            stepUpMinutes: number;
            /** @description A session without requests for this long ends; default 720. Every session ends after 12 hours. */
            idleMinutes: number;
        };
        SignInSettingsAnswer: {
            settings: components["schemas"]["SignInSettings"];
            /** @description The user who changed the settings last; null if they were never changed */
            updatedBy: string | null;
            updatedAt: string | null;
        };
        SignedIn: {
            /** @enum {string} */
            status: "signed_in" | "second_factor_required" | "tenant_needed";
            /** @description With `tenant_needed`: the tenants in which the email and the password are those of a user */
            tenants?: {
                id: number;
                name: string;
            }[];
        };
        SignedOut: {
            /** @enum {string} */
            status: "signed_out";
        };
        /** @description Amount as charged and under the new rate card */
        SimulatedAmount: {
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            before: string;
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            after: string;
            /**
             * @description Decimal in major units of the currency
             * @example 100.00
             */
            change: string;
        };
        SimulatedCause: {
            /** @example payments */
            line: string;
            /** @example scan-pay */
            product: string;
            /** @description Human-readable description of the change */
            text: string;
            terms: {
                /** @description Kind of component */
                kind: string;
                /** @description Explanation step that differs */
                step: string;
                term: string;
                before: string | null;
                after: string | null;
                /** @description Conditions that select the term */
                where: {
                    [key: string]: string;
                };
            }[];
            events: number;
            /**
             * @description Change in revenue
             * @example 100.00
             */
            revenue: string;
            /**
             * @description Change in cost
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
             * @description Charged amount before refunds; not included in either total
             * @example 100.00
             */
            revenue: string;
            /** @description Explanation for the first of them */
            detail: string;
        };
        SimulatedParty: {
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party: string;
            currency: string;
            /**
             * @description How much more or less the party ends up with
             * @example 100.00
             */
            change: string;
            events: number;
        };
        SimulatedTotal: {
            events: number;
            /** @description Number of events with a different result */
            changed: number;
            revenue: components["schemas"]["SimulatedAmount"];
            /** @description Costs paid by the platform */
            cost: components["schemas"]["SimulatedAmount"];
        };
        /** @description The result under another rate card; nothing was posted */
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
            /** @description Number of events in the period, including those left out */
            events: number;
            total: components["schemas"]["SimulatedTotal"];
            lines: {
                /** @example payments */
                line: string;
                events: number;
                /** @description Number of events with a different result */
                changed: number;
                revenue: components["schemas"]["SimulatedAmount"];
                /** @description Costs paid by the platform */
                cost: components["schemas"]["SimulatedAmount"];
            }[];
            products: {
                /** @example payments */
                line: string;
                /** @example scan-pay */
                product: string;
                events: number;
                /** @description Number of events with a different result */
                changed: number;
                revenue: components["schemas"]["SimulatedAmount"];
                /** @description Costs paid by the platform */
                cost: components["schemas"]["SimulatedAmount"];
            }[];
            days: {
                /**
                 * @description Day in the tenant’s time zone (YYYY-MM-DD)
                 * @example 2026-11-20
                 */
                day: string;
                events: number;
                /** @description Number of events with a different result */
                changed: number;
                revenue: components["schemas"]["SimulatedAmount"];
                /** @description Costs paid by the platform */
                cost: components["schemas"]["SimulatedAmount"];
            }[];
            /** @description Totals by line, product and day */
            rows: {
                /** @example payments */
                line: string;
                /** @example scan-pay */
                product: string;
                /**
                 * @description Day in the tenant’s time zone (YYYY-MM-DD)
                 * @example 2026-11-20
                 */
                day: string;
                events: number;
                /** @description Number of events with a different result */
                changed: number;
                revenue: components["schemas"]["SimulatedAmount"];
                /** @description Costs paid by the platform */
                cost: components["schemas"]["SimulatedAmount"];
            }[];
            /** @description Parties that gain most, excluding the platform */
            gain: components["schemas"]["SimulatedParty"][];
            /** @description Parties that lose most, excluding the platform */
            lose: components["schemas"]["SimulatedParty"][];
            /** @description False if there were too many parties to include all small changes */
            partiesExact: boolean;
            /** @description Terms that changed the revenue, largest change first */
            causes: components["schemas"]["SimulatedCause"][];
            /** @description Events that could not be repriced; not included in either total */
            leftOut: components["schemas"]["SimulatedLeftOut"][];
            /** @description Assumptions behind the result */
            assumptions: string[];
        };
        SimulationRequest: {
            /** @description A rate card, as returned by `/v1/rate-cards/current` */
            card: {
                /**
                 * @description ISO 4217 code
                 * @example CNY
                 */
                currency: string;
                /**
                 * @description Custom units beside ISO 4217 currencies, such as points; lower-case
                 * @example [
                 *       "points"
                 *     ]
                 */
                units?: string[];
                /** @description Terms by `line/product`; their schemas are in `/v1/products` */
                products: {
                    [key: string]: unknown;
                };
            };
            /**
             * @description Start of the period: a day in the tenant's time zone, or RFC 3339 with an offset
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description End of the period (exclusive): a day in the tenant's time zone, or RFC 3339 with an offset
             * @example 2026-11-01
             */
            to: string;
            /**
             * @description Maximum number of parties and causes
             * @default 10
             */
            top?: number;
            /**
             * @description If true, the response is a stream of JSON lines (`application/x-ndjson`): `{"progress":{"events","share"}}` periodically, then `{"simulation":…}` or `{"problem":…}`
             * @default false
             */
            progress?: boolean;
        };
        /** @description Problem details, with the new preview for `refund_preview_stale` */
        StalePreviewProblem: {
            title: string;
            /** @example urn:recoup:problem:charge_unknown */
            type: string;
            /** @example 404 */
            status: number;
            detail: string;
            /**
             * @description Stable error code; never renamed
             * @example charge_unknown
             */
            code: string;
            /** @description Parameters of `detail` */
            params?: {
                [key: string]: unknown;
            };
            /** @description Invalid fields, as JSON pointers */
            errors?: {
                pointer: string;
                message: string;
            }[];
            /** @description Same as the header `X-Request-Id` */
            requestId: string;
            preview?: components["schemas"]["RefundPreview"];
        } & {
            [key: string]: unknown;
        };
        StatedFacts: {
            use?: components["schemas"]["UseFacts"];
            rate?: components["schemas"]["ReferenceRate"];
        };
        /** @description The opening balance, all movements and the closing balance of a party */
        Statement: {
            /**
             * @description Your id for the party
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
                 * @description Decimal in major units of the currency
                 * @example 100.00
                 */
                in: string;
                /**
                 * @description Decimal in major units of the currency
                 * @example 100.00
                 */
                out: string;
                count: number;
            }[];
            closing: components["schemas"]["Money"];
        };
        /** @description A step of an explanation */
        Step: {
            /** @example fee_percentage */
            code: string;
            /** @description Parameters of `text` */
            params: {
                [key: string]: string;
            };
            /** @description The step in words */
            text: string;
        };
        StepUpRequest: {
            /**
             * @description Current code of the authenticator
             * @example 123456
             */
            code?: string;
            backupCode?: string;
            password?: string;
        };
        SteppedUp: {
            /** @enum {string} */
            status: "confirmed";
        };
        TotpSetUp: {
            /**
             * @description `otpauth:` URI for a QR code
             * @example otpauth://totp/Recoup:me%40example.com?secret=…
             */
            uri: string;
            /** @description Base32 secret for manual entry */
            secret: string;
            /** @description One-time codes for when the device is lost */
            backupCodes: string[];
        };
        TotpState: {
            /** @enum {string} */
            status: "totp_on" | "totp_off";
        };
        /** @description A posted movement from one account to another */
        Transfer: {
            /**
             * @description Position in the ledger: batch and number
             * @example 1042-3
             */
            id: string;
            /** @example fee */
            kind: string;
            /**
             * @description Party and purpose of an account, separated by a slash
             * @example mch_1/balance
             */
            from: string;
            /**
             * @description Party and purpose of an account, separated by a slash
             * @example mch_1/balance
             */
            to: string;
            amount: components["schemas"]["Money"];
            /** @description Id of the charge, refund or journal entry */
            of: string | null;
            /** @description Index of the component in the charge, starting at 0; null if none */
            component: number | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            effectiveAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            recordedAt: string;
        };
        TransferPage: {
            data: components["schemas"]["Transfer"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        /** @description Debits and credits of every account, calculated from the transfers */
        TrialBalance: {
            /** @description The time of the balances; null for now */
            at: string | null;
            /**
             * @description Whether `at` refers to the time of recording (the default) or the effective time
             * @enum {string}
             */
            basis: "recorded" | "effective";
            data: components["schemas"]["TrialBalanceLine"][];
        };
        TrialBalanceLine: {
            /**
             * @description Party and purpose of an account, separated by a slash
             * @example mch_1/balance
             */
            path: string;
            /**
             * @description ISO 4217 code
             * @example CNY
             */
            currency: string;
            /**
             * @description Total of all debits
             * @example 100.00
             */
            debit: string;
            /**
             * @description Total of all credits
             * @example 100.00
             */
            credit: string;
            /**
             * @description Credits minus debits; all balances in a currency add up to zero
             * @example 100.00
             */
            balance: string;
        };
        UpdateGatewayRequest: {
            enabled: boolean;
        };
        /** @description Known facts about the use, which determine how much is refunded */
        UseFacts: {
            /** @description Used units by item id */
            items?: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            usedUntil?: string;
            /** @example 2 */
            calls?: string;
            /** @enum {string} */
            delivery?: "not-delivered" | "preview" | "delivered" | "defective";
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            notifiedAt?: string;
            period?: {
                from: string;
                to: string;
                zone?: string;
            };
        };
        /** @description A user of the console */
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
             * @description Name of the role
             * @enum {string}
             */
            role: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
            /** @description The party that the user acts for; only for the role `party` */
            party: string | null;
            /** @description Whether two-factor authentication is enabled */
            totp: boolean;
            hasPassword: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /** @description When the user was disabled; null if enabled */
            disabledAt: string | null;
            lastSignInAt: string | null;
        };
        UserPage: {
            data: components["schemas"]["User"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        UserRequest: {
            email: string;
            /** @description Display name or note for people */
            name: string;
            /**
             * @description Name of the role
             * @enum {string}
             */
            role: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
            /**
             * @description Your id for the party
             * @example mch_1
             */
            party?: string;
        };
        /** @description A webhook endpoint */
        Webhook: {
            /**
             * @description Id of a webhook
             * @example whk_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description URL that events are sent to: https, and on the public internet unless the operator allows others
             * @example https://example.com/recoup
             */
            url: string;
            /** @description Display name or note for people */
            description: string;
            /**
             * @description Subscribed event types
             * @example [
             *       "refund.succeeded",
             *       "refund.failed"
             *     ]
             */
            eventTypes: ("charge.created" | "refund.created" | "refund.succeeded" | "refund.failed" | "refund_request.created" | "refund_request.updated" | "dispute.opened" | "dispute.closed" | "payment.succeeded" | "payment.failed" | "debt.opened" | "debt.settled" | "payout.created" | "payout.paid" | "payout.failed" | "payout.returned" | "payout_destination.changed" | "reconciliation.completed")[];
            /** @description Only events of this party are sent; null for all parties */
            party: string | null;
            enabled: boolean;
            /**
             * @description Disabled manually, because the endpoint responded with 410, or because all deliveries failed for five days
             * @enum {string|null}
             */
            disabledReason: "manual" | "gone" | "failing" | null;
            /** @description When the current series of failures began; null if the last attempt succeeded */
            failingSince: string | null;
            /** @description Until when the previous secret is also used for signing */
            previousSecretUntil: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
        };
        WebhookChanges: {
            /**
             * @description URL that events are sent to: https, and on the public internet unless the operator allows others
             * @example https://example.com/recoup
             */
            url?: string;
            /** @description Display name or note for people */
            description?: string;
            /**
             * @description Subscribed event types
             * @example [
             *       "refund.succeeded",
             *       "refund.failed"
             *     ]
             */
            eventTypes?: ("charge.created" | "refund.created" | "refund.succeeded" | "refund.failed" | "refund_request.created" | "refund_request.updated" | "dispute.opened" | "dispute.closed" | "payment.succeeded" | "payment.failed" | "debt.opened" | "debt.settled" | "payout.created" | "payout.paid" | "payout.failed" | "payout.returned" | "payout_destination.changed" | "reconciliation.completed")[];
            /** @description Enabling resets the count of failures */
            enabled?: boolean;
        };
        /** @description The delivery of an event to a webhook endpoint */
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
            /** @description Number of attempts since the delivery was created or replayed */
            attempts: number;
            /** @description Time of the next attempt; null if there is none */
            nextAttemptAt: string | null;
            /** @description The most recent attempts, oldest first */
            log: {
                /**
                 * Format: date-time
                 * @description RFC 3339 timestamp with an offset
                 * @example 2026-11-20T08:30:00Z
                 */
                at: string;
                /** @description HTTP status; null if there was no response */
                code: number | null;
                /** @description Why there was no response: `no_answer` (unreachable, closed or too slow), `address_forbidden` or `internal` */
                error: string | null;
                /** @description Beginning of the response body */
                body: string;
                durationMs: number;
            }[];
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /** @description When the delivery succeeded, failed or was canceled */
            completedAt: string | null;
        };
        WebhookDeliveryPage: {
            data: components["schemas"]["WebhookDelivery"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        /** @description An event as sent to webhook endpoints */
        WebhookEvent: {
            /**
             * @description Id of an event
             * @example evt_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /** @example refund.succeeded */
            type: string;
            /**
             * @description Id of the object that the event is about
             * @example rfd_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            subject: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            timestamp: string;
            /** @description The payload as sent; null if the caller lacks the scope for reading the object, such as `refunds:read` for the events of refunds */
            data: {
                [key: string]: unknown;
            } | null;
        };
        WebhookEventPage: {
            data: components["schemas"]["WebhookEvent"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        WebhookPage: {
            data: components["schemas"]["Webhook"][];
            /** @description Cursor of the next page; null on the last page */
            nextCursor: string | null;
        };
        WebhookReplay: {
            /** @description Number of deliveries */
            replayed: number;
        };
        WebhookRequest: {
            /**
             * @description URL that events are sent to: https, and on the public internet unless the operator allows others
             * @example https://example.com/recoup
             */
            url: string;
            /** @description Display name or note for people */
            description?: string;
            /**
             * @description Subscribed event types
             * @example [
             *       "refund.succeeded",
             *       "refund.failed"
             *     ]
             */
            eventTypes: ("charge.created" | "refund.created" | "refund.succeeded" | "refund.failed" | "refund_request.created" | "refund_request.updated" | "dispute.opened" | "dispute.closed" | "payment.succeeded" | "payment.failed" | "debt.opened" | "debt.settled" | "payout.created" | "payout.paid" | "payout.failed" | "payout.returned" | "payout_destination.changed" | "reconciliation.completed")[];
            /**
             * @description Send only events of this party
             * @example mch_1
             */
            party?: string;
        };
        /** @description A webhook endpoint with its new secret */
        WebhookWithSecret: {
            /**
             * @description Id of a webhook
             * @example whk_01kafz6y4cfy7s3rj8v5m2n9qt
             */
            id: string;
            /**
             * @description URL that events are sent to: https, and on the public internet unless the operator allows others
             * @example https://example.com/recoup
             */
            url: string;
            /** @description Display name or note for people */
            description: string;
            /**
             * @description Subscribed event types
             * @example [
             *       "refund.succeeded",
             *       "refund.failed"
             *     ]
             */
            eventTypes: ("charge.created" | "refund.created" | "refund.succeeded" | "refund.failed" | "refund_request.created" | "refund_request.updated" | "dispute.opened" | "dispute.closed" | "payment.succeeded" | "payment.failed" | "debt.opened" | "debt.settled" | "payout.created" | "payout.paid" | "payout.failed" | "payout.returned" | "payout_destination.changed" | "reconciliation.completed")[];
            /** @description Only events of this party are sent; null for all parties */
            party: string | null;
            enabled: boolean;
            /**
             * @description Disabled manually, because the endpoint responded with 410, or because all deliveries failed for five days
             * @enum {string|null}
             */
            disabledReason: "manual" | "gone" | "failing" | null;
            /** @description When the current series of failures began; null if the last attempt succeeded */
            failingSince: string | null;
            /** @description Until when the previous secret is also used for signing */
            previousSecretUntil: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 timestamp with an offset
             * @example 2026-11-20T08:30:00Z
             */
            updatedAt: string;
            /**
             * @description Signing secret; shown only once
             * @example whsec_…
             */
            secret: string;
        };
        /** @description The report of the whole platform */
        WholeReport: {
            /**
             * @description Day in the tenant’s time zone
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description Exclusive
             * @example 2026-11-01
             */
            to: string;
            /** @example Asia/Shanghai */
            timeZone: string;
            /** @description Number of days of the period that have started; averages per day and month are based on it */
            days: number;
            lines: {
                title: string;
                /** @example goods */
                line: string;
                amounts: components["schemas"]["ReportAmounts"][];
            }[];
            total: components["schemas"]["ReportAmounts"][];
            /** @description Counted per calendar month: a user who is active in two months counts twice */
            users: {
                /** @description First days of the calendar months that overlap with the period */
                months: string[];
                active: number;
                /**
                 * @description `payers`: for months without a reported number of users, or with fewer users than payers, the number of payers is used
                 * @enum {string}
                 */
                basis: "reported" | "payers" | "mixed";
                payers: number;
                /** @description Users who paid more than once in a month */
                repeatPayers: number;
            };
            /** @description Average monthly revenue per active user over those months */
            arpu: components["schemas"]["Money"][];
            /** @description Average monthly revenue per paying user */
            arppu: components["schemas"]["Money"][];
            layers: {
                /** @description Users who did not pay */
                free: {
                    users: number;
                    /**
                     * @description A decimal (0.1234 is 12.34%); null if the denominator is zero
                     * @example 0.1234
                     */
                    share: string | null;
                };
                paid: {
                    users: number;
                    /**
                     * @description A decimal (0.1234 is 12.34%); null if the denominator is zero
                     * @example 0.1234
                     */
                    share: string | null;
                    /** @description One amount per currency */
                    captured: components["schemas"]["Money"][];
                };
                /** @description Money that goes to creators, sellers and publishers */
                ecosystem: {
                    /** @description One amount per currency */
                    paidOut: components["schemas"]["Money"][];
                    /** @description One amount per currency */
                    revenue: components["schemas"]["Money"][];
                    /** @description One amount per currency */
                    cost: components["schemas"]["Money"][];
                    /** @description Paid-out share of the total of paid-out and retained amounts */
                    share: {
                        /**
                         * @description ISO 4217 code
                         * @example CNY
                         */
                        currency: string;
                        /**
                         * @description A decimal (0.1234 is 12.34%); null if the denominator is zero
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
                 * @description Conversion rate from the previous step
                 * @example 0.1234
                 */
                rate: string | null;
            }[];
        };
    };
    responses: {
        /**
         * @description Bad Request
         *
         *     `body_invalid`: Unreadable body
         *
         *     `body_not_utf8`: Body not UTF-8
         *
         *     `body_too_deep`: Body nested too deeply
         *
         *     `body_too_wide`: Too many fields
         */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Conflict */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Conflict */
        ConflictWithPreview: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["StalePreviewProblem"];
            };
        };
        /**
         * @description Forbidden
         *
         *     `csrf_refused`: Cross-site request refused
         *
         *     `key_address_refused`: Address not allowed for this API key
         *
         *     `scope_missing`: Permission denied
         */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Gone */
        Gone: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Internal Server Error
         *
         *     `internal_error`: Internal error
         */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not Found */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Payload Too Large
         *
         *     `body_too_large`: Body too large
         */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Service Unavailable
         *
         *     `database_busy`: Database busy
         *
         *     `database_exhausted`: Database out of resources
         *
         *     `database_unavailable`: Database unavailable
         *
         *     `disk_full`: Disk full
         *
         *     `outcome_unknown`: Outcome unknown
         *
         *     `shutting_down`: Shutting down
         */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Too Many Requests
         *
         *     `rate_limited`: Too many requests
         */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Unauthorized
         *
         *     `key_expired`: API key expired
         *
         *     `key_missing`: API key missing
         *
         *     `key_unknown`: Invalid API key
         *
         *     `session_ended`: Not signed in
         */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Unprocessable Entity
         *
         *     `request_invalid`: Invalid request
         */
        UnprocessableEntity: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Unsupported Media Type
         *
         *     `charset_unsupported`: Unsupported charset
         *
         *     `content_encoding_unsupported`: Unsupported content encoding
         *
         *     `media_type_unsupported`: Unsupported media type
         */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Repeating a request with the same key returns the original result instead of executing it again */
        IdempotencyKey: string;
        /** @description Language of problems and explanations: English or Chinese */
        AcceptLanguage: string;
    };
    requestBodies: never;
    headers: {
        /** @description Id of the request, as in the logs */
        RequestId: string;
        /** @description Seconds to wait before the request is repeated */
        RetryAfter: number;
        /** @description Set when the response repeats that of an earlier request with the same idempotency key */
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
            /** @description The process is up */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
            /** @description Ready to serve traffic */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description Your id for the party */
                party?: string;
                /** @description ISO 4217 code */
                currency?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBalance: {
        parameters: {
            query: {
                /** @description ISO 4217 code */
                currency: string;
                /** @description RFC 3339 timestamp with an offset */
                at?: string;
                /** @description Whether `at` refers to the time of recording (the default) or the effective time */
                basis?: "recorded" | "effective";
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Your id for the party */
                party: string;
                /** @description Purpose of the account */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAccountTransfers: {
        parameters: {
            query: {
                /** @description ISO 4217 code */
                currency: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Your id for the party */
                party: string;
                /** @description Purpose of the account */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApprovalPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy in force */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPolicyInForce"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putApprovalPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalPolicy"];
            };
        };
        responses: {
            /** @description The policy in force */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPolicyInForce"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                act?: "refund" | "journal-entry" | "debt-entry" | "payout-return" | "payout-destination" | "rate-card" | "contract" | "gateway" | "role" | "settings" | "approval-policy";
                /** @description `approved`: being executed; `executed`: done, `result` is the id of what was made; `failed`: refused when it was executed, `problem` says why */
                status?: "pending" | "approved" | "executed" | "failed" | "declined" | "withdrawn";
                /** @description The actor who submitted it */
                maker?: string;
                /** @description Id of the object that it is about */
                subject?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of approvals */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of an approval */
                approval: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The approval */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    approveAct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of an approval */
                approval: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalDecision"];
            };
        };
        responses: {
            /** @description The approval, executed or failed if this was the last one needed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    declineAct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of an approval */
                approval: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalDecision"];
            };
        };
        responses: {
            /** @description The declined approval */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    withdrawAct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of an approval */
                approval: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The withdrawn approval */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Exact match with this field of the entries */
                actor?: string;
                action?: components["schemas"]["AuditAction"];
                /** @description Exact id of the affected object */
                subject?: string;
                /** @description Entries at or after this time */
                from?: string;
                /** @description Entries before this time */
                to?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of audit trail entries */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                /** @description Defaults to `jsonl` */
                format?: "jsonl" | "csv";
                /** @description Exact match with this field of the entries */
                actor?: string;
                action?: components["schemas"]["AuditAction"];
                /** @description Exact id of the affected object */
                subject?: string;
                /** @description Entries at or after this time */
                from?: string;
                /** @description Entries before this time */
                to?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": unknown;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBulkRefunds: {
        parameters: {
            query?: {
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of bulk refunds */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefundPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRefundInput"];
            };
        };
        responses: {
            /** @description The bulk refund created earlier with the same idempotency key */
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
            /** @description The created bulk refund */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefund"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    approveBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictWithPreview"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pauseBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    previewBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBulkRefundResults: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description One CSV line per row */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resumeBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBulkRefundRows: {
        parameters: {
            query?: {
                status?: "new" | "ready" | "refused" | "refunded" | "failed";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description A page of rows */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefundRowPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addBulkRefundRows: {
        parameters: {
            query: {
                /** @description Number of the first row in the request */
                first: number;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                "application/json": components["schemas"]["BulkRefundRowsInput"];
            };
        };
        responses: {
            /** @description The number of rows in the bulk refund */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRefundRowCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    runBulkRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listCharges: {
        parameters: {
            query?: {
                line?: string;
                product?: string;
                /** @description Your id for the party */
                payer?: string;
                /** @description Your id for the party */
                payee?: string;
                reference?: components["schemas"]["Reference"];
                /** @description Up to 200 references or order numbers at a payment provider, separated by commas */
                references?: string;
                /** @description A reference, or a receipt number as printed */
                find?: components["schemas"]["Reference"];
                status?: "captured" | "partially-refunded" | "refunded";
                /** @description Charges that took effect at or after this time */
                from?: string;
                /** @description Charges that took effect before this time */
                to?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createCharge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChargeRequest"];
            };
        };
        responses: {
            /** @description The charge created earlier with the same idempotency key */
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
            /** @description The created charge */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Charge"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createCharges: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateChargesRequest"];
            };
        };
        responses: {
            /** @description The result for each charge */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCharge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getClaims: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The gifts of the charge */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claims"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The claim created earlier with the same idempotency key */
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
            /** @description The created claim */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    explainCharge: {
        parameters: {
            query?: {
                /** @description Language of the text; defaults to `Accept-Language` */
                language?: "en" | "zh";
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReceipt: {
        parameters: {
            query?: {
                /** @description Number of days for which the link is valid */
                linkDays?: number;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The receipt to print */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listContracts: {
        parameters: {
            query?: {
                /** @description Your id for the party */
                party?: string;
                line?: string;
                product?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The contract created earlier with the same idempotency key */
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
            /** @description The created contract */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    endContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                "application/json": components["schemas"]["EndContractRequest"];
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
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listDebtEntries: {
        parameters: {
            query?: {
                /** @description Your id for the party */
                party?: string;
                status?: "proposed" | "posted" | "declined";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of debt entries */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtEntryPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createDebtEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The debt entry created earlier with the same idempotency key */
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
            /** @description The debt entry, posted or proposed */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtEntry"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDebtEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The debt entry */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtEntry"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    approveDebtEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The debt entry */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    declineDebtEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The debt entry */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listDebts: {
        parameters: {
            query?: {
                /** @description Your id for the party */
                party?: string;
                /** @description `debt`: deducted from the party’s next earnings; `advance`: paid by the platform on behalf of the party */
                kind?: "debt" | "advance";
                /** @description ISO 4217 code */
                currency?: string;
                /** @description Defaults to the `Accept` header */
                format?: "json" | "csv";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sumDebts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDebt: {
        parameters: {
            query: {
                /** @description ISO 4217 code */
                currency: string;
                /** @description `debt`: deducted from the party’s next earnings; `advance`: paid by the platform on behalf of the party */
                kind?: "debt" | "advance";
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Your id for the party */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                /** @description Id of a charge */
                charge?: string;
                status?: "open" | "won" | "lost";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    openDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The dispute opened earlier with the same idempotency key */
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
            /** @description The opened dispute */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resolveDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                type?: string;
                /** @description Id of the object that the event is about */
                subject?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFundBills: {
        parameters: {
            query?: {
                gateway?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of bills */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundBillPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    uploadFundBill: {
        parameters: {
            query: {
                gateway: string;
                /** @description Day of the bill in the provider’s time zone */
                date: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The provider’s original file for that day, up to 512 MiB */
        requestBody: {
            content: {
                "application/octet-stream": Blob;
                "text/csv": Blob;
                "application/gzip": Blob;
            };
        };
        responses: {
            /** @description The reconciled bill */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundBill"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getFundBill: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a fund-flow bill */
                bill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bill */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundBill"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFundMovements: {
        parameters: {
            query?: {
                /** @description `matched`: as the trade bill or the ledger states; `missing_here`: a payment or refund that neither knows; `missing_there`: a line of the day’s trade bill without a movement; `other`: other business, such as withdrawals */
                class?: "matched" | "amount_differs" | "missing_here" | "missing_there" | "other";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a fund-flow bill */
                bill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of movements */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundMovementPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listGatewayKinds: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All gateway kinds */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayKinds"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listGateways: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All gateways */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateways"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putGateway: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Name used in charges and payments */
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
            /** @description The updated gateway */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            /** @description The created gateway */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateGateway: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Name used in charges and payments */
                gateway: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateGatewayRequest"];
            };
        };
        responses: {
            /** @description The updated gateway */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listHolds: {
        parameters: {
            query?: {
                /** @description Holds on accounts of this party */
                party?: string;
                status?: "authorized" | "captured" | "voided" | "expired";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of holds */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The hold created earlier with the same idempotency key */
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
            /** @description The created hold */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    voidHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listJournalEntries: {
        parameters: {
            query?: {
                /** @description Entries that move money of this party */
                party?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of journal entries */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalEntryPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createJournalEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The journal entry created earlier with the same idempotency key */
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
            /** @description The created journal entry */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalEntry"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getJournalEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of a journal entry */
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journal entry */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalEntry"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of API keys */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The created API key */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of an API key */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyChange"];
            };
        };
        responses: {
            /** @description The changed API key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The revoked API key */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokedApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of an API key */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRotation"];
            };
        };
        responses: {
            /** @description The new API key */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checkLedger: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result of the check */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerCheck"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportLedger: {
        parameters: {
            query: {
                format: "hledger" | "beancount" | "csv";
                /** @description First day or month */
                from?: string;
                /** @description Day after the last, or month after the last */
                to?: string;
                /** @description Name of the accounts outside: `one` account with the party as a sub-ledger, or an account for `each` party */
                externals?: "one" | "each";
                /** @description Currencies only, only other units such as privacy budgets, or all of them */
                units?: "money" | "other" | "all";
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ledger */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTrialBalance: {
        parameters: {
            query?: {
                /** @description RFC 3339 timestamp with an offset */
                at?: string;
                /** @description Whether `at` refers to the time of recording (the default) or the effective time */
                basis?: "recorded" | "effective";
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOwnPasswordRequest"];
            };
        };
        responses: {
            /** @description The password was changed */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    stepUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpRequest"];
            };
        };
        responses: {
            /** @description The identity is confirmed for some minutes */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SteppedUp"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    setUpTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUpTotpRequest"];
            };
        };
        responses: {
            /** @description The secret and backup codes, shown once */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSetUp"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    renewBackupCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewBackupCodesRequest"];
            };
        };
        responses: {
            /** @description The backup codes, shown once */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTotpRequest"];
            };
        };
        responses: {
            /** @description Two-factor authentication is enabled */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    disableTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisableTotpRequest"];
            };
        };
        responses: {
            /** @description Two-factor authentication is disabled */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    notifyGateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
                /** @description Name used in charges and payments */
                gateway: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notification was accepted; the body is in the format that the provider expects */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listParties: {
        parameters: {
            query?: {
                /** @description Main role of the party */
                kind?: "consumer" | "merchant" | "advertiser" | "publisher" | "creator" | "developer" | "company" | "carrier" | "channel" | "campaign" | "population" | "platform";
                /** @description Part of a name or id, case-insensitive */
                search?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getParty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Your id for the party */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putParty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Your id for the party */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPayoutDestinations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Your id for the party */
                party: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payout destinations, one per currency */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutDestinations"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putPayoutDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Your id for the party */
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
            /** @description The payout destination, masked */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutDestination"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Your id for the party */
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
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPayments: {
        parameters: {
            query?: {
                status?: "created" | "open" | "paid" | "charged" | "closed" | "failed";
                gateway?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The payment created earlier with the same idempotency key */
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
            /** @description The created payment */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    closePayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPayoutFiles: {
        parameters: {
            query?: {
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of payment files */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutFilePage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPayoutFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePayoutFileRequest"];
            };
        };
        responses: {
            /** @description The created payment file */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPayoutFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The payment file */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPayouts: {
        parameters: {
            query?: {
                /** @description Your id for the party */
                party?: string;
                status?: "created" | "approved" | "sent" | "paid" | "failed" | "canceled" | "returned";
                /** @description Id of a payment file */
                file?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPayout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The payout created earlier with the same idempotency key */
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
            /** @description The created payout */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPayable: {
        parameters: {
            query: {
                /** @description Your id for the party */
                party: string;
                /** @description ISO 4217 code */
                currency: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payable amount */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payable"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    takePayoutResults: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The result for each payout */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutResults"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPayout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    approvePayout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelPayout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    markPayoutFailed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                "application/json": components["schemas"]["MarkPayoutFailedRequest"];
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    markPayoutPaid: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                "application/json": components["schemas"]["MarkPayoutPaidRequest"];
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    markPayoutReturned: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
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
                "application/json": components["schemas"]["PayoutReturn"];
            };
        };
        responses: {
            /** @description The payout */
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
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listProductTitles: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listProducts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listQuotes: {
        parameters: {
            query?: {
                /** @description Your id for the party */
                payer?: string;
                line?: string;
                product?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of quotes */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotePage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createQuote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The created quote */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getQuote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRateCards: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All versions of the rate card */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCardList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    publishRateCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description An identical rate card is already in force at that time */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCard"];
                };
            };
            /** @description The published rate card */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCard"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCurrentRateCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    compareRateCards: {
        parameters: {
            query: {
                from: number;
                to: number;
                /** @description Language of the text; defaults to `Accept-Language` */
                language?: "en" | "zh";
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    validateRateCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The result of the validation */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCardCheck"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRateCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    askRefundByReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
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
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReconciliationSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putReconciliationSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listReconciliations: {
        parameters: {
            query?: {
                gateway?: string;
                /** @description superseded: replaced by a later run for the same day */
                status?: "running" | "completed" | "failed" | "superseded";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reconciliations */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    startReconciliation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The started reconciliation */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    uploadBill: {
        parameters: {
            query: {
                gateway: string;
                /** @description Day of the bill in the provider’s time zone */
                date: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The provider’s original file for that day, up to 512 MiB */
        requestBody: {
            content: {
                "application/octet-stream": Blob;
                "text/csv": Blob;
                "application/gzip": Blob;
            };
        };
        responses: {
            /** @description The completed reconciliation */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReconciliation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    approveCorrections: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The result for each correction */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDecisions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    declineCorrections: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The result for each correction */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDecisions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listReconciliationDifferences: {
        parameters: {
            query?: {
                class?: "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
                /** @description executing: approved, but execution is not confirmed; approve it again to retry */
                status?: "proposed" | "executing" | "done" | "declined";
                /** @description Language of the text; defaults to `Accept-Language` */
                language?: "en" | "zh";
                /** @description Defaults to the `Accept` header */
                format?: "json" | "csv";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description A page of differences */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDifferencePage"];
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listReconciliationLines: {
        parameters: {
            query?: {
                /** @description open: in transit, not a difference; missing_there: not on the bill; missing_here: not in the ledger */
                class?: "matched" | "open" | "missing_there" | "missing_here" | "amount_differs" | "fee_differs" | "status_differs";
                /** @description Defaults to the `Accept` header */
                format?: "json" | "csv";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description A page of lines */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationLinePage"];
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRefundRequests: {
        parameters: {
            query?: {
                line?: string;
                product?: string;
                /** @description Id of the assigned user */
                assignee?: string;
                status?: "requested" | "needs-evidence" | "approved" | "declined" | "executing" | "done" | "failed" | "withdrawn";
                /** @description Reason for the refund */
                reason?: "changed-mind" | "cancelled" | "not-delivered" | "not-as-described" | "service-failure" | "duplicate" | "billing-error" | "fraud" | "goodwill" | "minor" | "unclaimed" | "invalid-traffic";
                /** @description Role of the person asking */
                asker?: "payer" | "payee" | "guardian" | "agent" | "system";
                /** @description Id of a charge */
                charge?: string;
                overdue?: "true";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of refund requests */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequestInput"];
            };
        };
        responses: {
            /** @description The refund request created earlier with the same idempotency key */
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
            /** @description The created refund request */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    previewRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequestInput"];
            };
        };
        responses: {
            /** @description The decision with its reasons */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestPreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRefundRequestSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putRefundRequestSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    summarizeRefundRequests: {
        parameters: {
            query?: {
                line?: string;
                product?: string;
                /** @description Id of the assigned user */
                assignee?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of requests by status */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestSummary"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The refund request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestInFull"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    appealRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The refund request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    approveRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The refund request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictWithPreview"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    assignRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The refund request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    commentOnRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                "application/json": components["schemas"]["RefundRequestCommentInput"];
            };
        };
        responses: {
            /** @description The refund request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    declineRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The refund request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The refund request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    stateFacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The refund request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    withdrawRefundRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The refund request */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRequestRecord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRefunds: {
        parameters: {
            query?: {
                /** @description Id of a charge */
                charge?: string;
                reference?: components["schemas"]["Reference"];
                /** @description Up to 200 references or order numbers at a payment provider, separated by commas */
                references?: string;
                status?: "pending" | "succeeded" | "failed" | "reversed";
                /** @description Status at the payment provider; `abnormal` refunds require your decision */
                execution?: "queued" | "unknown" | "processing" | "abnormal" | "succeeded" | "closed" | "refused";
                line?: string;
                product?: string;
                /** @description Payer of the charge */
                payer?: string;
                /** @description Payee of the charge */
                payee?: string;
                reason?: string;
                /** @description Refunds that took effect at or after this time */
                from?: string;
                /** @description Refunds that took effect before this time */
                to?: string;
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The refund created earlier with the same idempotency key */
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
            /** @description The created refund */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictWithPreview"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createRefunds: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a request with the same key returns the original result instead of executing it again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRefundsRequest"];
            };
        };
        responses: {
            /** @description The result for each refund */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictWithPreview"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    previewRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRefundExecution: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The execution of the refund */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundExecution"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    explainRefund: {
        parameters: {
            query?: {
                /** @description Language of the text; defaults to `Accept-Language` */
                language?: "en" | "zh";
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    redirectRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The state of the refund at the provider */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundExecution"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resolveRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listActiveUsers: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The months with a reported figure */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveUsersList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putActiveUsers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The reported figure */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveUsers"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checkRollups: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result of the check */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollupCheck"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDebtReport: {
        parameters: {
            query?: {
                /** @description Maximum number of debts */
                limit?: number;
                /** @description Defaults to the `Accept` header */
                format?: "json" | "csv";
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLineReport: {
        parameters: {
            query: {
                /** @description Day in the tenant’s time zone */
                from: string;
                /** @description Exclusive */
                to: string;
                /** @description Language of the text; defaults to `Accept-Language` */
                language?: "en" | "zh";
                /** @description Defaults to the `Accept` header */
                format?: "json" | "csv";
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rebuildRollups: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the totals were rebuilt from */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollupRebuild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRefundReport: {
        parameters: {
            query: {
                /** @description Day in the tenant’s time zone */
                from: string;
                /** @description Exclusive */
                to: string;
                /** @description Language of the text; defaults to `Accept-Language` */
                language?: "en" | "zh";
                /** @description Defaults to the `Accept` header */
                format?: "json" | "csv";
                line?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReportSeries: {
        parameters: {
            query: {
                /** @description Day in the tenant’s time zone */
                from: string;
                /** @description Exclusive */
                to: string;
                /** @description Defaults to the `Accept` header */
                format?: "json" | "csv";
                by?: "day" | "week" | "month";
                line?: string;
                product?: string;
                /** @description What the series is grouped by */
                group?: "none" | "line" | "product";
                /** @description An additional measure of the line, such as `impressions` */
                measure?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWholeReport: {
        parameters: {
            query: {
                /** @description Day in the tenant’s time zone */
                from: string;
                /** @description Exclusive */
                to: string;
                /** @description Language of the text; defaults to `Accept-Language` */
                language?: "en" | "zh";
                /** @description Defaults to the `Accept` header */
                format?: "json" | "csv";
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All roles */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Id of a user */
                user?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The active sessions, newest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The revoked session */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
                "application/json": components["schemas"]["SetPasswordRequest"];
            };
        };
        responses: {
            /** @description The password was set; existing sessions have ended */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSettlementSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putSettlementSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPartySettlementSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Your id for the party */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putPartySettlementSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Your id for the party */
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
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deletePartySettlementSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Your id for the party */
                party: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overrides were deleted */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartySettlementSettingsAnswer"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
            /** @description The available sign-in methods */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOptions"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Signed in, or the second factor or the tenant is required */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSignInSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                    "application/json": components["schemas"]["SignInSettingsAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putSignInSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInSettings"];
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
                    "application/json": components["schemas"]["SignInSettingsAnswer"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
                "application/json": components["schemas"]["SignInOidcRequest"];
            };
        };
        responses: {
            /** @description The URL of the identity provider */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcStart"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
                "application/json": components["schemas"]["SignInSecondFactorRequest"];
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    simulate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The difference that the rate card would have made */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                    "application/x-ndjson": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Name of the role */
                role?: "admin" | "finance" | "agent" | "product" | "viewer" | "party";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The created user with a password link */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    disableUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                "application/json": components["schemas"]["DisableUserRequest"];
            };
        };
        responses: {
            /** @description The disabled user */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    enableUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The enabled user */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPasswordLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The token of the link */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resetUserTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The user signs in with the password alone */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeUserRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                "application/json": components["schemas"]["ChangeUserRoleRequest"];
            };
        };
        responses: {
            /** @description The updated user */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedUser"];
                };
            };
            /** @description The act waits for approval; nothing has changed yet */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of webhook endpoints */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The created endpoint with its secret */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The webhook endpoint */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The webhook endpoint was deleted */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedWebhook"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The updated webhook endpoint */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                status?: "pending" | "succeeded" | "failed" | "canceled";
                /** @description Maximum number of results */
                limit?: number;
                /** @description The `nextCursor` of the previous page; omit for the first page */
                cursor?: string;
            };
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                "application/json": components["schemas"]["ReplayWebhookRequest"];
            };
        };
        responses: {
            /** @description The number of replayed deliveries */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplay"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
                "application/json": components["schemas"]["RotateWebhookSecretRequest"];
            };
        };
        responses: {
            /** @description The webhook endpoint with its new secret */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of problems and explanations: English or Chinese */
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
            /** @description The delivery, attempted immediately */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    receiveChargeCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChargeCreatedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveRefundCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundCreatedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveRefundSucceeded: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundSucceededWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveRefundFailed: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundFailedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveRefundRequestCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequestCreatedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveRefundRequestUpdated: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequestUpdatedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveDisputeOpened: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeOpenedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveDisputeClosed: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeClosedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receivePaymentSucceeded: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentSucceededWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receivePaymentFailed: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentFailedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveDebtOpened: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtOpenedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveDebtSettled: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebtSettledWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receivePayoutCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutCreatedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receivePayoutPaid: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutPaidWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receivePayoutFailed: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutFailedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receivePayoutReturned: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutReturnedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receivePayoutDestinationChanged: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutDestinationChangedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveReconciliationCompleted: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt */
                "webhook-id": string;
                /** @description Time of the attempt, in seconds since 1970 */
                "webhook-timestamp": string;
                /** @description Signatures of id, timestamp and body, separated by spaces */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationCompletedWebhook"];
            };
        };
        responses: {
            /** @description The event was received; any other status is retried */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
