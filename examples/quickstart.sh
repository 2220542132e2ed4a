#!/bin/sh
# The tour of one payment over HTTP: register, charge, explain, preview, refund, check. Needs a running server (npm start),
# curl and node, and fails on the first unexpected response.
#
#   sh examples/quickstart.sh                                    # the server of ./data
#   RECOUP_URL=http://127.0.0.1:4870 RECOUP_KEY=rk_… sh examples/quickstart.sh
set -eu

data=${RECOUP_DATA:-./data}
url=${RECOUP_URL:-}
key=${RECOUP_KEY:-}

fail() {
  echo "quickstart: $*" >&2
  exit 1
}

# field EXPRESSION: prints a field of the JSON document on standard input, which the expression calls `it`.
field() {
  node -e 'const it = JSON.parse(require("fs").readFileSync(0, "utf8"))
    const found = eval(process.argv[1])
    console.log(typeof found === "object" ? JSON.stringify(found) : String(found))' "$1"
}

if [ -z "$url" ] && [ -f "$data/server.json" ]; then url=$(field it.url <"$data/server.json"); fi
if [ -z "$url" ]; then url="http://${HOST:-127.0.0.1}:${PORT:-4870}"; fi
if [ -z "$key" ]; then
  file=$data/key
  if [ -f "$data/server.json" ]; then file=$(field it.keyFile <"$data/server.json"); fi
  [ -r "$file" ] || fail "no key: set RECOUP_KEY, or RECOUP_DATA to the folder of the server"
  key=$(cat "$file")
fi
curl -sSf "$url/ready" >/dev/null || fail "no server at $url; start one with: npm start"

# ask METHOD PATH STATUS [BODY]: stores the response in $answer and fails on another status.
ask() {
  if [ $# -gt 3 ]; then
    set -- "$1" "$2" "$3" -H 'Content-Type: application/json' -d "$4"
    # A key makes creating charges and refunds safe to repeat; requests that create nothing refuse one.
    case $2 in /v1/charges | /v1/refunds) set -- "$@" -H "Idempotency-Key: $run-$((step += 1))" ;; esac
  fi
  method=$1 path=$2 expected=$3
  shift 3
  answer=$(curl -sS -X "$method" "$url$path" -H "Authorization: Bearer $key" -w '\n%{http_code}' "$@")
  status=$(printf '%s\n' "$answer" | tail -n 1)
  answer=$(printf '%s\n' "$answer" | sed '$d')
  [ "$status" = "$expected" ] || fail "$method $path: expected $expected, got $status: $answer"
}

# expect WHAT EXPRESSION VALUE: compares a field of the last response.
expect() {
  found=$(printf '%s' "$answer" | field "$2")
  [ "$found" = "$3" ] || fail "$1: expected $3, got $found"
  echo "  $1: $found"
}

# amount KIND: expression for the amount of a component of a charge, or of a transfer of a refund.
component() { echo "it.items[0].components.find(({ kind }) => kind === '$1').amount.amount"; }
transfer() { echo "it.transfers.find(({ kind }) => kind === '$1').amount.amount"; }

run="quickstart-$(node -p 'require("crypto").randomUUID()')"
step=0
merchant="mch_$(printf '%s' "$run" | tail -c 12)"

echo "1. A merchant: a restaurant, whose fee is 0.6%"
ask PUT "/v1/parties/$merchant" 200 \
  '{"kind":"merchant","name":"Quickstart noodles","attributes":{"merchantCategory":"restaurant"}}'
expect 'its category' it.attributes.merchantCategory restaurant

echo "2. A QR payment of 100.00"
event='{"payer":"usr_quickstart","merchant":"'$merchant'","amount":{"amount":"100.00","currency":"CNY"},"channel":"sandbox"}'
ask POST /v1/charges 201 '{"line":"payments","product":"scan-pay","event":'"$event"',"reference":"'"$run"'"}'
charge=$(printf '%s' "$answer" | field it.id)
expect 'paid to the merchant' "$(component principal)" 100.00
expect 'our fee' "$(component fee)" 0.60
expect 'what the channel costs us' "$(component cost)" 0.21
expect 'refundable' it.refundable.amount 100.00
# Whether a campaign returns part of the fee depends on its budget.
reward=$(printf '%s' "$answer" | field "it.items[0].components.find(({ kind }) => kind === 'reward')?.amount.amount ?? '0.00'")
[ "$(node -p "$reward >= 0 && $reward <= 0.12")" = true ] || fail "back from a campaign: $reward"
echo "  back from a campaign: $reward"

echo "3. Where every cent went, and why"
ask GET "/v1/charges/$charge/explanation?language=en" 200
expect 'steps name the fee' "it.steps.some(({ text }) => text.includes('0.60'))" true
printf '%s' "$answer" | field it.text | sed 's/^/    /'
ask GET "/v1/charges/$charge/explanation?language=zh" 200
expect 'in Chinese' '/支付/.test(it.text)' true
printf '%s' "$answer" | field it.text | sed 's/^/    /'

echo "4. What giving back half would move; nothing has moved yet"
ask POST /v1/refunds/preview 200 '{"charge":"'"$charge"'","amount":{"amount":"50.00","currency":"CNY"}}'
expect 'back to the payer' it.amount.amount 50.00
expect 'fee that returns' "$(transfer fee)" 0.30
expect 'stays refundable' it.refundableAfter.amount 50.00
hash=$(printf '%s' "$answer" | field it.hash)
ask GET "/v1/charges/$charge" 200
expect 'refunded so far' it.refunded.amount 0.00

echo "5. Give back what the preview said"
body='{"charge":"'$charge'","amount":{"amount":"50.00","currency":"CNY"},"reason":"cold soup","previewHash":"'$hash'"}'
ask POST /v1/refunds 201 "$body"
refund=$(printf '%s' "$answer" | field it.id)
expect 'fee that returned' "$(transfer fee)" 0.30
returned=$(printf '%s' "$answer" | field "it.transfers.find(({ kind }) => kind === 'reward')?.amount.amount ?? '0.00'")
ask POST /v1/refunds 409 "$body"
expect 'the same preview a second time' it.code refund_preview_stale
ask GET "/v1/refunds/$refund/explanation?language=en" 200
printf '%s' "$answer" | field it.text | sed 's/^/    /'

echo "6. What giving back the rest would move"
ask POST /v1/refunds/preview 200 '{"charge":"'"$charge"'"}'
expect 'back to the payer' it.amount.amount 50.00
expect 'fee that returns' "$(transfer fee)" 0.30
expect 'stays refundable' it.refundableAfter.amount 0.00
ask POST /v1/refunds 409 '{"charge":"'"$charge"'","amount":{"amount":"50.01","currency":"CNY"}}'
expect 'more than is left' it.code refund_exceeds_refundable

echo "7. The books"
ask GET "/v1/accounts/$merchant/balance?currency=CNY" 200
expect 'the merchant has' it.balance "$(node -p "(50 - 0.3 + $reward - $returned).toFixed(2)")"
ask GET /v1/ledger/check 200
expect 'they are right' it.ok true

echo "All as expected."
