// Uses the package that oapi-codegen generated.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"recoup.example/flow/recoup"
)

func main() {
	key := os.Getenv("RECOUP_KEY")
	client, err := recoup.NewClientWithResponses(os.Getenv("RECOUP_URL"), recoup.WithRequestEditorFn(
		func(_ context.Context, request *http.Request) error {
			request.Header.Set("Authorization", "Bearer "+key)
			return nil
		}))
	check(err)
	ctx := context.Background()

	charge := createCharge(ctx, client)
	listed := countCharges(ctx, client)
	refund := refundCharge(ctx, client, charge)

	check(json.NewEncoder(os.Stdout).Encode(map[string]any{
		"charge": charge.Id, "listed": listed, "refund": refund.Id, "refunded": refund.Amount.Amount,
	}))
}

func createCharge(ctx context.Context, client *recoup.ClientWithResponses) *recoup.Charge {
	channel, key := "sandbox", "go-charge"
	payment := recoup.PaymentsScanPayCharge{Line: recoup.PaymentsScanPayChargeLinePayments}
	payment.Event.Payer = "usr_go"
	payment.Event.Merchant = "mch_1"
	payment.Event.Amount.Amount = "100.00"
	payment.Event.Amount.Currency = "CNY"
	payment.Event.Channel = &channel
	var event recoup.EventCharge
	check(event.FromPaymentsScanPayCharge(payment)) // sets the product, the discriminator of events
	var body recoup.ChargeRequest
	check(body.FromEventCharge(event))
	answer, err := client.CreateChargeWithResponse(ctx, &recoup.CreateChargeParams{IdempotencyKey: &key}, body)
	check(err)
	if answer.JSON201 == nil {
		log.Fatalf("refused: %s", answer.Body)
	}
	return answer.JSON201
}

func countCharges(ctx context.Context, client *recoup.ClientWithResponses) int {
	limit, listed := 2, 0
	var cursor *string
	for {
		answer, err := client.ListChargesWithResponse(ctx, &recoup.ListChargesParams{Limit: &limit, Cursor: cursor})
		check(err)
		if answer.JSON200 == nil {
			log.Fatalf("refused: %s", answer.Body)
		}
		listed += len(answer.JSON200.Data)
		if cursor = answer.JSON200.NextCursor; cursor == nil {
			return listed
		}
	}
}

func refundCharge(ctx context.Context, client *recoup.ClientWithResponses, charge *recoup.Charge) *recoup.Refund {
	amount, key := recoup.Money{Amount: "40.00", Currency: "CNY"}, "go-refund"
	preview, err := client.PreviewRefundWithResponse(ctx, nil, recoup.RefundPreviewRequest{Charge: charge.Id, Amount: &amount})
	check(err)
	if preview.JSON200 == nil {
		log.Fatalf("refused: %s", preview.Body)
	}
	answer, err := client.CreateRefundWithResponse(ctx, &recoup.CreateRefundParams{IdempotencyKey: &key},
		recoup.RefundRequest{Charge: charge.Id, Amount: &amount, PreviewHash: &preview.JSON200.Hash})
	check(err)
	if answer.JSON201 == nil {
		log.Fatalf("refused: %s", answer.Body)
	}
	return answer.JSON201
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
