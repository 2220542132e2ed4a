"""Uses the package that openapi-python-client generated."""

import json
import os

from recoup_client import AuthenticatedClient
from recoup_client.api.charges import create_charge, list_charges
from recoup_client.api.refunds import create_refund, preview_refund
from recoup_client.models import (
    Charge,
    ChargePage,
    Money,
    PaymentsScanPayCharge,
    PaymentsScanPayEvent,
    PaymentsScanPayEventAmount,
    Refund,
    RefundPreview,
    RefundPreviewRequest,
    RefundRequest,
)
from recoup_client.types import UNSET

client = AuthenticatedClient(base_url=os.environ["RECOUP_URL"], token=os.environ["RECOUP_KEY"])


def expect(kind, answer):
    """Returns the answer if it is of the expected kind, and raises what it is otherwise."""
    if not isinstance(answer, kind):
        raise RuntimeError(f"refused: {answer}")
    return answer


charge = expect(
    Charge,
    create_charge.sync(
        client=client,
        idempotency_key="python-charge",
        body=PaymentsScanPayCharge(
            line="payments",
            product="scan-pay",
            event=PaymentsScanPayEvent(
                payer="usr_python",
                merchant="mch_1",
                amount=PaymentsScanPayEventAmount(amount="100.00", currency="CNY"),
                channel="sandbox",
            ),
        ),
    ),
)

listed = 0
cursor = UNSET
while cursor is not None:
    page = expect(ChargePage, list_charges.sync(client=client, limit=2, cursor=cursor))
    listed += len(page.data)
    cursor = page.next_cursor

amount = Money(amount="40.00", currency="CNY")
preview = expect(
    RefundPreview,
    preview_refund.sync(client=client, body=RefundPreviewRequest(charge=charge.id, amount=amount)),
)
refund = expect(
    Refund,
    create_refund.sync(
        client=client,
        idempotency_key="python-refund",
        body=RefundRequest(charge=charge.id, amount=amount, preview_hash=preview.hash_),
    ),
)

print(json.dumps({"charge": charge.id, "listed": listed, "refund": refund.id, "refunded": refund.amount.amount}))
