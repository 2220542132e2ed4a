-- The line itself writes the rows of gift, in the transaction that posts their charges (src/lines/goods/gifts.ts). Before, a
-- trigger looked for gifts in the text of every draft. The tables gift and claim are those of sql/0009.
DROP TRIGGER charge_gift ON charge;
DROP FUNCTION note_gift();
